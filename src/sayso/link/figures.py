"""Figures that part: two counts of one measure, place and time whose bounds do not overlap.

The rule, step by step:
1. Two tellers. A figure that one origin gives again is its revision; one that its report gives up ("the previous toll
   was 20") is held against nothing.
2. One measure (`sayso.lexicon.counting`): the same, or one a part of the other. A part may not be more than the whole:
   74 settlements controlled cannot stand beside 41 operated in.
   A statement that has the other's number as well ("31, including 10 on a bus") knows of both.
3. One place, or one within the other, and then again no more in the part than in the whole.
4. One time. What stands at a time (settlements held) must be as of days that meet. What happened (people killed) must
   have happened on days that meet, by means that do not differ, in a place that is no whole country; a count of a week
   or a war is held against no single event.
   The two must share a word of the event ("market"), or one must be a bare toll ("24 dead"); a number that comes on top
   of others ("four more"), and one of some of the dead, is held against no whole.
5. Tolls rise: of two, the later may be the higher. So two tolls part where they were told on one day, or where the
   later is the lower. What a side tells of its enemy's losses by its own strike is its whole account: it is held
   against every count of that strike's dead, and does not rise.

Limit: two strikes on one town and one day that no word tells apart are taken for one.
"""

import re

from sayso.lexicon.counting import Fit, Measured, fit, rises, stands
from sayso.link.counts import Count, counts, event_words, holder, means, mixed
from sayso.link.marks import Mark
from sayso.link.matter import points
from sayso.link.pairs import distance
from sayso.link.scopes import as_of, dated, happened, is_wide, told, where, written
from sayso.link.tellers import day, name, opposed, same_teller, side_key
from sayso.model.filed import Filed
from sayso.model.statement import Comparator

_WORD = re.compile(r"[A-Z][\w-]+")

PERIOD = 10
"""Days from which a stated time is a period, over which counts add up, and not an event."""

ONE_EVENT = 2.0
"""Points (`sayso.link.matter`) from which two counts are of one event."""

AT_ONCE = 60
"""Code points between a figure and another teller's "the number" for it: they stand in one sentence or the next."""

ONE_DAY = 2
"""Days between which two articles were written that were written on one day, for all their dates tell."""


def parting(a: Filed, b: Filed, *, same_claim: bool) -> str | None:
    """Why two statements give figures that cannot both hold, as a sentence; None where they do not."""
    ours = counts(a)
    theirs = counts(b) if ours else ()
    if not theirs or same_teller(a, b):
        return None
    for mine in ours:
        for other in theirs:
            if not (_knows(ours, other, mine) or _knows(theirs, mine, other)):
                why = _parting(a, mine, b, other, same_claim)
                if why:
                    return why
    return None


def _parting(a: Filed, mine: Count, b: Filed, other: Count, same_claim: bool) -> str | None:
    if {Mark.REPLACED, Mark.ADDED} & (mine.marks | other.marks) or mine.bounds.meets(other.bounds):
        return None
    together = a.statement.document == b.statement.document
    beside, was = together and distance(a, b) <= AT_ONCE, mine.marks | other.marks
    mine, other = _told_out(mine, other, together, beside=beside), _told_out(other, mine, together, beside=beside)
    whole = _is_own_account(a, mine, b) or _is_own_account(b, other, a)
    measure = fit(_counted_out(mine, whole), _counted_out(other, whole))
    given = _is_given_and_taken(a, mine, b, other)
    if given and mine.measured.counted == other.measured.counted:
        measure = Fit.SAME
    elided = beside and Mark.ELIDED in was
    place = where(mine.places, other.places)
    if place is None:
        near = together and (
            elided or mine.measured.is_ground or _is_told_of_one(a, mine, b, other) or points(a, b) >= ONE_EVENT
        )
        place = Fit.SAME if near or same_claim or given else Fit.APART
    how = measure & place & _parts(mine, other)
    if how is Fit.APART or (how is Fit.PART and mine.bounds.high < other.bounds.low):
        return None
    if how is Fit.WHOLE and other.bounds.high < mine.bounds.low:
        return None
    outcome = mine.measured.outcome or other.measured.outcome
    if mine.measured.is_ground:
        if not _one_state(a, b, mine, other):
            return None
    elif stands(outcome):
        if not _meet_as_of(a, b) or (is_wide(mine.places) and not same_claim):
            return None
    elif not (
        rises(outcome)
        and (elided or _one_event(a, mine, b, other, same_claim))
        and _at_one_time(a, mine, b, other, whole)
    ):
        return None
    return _sentence(a, mine, b, other, how)


