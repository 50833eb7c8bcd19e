"""The field: every place that a text's names can mean, in one table, and what speaks for each.

In "Police in Paris, Tex., and in neighboring Lamar County" each Paris and each Lamar County is a row. A row's features
are what it is by itself (size, usual name, capital), what the other names, taken as likely as they are, put around it
(its state, its region, neighbours), and what stands beside it ("Paris, Tex."). Their weights are `placing.yaml`'s.
Limit: work and memory grow with the square of the number of bearers, so that `resolve` bounds both.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.gazetteer import Toponym, gazetteer
from sayso.lexicon.load import table
from sayso.read.toponyms import Toponymic

Floats = NDArray[np.float64]

FEATURES = (
    "size",
    "usual name",
    "largest of the name",
    "head of its region",
    "capital",
    "the capital of its state bears the name",
    "no known size",
    "is a state",
    "is a region",
    "is a lesser region",
    "is a feature",
    "is in no gazetteer",
    "size of the region",
    "state is in the text",
    "region is in the text",
    "neighbours are in the text",
    "close neighbours are in the text",
    "lies in what is named beside it",
    "holds what is named beside it",
    "its people are in the text",
    "its region is spoken of",
    "capital, and states are in the text",
)

ROUNDS = 3
"""Times the names of a text are weighed, each time by what the others came to mean the time before."""

NEIGHBOURS_KM = 200.0
"""Distance at which two places stop being neighbours; at half of it they are so by three quarters."""

CLOSE_KM = 60.0
"""The same of close neighbours: a town and those around it."""

AROUND = 3000
"""Characters before the first and after the last name in which a text can speak of its states."""

WITHIN_KM = 60.0
"""Distance within which one place can lie in another that has no region of its own: a quarter in its town."""

_EARTH_KM = 6371.0
_WORD = re.compile(
    r"(?:(?:New|North|South|West|Rhode|Northern|Southern|Eastern|Western) )?[A-Z][a-z]+(?:-[A-Z][a-z]+)*"
)


@lru_cache(maxsize=1)
def weights() -> Floats:
    """What each feature adds, in the order of `FEATURES`."""
    known = table("placing")["weights"]
    return np.array([float(known[name]) for name in FEATURES])


@dataclass(frozen=True, slots=True)
class Field:
    """All bearers of all names of a text as one table: a row each, `sense` the number of its name."""

    sense: NDArray[np.int64]
    state: NDArray[np.int64]
    region: NDArray[np.int64]
    point: NDArray[np.bool_]
    fixed: Floats
    near: Floats
    close: Floats
    inside: Floats
    weight: Floats
    people: Floats
    spoken: Floats
    pairs: tuple[tuple[int, int], ...]

    @staticmethod
    def of(
        text: str,
        found: Sequence[Toponymic],
        ids: Sequence[int],
        bearers: Sequence[tuple[Toponym, ...]],
        listed: Sequence[int],
        beside: Sequence[tuple[int, int]],
    ) -> "Field":
        places = [place for own in bearers for place in own]
        sense = np.array([number for number, own in enumerate(bearers) for _ in own], dtype=np.int64)
        state = _numbered([place.country for place in places])
        region = _numbered([f"{place.country} {place.admin1}" if place.admin1 else None for place in places])
        point = np.array([place.kind != "country" for place in places], dtype=bool)
        apart = _apart(places)
        points = point[:, None] & point[None, :]
        others = points & (sense[:, None] != sense[None, :])
        counts = Counter(ids)
        weight = np.array([min(3.0, 1.0 + float(np.log(counts[number]))) for number in range(len(bearers))])
        pairs = {(ids[a], ids[b]) for a, b in beside if ids[a] != ids[b]}
        return Field(
            sense,
            state,
            region,
            point,
            _fixed(bearers, listed),
            _nearness(apart, NEIGHBOURS_KM) * others,
            _nearness(apart, CLOSE_KM) * others,
            _inside_of(places, state, region, point, points & (apart < _apart_at(WITHIN_KM))),
            weight,
            *_spoken_of(text, found, places),
            tuple(sorted(pairs)),
        )

    def settled(self, weighed: Floats) -> tuple[Floats, Floats]:
        """How likely each bearer is meant after all rounds, and its features then."""
        features = self.fixed
        likely = self.likely(features, weighed)
        for _ in range(ROUNDS):
            features = self.features(likely)
            likely = self.likely(features, weighed)
        return likely, features

    def likely(self, features: Floats, weighed: Floats) -> Floats:
        """How likely each bearer is meant, adding up to one over each name."""
        added = features @ weighed
        top = np.full(len(self.weight), -np.inf)
        np.maximum.at(top, self.sense, added)
        raised: Floats = np.exp(added - top[self.sense])
        total = np.bincount(self.sense, raised, len(self.weight))
        shares: Floats = raised / total[self.sense]
        return shares

    def features(self, likely: Floats) -> Floats:
        """What speaks for each bearer, when the other names mean what `likely` says."""
        mass = likely * self.weight[self.sense]
        others = self.weight.sum() - self.weight[self.sense] + 1.0
        found = self.fixed.copy()
        column = FEATURES.index
        found[:, column("state is in the text")] = _scaled(self._share(self.state, mass) / others)
        found[:, column("region is in the text")] = _scaled(self._share(self.region, mass) / others) * self.point
        found[:, column("neighbours are in the text")] = _scaled(self.near @ mass / others)
        found[:, column("close neighbours are in the text")] = _scaled(self.close @ mass / others)
        found[:, column("its people are in the text")] = self.people
        found[:, column("its region is spoken of")] = self.spoken
        states = _scaled(float(mass @ ~self.point) / others)
        found[:, column("capital, and states are in the text")] = self.fixed[:, column("capital")] * states
        held, holds = column("lies in what is named beside it"), column("holds what is named beside it")
        for first, second in self.pairs:
            a, b = np.flatnonzero(self.sense == first), np.flatnonzero(self.sense == second)
            within = self.inside[np.ix_(a, b)]
            found[a, held] = np.maximum(found[a, held], within @ likely[b])
            found[b, holds] = np.maximum(found[b, holds], likely[a] @ within)
        return found

    def _share(self, group: NDArray[np.int64], mass: Floats) -> Floats:
        """The mass of each bearer's group (its state, its region), less that of its own name."""
        known = group >= 0
        size = int(group.max(initial=-1)) + 1
        total = np.bincount(group[known], mass[known], size)
        own_key = np.where(known, self.sense * (size + 1) + group, -1)
        keys, back = np.unique(own_key, return_inverse=True)
        own = np.bincount(back, mass, len(keys))[back]
        share: Floats = np.where(known, total[group] - own if size else 0.0, 0.0)
        return np.maximum(share, 0.0)


