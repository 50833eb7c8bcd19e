"""`sayso read`: the audit, the exchange format, and the exit status."""

import json
import os
import sys
from pathlib import Path

import pytest

from sayso.export.jsonl import lines
from tests.cli.conftest import Run, program
from tests.ledger.example import LOCATION, reading

AUDIT = """
  Ostrel says it holds 41 villages as Varnian families wait for news
  ────────────────────────────────────────────────────────────────────────────
  outlet      The Karsk Courier
  language    English
  page date   20 August 2031, but the text speaks against it
  published   between 14 and 17 August 2031
              · “14 August” is named as a day that has been
              · “since Tuesday” and “on Wednesday night” still name the week
              of 11 to 17 August
  from        pile/karsk-courier.txt
              https://karsk-courier.example/2031/tarn

  Who it rests on                                                     43 words

  Ministry of Defence of the        ███████████▏                  40 %      17
  Republic of Ostrel
  Irina Lask                        █████▉                        21 %       9
  one Varnian soldier               █████▎                        19 %       8
  the outlet's own voice            █████▉                        21 %       9

  Left out: 4 words of page furniture.

  What it says                                                    5 statements

    1  Ministry of Defence of the Republic of Ostrel (Ostrel)
       Ostrel's forces have taken 41 villages around Tarn since Tuesday
       official · certain · serves own side
       where: Tarn · when: since Tuesday (12–14 August 2031) · figures: 41
       villages (villages taken) · event: assault

    2  one Varnian soldier (Varnia) ← Radio Tarn (told) ← Ostrel Wire
       (translated)
       “We left the bridge at Belomir under fire”
       quoted · participant · certain · against own side
       where: Belomir · event: retreat

    3  Ministry of Defence of the Republic of Ostrel (Ostrel)
       Denied: the dam at Karsk had been hit
       official · denied · serves own side
       where: Karsk · event: assault

    4  Irina Lask (head of the Committee of Families, Varnia)
       Mothers of conscripts no longer trust the general staff
       hearsay · certain · against own side
       attitude: mothers of conscripts, negative toward the general staff

    5  the outlet's own voice
       No shelling was heard in Karsk on Wednesday night
       certain
       where: Karsk · when: on Wednesday night (13–14 August 2031)

"""
ROW = f"{LOCATION}: the date on the page is later than the text; the text was believed. Check the date.\n"


def test_the_audit_of_an_article(run: Run, pile: Path) -> None:
    done = run("read", pile / "karsk-courier.txt")
    assert (done.stdout, done.stderr, done.exit_code) == (AUDIT, ROW, 0)


def test_json_prints_the_exchange_format_and_nothing_else(run: Run, pile: Path) -> None:
    done = run("read", "--json", pile / "karsk-courier.txt")
    assert [json.loads(line)["type"] for line in done.stdout.splitlines()] == ["document", *["statement"] * 5]
    assert done.stdout.splitlines() == list(lines(reading()))
    assert (done.stderr, done.exit_code) == (ROW, 0)


def test_one_article_of_many_is_enough_and_every_other_is_a_row(run: Run, pile: Path) -> None:
    done = run("read", "--json", pile, "missing.txt")
    assert [json.loads(line)["type"] for line in done.stdout.splitlines()].count("document") == 3
    assert done.stderr.splitlines() == [
        ROW.strip(),
        "pile/menu.txt: no article in it; not read. Save the page with its text.",
        "pile/russian.txt: Russian is not read yet; kept, but not read. Wait for a later sayso.",
        "missing.txt: no such file or folder; not read. Check the path.",
    ]
    assert done.exit_code == 0


@pytest.mark.parametrize("name", ["pile/menu.txt", "pile/russian.txt", "missing.txt"])
def test_where_nothing_could_be_read_the_status_says_so(run: Run, pile: Path, name: str) -> None:
    done = run("read", name)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{name}: ")
    assert len(done.stderr.splitlines()) == 1


def test_no_path_is_a_wrong_command_line(run: Run) -> None:
    assert run("read").exit_code == 2


def test_standard_input_is_an_article_too(pile: Path) -> None:
    done = program("read", "--json", "-", input=(pile / "seven.txt").read_bytes())
    assert [json.loads(line)["type"] for line in done.stdout.splitlines()] == ["document", "statement"]
    assert (done.stderr, done.returncode) == (b"", 0)


def test_a_pipe_that_closes_early_is_quiet(pile: Path) -> None:
    import subprocess

    from tests.cli.conftest import PROGRAM, environment

    for words in (["read", "--json"], ["read"]):
        process = subprocess.Popen(
            [*PROGRAM, *words, *["pile"] * 1], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read().decode()
        process.wait()
        process.stderr.close()
        assert "Broken" not in err
        assert "Traceback" not in err


def test_a_terminal_without_unicode_gets_plain_signs(pile: Path) -> None:
    import subprocess

    from tests.cli.conftest import PROGRAM, environment

    plain = "import sayso.__main__ as door; door.prepare = lambda: None; door.main()"
    script = [*PROGRAM[:2], PROGRAM[2].replace("from sayso.__main__ import main; main()", plain)]
    done = subprocess.run(
        [*script, "read", "pile/karsk-courier.txt"],
        capture_output=True,
        env={**environment(), "PYTHONIOENCODING": "ascii:backslashreplace"},
        check=False,
    )
    text = done.stdout.decode("ascii")
    assert "one Varnian soldier (Varnia) <- Radio Tarn (told) <- Ostrel Wire" in text
    assert "#####" in text
    assert done.returncode == 0


def test_a_closed_standard_input_is_one_row(run: Run, pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.cli import read as verb
    from sayso.model.problem import Problem

    monkeypatch.setattr(sys, "stdin", None)
    assert list(verb._results([Path("-")])) == [
        Problem("standard input", "it is closed", "not read", "Pipe an article into it, or name a file.")
    ]


def test_a_file_closed_to_us_is_a_row_and_no_wrong_command_line(
    run: Run, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = "pile/seven.txt"
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode, **rest: str(path) != closed and allowed(path, mode, **rest))
    assert run("read", closed).exit_code == 0, "whether it may be read is found by reading it"
