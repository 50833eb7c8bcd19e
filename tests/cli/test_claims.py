"""`sayso claims`, `conflicts`, `sources`, `search` and `remove`: what is listed, filtered, found and taken out."""

import json
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.cli.conftest import Run
from tests.ledger.pile import HELD, SECOND, TWELVE, kept


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_claims_are_listed_with_what_they_stand_on(look: Run, across: Path) -> None:
    with Ledger.open(across, write=False) as ledger:
        claim = next(ledger.claims.listed()).claim
    done = look("claims", "--limit", "1")
    assert done.stdout == (
        f"\n  {claim.id[:8]}  {HELD}\n"
        "            echoed · contested · 3 articles · 1 root\n"
        "            Ministry of Defence of Varnia (Varnia)\n"
        "\n  6 claims, the first 1 shown; all with --limit 0\n\n"
    )
    assert look("claims", "-n", "0").stdout.endswith("\n\n  6 claims\n\n")


def test_claims_are_asked_for_by_what_they_are(look: Run) -> None:
    asked = ("--side", "Varnia", "--event", "assault", "--since", "2024-03-01", "--place", "Tarn", "--contested")
    assert [row["text"] for row in rows(look("claims", "--json", *asked).stdout)] == [HELD]
    assert len(rows(look("claims", "--json", "--uncontested", "--standing", "echoed").stdout)) == 2
    assert look("claims", "--standing", "proven").exit_code == 2


def test_claims_of_a_ledger_named_by_place(look: Run) -> None:
    assert look("claims", "war.sayso").stdout == look("claims").stdout


@pytest.mark.parametrize("verb", ["claims", "conflicts", "sources", "figures"])
def test_an_empty_ledger_says_so_in_one_row(run: Run, tmp_path: Path, verb: str) -> None:
    Ledger.open(tmp_path / "war.sayso").close()
    done = run(verb, tmp_path / "war.sayso")
    noun = {"sources": "origin"}.get(verb, verb.removesuffix("s"))
    assert (done.stdout, done.exit_code) == ("", 1)
    assert done.stderr == (
        f"{tmp_path / 'war.sayso'}: there is no {noun} in it; nothing shown. "
        "Read articles into it with: sayso add PATH --ledger FILE.\n"
    )


@pytest.mark.parametrize(
    "asked",
    [
        ("claims", "--place", "Nowhere"),
        ("conflicts", "--kind", "account"),
        ("sources", "--side", "Lethia"),
        ("figures", "--measure", "wounded"),
        ("search", "submarine"),
    ],
)
def test_what_is_not_there_is_one_row(look: Run, asked: tuple[str, ...]) -> None:
    done = look(*asked)
    assert (done.stdout, done.exit_code) == ("", 1)
    assert done.stderr.startswith("war.sayso: no ")
    assert done.stderr.endswith(" in it is like that; nothing shown. Ask for less.\n")


def test_a_search_that_cannot_be_made_is_one_row(look: Run) -> None:
    for words in (("search", '"covered market'), ("claims", "--words", '"covered market')):
        done = look(*words)
        assert (done.stdout, done.exit_code) == ("", 1)
        assert done.stderr == (
            '"covered market: a quotation mark is opened and not closed; nothing was searched. '
            "Close it, or leave it out.\n"
        )


def test_a_search_shows_statements_with_their_article_and_claim(look: Run, across: Path) -> None:
    with Ledger.open(across, write=False) as ledger:
        (found,) = ledger.claims.search("toll")
    assert found.claim is not None
    assert look("search", "29", "toll").stdout == (
        f"\n  {found.filed.statement.id[:8]}  Tarn health department (Ostrel)\n"
        f"            {SECOND}\n"
        "            Tarn Today, 16 March 2024 · official · certain\n"
        f"            claim {found.claim[:8]} · The toll rises\n"
        "\n  1 statement\n\n"
    )
    assert [row["type"] for row in rows(look("search", "market", "--json").stdout)] == ["statement"] * 2


def test_conflicts_show_both_sides_once_and_as_rows_every_pair(look: Run) -> None:
    done = look("conflicts", "--kind", "figure")
    assert "figure · 2 pairs of statements, of which one\n" in done.stdout
    assert "Kestrel Institute\n" in done.stdout
    assert "Ministry of Defence of Varnia (Varnia)\n" in done.stdout
    assert done.stdout.endswith("\n\n  1 conflict\n\n")
    found = rows(look("conflicts", "--json").stdout)
    assert [(row["type"], row["kind"]) for row in found] == [
        ("conflict", kind) for kind in ("denial", "denial", "figure", "figure")
    ]


def test_sources_are_listed_with_their_relays(look: Run) -> None:
    assert look("sources", "-n", "2").stdout == (
        "\n  Ministry of Defence of Varnia (Varnia)\n"
        "    5 statements in 3 articles · 2 claims, 1 contested\n"
        "    ← VNA (1)\n"
        "\n  Tarn health department (Ostrel)\n"
        "    2 statements in 2 articles · 1 claim\n"
        "\n  5 origins, the first 2 shown; all with --limit 0\n\n"
    )
    assert "  The Norhaven Herald, in its own voice\n" in look("sources").stdout
    assert rows(look("sources", "--json", "--side", "none").stdout) == [
        {
            "type": "source",
            "name": "Kestrel Institute",
            "kind": "organization",
            "sides": ["none"],
            "own_voice": False,
            "statements": 1,
            "articles": 1,
            "claims": 1,
            "contested": 1,
            "relays": [],
        }
    ]


def test_an_article_is_taken_out_with_its_conflicts(run: Run, tmp_path: Path) -> None:
    path = kept(tmp_path / "war.sayso")
    with Ledger.open(path, write=False) as ledger:
        (found,) = ledger.claims.search("Kestrel")
    statement, article = found.filed.statement.id, found.filed.statement.document
    done = run("remove", statement, "-l", path)
    assert done.stderr == (
        f"{statement}: this is the id of a statement; nothing removed. Give that of its article: {article}.\n"
    )
    done = run("remove", article[:10], "-l", path)
    assert done.stdout == f"{path}: taken out: What is held ({article}).\n"
    done = run("remove", article, "-l", path)
    assert (done.exit_code, done.stderr) == (
        1,
        f"{article}: no article or statement in {path} has this id; nothing removed. See: sayso list.\n",
    )
    assert TWELVE not in run("claims", path).stdout
    assert run("remove", "ffff", "-l", tmp_path / "missing.sayso").exit_code == 1
    assert not (tmp_path / "missing.sayso").exists()


def test_an_article_shows_its_copies_and_a_statement_its_claim(look: Run, across: Path) -> None:
    with Ledger.open(across, write=False) as ledger:
        (copy,) = ledger.claims.copies()
        statement = next(ledger.statements(copy.later))
        claim = ledger.claims.of(statement.id)
    assert claim is not None
    shown = look("show", copy.later).stdout
    assert (
        f"  Copies                                                                     1\n\n  {copy.earlier[:8]}  "
        in shown
    )
    (passage,) = copy.passages
    assert f"  {passage.here[0]}·{passage.here[1]}\n" in shown
    shown = look("show", statement.id).stdout
    assert (
        f"  claim       {HELD}\n"
        "              echoed · contested · 3 statements, 1 root\n"
        f"              sayso why {claim.id[:8]}\n"
    ) in shown