def _scaled(share: Floats) -> Floats:
    """A share from 0 to 1, the first hundredths of which count the most."""
    scaled: Floats = np.log1p(20.0 * share) / np.log(21.0)
    return scaled


def _numbered(keys: Sequence[str | None]) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) if key else -1 for key in keys], dtype=np.int64)


def _apart(places: Sequence[Toponym]) -> Floats:
    """How far any two places are apart, as one minus the cosine of the angle between them."""
    lat, lon = np.radians(np.array([[place.lat, place.lon] for place in places])).T
    towards = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    apart: Floats = 1.0 - towards @ towards.T
    return apart


def _apart_at(kilometres: float) -> float:
    return float(1.0 - np.cos(kilometres / _EARTH_KM))


def _nearness(apart: Floats, end_km: float) -> Floats:
    """How much any two places are neighbours: 1 at the same spot, falling to 0 at `end_km`."""
    return np.clip(1.0 - apart / _apart_at(end_km), 0.0, 1.0)


def _inside_of(
    places: Sequence[Toponym],
    state: NDArray[np.int64],
    region: NDArray[np.int64],
    point: NDArray[np.bool_],
    close: NDArray[np.bool_],
) -> Floats:
    """Whether the place of a row lies in that of a column."""
    first_level = np.array([place.kind == "region" and not place.lesser and bool(place.admin1) for place in places])
    by_state = (state[:, None] == state[None, :]) & (state >= 0)[:, None] & point[:, None] & ~point[None, :]
    by_region = (
        (region[:, None] == region[None, :]) & (region >= 0)[:, None] & first_level[None, :] & ~first_level[:, None]
    )
    nearby = close & ~first_level[None, :] & point[None, :]
    inside: Floats = (by_state | by_region | nearby).astype(np.float64)
    return inside


