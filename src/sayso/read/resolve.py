"""Resolving: which of the places that bear a name a text means.

"Police in Paris, Tex., and in neighboring Lamar County" means neither France nor Kentucky. All names of a text are
weighed together, each bearer by its size and by what the text says of its surroundings: the states and regions that
the other names lie in, how near they are, and what a name stands beside ("Paris, Tex."). Each weight is a row of
`placing.yaml`, and `why` shows what spoke for a place. A name has one sense in a text, unless the text itself tells two
apart ("Springfield, Ill., and Springfield, Mo."). Limit: a homonym in the very region that the text is about wins.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.lexicon.gazetteer import Toponym, fold, gazetteer
from sayso.model.statement import Place
from sayso.read.bearers import meant, regions_of
from sayso.read.field import FEATURES, Field, Floats, weights
from sayso.read.toponyms import Toponymic

BEARERS = 40
"""Bearers of a name that are weighed, the largest first."""

NAMES = 120
"""Different names of a text that are weighed together; those of a book are weighed stretch by stretch."""

UNLISTED_BELOW = 50_000
"""Inhabitants from which a settlement is not passed over for one in no gazetteer."""

TOLD = 3
"""Names in one state from which a text tells where it is set, so that a small town elsewhere is most likely no place
that it means (on the articles not read, within 161 km with 0, 3, never: LGL 0.863, 0.874, 0.874)."""

LEAST_SUPPORT = 0.2
"""Share of a text's names that must be neighbours of a spot before a name in no gazetteer is put there."""

UNKNOWN_SUPPORT = 0.05
"""The same for a name that no place bears (within 161 km on the articles not read, with 0.2 and 0.05: LGL 0.876, 0.878;
TR-News 0.904, 0.914)."""

_BONDS = [
    FEATURES.index(name)
    for name in (
        "state is in the text",
        "neighbours are in the text",
        "lies in what is named beside it",
        "its people are in the text",
        "its region is spoken of",
    )
]
_GAP = re.compile(
    r"(?:['’]s)?(?:,|\s\(|\sin|,\sin|\sof|\sarea\sof|,\sa\s[a-z]+\s(?:in|of))\s?"
    r"(?:the\s)?(?:[\w-]*(?:north|south|east|west)(?:ern)?\s|central\s|upstate\s|rural\s|coastal\s)?"
)
_COUNTIES = re.compile(r"(?:,?\s(?:and\s|or\s|&\s)?[A-Z][\w.'’-]+){0,6}\s([Cc]ounties|[Pp]arishes)\b")


@dataclass(frozen=True, slots=True)
class Reason:
    """What spoke for a place: the feature's name, its value, and what it added."""

    feature: str
    value: float
    added: float


@dataclass(frozen=True, slots=True)
class Sense:
    """A name in a text: its bearers, how likely each is meant, and what each has of `FEATURES`."""

    bearers: tuple[Toponym, ...]
    likely: Floats
    features: Floats
    listed: int
    """How many of the bearers are the gazetteer's; one more stands for a place beside the text's others."""

    @property
    def best(self) -> int:
        """The number of the likeliest bearer."""
        return int(self.likely.argmax())

    @property
    def place(self) -> Toponym | None:
        """The likeliest bearer; None where the name has none."""
        return self.bearers[self.best] if self.bearers else None

    @property
    def is_strange(self) -> bool:
        """Whether the likeliest bearer is a small town in a state and surroundings that the text does not speak of."""
        values = self.features[self.best]
        return bool(0 < self.bearers[self.best].population < UNLISTED_BELOW and not values[_BONDS].any())

    @property
    def is_known(self) -> bool:
        """Whether the likeliest bearer is one of the gazetteer's."""
        return bool(self.bearers) and self.best < self.listed


def placed(text: str, found: Sequence[Toponymic]) -> tuple[Place, ...]:
    """Each name as a place, in the order given.

    One that no gazetteer knows has no id and no precision; it stands where the text says that it lies ("Karsk, Ostrel")
    or among the other places that the text tells of, else nowhere.
    """
    return tuple(place for run in _runs(found) for place in _placed(text, run))


