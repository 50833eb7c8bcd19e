"""Hostile text is shown as dead text."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from sayso.cli.audit import audit
from sayso.cli.terminal import THEME
from sayso.export.dead import dead
from sayso.model.statement import Hop, Place, Relation
from tests.ledger.example import at, reading


@pytest.mark.parametrize(
    ("alive", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x9b2Jgone", r"\x9b2Jgone"),
        ("\x1b]8;;http://x\x07link", r"\x1b]8;;http://x\x07link"),
        ("kcab\u202eback", r"kcab\u202eback"),
        ("\u2066isolated\u2069", r"\u2066isolated\u2069"),
        ("zero\u200bwidth\ufeff", r"zero\u200bwidth\ufeff"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("half \udcff pair", r"half \udcff pair"),
        ("one\nline\r\nand\ttabs\u2028all", "one line and tabs all"),
        ("back\b\x7f", r"back\x08\x7f"),
        ("[bold red]not markup[/]", "[bold red]not markup[/]"),
        (":warning: Київ می‌خواهم 東京", ":warning: Київ می‌خواهم 東京"),
    ],
)
def test_text_from_outside_is_made_dead(alive: str, shown: str) -> None:
    assert dead(alive) == shown


def test_an_audit_lets_nothing_through_from_an_article() -> None:
    evil = "\x1b[2J\u202e[blink]evil[/blink]\x9b31m\r\x07"
    found = reading()
    first = replace(
        found.statements[0],
        origin=replace(found.statements[0].origin, name=evil, role=evil, side=evil),
        chain=(Hop(evil, Relation.TOLD, at("Tarn")),),
        places=(Place(evil, at("Tarn")),),
    )
    text = evil + found.document.text[len(evil) :]
    cut = replace(first, content=((0, 40),))
    hostile = replace(
        found,
        document=replace(
            found.document,
            title=evil,
            outlet=evil,
            language=evil,
            location=evil,
            url=evil,
            text=text,
            published=replace(found.document.published, why=(evil,)),
        ),
        statements=(first, cut, *found.statements[1:]),
    )
    into = StringIO()
    audit(Console(file=into, theme=THEME, width=80, markup=False, highlight=False, emoji=False), hostile, kept=True)
    shown = into.getvalue()
    assert not set(shown) & set("\x1b\x9b\u202e\r\x07")
    assert shown.count("[blink]evil[/blink]") > 5
    assert all(len(line) <= 80 for line in shown.splitlines())


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 300])
def test_an_audit_keeps_within_the_terminal_and_leaves_no_blanks_at_line_ends(columns: int) -> None:
    into = StringIO()
    audit(Console(file=into, theme=THEME, width=columns, markup=False, highlight=False, emoji=False), reading())
    for line in into.getvalue().splitlines():
        assert len(line) <= min(columns, 100)
        assert line == line.rstrip()


def test_colour_comes_and_goes_without_changing_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    import re

    monkeypatch.delenv("NO_COLOR", raising=False)
    plain, coloured = StringIO(), StringIO()
    for into, more in ((plain, {}), (coloured, {"force_terminal": True, "color_system": "standard"})):
        audit(Console(file=into, theme=THEME, width=80, markup=False, highlight=False, emoji=False, **more), reading())
    assert "\x1b[" in coloured.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.getvalue()) == plain.getvalue()
