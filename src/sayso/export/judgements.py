"""Entries of the journal for people and programs: in a line of plain words, and as one JSON object each.

    side: Ostrel        merged: 4 statements        credibility: 3, possibly true

An entry's `target` is that of a W3C Web Annotation: the article, with a TextQuoteSelector and a TextPositionSelector
for the words of each statement that it was made on, and of its source. Entries are of a `type` of their own, beside the
four of the exchange format.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sayso.export import words
from sayso.model.judgement import (
    BANDS,
    CREDIBILITIES,
    RELIABILITIES,
    Anchor,
    Credibility,
    Days,
    Entry,
    Grade,
    Judgement,
    JudgementKind,
    Likelihood,
    Location,
    Note,
    Number,
    Quote,
    Reliability,
    Side,
    Speaker,
    Subject,
    Value,
    called,
)
from sayso.model.statement import OriginKind

Row = dict[str, Any]

NAMES = {
    JudgementKind.SPEAKER: "speaker",
    JudgementKind.SIDE: "side",
    JudgementKind.PLACE: "place",
    JudgementKind.FIGURE: "figure",
    JudgementKind.TIME: "time",
    JudgementKind.SPLIT: "split off",
    JudgementKind.MERGE: "merged",
    JudgementKind.HIDE: "hidden",
    JudgementKind.RELIABILITY: "reliability of the source",
    JudgementKind.CREDIBILITY: "credibility",
    JudgementKind.LIKELIHOOD: "likelihood",
    JudgementKind.NOTE: "note",
    JudgementKind.UNDO: "taken back",
    JudgementKind.REREAD: "read anew",
}


def in_line(entry: Entry) -> str:
    """What an entry did, in a line; of an undo what it took back, or restored."""
    if entry.undone is None:
        return decided(entry.judgement)
    return f"{'restored' if entry.restores else 'taken back'}: {decided(entry.undone)}"


def decided(judgement: Judgement) -> str:
    """What was decided, in a line: "figure: 25, from 20 to 30 (people killed)"."""
    name, value = NAMES[judgement.kind], judgement.value
    if value is not None:
        return f"{name}: {told(judgement.kind, value)}"
    if judgement.kind is JudgementKind.UNDO:
        return f"{name}: {(judgement.undoes or '')[:8]}"
    if judgement.kind is JudgementKind.SPLIT:
        return f"{name}: {words.counted(len(judgement.about.anchors), 'statement')} of a claim"
    if judgement.kind is JudgementKind.MERGE:
        return f"{name}: {words.counted(len(judgement.about.anchors), 'statement')}"
    some = words.counted(len(judgement.about.anchors), "statement")
    return f"{name}: {'the article' if judgement.about.subject is Subject.ARTICLE else some}"


def ruling(ruled: Sequence[Judgement]) -> str | None:
    """Who put two statements together or apart: "ada merged them on 22 November 2026: the same list"."""
    if not ruled:
        return None
    last = ruled[-1]
    did = "merged them" if last.kind is JudgementKind.MERGE else "split one from the other"
    return f"{last.who} {did} on {words.day(last.when.date())}{f': {last.why}' if last.why else ''}"


def told(kind: JudgementKind, value: Value) -> str:
    """A value in a line."""
    match value:
        case Speaker():
            who = value.name or words.NOBODY_NAMED[value.kind]
            own = value.kind is OriginKind.OUTLET and value.name is None
            return "the outlet in its own voice" if own else f"{who}, {value.role}" if value.role else who
        case Side():
            serves = words.INTERESTS.get(value.interest, "not known whom it serves") if value.interest else None
            by = f" by the rule of interest: {value.rule}" if value.rule else ""
            return f"{value.side}, {serves}{by}" if serves else value.side
        case Location():
            return _location(value)
        case Number():
            return _number(value)
        case Days():
            none = value.first is None and value.last is None
            return "none" if none else words.days(value.first, value.last)
        case Grade():
            return graded(kind, value)
        case Note():
            return value.text


def graded(kind: JudgementKind, value: Grade) -> str:
    """A grade with its standard's own words."""
    if kind is JudgementKind.RELIABILITY:
        return f"{value.grade}, {RELIABILITIES[Reliability(value.grade)]}"
    if kind is JudgementKind.CREDIBILITY:
        return f"{value.grade}, {CREDIBILITIES[Credibility(value.grade)]}"
    other, low, high = BANDS[Likelihood(value.grade)]
    return f"{value.grade} ({other}, {low} to {high} in 100)"


def quoted(judgement: Judgement) -> str | None:
    """The words of the first statement that it was made on."""
    anchors = judgement.about.anchors
    return anchors[0].content.exact if anchors else None


def judgement_row(entry: Entry) -> Row:
    """An entry of the journal as JSON; `statements` are those on which it rests now."""
    made, about = entry.judgement, entry.judgement.about
    return {
        "type": "judgement",
        "id": made.id,
        "who": made.who,
        "when": made.when.isoformat().replace("+00:00", "Z"),
        "why": made.why,
        "kind": made.kind.value,
        "value": None if made.value is None else _plain(made.value),
        "subject": about.subject.value,
        "document": about.document,
        "claims": list(about.claims),
        "source": about.source
        and {
            "name": about.source.name,
            "kind": about.source.kind.value,
            "side": about.source.side,
            "own_voice": about.source.own,
        },
        "undoes": about.entry,
        "in_force": entry.in_force,
        "taken_back": entry.taken_back and entry.taken_back.id,
        "statements": list(entry.statements),
        "adrift": [each.statement for each in entry.adrift],
        "target": list(_targets(made)),
    }


def _targets(judgement: Judgement) -> Iterator[Row]:
    about = judgement.about
    for anchors, rest in ((about.anchors, False), (about.others, True)):
        for anchor in anchors:
            yield _target(anchor, anchor.content, "content", rest=rest)
            if anchor.source is not None:
                yield _target(anchor, anchor.source, "source", rest=rest)


def _target(anchor: Anchor, quote: Quote, part: str, *, rest: bool) -> Row:
    return {
        "type": "SpecificResource",
        "source": anchor.document,
        "sha256": anchor.sha256,
        "statement": anchor.statement,
        "part": part,
        "rest": rest,
        "selector": [
            {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
            {"type": "TextPositionSelector", "start": quote.span[0], "end": quote.span[1]},
        ],
    }


def _plain(value: Value) -> Row:
    from dataclasses import fields

    raw = {each.name: getattr(value, each.name) for each in fields(value)}
    return {name: each.isoformat() if isinstance(each, date) else each for name, each in raw.items()}


def _location(value: Location) -> str:
    at = "" if value.lat is None or value.lon is None else f" ({value.lat:g}, {value.lon:g})"
    return _of_part(value, "nowhere" if value.name is None else f"{value.name}{at}")


def _number(value: Number) -> str:
    if value.value is None:
        return _of_part(value, "none")
    ends = [f"from {value.low:g}"] if value.low is not None else []
    ends += [f"to {value.high:g}"] if value.high is not None else []
    counted = f" ({value.measure})" if value.measure else ""
    return _of_part(value, f"{value.value:g}{', ' if ends else ''}{' '.join(ends)}{counted}")


def _of_part(value: Location | Number, what: str) -> str:
    """What was fixed, and which of several that is."""
    if value.added is None:
        return f"{what}, instead of {value.instead_of}" if value.instead_of else what
    now = called(value)
    return f"{what}, added{'' if value.added == now else f' as {value.added}'}" if now else f"{value.added} taken away"
