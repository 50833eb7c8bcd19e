"""Scoring places: the toponyms of an article are given, and each is to be put on the map.

The form is that of the geoparsing sets LGL, TR-News and GeoVirus (and GeoWebNews): one JSON object a line, with `text`
and `toponyms`, each with `start`, `end`, `lat`, `lon` and, where GeoNames has the place, `geonameid` and its feature
code. The measure is theirs (Gritta et al., "A pragmatic guide to geoparsing evaluation", 2020): the share of toponyms
with coordinates that are put within 161 km of the gold; a name that is not placed counts as wrong. Beside it: the share
of right GeoNames ids, and the median distance in kilometres of those placed.
"""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import typer

from evals import report
from evals.lines import Row, records, span_of, text_of
from evals.options import AsJson, EveryFourth, Misses
from evals.tally import DIGITS, Mark, Score, Scores
from sayso.model.problem import Problem
from sayso.model.statement import Place
from sayso.read.bearers import named
from sayso.read.resolve import placed

REACH_KM = 161.0
"""100 miles, as in the literature since Cheng et al. (2010)."""

FORM = "A line has text and toponyms, each with start, end and, where it is known, lat and lon."
UNKNOWN, IN_REACH = "of unknown kind", "in the gazetteer"

_EARTH_KM = 12742.0
_KINDS = {"P": "settlement", "A": "region", "L": "region"}