def _placed(text: str, found: Sequence[Toponymic]) -> Iterator[Place]:
    ids, senses = senses_of(text, found)
    holders = dict(_pairs(text, found))
    states = Counter(sense.place.country for sense in senses if sense.place and sense.place.country)
    told = max(states.values(), default=0) >= TOLD
    for at, (one, number) in enumerate(zip(found, ids, strict=True)):
        sense = senses[number]
        place = sense.place
        if place is None and at in holders:
            place = senses[ids[holders[at]]].place
        elif told and sense.is_known and sense.is_strange:
            place = None
        yield _place(one, place, sense.is_known)


def _runs(found: Sequence[Toponymic]) -> Iterator[Sequence[Toponymic]]:
    """The names in stretches of no more than `NAMES` different ones."""
    start, seen = 0, set[str]()
    for at, one in enumerate(found):
        seen.add(one.text)
        if len(seen) > NAMES:
            yield found[start:at]
            start, seen = at, {one.text}
    if start < len(found):
        yield found[start:]


def beside(one: Toponymic, context: Sequence[Place]) -> Place:
    """A name as a place, beside places that are known already."""
    settled = [
        Toponymic(
            place.text,
            place.span,
            (Toponym(place.geonames, place.lat, place.lon, place.country, 0, place.precision or "region", True),),
            False,
        )
        for place in context
        if place.lat is not None and place.lon is not None
    ]
    ids, senses = senses_of("", (one, *settled), given=True)
    sense = senses[ids[0]]
    return _place(one, sense.place, sense.is_known)


def why(text: str, found: Sequence[Toponymic], at: int) -> tuple[Reason, ...]:
    """What spoke for the place that the name `at` was taken to be, the weightiest first."""
    for run in _runs(found):
        if at < len(run):
            break
        at -= len(run)
    ids, senses = senses_of(text, run)
    sense = senses[ids[at]]
    if not sense.bearers:
        return ()
    values = sense.features[sense.best]
    reasons = [
        Reason(name, round(float(value), 3), round(float(value * weight), 3))
        for name, value, weight in zip(FEATURES, values, weights(), strict=True)
        if value
    ]
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.added)))


def senses_of(
    text: str, found: Sequence[Toponymic], weighed: Floats | None = None, given: bool = False
) -> tuple[list[int], tuple[Sense, ...]]:
    """The different names of a text as senses, and for each name as written the number of its sense.

    `given` takes the bearers that the names come with, and looks for no others.
    """
    beside = _pairs(text, found)
    ids, bearers = _grouped(text, found, beside, given)
    weighed = weights() if weighed is None else weighed
    if not any(bearers):
        return ids, tuple(Sense((), np.zeros(0), np.zeros((0, len(FEATURES))), 0) for _ in bearers)
    listed = [len(own) for own in bearers]
    field = Field.of(text, found, ids, bearers, listed, beside)
    likely, features = field.settled(weighed)
    more = _with_unlisted(field, bearers, likely)
    if more != bearers:
        bearers = more
        field = Field.of(text, found, ids, bearers, listed, beside)
        likely, features = field.settled(weighed)
    cuts = np.cumsum([len(own) for own in bearers])[:-1]
    parts = zip(bearers, np.split(likely, cuts), np.split(features, cuts), listed, strict=True)
    return ids, tuple(Sense(*part) for part in parts)


def _with_unlisted(field: Field, bearers: Sequence[tuple[Toponym, ...]], likely: Floats) -> list[tuple[Toponym, ...]]:
    """The bearers of each name and, where it may be a small place in no gazetteer, the spot that the text's other
    places lie around."""
    mass = likely * field.weight[field.sense]
    support = field.near @ mass
    standing = support * likely * field.point
    order = np.argsort(-standing)[:4]
    places = [place for own in bearers for place in own]
    names = float(field.weight.sum())
    found = []
    for number, own in enumerate(bearers):
        middle = next((at for at in order if field.sense[at] != number), None)
        least = (LEAST_SUPPORT if own else UNKNOWN_SUPPORT) * names
        if (
            middle is None
            or support[middle] < least
            or not _may_be_unlisted(own, field.near[middle, field.sense == number])
        ):
            found.append(own)
            continue
        spot = replace(places[middle], geonames=None, kind="region", population=0, main=False, lesser=True)
        found.append((*own, spot))
    return found


