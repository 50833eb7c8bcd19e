"""The verbs that work on a ledger: add, list, show, export."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.cli.conftest import PROGRAM, Run, environment, program
from tests.ledger.example import numbered, reading

ROWS = [
    "pile/karsk-courier.txt: the date on the page is later than the text; the text was believed. Check the date.",
    "pile/menu.txt: no article in it; not read. Save the page with its text.",
    "pile/russian.txt: Russian is not read yet; kept, but not read. Wait for a later sayso.",
]


def test_adding_tells_what_was_read_what_was_skipped_and_why(run: Run, pile: Path) -> None:
    done = run("add", pile, "--ledger", "war.sayso")
    assert done.stdout == "war.sayso: 2 articles read (6 statements), 1 kept but not read, 1 skipped.\n"
    assert done.stderr.replace("pile/karsk-courier.txt: ", ROWS[0][:24], 1).splitlines() == ROWS
    assert done.exit_code == 0


def test_adding_twice_reads_nothing_again(run: Run, pile: Path) -> None:
    run("add", pile, "-l", "war.sayso")
    before = run("export", "war.sayso").stdout
    done = run("add", pile, "-l", "war.sayso")
    assert done.stdout == "war.sayso: 0 articles read (0 statements), 3 known already, 1 skipped.\n"
    assert done.stderr.splitlines() == ROWS[1:2]
    assert done.exit_code == 0
    assert run("export", "war.sayso").stdout == before


def test_adding_quietly_prints_problems_only(run: Run, pile: Path) -> None:
    done = run("add", pile, "-q")
    assert (done.stdout, done.stderr.splitlines(), done.exit_code) == ("", ROWS, 0)
    assert Path("ledger.sayso").exists()


def test_adding_nothing_that_can_be_read_has_status_one(run: Run, pile: Path) -> None:
    done = run("add", pile / "menu.txt", "missing.txt")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 2
    assert run("add").exit_code == 2


def test_the_ledger_may_be_named_by_the_environment(run: Run, pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", "other.sayso")
    assert run("add", pile / "seven.txt").exit_code == 0
    assert Path("other.sayso").exists()
    assert "1 article, 1 statement" in run("list").stdout


def test_listing_by_option_and_by_place_is_the_same(run: Run, pile: Path) -> None:
    run("add", pile, "-l", "war.sayso")
    done = run("list", "--ledger", "war.sayso")
    ids = [row.id[:8] for row in Ledger.open("war.sayso").listed()]
    assert done.stdout == (
        f"\n  {ids[0]}  Ostrel says it holds 41 villages as Varnian families wait for news\n"
        "            The Karsk Courier · 14–17 August 2031 · 5 statements ·\n"
        "            pile/karsk-courier.txt\n"
        f"\n  {ids[1]}  pile/russian.txt\n"
        "            outlet not named · date not known · not read (Russian)\n"
        f"\n  {ids[2]}  pile/seven.txt\n"
        "            outlet not named · date not known · 1 statement\n"
        "\n  3 articles, 6 statements; 3 problems, see: sayso list --problems\n\n"
    )
    assert run("list", "war.sayso").stdout == done.stdout
    assert run("list", "war.sayso", "-l", "other.sayso").exit_code == 2
    assert run("list", "war.sayso", "--problems").stdout.splitlines() == ROWS


def test_a_list_for_programs_has_every_article_and_every_problem(run: Run, pile: Path) -> None:
    run("add", pile, "-l", "war.sayso")
    articles = [json.loads(row) for row in run("list", "war.sayso", "--json").stdout.splitlines()]
    assert [(row["location"], row["language"], row["statements"]) for row in articles] == [
        ("pile/karsk-courier.txt", "en", 5),
        ("pile/russian.txt", "ru", 0),
        ("pile/seven.txt", "en", 1),
    ]
    assert articles[0]["published"] == {"earliest": "2031-08-14", "latest": "2031-08-17"}
    problems = [json.loads(row) for row in run("list", "war.sayso", "--json", "--problems").stdout.splitlines()]
    assert [f"{row['where']}: {row['what']}; {row['effect']}. {row['remedy']}" for row in problems] == ROWS


def test_showing_a_statement_shows_the_words_it_was_read_from(run: Run, pile: Path) -> None:
    run("add", pile, "-l", "war.sayso")
    with Ledger.open("war.sayso") as ledger:
        soldier = next(ledger.statements(relay="Ostrel Wire"))
    done = run("show", soldier.id[:10], "--ledger", "war.sayso")
    assert "one Varnian soldier (Varnia) ← Radio Tarn (told) ← Ostrel" in done.stdout
    assert '"⟦We left the bridge at Belomir under fire⟧,"' in done.stdout
    assert "  content     “We left the bridge at Belomir under fire”  241–281\n" in done.stdout
    assert "  relay       “Ostrel Wire”  351–362\n" in done.stdout
    assert "between 14 and 17 August 2031" in done.stdout
    assert done.exit_code == 0


def test_showing_an_article_shows_its_audit_and_problems(run: Run, pile: Path) -> None:
    run("add", pile, "-l", "war.sayso")
    with Ledger.open("war.sayso") as ledger:
        article = next(ledger.documents())
        first = next(ledger.statements(article.id))
    done = run("show", article.id, "-l", "war.sayso")
    assert f"  id          {article.id}\n" in done.stdout
    assert f"  {first.id[:8]}  Ministry of Defence of the Republic of Ostrel (Ostrel)\n" in done.stdout
    assert "  problem     the date on the page is later than the text; the text was\n" in done.stdout


@pytest.mark.parametrize("words", [["show", "ffff"], ["show", "f"], ["list"], ["export"]])
def test_a_ledger_that_is_not_there_is_one_row(run: Run, pile: Path, words: list[str]) -> None:
    done = run(*words)
    assert (done.stdout, done.exit_code) == ("", 1)
    assert done.stderr == (
        "ledger.sayso: there is no ledger here; nothing to show. Make one with: sayso add PATH --ledger FILE.\n"
    )


def test_an_id_that_is_not_there_is_one_row(run: Run, pile: Path) -> None:
    run("add", pile / "seven.txt")
    done = run("show", "no\x1b[31msuch")
    assert done.exit_code == 1
    assert done.stderr == (
        r"no\x1b[31msuch: no article or statement in ledger.sayso has this id; nothing shown. See: sayso list." "\n"
    )


def test_exporting_gives_articles_and_statements_as_lines(run: Run, pile: Path) -> None:
    run("add", pile, "-l", "war.sayso")
    done = run("export", "war.sayso", "--to", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    kinds = ["document", *["statement"] * 5, "document", "document", "statement"]
    assert [row["type"] for row in rows] == [*kinds, *["claim"] * 6]
    assert rows[0]["title"] == reading().document.title
    assert run("export", "-l", "war.sayso", "-o", "war.jsonl").stdout == ""
    assert Path("war.jsonl").read_text(encoding="utf-8") == done.stdout
    assert run("export", "war.sayso", "-o", "-").stdout == done.stdout
    assert run("export", "war.sayso", "--to", "xml").exit_code == 2


def test_exporting_to_where_nothing_can_be_written_is_one_row(run: Run, pile: Path) -> None:
    run("add", pile, "-l", "war.sayso")
    for place in ("pile", "missing/war.jsonl"):
        done = run("export", "war.sayso", "-o", place)
        assert done.exit_code == 1
        assert done.stderr.startswith(f"{place}: this file cannot be written (")
    assert sorted(path.name for path in Path().iterdir()) == ["pile", "war.sayso"]


def test_the_version_is_told_without_loading_what_is_heavy() -> None:
    done = program("--version")
    assert done.stdout.startswith(b"sayso 0.")
    assert program("--no-such-option").returncode == 2


def test_help_names_every_verb(run: Run) -> None:
    text = run("--help").stdout
    verbs = ("add", "export", "list", "read", "show", "claims", "why", "conflicts", "sources", "figures", "search")
    assert all(verb in text for verb in (*verbs, "remove"))


def test_breaking_off_leaves_a_sound_ledger_and_says_so(pile: Path) -> None:
    for number in range(100, 400):
        (pile / f"{number}.txt").write_bytes(numbered(number)[0].content)
    slow = PROGRAM[2].replace(
        "workspace.read_page = read_page",
        "import time; workspace.read_page = lambda page: (time.sleep(0.02), read_page(page))[1]",
    )
    process = subprocess.Popen(
        [*PROGRAM[:2], slow, "add", "pile", "-l", "war.sayso"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        text=True,
    )
    until = time.monotonic() + 30
    while time.monotonic() < until and not _kept():
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Stopped. What was read is safe in war.sayso; the same command goes on from there." in err
    assert "Traceback" not in err
    with Ledger.open("war.sayso") as ledger:
        kept = list(ledger.documents())
        assert 0 < len(kept) < 300
        assert f"{len(kept)} articles read" in out or "articles read" in out


def _kept() -> bool:
    if not os.path.exists("war.sayso"):
        return False
    try:
        with Ledger.open("war.sayso", write=False, create=False) as ledger:
            return sum(1 for _ in ledger.listed()) > 3
    except Exception:
        return False


def test_exporting_never_replaces_a_pipe_or_device(run: Run, pile: Path) -> None:
    run("add", "pile", "-l", "war.sayso")
    os.mkfifo("pipe")
    done = run("export", "war.sayso", "-o", "pipe")
    assert (done.exit_code, done.stderr) == (
        1,
        "pipe: this file cannot be written (it is a device, pipe or socket); nothing exported. "
        "Give another place with -o.\n",
    )
    assert Path("pipe").is_fifo()


def test_exporting_through_a_link_writes_the_file_behind_it(run: Run, pile: Path) -> None:
    run("add", "pile", "-l", "war.sayso")
    Path("real.jsonl").write_text("old\n")
    Path("link.jsonl").symlink_to("real.jsonl")
    assert run("export", "war.sayso", "-o", "link.jsonl").exit_code == 0
    assert Path("link.jsonl").is_symlink()
    assert Path("real.jsonl").read_text().startswith('{"type": "document"')


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no device that is always full")
@pytest.mark.parametrize(
    "words", [["export", "war.sayso"], ["list", "war.sayso"], ["read", "--json", "pile/seven.txt"]]
)
def test_an_output_that_is_full_is_one_row(run: Run, pile: Path, words: list[str]) -> None:
    run("add", "pile", "-l", "war.sayso")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "standard output: it cannot be written (No space left on device); not everything was printed. "
        "Make room, or send the output elsewhere, and run the same command again.\n",
    )