@dataclass(frozen=True, slots=True)
class Gold:
    """A toponym of the gold: where it stands in the text, where on Earth it is, and what it is."""

    span: tuple[int, int]
    lat: float | None
    lon: float | None
    geonames: int | None
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its toponyms."""

    id: str
    text: str
    golds: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One toponym, read: how far off it was put (None: nowhere), and the kinds of case that it belongs to."""

    where: str
    words: str
    gold: Gold
    read: Place
    off_km: float | None
    slices: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether it was put within reach."""
        return self.off_km is not None and self.off_km <= REACH_KM


def load(path: Path, every_fourth: bool = False) -> tuple[list[Article], list[Problem]]:
    """The articles of a file, and a row for each line that is none."""
    return records(path, _article, FORM, every_fourth)


def _article(row: Row, number: int) -> Article:
    text = text_of(row["text"])
    golds = sorted((_gold(text, each) for each in row["toponyms"]), key=lambda gold: gold.span)
    return Article(str(row.get("id", number)), text, tuple(golds))


def _gold(text: str, row: dict[str, Any]) -> Gold:
    span = span_of(text, int(row["start"]), int(row["end"]), "toponym")
    lat, lon = (None if row.get(axis) is None else float(row[axis]) for axis in ("lat", "lon"))
    number = None if row.get("geonameid") is None else int(row["geonameid"])
    return Gold(span, lat, lon, number, _kind(row), str(row.get("name") or text[slice(*span)]))


def _kind(row: dict[str, Any]) -> str:
    code, letter = str(row.get("fcode") or ""), str(row.get("fclass") or "")
    if not letter:
        return UNKNOWN
    return "country" if code.startswith("PCL") else _KINDS.get(letter, "feature")


def kilometres(lat: float, lon: float, to_lat: float | None, to_lon: float | None) -> float:
    """The distance on a sphere; without end from what is nowhere."""
    if to_lat is None or to_lon is None:
        return math.inf
    a, b, c, d = (math.radians(x) for x in (lat, lon, to_lat, to_lon))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def cases(articles: Iterable[Article]) -> list[Case]:
    """Each toponym that has coordinates in the gold, as read beside the others of its article."""
    found: list[Case] = []
    for article in articles:
        names = [named(article.text, *gold.span) for gold in article.golds]
        places = placed(article.text, names)
        for gold, name, place in zip(article.golds, names, places, strict=True):
            if gold.lat is None or gold.lon is None:
                continue
            off = (
                None if place.lat is None or place.lon is None else kilometres(place.lat, place.lon, gold.lat, gold.lon)
            )
            reach = any(kilometres(each.lat, each.lon, gold.lat, gold.lon) <= REACH_KM for each in name.bearers)
            slices = (
                gold.kind,
                "several bearers" if len(name.bearers) > 1 else "one bearer" if name.bearers else "no bearer",
                IN_REACH if reach else "not in the gazetteer",
            )
            where = f"{article.id}:{gold.span[0]}"
            found.append(Case(where, article.text[gold.span[0] : gold.span[1]], gold, place, off, slices))
    return found


def headline(chosen: Sequence[Case]) -> dict[str, Any]:
    """The share within reach; how many were placed, and for how many the gazetteer has a bearer within reach; the
    share of right GeoNames ids and kinds among those that have one; the median distance in kilometres."""
    numbered = [case for case in chosen if case.gold.geonames is not None]
    kinds = [case for case in chosen if case.gold.kind != UNKNOWN]
    offs = [case.off_km for case in chosen if case.off_km is not None]
    return {
        "within_161km": _share([case.right for case in chosen]),
        "toponyms": len(chosen),
        "placed": _share([case.off_km is not None for case in chosen]),
        "reachable": _share([IN_REACH in case.slices for case in chosen]),
        "geonames_id": _share([case.read.geonames == case.gold.geonames for case in numbered]),
        "kind": _share([case.read.precision == case.gold.kind for case in kinds]),
        "median_km": round(median(offs), 1) if offs else None,
    }


def by_case(chosen: Iterable[Case]) -> Scores:
    """The share within reach by kind of case: what the gold is, how many bear its name, whether one is in reach."""
    found: dict[str, list[Case]] = {}
    for case in chosen:
        for name in case.slices:
            found.setdefault(name, []).append(case)
    return {name: _score(found[name]) for name in sorted(found)}


def measured(path: Path, every_fourth: bool = False) -> Scores:
    """`within_161km`, for the gate."""
    return {"within_161km": _score(cases(load(path, every_fourth)[0]))}


def places(
    file: Annotated[Path, typer.Argument(help="Articles with text and toponyms, one JSON object a line.")],
    as_json: AsJson = False,
    misses: Misses = False,
    every_fourth: EveryFourth = False,
) -> None:
    """The share of toponyms put within 161 km of the gold, their spans given."""
    articles, problems = load(file, every_fourth)
    chosen = cases(articles)
    report.require(chosen, problems)
    figures, slices = headline(chosen), by_case(chosen)
    if as_json:
        shares = {name: {"within_161km": round(s.f1, DIGITS), "toponyms": int(s.gold)} for name, s in slices.items()}
        print(json.dumps({**figures, "by case": shares}))
        return
    report.out.print(report.table_of(slices, f"Places within {REACH_KM:.0f} km, {file.name}"))
    shown = ", ".join(f"{name} {value}" for name, value in figures.items())
    report.out.print(f"\n[bold]{shown}[/bold]", highlight=False)
    if misses:
        report.show_misses([_mark(case) for case in chosen])


def _score(chosen: Sequence[Case]) -> Score:
    """Every toponym is asked for and answered, so that precision, recall and F1 are the share that is right."""
    return Score(float(sum(case.right for case in chosen)), float(len(chosen)), float(len(chosen)))


def _mark(case: Case) -> Mark:
    gold, read = case.gold, case.read
    want = f"{case.words}: {gold.name} ({gold.lat}, {gold.lon}), {gold.kind}"
    spot = f"{read.lat}, {read.lon} {read.country} {read.precision}"
    got = None if case.off_km is None else f"{spot}, {case.off_km:.0f} km off"
    return Mark(", ".join(case.slices), float(case.right), 1.0, 1.0, case.where, want, got)


def _share(answers: Sequence[bool]) -> float:
    return round(sum(answers) / len(answers), DIGITS) if answers else 0.0
