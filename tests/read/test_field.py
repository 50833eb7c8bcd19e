"""The field: what speaks for each place that a name can mean."""

import pytest

from sayso.lexicon.gazetteer import Toponym
from sayso.lexicon.load import table
from sayso.read.field import FEATURES, weights
from sayso.read.resolve import Sense, senses_of
from sayso.read.toponyms import Toponymic

KARSK = Toponym(1, 50.0, 30.0, "XA", 40_000, "settlement", True, "01")
FAR_KARSK = Toponym(2, -20.0, 120.0, "XB", 60_000, "settlement", True, "07")
TARN = Toponym(3, 50.2, 30.1, "XA", 9_000, "settlement", True, "01")
OSTREL = Toponym(4, 51.0, 31.0, "XA", 3_000_000, "country", True)


def senses(text: str, names: dict[str, tuple[Toponym, ...]]) -> tuple[Sense, ...]:
    found = [
        Toponymic(name, (text.index(name), text.index(name) + len(name)), own, False) for name, own in names.items()
    ]
    return senses_of(text, found, given=True)[1]


def spoken(sense: Sense, bearer: int) -> dict[str, float]:
    return {name: round(float(value), 2) for name, value in zip(FEATURES, sense.features[bearer], strict=True) if value}


def test_every_feature_has_a_weight_and_no_other() -> None:
    assert set(table("placing")["weights"]) == set(FEATURES)
    assert len(weights()) == len(FEATURES)


def test_by_itself_a_name_means_the_larger_town() -> None:
    (karsk,) = senses("Karsk fell.", {"Karsk": (KARSK, FAR_KARSK)})
    assert karsk.place == FAR_KARSK


def test_a_neighbour_and_the_state_speak_for_the_smaller_one() -> None:
    karsk, *_ = senses(
        "Karsk and Tarn fell, Ostrel said.", {"Karsk": (KARSK, FAR_KARSK), "Tarn": (TARN,), "Ostrel": (OSTREL,)}
    )
    assert karsk.place == KARSK
    ours, theirs = spoken(karsk, 0), spoken(karsk, 1)
    assert set(ours) - set(theirs) == {
        "state is in the text",
        "region is in the text",
        "neighbours are in the text",
        "close neighbours are in the text",
    }


def test_a_state_after_a_comma_holds_the_town() -> None:
    karsk, ostrel = senses("Karsk, Ostrel, fell.", {"Karsk": (KARSK, FAR_KARSK), "Ostrel": (OSTREL,)})
    assert spoken(karsk, 0)["lies in what is named beside it"] == pytest.approx(1.0)
    assert "lies in what is named beside it" not in spoken(karsk, 1)
    assert spoken(ostrel, 0)["holds what is named beside it"] > 0.5


def test_a_town_does_not_speak_for_itself() -> None:
    (karsk,) = senses("Karsk and again Karsk.", {"Karsk": (KARSK, TARN)})
    assert "neighbours are in the text" not in spoken(karsk, 0)
