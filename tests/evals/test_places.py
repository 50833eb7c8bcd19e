"""Scoring places: the form, the measure, the kinds of case, and what a user sees."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from evals import __main__ as main
from evals.places import by_case, cases, headline, kilometres, load, measured
from evals.tally import Score

TEXT = "Shelling hit Kharkiv and the village of Zubrovitsyno, in Ukraine, and Belomir."


def toponym(name: str, lat: float | None, lon: float | None, **more: Any) -> dict[str, Any]:
    start = TEXT.index(name)
    return {"start": start, "end": start + len(name), "text": name, "lat": lat, "lon": lon, **more}


LINE = {
    "id": "k",
    "text": TEXT,
    "toponyms": [
        toponym("Ukraine", 49.0, 32.0, geonameid=690791, fclass="A", fcode="PCLI"),
        toponym("Kharkiv", 49.98, 36.25, geonameid=706483, fclass="P", fcode="PPLA"),
        toponym("Zubrovitsyno", 10.0, 10.0),
        toponym("Belomir", None, None),
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    outside = {"text": "Karsk fell.", "toponyms": [{"start": 0, "end": 99}]}
    path.write_text(f"{json.dumps(LINE)}\n{json.dumps(outside)}\nbroken\n", encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main.app, [str(argument) for argument in arguments])


def test_bad_lines_are_rows_beside_the_articles(gold: Path) -> None:
    articles, problems = load(gold)
    assert [article.id for article in articles] == ["k"]
    assert [problem.where for problem in problems] == [f"{gold}:2", f"{gold}:3"]
    assert "outside the text" in problems[0].what


def test_a_place_counts_within_161_km_and_one_without_coordinates_not_at_all(gold: Path) -> None:
    chosen = cases(load(gold)[0])
    assert [(case.words, case.right) for case in chosen] == [
        ("Kharkiv", True),
        ("Zubrovitsyno", False),
        ("Ukraine", True),
    ]
    assert headline(chosen) == {
        "within_161km": 0.667,
        "toponyms": 3,
        "placed": 1.0,
        "reachable": 0.667,
        "geonames_id": 1.0,
        "kind": 1.0,
        "median_km": 0.4,
    }


def test_cases_are_sliced_by_kind(gold: Path) -> None:
    assert by_case(cases(load(gold)[0])) == {
        "country": Score(1, 1, 1),
        "in the gazetteer": Score(2, 2, 2),
        "no bearer": Score(0, 1, 1),
        "not in the gazetteer": Score(0, 1, 1),
        "of unknown kind": Score(0, 1, 1),
        "one bearer": Score(1, 1, 1),
        "settlement": Score(1, 1, 1),
        "several bearers": Score(1, 1, 1),
    }


def test_distances_are_on_a_sphere() -> None:
    assert kilometres(0.0, 0.0, 0.0, 1.0) == pytest.approx(111.2, abs=0.1)
    assert kilometres(0.0, 0.0, None, None) == float("inf")


def test_json_is_one_object_with_the_headline(gold: Path) -> None:
    done = run("places", gold, "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["within_161km"] == 0.667


def test_misses_show_where_a_name_was_put(gold: Path) -> None:
    done = run("places", gold, "--misses")
    assert "Zubrovitsyno: Zubrovitsyno (10.0, 10.0), of unknown kind" in " ".join(done.stdout.split())
    assert "km off" in done.stdout


def test_nothing_to_score_is_exit_status_one(tmp_path: Path) -> None:
    assert run("places", tmp_path / "absent").exit_code == 1


def test_the_gate_measures_the_share_within_reach(gold: Path) -> None:
    assert measured(gold) == {"within_161km": Score(2, 3, 3)}
