"""Splitting and merging a claim that many articles print costs what they are, and not what their pairs are."""

from collections.abc import Callable
from cProfile import Profile
from dataclasses import replace
from pathlib import Path
from pstats import Stats

from sayso.ledger import Ledger
from sayso.model.document import document_id
from sayso.model.judgement import Draft, JudgementKind, Subject
from sayso.model.reading import Reading
from sayso.model.statement import statement_id
from tests.ledger.pile import TWELVE, articles

FEW, MANY = 40, 80
AT_MOST = 2.2
"""Times as much work for twice the copies: in line with their number it is 2, with its square 4 (150 against 75: 1.6 to
1.8; when each spoke for itself, 80 took 2.9 times what 40 took, and 150 took 1.3 seconds)."""


def printed(ledger: Ledger, times: int) -> tuple[str, ...]:
    """The statements of one claim that so many articles print, of which some may be there."""
    received, found = next(article for article in articles() if article.name == "tally.txt").read()
    for number in range(len(list(ledger.listed())), times):
        location = f"pile/{number:04}.txt"
        name = document_id(location, received.content)
        said = tuple(replace(s, document=name, id=statement_id(name, s.content, s.source)) for s in found.statements)
        document = replace(found.document, id=name, location=location)
        ledger.add(replace(received, location=location), Reading(document, said))
    (claim,) = [each for each in ledger.claims.all_claims() if each.text == TWELVE]
    assert len(claim.statements) == times
    return tuple(sorted(claim.statements))


def work(act: Callable[[], object]) -> int:
    """How many calls something takes: the same on every machine, however busy."""
    profile = Profile()
    profile.runcall(act)
    return int(Stats(profile).total_calls)  # type: ignore[attr-defined]


def costs(ledger: Ledger, times: int) -> dict[str, int]:
    """How many calls each way of grouping takes; afterwards nothing is decided."""
    ids = printed(ledger, times)

    def judge(kind: JudgementKind, *about: str) -> str:
        return ledger.journal.judge(Draft("ada", kind, Subject.CLAIM, about)).id

    found, made = dict[str, int](), list[str]()
    for name, kind, about in (
        ("one split off", JudgementKind.SPLIT, ids[:1]),
        ("half split off", JudgementKind.SPLIT, ids[: times // 2]),
        ("merged", JudgementKind.MERGE, ids),
    ):
        found[name] = work(lambda kind=kind, about=about: made.append(judge(kind, *about)))  # type: ignore[misc]
        found[f"{name}, and back"] = work(lambda: ledger.journal.undo(made[-1], "ada"))
    return found


def test_twice_the_copies_cost_little_more_than_twice_the_work(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.sayso") as ledger:
        few, many = costs(ledger, FEW), costs(ledger, MANY)
    ratios = {name: round(many[name] / few[name], 2) for name in few}
    assert {name: ratio for name, ratio in ratios.items() if ratio > AT_MOST} == {}, ratios