def _knows(told: tuple[Count, ...], other: Count, held: Count) -> bool:
    """The statement gives the other's number, too, beside the one held against it: "31, including 10 on a bus"."""
    others = (one for one in told if one is not held and one.figure.value == other.figure.value)
    return any(fit(one.measured, other.measured) is not Fit.APART for one in others)


def _told_out(count: Count, other: Count, together: bool, *, beside: bool) -> Count:
    """ "The number of settlements" counts what the article's other figure of settlements does; "the number", put beside
    another teller's, what that does."""
    if not (Mark.ELIDED in count.marks and together and other.measured.outcome):
        return count
    if count.measured.counted != other.measured.counted and not (beside and not count.measured.counted):
        return count
    measure = Measured(other.measured.outcome, other.measured.counted, count.measured.whose)
    return Count(count.figure, measure, count.bounds, count.places or other.places)


def tells_its_own_account(filed: Filed, count: Count) -> bool:
    """A side tells how many of its enemy's its own strike killed."""
    if count.measured.outcome != "killed" or not count.measured.is_people or Mark.PERIOD in count.marks:
        return False
    side = filed.statement.origin.side
    return holder(filed.words, side) == holder("our forces", side)


def _is_own_account(a: Filed, count: Count, b: Filed) -> bool:
    """It does, and the other statement is another side's."""
    x, y = a.statement.origin, b.statement.origin
    return tells_its_own_account(a, count) and (
        opposed(x, y) or (y.side != x.side and len(x.side) > 0 and x.side not in ("none", "unknown"))
    )


def _counted_out(count: Count, whole: bool) -> Measured:
    """Where one is the whole account of a strike, its soldiers stand against all the dead."""
    return Measured(count.measured.outcome, "people") if whole and count.measured.is_people else count.measured


def _one_state(a: Filed, b: Filed, mine: Count, other: Count) -> bool:
    """Ground held: as of days that meet, and held by one side where the words name whose forces."""
    x, y = holder(a.words, a.statement.origin.side), holder(b.words, b.statement.origin.side)
    if x and y and x != y and "lost" not in (mine.measured.outcome, other.measured.outcome):
        return False
    return _meet_as_of(a, b)


def _is_given_and_taken(a: Filed, mine: Count, b: Filed, other: Count) -> bool:
    """What one side says it has lost is what the other says it has taken: "Ostrel has lost nine villages"."""
    if not mine.measured.is_ground or not opposed(a.statement.origin, b.statement.origin):
        return False
    return any(
        count.measured.outcome == "lost" and rival.measured.outcome != "lost" and _names_own_side(one)
        for one, count, rival in ((a, mine, other), (b, other, mine))
    )


def _names_own_side(filed: Filed) -> bool:
    side = side_key(filed.statement.origin.side)
    return any(side_key(word) == side for word in _WORD.findall(filed.words)) or holder(filed.words, side) == side


def _meet_as_of(a: Filed, b: Filed) -> bool:
    x, y = as_of(a), as_of(b)
    if x is None or y is None:
        return a.statement.document == b.statement.document
    return x.meets(y)


