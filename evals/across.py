"""Claims and conflicts across a pile of articles, against `across.json`: on the gold's own statements and on those
read.

The gold's statements part faults of linking from faults of reading. A gold statement has the vector of the read one
that matches it, and none where nothing does; pairs of which a statement was not read are missed.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any

import typer

from evals import articles as pile
from evals import report
from evals.options import AsJson, Misses
from evals.quotes import Row
from evals.statements import score_across, score_article
from evals.tally import Mark, Scores, scores
from sayso.export.exchange import document_row, statement_row
from sayso.link.conflicts import conflict, matters
from sayso.link.features import features
from sayso.link.linked import candidates, linked
from sayso.link.same import likeness
from sayso.model.claim import Conflict, claim_id
from sayso.model.document import Interval
from sayso.model.filed import Filed
from sayso.model.problem import Problem
from sayso.model.span import Spans
from sayso.model.statement import (
    Attitude,
    Basis,
    Certainty,
    Comparator,
    Event,
    Figure,
    Hop,
    Interest,
    Origin,
    OriginKind,
    Place,
    Polarity,
    Relation,
    Statement,
    Time,
    Voice,
)
from sayso.read.reader import read
from sayso.workspace import readings

SHOWN = 90
"""Characters of a statement that a miss shows."""


@dataclass(frozen=True, slots=True)
class Pile:
    """A pile's statements, by the gold and as read, and for each gold statement the id of the read one that matches
    it."""

    gold: tuple[Filed, ...]
    read: tuple[Filed, ...]
    matched: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Filing:
    """What linking made of some statements: marks, and the pairs that it missed or invented, by kind."""

    marks: tuple[Mark, ...]
    missed: tuple[str, ...]
    invented: tuple[str, ...]
    kinds: Mapping[str, int]


def load(gold_dir: Path, article_dir: Path) -> Pile:
    """The pile, read; a gold that is not in the gold's form is left out with a problem."""
    chosen, problems = pile.cases(gold_dir, article_dir)
    golds: list[Filed] = []
    reads: list[Filed] = []
    matched: dict[str, str] = {}
    for case in chosen:
        reading = next(iter(readings([case.article])), None)
        if reading is None or isinstance(reading, Problem):
            problems += [reading] if reading else []
            continue
        found = read(reading.document)
        rows = [statement_row(each.statement) for each in found]
        shown = document_row(reading.document)
        try:
            gold = json.loads(case.gold.read_text(encoding="utf-8"))
            text = pile.quoted_text(case, shown)
            pairs = score_article({"article": case.gold.stem, **gold}, text, shown, rows)[1]
            golds += gold_filed(case.gold.stem, gold, text, pairs, {each.statement.id: each for each in found})
        except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            remedy = "Write it as gold/GUIDE.md says, with its article beside it."
            problems.append(Problem(str(case.gold), f"not in the gold's form ({error})", "gold left out", remedy))
            continue
        reads += found
        matched |= pairs
    return Pile(tuple(golds), tuple(reads), matched, tuple(problems))


def gold_filed(name: str, gold: Row, text: str, pairs: Mapping[str, str], found: Mapping[str, Filed]) -> list[Filed]:
    """The gold statements of an article as linking sees them; spans are where their words first stand."""
    made = []
    published = gold.get("published") or {}
    when = Interval(_day(published.get("earliest")), _day(published.get("latest")), ())
    for row in gold["statements"]:
        told = f"{name}#{row['id']}"
        content = _spans(text, row["content"])
        like = found.get(pairs.get(told, ""))
        near = like.statement.content[0][0] if like and like.statement.content else 0
        statement = _statement(told, name, row, text, content or ((near, near),))
        wording = " ".join(text[a:b] for a, b in content).replace("\n", " ")
        sentence = like.sentence if like else wording
        made.append(Filed(statement, wording, sentence, when, gold.get("outlet"), name, like.meaning if like else None))
    return made


def filing(statements: Sequence[Filed], across: Row, to_own: Mapping[str, str]) -> Filing:
    """Link the statements and score what comes of it; `to_own` gives for a gold id the id here."""
    made = linked(statements)
    claims = [{"id": claim_id(ids), "statements": list(ids)} for ids in made.claims]
    group = {each: ids for ids in made.claims for each in ids}
    apart = conflicts(statements, group)
    rows: list[Row] = [{"id": each.id, "a": each.a, "b": each.b} for each in apart]
    marks = score_across(across, to_own, claims, rows)
    own = {each.statement.id: each for each in statements}
    told = {key: features(each) for key, each in own.items()}
    to_gold = {mine: gold for gold, mine in to_own.items()}
    want = {
        frozenset((to_own[a], to_own[b]))
        for each in across.get("same") or ()
        for a, b in combinations(each["members"], 2)
        if a in to_own and b in to_own
    }
    judged_pairs = set(candidates(statements))
    got = {frozenset(pair) for ids in made.claims for pair in combinations(ids, 2) if set(pair) <= to_gold.keys()}
    kinds: Counter[str] = Counter()
    lines: dict[str, list[str]] = {"missed": [], "invented": []}
    for side, pairs in (("missed", want - got), ("invented", got - want)):
        for a, b in sorted(tuple(sorted(pair)) for pair in pairs):
            judged = likeness(told[a], told[b])
            met = (min(a, b), max(a, b)) in judged_pairs
            where = "one article" if told[a].document == told[b].document else "two articles"
            kinds[f"{side}, {where}{'' if met else ', no key'}"] += 1
            reasons = sorted(judged.reasons[1:], key=lambda reason: -abs(reason.weight))[:4]
            why = ", ".join(f"{reason.name} {reason.weight:+.1f}" for reason in reasons)
            shown = [f"{to_gold[x]}: {own[x].words[:SHOWN]}" for x in (a, b)]
            lines[side].append(f"{judged.score:+.1f} ({why})\n    {shown[0]}\n    {shown[1]}")
    return Filing(tuple(marks), tuple(lines["missed"]), tuple(lines["invented"]), dict(sorted(kinds.items())))