def _fixed(bearers: Sequence[tuple[Toponym, ...]], listed: Sequence[int]) -> Floats:
    """What speaks for each bearer by itself."""
    unlisted = [float(name == "is in no gazetteer") for name in FEATURES]
    rows = []
    for own, known in zip(bearers, listed, strict=True):
        largest = max((place.population for place in own if place.kind == "settlement"), default=0)
        led = frozenset(place.country for place in own if place.kind == "settlement" and gazetteer().leads(place))
        rows += [_of_place(place, largest, led) if at < known else unlisted for at, place in enumerate(own)]
    return np.array(rows)


def _of_place(place: Toponym, largest: int, led: frozenset[str | None]) -> list[float]:
    town, region = place.kind == "settlement", place.kind == "region"
    values: dict[str, Any] = {
        "size": town and np.log10(place.population + 10.0),
        "usual name": place.main,
        "largest of the name": town and 0 < place.population == largest,
        "head of its region": town and gazetteer().heads(place),
        "the capital of its state bears the name": region and place.country in led,
        "no known size": town and not place.population,
        "is a state": place.kind == "country",
        "is a region": region,
        "is a lesser region": region and place.lesser,
        "is a feature": place.kind == "feature",
        "size of the region": region and not place.lesser and np.log10(place.population + 10.0),
        "capital": town and gazetteer().leads(place),
    }
    return [float(values.get(name, 0.0)) for name in FEATURES]


@lru_cache(maxsize=1)
def _spoken() -> dict[str, tuple[str, str]]:
    """Words that tell of a state or region without naming a place in it: "Ostrelian forces", "Kentucky Utilities"."""
    found: dict[str, tuple[str, str]] = {}
    for name in table("regions")["us_states"]:
        areas = gazetteer().areas(str(name))
        if len(areas) == 1 and areas[0].admin1:
            found[str(name)] = ("US", areas[0].admin1)
    for country, line in table("provinces")["first"].items():
        for entry in line.split("; "):
            for name in entry.partition("=")[0].split("|"):
                areas = gazetteer().areas(name)
                if len(areas) == 1 and areas[0].admin1:
                    found[name] = (str(country), areas[0].admin1)
    for code, nation in table("nations").items():
        for word in (*(nation.get("adjectives") or ()), *nation["names"]):
            if len(gazetteer().areas(str(word))) < 2:
                found[str(word)] = found[f"{word}s"] = (str(code), "")
    return found


def _spoken_of(text: str, found: Sequence[Toponymic], places: Sequence[Toponym]) -> tuple[Floats, Floats]:
    """How much the text speaks of each bearer's state and of its region, outside the names that are being placed."""
    known = _spoken()
    starts = {one.span[0] for one in found}
    around = _WORD.finditer(text, max(0, min(starts) - AROUND), max(starts) + AROUND)
    hits = [known.get(hit.group()) for hit in around if hit.start() not in starts]
    states = Counter(hit[0] for hit in hits if hit)
    regions = Counter(hit for hit in hits if hit and hit[1])
    every_state, every_region = max(1, states.total()), max(1, regions.total())
    shares = [
        [
            states[place.country or ""] / every_state,
            regions[(place.country or "", place.admin1 or "")] / every_region,
        ]
        for place in places
    ]
    people, spoken = np.array(shares).T
    return people, spoken
