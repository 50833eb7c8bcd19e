"""Answers of a ledger that the exchange format has no row for: each is one JSON object with its own `type`.

`likeness` (why two statements are together), `copy`, `source`, `figure` and the `range` of several, `listed` (an
article without its text), `changed` (of the people) and `problem`. Values and days are written as in the exchange
format.
"""

from datetime import date
from math import isfinite
from typing import Any

from sayso.export.measures import Measure
from sayso.ledger import Listed, Noted
from sayso.ledger.briefs import Brief
from sayso.ledger.sources import Source
from sayso.model.claim import Copy, Likeness
from sayso.model.document import Interval
from sayso.model.person import Changed
from sayso.weigh.sheet import SheetRow

Row = dict[str, Any]


def likeness_row(a: str, b: str, likeness: Likeness, *, together: bool, by_way_of: tuple[str, ...]) -> Row:
    """What speaks for and against filing two statements together; `by_way_of` are those that tie them, if others do."""
    return {
        "type": "likeness",
        "a": a,
        "b": b,
        "together": together,
        "by_way_of": list(by_way_of),
        "score": likeness.score,
        "reasons": [{"name": each.name, "weight": each.weight, "why": each.why} for each in likeness.reasons],
    }


def copy_row(copy: Copy) -> Row:
    """Two articles that share text, with the passages: [start, end] in the later and in the earlier one's text."""
    return {
        "type": "copy",
        "later": copy.later,
        "earlier": copy.earlier,
        "kind": copy.kind.value,
        "share": copy.share,
        "passages": [{"here": list(each.here), "there": list(each.there)} for each in copy.passages],
        "why": copy.why,
    }


def figure_row(row: SheetRow) -> Row:
    """One figure of the figures sheet."""
    return {
        "type": "figure",
        "statement": row.statement,
        "document": row.document,
        "location": row.location,
        "outlet": row.outlet,
        "text": row.text,
        "measure": row.measure,
        "counted": row.counted,
        "whose": list(row.whose),
        "places": list(row.places),
        "value": _number(row.value),
        "low": _number(row.low),
        "high": _number(row.high),
        "unit": row.unit,
        "who": row.who,
        "side": row.side,
        "as_of": row.as_of and {"text": row.as_of.text, "from": _iso(row.as_of.start), "to": _iso(row.as_of.end)},
        "said": _days(row.said),
        "coded": row.coded,
        "earlier": row.earlier,
        "denied": row.denied,
    }


def range_row(measure: Measure) -> Row:
    """What the figures of one measure give together."""
    found = measure.range
    return {
        "type": "range",
        "measure": measure.name,
        "counted": measure.counted,
        "low": _number(found.low),
        "high": _number(found.high),
        "coded": found.coded,
        "rows": found.rows,
        "rule": found.rule,
    }


def brief_row(brief: Brief) -> Row:
    """A claim as a list shows it: with the first of its roots, and how many roots, articles and statements it has."""
    return {
        "type": "brief",
        "id": brief.id,
        "text": brief.text,
        "standing": brief.standing.value,
        "contested": brief.contested,
        "articles": brief.articles,
        "statements": brief.statements,
        "of_roots": brief.of_roots,
        "roots": [
            {
                "name": root.name,
                "kind": root.kind.value,
                "side": root.side,
                "interest": root.interest.value,
                "own_voice": root.own_voice,
                "statements": root.statements,
            }
            for root in brief.roots
        ],
        "places": list(brief.places),
        "time": {"from": _iso(brief.start), "to": _iso(brief.end)},
        "said": {"earliest": _iso(brief.first), "latest": _iso(brief.last)},
    }


def source_row(source: Source) -> Row:
    """One origin of a ledger."""
    return {
        "type": "source",
        "name": source.name,
        "kind": source.kind.value,
        "sides": list(source.sides),
        "own_voice": source.own_voice,
        "statements": source.statements,
        "articles": source.articles,
        "claims": source.claims,
        "contested": source.contested,
        "relays": [{"name": name, "statements": statements} for name, statements in source.relays],
    }


def listed_row(listed: Listed) -> Row:
    """An article as a list has it, with the number of its statements."""
    return {
        "type": "listed",
        "id": listed.id,
        "location": listed.location,
        "title": listed.title,
        "outlet": listed.outlet,
        "language": listed.language,
        "published": {"earliest": _iso(listed.earliest), "latest": _iso(listed.latest)},
        "statements": listed.statements,
    }


def problem_row(noted: Noted) -> Row:
    """What could not be read, when that was noted, and in which article if in one."""
    problem = noted.problem
    return {
        "type": "problem",
        "where": problem.where,
        "what": problem.what,
        "effect": problem.effect,
        "remedy": problem.remedy,
        "noted": noted.noted.isoformat(),
        "document": noted.document,
    }


def _days(days: Interval) -> Row:
    return {"earliest": _iso(days.earliest), "latest": _iso(days.latest)}


def _number(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def roll_row(changed: Changed) -> Row:
    """An entry of the roll: who changed what of whom, and when; never anything of a password."""
    return {
        "type": "changed",
        "number": changed.number,
        "when": changed.when.isoformat().replace("+00:00", "Z"),
        "who": changed.who,
        "whom": changed.whom,
        "what": changed.what.value,
        "role": changed.role.value,
    }