def measured(gold_dir: Path, article_dir: Path) -> Scores:
    """Same claim and conflict on the statements as read, for the gate."""
    found = load(gold_dir, article_dir)
    across_articles = json.loads((gold_dir / pile.ACROSS).read_text(encoding="utf-8"))
    return scores(filing(found.read, across_articles, found.matched).marks)


def conflicts(statements: Iterable[Filed], group: Mapping[str, tuple[str, ...]]) -> list[Conflict]:
    """The conflicts among statements that share a matter."""
    by_key: dict[int, list[Filed]] = {}
    for each in sorted(statements, key=lambda each: each.statement.id):
        for key in matters(each):
            by_key.setdefault(key, []).append(each)
    pairs = {(a.statement.id, b.statement.id): (a, b) for met in by_key.values() for a, b in combinations(met, 2)}
    found = (conflict(a, b, same_claim=group.get(x) == group.get(y)) for (x, y), (a, b) in sorted(pairs.items()))
    return [each for each in found if each is not None]


def across(
    gold_dir: Annotated[Path, typer.Argument(help="Gold, one .json an article, and across.json.")],
    article_dir: Annotated[Path, typer.Argument(help="The articles, under the same names.")],
    as_json: AsJson = False,
    misses: Misses = False,
) -> None:
    """Pairs of statements filed together, and conflicts, on the gold's statements and on those read."""
    made = load(gold_dir, article_dir)
    report.require(made.gold, list(made.problems))
    wanted = json.loads((gold_dir / pile.ACROSS).read_text(encoding="utf-8"))
    ids = {each.statement.id: each.statement.id for each in made.gold}
    filings = {"gold statements": filing(made.gold, wanted, ids), "as read": filing(made.read, wanted, made.matched)}
    if as_json:
        shown: dict[str, Any] = {
            name: {field: score.figures() for field, score in scores(each.marks).items()} | {"kinds": each.kinds}
            for name, each in filings.items()
        }
        typer.echo(json.dumps(shown))
        return
    for name, each in filings.items():
        report.out.print(report.table_of(scores(each.marks), f"{article_dir}: {name}"))
        for kind, count in each.kinds.items():
            report.out.print(f"{kind}: {count}", markup=False, highlight=False)
        if misses:
            for side, lines in (("missed", each.missed), ("invented", each.invented)):
                for line in lines:
                    report.out.print(f"{side} {line}", markup=False, highlight=False)


def _statement(told: str, name: str, row: Row, text: str, content: Spans) -> Statement:
    origin, attitude, when = row.get("origin") or {}, row.get("attitude"), row.get("time")
    start = content[0][0]
    kind = origin.get("kind") or ("outlet" if row["voice"] == "outlet" else "unstated")
    return Statement(
        id=told,
        document=name,
        content=content,
        source=(),
        cue=(),
        voice=Voice(row["voice"]),
        origin=Origin(origin.get("name"), OriginKind(kind), origin.get("side") or "unknown", origin.get("role")),
        chain=tuple(Hop(hop["name"], Relation(hop["relation"]), (start, start)) for hop in row.get("chain") or ()),
        basis=Basis(row.get("basis") or "unstated"),
        certainty=Certainty(row.get("certainty") or "certain"),
        interest=Interest(row.get("interest") or "unknown"),
        event=Event(row["event"]) if row.get("event") else None,
        attitude=Attitude(attitude.get("holder"), attitude.get("target"), Polarity(attitude["polarity"]))
        if attitude
        else None,
        places=tuple(Place(_words(place), (start, start)) for place in row.get("places") or ()),
        time=Time(_words(when.get("text") or ""), (start, start), _day(when.get("from")), _day(when.get("to")))
        if when
        else None,
        figures=tuple(_figure(figure, text, start) for figure in row.get("figures") or ()),
    )


def _figure(row: Row, text: str, start: int) -> Figure:
    words = _words(row["text"])
    at = max(text.find(words, start), 0)
    sign = Comparator(row.get("comparator") or "=")
    span = (at, at + len(words))
    return Figure(words, span, row["value"], row.get("low"), row.get("high"), sign, row.get("unit"), row.get("measure"))


def _words(row: Any) -> str:
    return row if isinstance(row, str) else str(row.get("text") or "")


def _spans(text: str, strings: Any) -> Spans:
    """Where the strings of a content stand, each after the one before where it can."""
    found: list[tuple[int, int]] = []
    for string in strings if isinstance(strings, list) else [strings]:
        words = _words(string)
        number = 0 if isinstance(string, str) else int(string.get("occurrence") or 0)
        at = text.find(words, found[-1][1] if found and not number else 0)
        for _ in range(number):
            at = text.find(words, at + 1)
        at = at if at >= 0 else text.find(words)
        if at >= 0:
            found.append((at, at + len(words)))
    return tuple(found)


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
