"""What may enter the journal: judgements of a kind on what it can be about, with values that mean something.

`Grade("7")` on a claim is refused with a row, as is a place at 95° north; grades are those of their standards and no
others.
"""

from math import isfinite

from sayso.model.judgement import (
    GRADES,
    SUBJECTS,
    VALUES,
    Days,
    Draft,
    Grade,
    JudgementKind,
    Location,
    Note,
    Number,
    Side,
    Speaker,
    Subject,
    Value,
)
from sayso.model.problem import Problem, SaysoError
from sayso.model.statement import PRECISIONS, OriginKind

LONG = 10_000
"""Characters of a reason or a note at most: an essay belongs in a document of its own."""

SHORT = 500
"""Characters of a name at most."""

_NOTHING = "nothing was decided"


def check(draft: Draft) -> None:
    """Raises SaysoError with the row that says why a judgement cannot be entered."""
    wanted = VALUES.get(draft.kind)
    if not draft.who.strip():
        raise refused(draft.kind, "nobody is named who decides", "Say who you are.")
    if len(draft.who) > SHORT or len(draft.why) > LONG:
        raise refused(draft.kind, f"it is longer than {LONG:,} characters", "Make it shorter.")
    if draft.subject not in SUBJECTS[draft.kind]:
        some = " or ".join(sorted(SUBJECTS[draft.kind]))
        raise refused(draft.kind, f"a {draft.kind} is of a {some}, not of a {draft.subject}", "Judge that.")
    if (draft.value is None) != (wanted is None) or (wanted is not None and not isinstance(draft.value, wanted)):
        meant = "no value" if wanted is None else f"a {wanted.__name__}"
        raise refused(draft.kind, f"a {draft.kind} takes {meant}", "Give what it takes.")
    if (draft.source is None) == (draft.subject is Subject.SOURCE) or (
        not draft.ids and draft.subject is not Subject.SOURCE
    ):
        raise refused(draft.kind, "it is not said what it is about", "Give the id, or the source.")
    if draft.value is not None:
        _check_value(draft.kind, draft.value)


def refused(where: str, what: str, remedy: str) -> SaysoError:
    """The error with its row."""
    return SaysoError(Problem(where, what, _NOTHING, remedy))


def _check_value(kind: JudgementKind, value: Value) -> None:
    match value:
        case Grade():
            known = [str(each) for each in GRADES[kind]]
            if value.grade not in known:
                raise refused(kind, f"“{value.grade}” is no grade of it", f"Give one of: {', '.join(known)}.")
        case Note():
            if not value.text.strip() or len(value.text) > LONG:
                raise refused(kind, "the note is empty or too long", f"Write up to {LONG:,} characters.")
        case Speaker():
            _check_speaker(kind, value)
        case Side():
            if not value.side.strip() or len(value.side) > SHORT:
                raise refused(kind, "no side is named", "Give a side, “none” or “unknown”.")
        case Location():
            _check_location(kind, value)
        case Number():
            _check_number(kind, value)
        case Days():
            if value.first is not None and value.last is not None and value.first > value.last:
                raise refused(kind, "the last day is before the first", "Give the days in their order.")


def _check_speaker(kind: JudgementKind, value: Speaker) -> None:
    unnamed = value.kind in (OriginKind.OUTLET, OriginKind.UNSTATED)
    if not (value.name or "").strip() and not unnamed:
        raise refused(kind, f"a {value.kind} has no name", "Name who says it, or choose outlet or unstated.")
    if len(value.name or "") > SHORT or len(value.role or "") > SHORT:
        raise refused(kind, f"a name is longer than {SHORT} characters", "Make it shorter.")


def _check_part(kind: JudgementKind, value: Location | Number) -> None:
    if value.added is not None and (not value.added.strip() or value.instead_of is not None):
        raise refused(kind, "it is not said which of those that were added it is", "Give the one it was added as.")
    if max(len(value.added or ""), len(value.instead_of or "")) > LONG:
        raise refused(kind, f"it is longer than {LONG:,} characters", "Make it shorter.")


def _check_location(kind: JudgementKind, value: Location) -> None:
    _check_part(kind, value)
    if value.name is None:
        return
    if not value.name.strip() or len(value.name) > SHORT:
        raise refused(kind, "the place has no name", "Name it, or say that it is nowhere.")
    if (value.lat is None) != (value.lon is None):
        raise refused(kind, "a latitude is given without a longitude, or the other way", "Give both or neither.")
    if value.lat is not None and value.lon is not None and not (abs(value.lat) <= 90 and abs(value.lon) <= 180):
        raise refused(kind, f"{value.lat}, {value.lon} is no place on earth", "Give degrees north and east.")
    code = value.country
    if code is not None and not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
        raise refused(kind, f"“{code}” is no code of a country", "Give two capital letters, as ISO 3166 has them.")
    if value.geonames is not None and not 0 < value.geonames < 2**31:
        raise refused(kind, f"{value.geonames} is no number of GeoNames", "Leave it out.")
    if value.precision not in (None, *PRECISIONS):
        raise refused(kind, f"“{value.precision}” is no precision", f"Give one of: {', '.join(PRECISIONS)}.")


def _check_number(kind: JudgementKind, value: Number) -> None:
    _check_part(kind, value)
    if value.value is None:
        return
    given = [each for each in (value.low, value.value, value.high) if each is not None]
    if not all(map(isfinite, given)) or given != sorted(given):
        raise refused(kind, "the figure does not lie between its bounds", "Give low, value and high in that order.")
    if len(value.unit or "") > SHORT or len(value.measure or "") > SHORT:
        raise refused(kind, f"a unit or measure is longer than {SHORT} characters", "Make it shorter.")
