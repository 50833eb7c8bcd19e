"""`sayso why`: a claim step by step, and two statements with what speaks for and against filing them together."""

import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from sayso.cli.sheet import Sheet
from sayso.cli.terminal import THEME
from sayso.cli.waterfall import waterfall
from sayso.cli.why import verdict
from sayso.ledger import Ledger
from sayso.ledger.derivation import Derivation, compared, derived
from sayso.model.claim import Reason
from tests.cli.conftest import Run
from tests.ledger.pile import HELD, articles


@pytest.fixture(scope="module")
def ledger(across: Path) -> Iterator[Ledger]:
    with Ledger.open(across, write=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def held(ledger: Ledger) -> Derivation:
    return derived(ledger.claims, next(ledger.claims.listed()).claim.id)


def test_a_claim_is_derived_step_by_step(look: Run, held: Derivation) -> None:
    done = look("why", held.claim.id[:8])
    vna, post, herald = (each.statement.id[:8] for each in held.filed)
    lines = done.stdout.splitlines()
    assert lines[1:12] == [
        f"  {HELD}",
        "  ────────────────────────────────────────────────────────────────────────────",
        "  stands      echoed · contested",
        "  said in     3 statements in 3 articles, 1 root",
        f"  claim       {held.claim.id}",
        "",
        "  How it came to its standing                                           echoed",
        "",
        "    1  Root: Ministry of Defence of Varnia (Varnia), 3 statements; it serves",
        "       its own side.",
        "    2  Echoed: 3 articles, one root: Ministry of Defence of Varnia.",
    ]
    assert "    3  Contested: 2 conflicts, told below." in lines
    assert "  Root 1  Ministry of Defence of Varnia (Varnia)  serves own side" in lines
    at = lines.index(f"    {herald}  Ministry of Defence of Varnia (Varnia) ← VNA (published)")
    assert lines[at - 9 : at + 4] == [
        f"    {vna}  Ministry of Defence of Varnia (Varnia)",
        f"              {HELD}",
        "              VNA, 13 March 2024 · official · certain · serves own side",
        "",
        f"    {post}  Ministry of Defence of Varnia (Varnia)",
        f"              {HELD}",
        "              Frontier Post, 14 March 2024 · official · certain · serves own",
        "              side",
        "",
        f"    {herald}  Ministry of Defence of Varnia (Varnia) ← VNA (published)",
        f"              {HELD}",
        "              The Norhaven Herald, 17 March 2024 · official · certain · serves",
        "              own side",
    ]
    assert "  Copies                                                                1 copy" in lines
    assert "  Conflicts                                                        2 conflicts" in lines


def test_a_claim_is_named_by_its_statements_too(look: Run, held: Derivation) -> None:
    assert look("why", held.claim.statements[1]).stdout == look("why", held.claim.id).stdout


def test_a_derivation_is_rows_of_the_exchange_format(look: Run, held: Derivation) -> None:
    found = [json.loads(line) for line in look("why", held.claim.id, "--json").stdout.splitlines()]
    assert [row["type"] for row in found] == ["claim", *["statement"] * 3, "copy", *["conflict"] * 4]
    assert found[0]["why"] == list(held.claim.why)
    assert found[4]["passages"] == [
        {"here": list(each.here), "there": list(each.there)} for each in held.copies[0].passages
    ]


def test_two_statements_are_compared(look: Run, ledger: Ledger, held: Derivation) -> None:
    vna, _, herald = (each.statement.id for each in held.filed)
    shown = look("why", vna, herald).stdout
    assert shown.startswith("\n  Filed together\n")
    assert "\n  What speaks for it, and what against " in shown
    assert f"\n  The sum is above nought: the two make one claim, {held.claim.id[:8]}.\n" in shown
    tally = next(each.statements[0].id for each in articles() if each.name == "tally.txt")
    shown = look("why", vna, tally).stdout
    assert shown.startswith("\n  Not filed together\n")
    assert "\n  They part  Settlements held at Tarn: " in shown
    row = json.loads(look("why", vna, tally, "--json").stdout)
    assert (row["type"], row["a"], row["b"], row["together"], row["by_way_of"]) == ("likeness", vna, tally, False, [])
    assert row["reasons"][0]["name"] == "to begin with"


def test_what_came_of_a_comparison_is_a_sentence_in_each_case(ledger: Ledger, held: Derivation) -> None:
    vna, _, herald = (each.statement.id for each in held.filed)
    alike = compared(ledger.claims, vna, herald)
    unlike = replace(alike, likeness=replace(alike.likeness, score=-1.0))
    other = next(each.claim for each in ledger.claims.listed() if each.claim.id != held.claim.id)
    mine, theirs = held.claim.id[:8], other.id[:8]
    apart = (held.claim, other)
    assert verdict(unlike) == (
        f"By themselves they would stay apart; other statements of claim {mine} tie them together."
    )
    assert verdict(replace(unlike, by_way_of=held.filed[1:2])).endswith("tie them together by way of:")
    assert verdict(replace(alike, claims=apart)) == (
        f"By themselves they are alike, but they are filed in two claims, {mine} and {theirs}: "
        "what else is in these claims is, on the whole, not alike."
    )
    assert verdict(replace(unlike, claims=apart)) == (
        f"The sum is not above nought: the two make two claims, {mine} and {theirs}."
    )


def test_what_cannot_be_compared_is_one_row(look: Run, held: Derivation) -> None:
    first = held.filed[0].statement
    for words, row in (
        ((first.id, first.id[:12]), f"{first.id[:12]}: both ids are those of one statement; nothing compared."),
        ((first.id, first.document), f"{first.document}: this is the id of an article; nothing compared."),
        (("no\x1b[31msuch",), r"no\x1b[31msuch: no claim or statement in war.sayso has this id; nothing shown."),
    ):
        done = look("why", *words)
        assert (done.stdout, done.exit_code) == ("", 1)
        assert done.stderr.startswith(row)
        assert done.stderr.count("\n") == 1


def test_a_waterfall_begins_each_bar_where_the_last_one_ended() -> None:
    reasons = (
        Reason("to begin with", -4.0, "two statements taken anyhow are seldom one claim"),
        Reason("figures", 3.0, "31 and 31"),
        Reason("places", 3.0, "both are of Karsk"),
    )
    out = StringIO()
    console = Console(file=out, width=60, theme=THEME, no_color=True)
    waterfall(Sheet(console), reasons)
    assert out.getvalue() == (
        "  to begin with       ░░░░░░░░░░░░░░░░░░░            −4.00\n"
        "                      two statements taken anyhow are\n"
        "                      seldom one claim\n"
        "  figures             ███████████████   │            +3.00\n"
        "                      31 and 31\n"
        "  places                            ██████████████   +3.00\n"
        "                      both are of Karsk\n"
    )
