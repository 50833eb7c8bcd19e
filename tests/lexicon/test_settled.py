"""The index of settlements on disk: kept whole or not at all."""

from pathlib import Path

import numpy as np
import pytest

from sayso.lexicon import settled
from sayso.lexicon.settled import NAMES, PLACE, REGION, Arrays, keep, key_of, load


def _arrays() -> Arrays:
    keys, rows = np.array([1, 2], dtype=np.uint64), np.array([0, 1], dtype=np.uint32)
    return Arrays(keys, rows, keys, rows, np.zeros(1, dtype=PLACE), np.zeros(1, dtype=REGION))


def test_the_index_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    home = tmp_path / "cache" / "index"
    keep(home, _arrays())
    keep(home, _arrays())
    assert [path.name for path in home.parent.iterdir()] == ["index"]
    assert load(home).hashes.tolist() == [1, 2]


def test_a_spoilt_index_is_refused(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.npy").write_bytes(b"no index")
    with pytest.raises((ValueError, EOFError, OSError)):
        load(tmp_path)


def test_a_folder_that_cannot_be_written_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    keep(tmp_path / "file" / "index", _arrays())
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_region_lies_in_the_middle_of_its_towns_and_knows_the_largest() -> None:
    places = np.array(
        [
            (1, 10.0, 20.0, 500, b"XA", b"01"),
            (2, 12.0, 24.0, 900, b"XA", b"01"),
            (3, 50.0, 60.0, 700, b"XA", b"02"),
            (4, 50.0, 60.0, 700, b"XA", b""),
        ],
        dtype=PLACE,
    )
    assert settled._regions(places, ["Karsk", "Tarn", "Belomir", "Ozrel"]).tolist() == [
        (b"XA", b"01", 11.0, 22.0, 1400, 1, b"Tarn"),
        (b"XA", b"02", 50.0, 60.0, 700, 2, b"Belomir"),
    ]


def test_names_are_filed_by_a_number_that_does_not_change() -> None:
    assert key_of("karsk") == key_of("karsk") != key_of("tarn")
