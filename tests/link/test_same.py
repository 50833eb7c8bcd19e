"""Whether two statements are one claim, and the reasons that a user is shown."""

from datetime import date

import pytest

from sayso.link.features import features
from sayso.link.same import likeness
from sayso.model.claim import Likeness
from sayso.model.filed import Filed
from sayso.model.statement import Attitude, Certainty, Event, Polarity
from tests.link.said import said

HIT = Event.ASSAULT
ALIKE = bytes([90] * 64 + [30] * 64)

TOOK = said("Varnian troops have captured the town of Karsk", event=HIT, places=("Karsk",), meaning=ALIKE)


def judged(a: Filed, b: Filed) -> Likeness:
    return likeness(features(a), features(b))


def other(words: str, **more: object) -> Filed:
    told = {"article": "b", "event": HIT, "meaning": ALIKE} | more
    return said(words, **told)  # type: ignore[arg-type]


def test_one_capture_told_in_other_words_is_one_claim() -> None:
    assert judged(TOOK, other("Karsk was captured by Varnian soldiers", places=("Karsk",))).score > 0


def test_a_toll_that_rises_a_little_within_a_day_is_one_claim_and_one_far_from_it_another() -> None:
    dead = other("41 people were killed at the market in Belomir", places=("Belomir",), killed=41)
    near = other("The death toll at the market in Belomir is 43", places=("Belomir",), killed=43, article="c")
    far = other("17 people were killed at the market in Belomir", places=("Belomir",), killed=17, article="c")
    assert judged(dead, near).score > 0 > judged(dead, far).score


def test_tired_soldiers_and_their_exhaustion_are_one_claim() -> None:
    felt = Attitude("Varnian soldiers", "the war", Polarity.NEGATIVE)
    tired = other("Varnian soldiers are very tired", event=None, attitude=felt)
    worn = other("the moral exhaustion of the soldiers of Varnia", event=None, attitude=felt, article="c")
    assert judged(tired, worn).score > 0


@pytest.mark.parametrize(
    ("against", "reason"),
    [
        (other("Varnian troops were repelled at the town of Karsk", places=("Karsk",)), "outcome"),
        (other("Varnian troops have captured the town of Belomir", places=("Belomir",)), "place"),
        (other(TOOK.words, places=("Karsk",), on=date(2022, 3, 1)), "time"),
        (other(TOOK.words, places=("Karsk",), certainty=Certainty.DENIED), "denial"),
    ],
)
def test_captured_is_never_filed_with(against: Filed, reason: str) -> None:
    found = judged(TOOK, against)
    worst = min(found.reasons[1:], key=lambda each: each.weight)
    assert (found.score < 0, worst.name) == (True, reason)


def test_one_town_is_not_another_even_in_the_words_of_one_spokesman() -> None:
    a, b = (
        other(f"Varnian troops have captured the town of {town}", places=(town,), by="Colonel Zorin", article=article)
        for town, article in (("Karsk", "a"), ("Belomir", "b"))
    )
    assert judged(a, b).score < 0


def test_a_place_that_is_not_told_parts_nobody() -> None:
    unplaced = other("Varnian soldiers took the town of Karsk")
    assert "place" not in [reason.name for reason in judged(TOOK, unplaced).reasons]
    assert judged(TOOK, unplaced).score > 0


def test_like_feelings_tell_more_where_they_are_about_one_matter() -> None:
    felt = Attitude("residents", None, Polarity.NEGATIVE)
    tired = other("Residents are tired of the war", event=None, attitude=felt)
    worn = other("the exhaustion of those who stayed", event=None, attitude=felt, article="c")
    cold = other("There is no heating in the flats", event=None, attitude=felt, article="c")
    feelings = [
        next(reason.weight for reason in judged(tired, each).reasons if reason.name == "feeling")
        for each in (worn, cold)
    ]
    assert feelings[0] > feelings[1] > 0


def test_killed_is_never_filed_with_wounded() -> None:
    killed = other("12 people were killed at the market in Belomir", places=("Belomir",), killed=12)
    wounded = other("12 people were wounded at the market in Belomir", places=("Belomir",), wounded=12, article="c")
    found = judged(killed, wounded)
    assert found.score < 0
    assert "one counts killed, the other wounded" in [reason.why for reason in found.reasons]


def test_shelling_in_2014_is_not_that_in_2022() -> None:
    then, now = ((date(year, 8, 1), date(year, 8, 2)) for year in (2014, 2022))
    a, b = (other("Shells fell on Karsk", places=("Karsk",), days=days) for days in (then, now))
    assert judged(a, other("Shells fell on Karsk", places=("Karsk",), days=now, article="c")).score < 0
    assert judged(b, other("Shells fell on Karsk", places=("Karsk",), days=now, article="c")).score > 0


def test_who_shells_whom_is_not_changed_about() -> None:
    a = other("Iranian forces shelled Iraqi positions near Karsk", places=("Karsk",))
    b = other("Iraqi forces shelled Iranian positions near Karsk", places=("Karsk",), article="c")
    assert judged(a, b).score < 0


def test_the_order_of_a_pair_is_no_matter() -> None:
    pile = [TOOK, other("Karsk fell", places=("Karsk",)), other("Rockets hit Tarn", places=("Tarn",), article="c")]
    for a in pile:
        for b in pile:
            assert judged(a, b) == judged(b, a)


def test_the_score_is_the_sum_of_the_reasons_weights() -> None:
    found = judged(TOOK, other("Karsk was captured by Varnian soldiers", places=("Karsk",)))
    assert found.score == pytest.approx(sum(reason.weight for reason in found.reasons), abs=0.1)