def _may_be_unlisted(bearers: Sequence[Toponym], near: Floats) -> bool:
    """Whether a name can be that of a place that the gazetteer lacks: its bearers are small and far from the spot."""
    small = all(place.population < UNLISTED_BELOW and (place.kind == "settlement" or place.lesser) for place in bearers)
    return small and not near.any()


def _pairs(text: str, found: Sequence[Toponymic]) -> list[tuple[int, int]]:
    """Pairs of names that stand as place and holder: "Karsk, Ostrel", "Karsk in northern Ostrel"."""
    pairs = []
    for at in range(len(found) - 1):
        start, end = found[at].span[1], found[at + 1].span[0]
        if 0 < end - start < 40 and _GAP.fullmatch(text[start:end]):
            pairs.append((at, at + 1))
    return pairs


def _grouped(
    text: str, found: Sequence[Toponymic], beside: Sequence[tuple[int, int]], given: bool
) -> tuple[list[int], list[tuple[Toponym, ...]]]:
    """Names of one sense together: one number for each name as written, and each sense's bearers."""
    holders = {first: fold(found[second].text) for first, second in beside}
    told: dict[str, set[str]] = {}
    for at, holder in holders.items():
        told.setdefault(fold(found[at].text), set()).add(holder)
    names = frozenset(fold(one.text) for one in found)
    numbers: dict[tuple[str, str], int] = {}
    ids: list[int] = []
    bearers: list[tuple[Toponym, ...]] = []
    for at, one in enumerate(found):
        name = fold(one.text)
        several = len(told.get(name, ())) > 1
        key = (name, holders.get(at, min(told[name])) if several else "")
        if key not in numbers:
            numbers[key] = len(bearers)
            bearers.append(one.bearers if given else _bearers(text, one, names))
        ids.append(numbers[key])
    return ids, bearers if given else _by_sound(found, ids, bearers)


def _bearers(text: str, one: Toponymic, names: frozenset[str]) -> tuple[Toponym, ...]:
    """The places that a name as written can mean, countries and regions first."""
    bearers = meant(one.text)[0] or one.bearers
    if one.regional:
        bearers = tuple(
            dict.fromkeys((*(place for place in bearers if place.kind == "region"), *regions_of(one.bearers)))
        )
    if listed := _COUNTIES.match(text, one.span[1]):
        ending = "parish" if listed.group(1).casefold() == "parishes" else "county"
        bearers = gazetteer().areas(f"{one.text} {ending}") or bearers
    county = f"{fold(one.text)} county"
    if county in names:
        bearers = (*bearers[:BEARERS], *gazetteer().areas(county))
        return tuple(dict.fromkeys(bearers))
    return bearers[:BEARERS]


def _by_sound(
    found: Sequence[Toponymic], ids: Sequence[int], bearers: list[tuple[Toponym, ...]]
) -> list[tuple[Toponym, ...]]:
    """Names that the gazetteer has in no spelling, with the towns that sound like them in states of the text."""
    states = {places[0].country for places in bearers if places and places[0].kind == "country"}
    states |= {places[0].country for places in bearers if len({place.country for place in places}) == 1}
    words = {number: one.text for number, one in zip(ids, found, strict=True)}
    for number, places in enumerate(bearers):
        if not places and states:
            heard = gazetteer().sounding(words[number])
            bearers[number] = tuple(place for place in heard if place.country in states)[:BEARERS]
    return bearers


def _place(one: Toponymic, best: Toponym | None, is_known: bool) -> Place:
    if best is None:
        return Place(one.text, one.span)
    number, kind = (best.geonames, best.kind) if is_known else (None, None)
    return Place(one.text, one.span, number, best.lat, best.lon, best.country, kind)
