"""Pages and documents: the evidence is kept as it came, and nothing in it changes."""

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from sayso.model.document import UNDATED, Media, Page
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Hop, Origin, OriginKind, Relation

PAGE = Page("pile/a.txt", b"Karsk\r\n", Media.TEXT, None, datetime(2024, 3, 5, tzinfo=UTC), "sayso")


def test_the_hash_is_of_the_bytes_as_received() -> None:
    assert PAGE.sha256 == sha256(b"Karsk\r\n").hexdigest()


def test_nothing_known_of_a_date_is_open_at_both_ends_without_reasons() -> None:
    assert (UNDATED.earliest, UNDATED.latest, UNDATED.why) == (None, None, ())


@pytest.mark.parametrize("value", [PAGE, UNDATED, Origin(None, OriginKind.OUTLET), Hop("VNA", Relation.TOLD, (0, 3))])
def test_the_nouns_are_frozen_and_can_be_kept_in_sets(value: object) -> None:
    name = next(iter(type(value).__dataclass_fields__))  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, None)
    assert value in {value}


def test_an_origin_of_whom_nothing_is_known_has_an_unknown_side_and_not_none() -> None:
    assert Origin(None, OriginKind.UNSTATED).side == UNKNOWN_SIDE != NO_SIDE
