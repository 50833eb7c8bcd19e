"""Decided: what somebody decided, out of a form's fields or a JSON row; what means nothing is a row, not a guess.

A form's empty field is nothing given: an empty latitude is none, an empty "seen" says that there was no entry yet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

from sayso.model.judgement import (
    ANY,
    VALUES,
    Days,
    Grade,
    JudgementKind,
    Location,
    Named,
    Note,
    Number,
    Side,
    Speaker,
    Value,
)
from sayso.model.problem import Problem, SaysoError
from sayso.model.statement import Interest, OriginKind

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Decided:
    """What a form or a row says; `seen` is None where there was no entry on that field, `ANY` where it is not told."""

    kind: JudgementKind
    about: str | tuple[str, ...] | Named
    value: Value | None
    why: str
    seen: str | None


def of_form(fields: Mapping[str, Sequence[str]]) -> Decided:
    """What the fields of a form say; each field may be there several times."""
    one = {name: values[0].strip() for name, values in fields.items() if values and values[0].strip()}
    kind = _enum(JudgementKind, one.get("kind"), "kind")
    _forget_where_another_place_was(one, fields.get("was", ()))
    about: str | tuple[str, ...] | Named = tuple(each for each in fields.get("about", ()) if each.strip())
    if "source_kind" in one:
        about = _named({**one, "kind": one["source_kind"], "own_voice": one.get("own_voice") == "1"})
    elif isinstance(about, tuple) and len(about) == 1:
        about = about[0]
    seen = (one.get("seen") or None) if "seen" in fields else ANY
    return Decided(kind, about, _value(kind, {**one, "kind": one.get("origin_kind")}), one.get("why", ""), seen)


def _forget_where_another_place_was(one: dict[str, str], was: Sequence[str]) -> None:
    """Where a form was sent with another name and the old place's degrees, code and number, these are not meant."""
    names = ("name", "lat", "lon", "country", "geonames")
    if len(was) != len(names) or one.get("name", "") == was[0]:
        return
    if (one.get("lat", ""), one.get("lon", "")) == tuple(was[1:3]):
        for name, before in zip(names[1:], was[1:], strict=True):
            if one.get(name, "") == before:
                one.pop(name, None)


def of_row(row: Fields) -> Decided:
    """What a JSON row says."""
    kind, about, value = _enum(JudgementKind, row.get("kind"), "kind"), row.get("about"), row.get("value")
    if isinstance(about, Mapping):
        about = _named({"name": about.get("name"), **about})
    elif isinstance(about, list) and all(isinstance(each, str) for each in about):
        about = tuple(about)
    elif not isinstance(about, str):
        raise _wrong("about", "it is not said what it is about", "Give an id, several, or a source.")
    if value is not None and not isinstance(value, Mapping):
        raise _wrong("value", "the value is no object", "Give its fields by their names.")
    seen, why = row.get("seen", ANY), row.get("why", "")
    if not isinstance(why, str) or not (seen is None or isinstance(seen, str)):
        raise _wrong("why", "the reason or the entry seen is no text", "Give text.")
    return Decided(kind, about, _value(kind, value or {}), why, seen or None)


def _value(kind: JudgementKind, given: Fields) -> Value | None:
    match VALUES.get(kind):
        case None:
            return None
        case made if made is Speaker:
            return Speaker(_text(given, "name"), _enum(OriginKind, given.get("kind"), "kind"), _text(given, "role"))
        case made if made is Side:
            interest = _enum(Interest, given["interest"], "interest") if given.get("interest") else None
            return Side(_text(given, "side") or "", interest)
        case made if made is Location:
            return _location(given)
        case made if made is Number:
            part, added = _text(given, "instead_of"), _added(given)
            if given.get("none"):
                return Number(None, instead_of=part, added=added)
            low, high, value = (_number(given, each) for each in ("low", "high", "value"))
            return Number(value, low, high, _text(given, "unit"), _text(given, "measure"), part, added)
        case made if made is Days:
            return Days(None, None) if given.get("none") else Days(_day(given, "first"), _day(given, "last"))
        case made if made is Grade:
            return Grade(_text(given, "grade") or "")
        case _:
            return Note(_text(given, "text") or "")


def _location(given: Fields) -> Location:
    """A place: by a name with its degrees, or one that was proposed (`at`), all of which its field tells."""
    part, added = _text(given, "instead_of"), _added(given)
    if given.get("none"):
        return Location(None, instead_of=part, added=added)
    if chosen := _text(given, "at"):
        names = ("lat", "lon", "geonames", "country", "precision")
        given = {**given, **dict(zip(names, f"{chosen}||||".split("|"), strict=False))}
    geonames = _number(given, "geonames")
    return Location(
        _text(given, "name"),
        _number(given, "lat"),
        _number(given, "lon"),
        None if geonames is None else int(geonames),
        _text(given, "country"),
        part,
        _text(given, "precision"),
        added,
    )


def _added(given: Fields) -> str | None:
    """As what a place or figure was added beside those that were read; empty for one that is added now."""
    if "new" in given or given.get("added") is True:
        return ""
    return _text(given, "added")


def _named(given: Fields) -> Named:
    kind = _enum(OriginKind, given.get("kind"), "kind")
    return Named(_text(given, "name"), kind, _text(given, "side") or "", bool(given.get("own_voice")))


def _text(given: Fields, name: str) -> str | None:
    value = given.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _wrong(name, "this is no text", "Give text.")
    return value.strip() or None


def _number(given: Fields, name: str) -> float | None:
    value = given.get(name)
    if value is None or value == "":
        return None
    try:
        found = float(value.replace(",", "").replace("\u202f", "") if isinstance(value, str) else value)
        if not isfinite(found):
            raise ValueError("no number that anybody counts to")
        return found
    except (TypeError, ValueError, OverflowError):
        raise _wrong(name, f"“{value}” is no number", "Give a number, with a point before its decimals.") from None


def _day(given: Fields, name: str) -> date | None:
    value = _text(given, name)
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise _wrong(name, f"“{value}” is no day", "Give it as 2024-03-15.") from None


def _enum(kind: Any, value: Any, name: str) -> Any:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(str(each) for each in kind)
        raise _wrong(name, f"“{value or ''}” is none of them", f"Give one of: {known}.") from None


def _wrong(where: str, what: str, remedy: str) -> SaysoError:
    return SaysoError(Problem(where, what, "nothing was decided", remedy))
