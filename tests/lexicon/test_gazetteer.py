"""The gazetteer: names in their spellings, homonyms, and the index on disk."""

from pathlib import Path

import numpy as np
import pytest

from sayso.lexicon import gazetteer as room
from sayso.lexicon.gazetteer import fold, gazetteer


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Kharkov", "UA", "settlement"),
        ("Kharkiv", "UA", "settlement"),
        ("Kostiantynivka", "UA", "settlement"),
        ("Konstantinovka", "UA", "settlement"),
        ("El Fasher", "SD", "settlement"),
        ("Goma", "CD", "settlement"),
        ("Artsakh", "AZ", "region"),
        ("Donbass", "UA", "region"),
        ("Golan Heights", "SY", "region"),
        ("North Kivu", "CD", "region"),
        ("Rakhine State", "MM", "region"),
        ("Syria", "SY", "country"),
        ("U.S.", "US", "country"),
        ("Norway", "NO", "country"),
        ("Euphrates", None, "feature"),
    ],
)
def test_a_name_is_found_in_each_of_its_spellings(name: str, country: str | None, kind: str) -> None:
    first = gazetteer().find(name)[0]
    assert (first.country, first.kind) == (country, kind)


def test_both_spellings_of_a_city_are_one_place() -> None:
    find = gazetteer().find
    assert find("Kharkov")[0].geonames == find("Kharkiv")[0].geonames == 706483


def test_a_name_of_several_places_gives_all_of_them_the_state_first() -> None:
    found = gazetteer().find("Georgia")
    assert [(place.country, place.kind) for place in found[:2]] == [("GE", "country"), ("US", "region")]


def test_a_word_that_names_no_place_gives_none() -> None:
    assert gazetteer().find("Qwertzuiopsk") == ()
    assert gazetteer().find("") == ()


def test_accents_apostrophes_and_hyphens_do_not_count() -> None:
    assert fold("Ma‘arrat an-Nu’mān") == fold("Maarrat an Numan") == "maarrat an numan"


def test_the_index_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    arrays = (
        np.array([1, 2], dtype=np.uint64),
        np.array([0, 1], dtype=np.uint32),
        np.zeros(1, dtype=room._PLACE),
    )
    home = tmp_path / "cache" / "index"
    room._keep(home, arrays)
    room._keep(home, arrays)
    assert [path.name for path in home.parent.iterdir()] == ["index"]
    assert [list(array) for array in room._load(home)[:2]] == [[1, 2], [0, 1]]


def test_a_spoilt_index_is_refused(tmp_path: Path) -> None:
    for name in ("hashes", "rows", "places"):
        (tmp_path / f"{name}.npy").write_bytes(b"no index")
    with pytest.raises((ValueError, EOFError, OSError)):
        room._load(tmp_path)


def test_a_folder_that_cannot_be_written_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    room._keep(tmp_path / "file" / "index", (np.zeros(0), np.zeros(0), np.zeros(0)))
    assert (tmp_path / "file").read_text() == "in the way"