def _one_event(a: Filed, mine: Count, b: Filed, other: Count, same_claim: bool) -> bool:
    if same_claim:
        return True
    if not _is_one(a, mine, b, other) and points(a, b) < ONE_EVENT:
        return False
    x, y = dated(a), dated(b)
    long = [bool(one and one.length > PERIOD) or Mark.PERIOD in count.marks for one, count in ((x, mine), (y, other))]
    if any(long):
        return all(long) and x is not None and y is not None and x == y
    if is_wide(mine.places) or is_wide(other.places) or not mixed(means(a.words), means(b.words)):
        return False
    if a.statement.document == b.statement.document:
        return x is None or y is None or x.meets(y)
    if x is None and y is None:
        x, y = told(a), told(b)
        return x is not None and y is not None and x.meets(y, 1)
    x, y = x or happened(a), y or happened(b)
    return x is not None and y is not None and x.meets(y)


def _parts(mine: Count, other: Count) -> Fit:
    """ "14 of the dead" are a part of the other's dead; of two parts nothing is said."""
    ours, theirs = (Mark.PART in count.marks for count in (mine, other))
    if ours and theirs:
        return Fit.APART
    return Fit.PART if ours else Fit.WHOLE if theirs else Fit.SAME


def _is_told_of_one(a: Filed, mine: Count, b: Filed, other: Count) -> bool:
    """Of one article and without a place, they share a word of the event, or are set against each other."""
    return bool(event_words(a) & event_words(b)) or Mark.CONTRAST in mine.marks | other.marks


def _is_one(a: Filed, mine: Count, b: Filed, other: Count) -> bool:
    """They share a word of the event ("market"), or one of them is a bare toll."""
    ours, theirs = event_words(a), event_words(b)
    if a.statement.document == b.statement.document and {Mark.CONTRAST, Mark.THE_TOLL} & (mine.marks | other.marks):
        return True
    if ours and theirs:
        return bool(ours & theirs)
    return (not ours and Mark.BARE in mine.marks) or (not theirs and Mark.BARE in other.marks)


def _at_one_time(a: Filed, mine: Count, b: Filed, other: Count, whole: bool) -> bool:
    """Told on one day, or the later count the lower; always where one is no count that rises."""
    if whole or a.statement.document == b.statement.document:
        return True
    x, y = told(a), told(b)
    if x is None or y is None:
        return False
    if x.last < y.first:
        return other.bounds.high < mine.bounds.low
    if y.last < x.first:
        return mine.bounds.high < other.bounds.low
    return max(x.length, y.length) <= ONE_DAY


def _sentence(a: Filed, mine: Count, b: Filed, other: Count, how: Fit) -> str:
    ground = mine.places or other.places
    at = f" at {ground[0].text}" if ground else ""
    what = _what(other if mine.measured.counted == "fighters" and how is Fit.SAME else mine)
    told_by = f"{_value(mine)} by {name(a)} ({_when(a, mine)}), {_value(other)} by {name(b)} ({_when(b, other)})"
    if how is Fit.SAME:
        return f"{what}{at}: {told_by}. The figures do not overlap."
    part, whole = (mine, other) if how is Fit.PART else (other, mine)
    if _what(part) == _what(whole):
        return f"{what}{at}: {told_by}. The one place lies in the other, and cannot have more."
    return f"{what}{at}: {told_by}. {_what(whole)} take in {_what(part).lower()}, and cannot be fewer."


def _what(count: Count) -> str:
    outcome = {"operated": "operated in"}.get(count.measured.outcome or "", count.measured.outcome or "")
    words = f"{count.measured.counted} {outcome}".strip()
    return words[0].upper() + words[1:]


def _value(count: Count) -> str:
    words = {
        Comparator.ABOUT: "about ",
        Comparator.MORE: "more than ",
        Comparator.LESS: "fewer than ",
        Comparator.AT_LEAST: "at least ",
        Comparator.AT_MOST: "at most ",
    }
    figure = count.figure
    unit = f" {figure.unit}" if figure.unit else ""
    metric = f" ({figure.converted.value:,g} {figure.converted.unit})" if figure.converted else ""
    return f"{words.get(figure.comparator, '')}{figure.value:,g}{unit}{metric}"


def _when(filed: Filed, count: Count) -> str:
    days = dated(filed)
    return (
        f"for {written(days)}, {day(filed)}"
        if days and not count.measured.is_ground
        else (f"as of {written(as_of(filed))}" if days else day(filed))
    )
