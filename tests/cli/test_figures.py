"""`sayso figures`: the rows of a measure on one scale, their range, and the conservative reading beside it."""

import json
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.cli.conftest import Run


@pytest.fixture
def ids(across: Path) -> tuple[str, str]:
    with Ledger.open(across, write=False) as ledger:
        first, second = (next(iter(ledger.claims.search(day))) for day in ("23 people", '"29 people"'))
    return first.filed.statement.id[:8], second.filed.statement.id[:8]


def test_figures_of_one_place_are_drawn_on_one_scale(look: Run, ids: tuple[str, str]) -> None:
    first, second = ids
    assert look("figures", "--measure", "killed", "--place", "Belomir").stdout == (
        "\n"
        "  Killed, Belomir                                                    2 figures\n"
        "                             0 ──────────────────────────────── 29\n"
        "\n"
        "  At least 23 people                                     █░░░░░░░▶  23 or more\n"
        "    Tarn health department (Ostrel)\n"
        f"    said 15 March 2024 · coded 23 · Tarn Today · {first}\n"
        "\n"
        "  29 people                                                     █           29\n"
        "    Tarn health department (Ostrel)\n"
        f"    said 16 March 2024 · coded 29 · Tarn Today · {second}\n"
        "\n"
        "  The range                                              █░░░░░░░▶  23 or more\n"
        "  The conservative reading                               █                  23\n"
        "    ACLED codebook: the most conservative number reported; tens 10, dozens 12,\n"
        "    hundreds 100, several 3\n"
        "\n"
    )


def test_each_measure_has_a_scale_of_its_own_and_a_denial_is_marked(look: Run) -> None:
    shown = look("figures").stdout
    assert shown.index("  Settlements held   ") < shown.index("  Killed   ")
    assert "\n  denied: 31 settlements  " in shown
    assert "  about 12 settlements  " in shown
    assert "10.8–13.2\n" in shown
    assert "\n  The range " in shown


def test_figures_are_rows_each_measure_followed_by_its_range(look: Run) -> None:
    found = [json.loads(line) for line in look("figures", "--json", "--measure", "killed").stdout.splitlines()]
    assert [row["type"] for row in found] == ["figure", "figure", "range"]
    assert {key: found[0][key] for key in ("text", "low", "high", "who", "side", "as_of", "said", "coded")} == {
        "text": "At least 23 people",
        "low": 23.0,
        "high": None,
        "who": "Tarn health department",
        "side": "Ostrel",
        "as_of": None,
        "said": {"earliest": "2024-03-15", "latest": "2024-03-15"},
        "coded": 23,
    }
    assert {key: found[2][key] for key in ("measure", "low", "high", "coded", "rows")} == {
        "measure": "killed",
        "low": 23.0,
        "high": None,
        "coded": 23,
        "rows": 2,
    }
