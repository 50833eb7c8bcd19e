"""Whose interest a content serves, by one rule for all sides: swap the sides and the answers stay."""

import re

import pytest

from sayso.model.statement import Attitude, Event, Interest, Origin, OriginKind, Polarity
from sayso.read.interest import interest, judged
from sayso.read.parties import parties

ARTICLE = (
    "Varnian forces and Ostreli forces fought over Tarn. Varnia's army shelled Ostrel. Ostrel's army shelled Varnia. "
    "The Varnian government and the Ostreli government both said so."
)
SWAP = {"Varnian": "Ostreli", "Ostreli": "Varnian", "Varnia": "Ostrel", "Ostrel": "Varnia"}

CASES = [
    ("Ostreli guns killed six civilians in a school", "said", Event.ASSAULT, None, Interest.OWN),
    ("Varnian troops liberated the town", "said", Event.ASSAULT, None, Interest.OWN),
    ("Varnian soldiers brought aid to families", "said", Event.AID, None, Interest.OWN),
    ("the losses of the brigade", "acknowledged", None, None, Interest.AGAINST),
    ("the men are exhausted", "said", None, None, Interest.AGAINST),
    ("it is targeting civilians", "denied", Event.ASSAULT, None, Interest.OWN),
    ("the meeting takes place on Monday", "said", Event.CONSULT, None, Interest.NEUTRAL),
]


def swapped(words: str) -> str:
    """The words with the two sides' names exchanged."""
    return re.sub(r"Varnian|Ostreli|Varnia|Ostrel", lambda name: SWAP[name.group()], words)


@pytest.mark.parametrize(("content", "cue", "event", "attitude", "expected"), CASES)
def test_the_rule_is_the_same_for_both_sides(
    content: str, cue: str, event: Event | None, attitude: Attitude | None, expected: Interest
) -> None:
    ours = Origin("Varnian defence ministry", OriginKind.ORGANIZATION, "Varnia", "ministry")
    theirs = Origin("Ostreli defence ministry", OriginKind.ORGANIZATION, "Ostrel", "ministry")
    article = parties(ARTICLE)
    mirror = parties(swapped(ARTICLE))
    assert interest(ours, content, event, attitude, article, cue) is expected
    assert interest(theirs, swapped(content), event, attitude, mirror, cue) is expected


@pytest.mark.parametrize(("content", "cue", "event", "attitude", "expected"), CASES)
@pytest.mark.parametrize("side", ["Hamas", "Syrian rebels"])
def test_a_party_that_is_no_state_is_judged_by_the_same_rule(
    side: str, content: str, cue: str, event: Event | None, attitude: Attitude | None, expected: Interest
) -> None:
    origin = Origin("the command", OriginKind.ORGANIZATION, side, "command")
    told = content.replace("Varnian troops", "Our troops").replace("Varnian soldiers", "Our soldiers")
    assert interest(origin, told, event, attitude, parties(ARTICLE), cue) is expected


def test_a_soldiers_own_weariness_goes_against_his_side() -> None:
    soldier = Origin("one soldier", OriginKind.UNNAMED_PERSON, "Varnia", "soldier")
    tired = Attitude("one soldier", None, Polarity.NEGATIVE)
    assert interest(soldier, "We have had enough", None, tired, parties(ARTICLE)) is Interest.AGAINST


def test_no_side_has_no_interest_and_an_unknown_side_an_unknown_one() -> None:
    content = "Ostreli guns killed six civilians"
    monitor = Origin("Tarn Watch", OriginKind.ORGANIZATION, "none", "monitor")
    nobody = Origin(None, OriginKind.UNSTATED)
    assert interest(monitor, content, Event.ASSAULT, None, parties(ARTICLE)) is Interest.NEUTRAL
    assert interest(nobody, content, Event.ASSAULT, None, parties(ARTICLE)) is Interest.UNKNOWN


PAIRS = [
    ("RU", "Russian", "UA", "Ukrainian"),
    ("IN", "Indian", "PK", "Pakistani"),
    ("AM", "Armenian", "AZ", "Azerbaijani"),
]
MIRRORED = [
    ("{foe} guns killed six civilians in a school", "said", Event.ASSAULT, Interest.OWN),
    ("{own} troops liberated the town", "said", Event.ASSAULT, Interest.OWN),
    ("no shell has fallen on that part of the city", "said", None, Interest.OWN),
    ("the losses of the brigade", "acknowledged", None, Interest.AGAINST),
    ("the shell that struck the school was ours", "said", Event.ASSAULT, Interest.AGAINST),
    ("the situation in the east is tough", "said", None, Interest.AGAINST),
    ("it is targeting civilians", "denied", Event.ASSAULT, Interest.OWN),
    ("measures that will prevent shortages", "announced", None, Interest.OWN),
    ("the next round of talks is on Monday", "said", Event.CONSULT, Interest.NEUTRAL),
    ("it could not confirm the report", "said", None, Interest.NEUTRAL),
]


@pytest.mark.parametrize(("content", "cue", "event", "expected"), MIRRORED)
@pytest.mark.parametrize(("code", "adjective", "other", "others"), [*PAIRS, *((c, d, a, b) for a, b, c, d in PAIRS)])
def test_real_states_may_be_swapped_and_the_answer_stays(
    code: str, adjective: str, other: str, others: str, content: str, cue: str, event: Event | None, expected: Interest
) -> None:
    text = f"{adjective} forces and {others} forces fought. {others} troops shelled. {adjective} troops shelled."
    ministry = Origin(f"{adjective} defence ministry", OriginKind.ORGANIZATION, code, "ministry")
    told = content.format(own=adjective, foe=others)
    assert {code, other} == set(parties(text).belligerents)
    assert interest(ministry, told, event, None, parties(text), cue) is expected


def test_a_mothers_hardship_goes_against_her_side_and_a_foes_deed_does_not() -> None:
    mother = Origin("a conscript's mother", OriginKind.UNNAMED_PERSON, "Varnia", "mother")
    assert interest(mother, "We only want them to come home", None, None, parties(ARTICLE)) is Interest.AGAINST
    assert interest(mother, "Ostreli shells killed children", Event.ASSAULT, None, parties(ARTICLE)) is Interest.OWN


def test_a_private_newspaper_serves_no_side_by_reporting_and_state_media_do() -> None:
    paper = Origin("Karsk Gazette", OriginKind.OUTLET, "Varnia")
    state = Origin("state television", OriginKind.OUTLET, "Varnia", "state television")
    content = "the bridge was open again in the morning"
    assert interest(paper, content, None, None, parties(ARTICLE)) is Interest.NEUTRAL
    assert interest(state, content, None, None, parties(ARTICLE)) is Interest.OWN


def test_the_line_of_the_rule_says_why() -> None:
    ministry = Origin("Varnian defence ministry", OriginKind.ORGANIZATION, "Varnia", "ministry")
    row = judged(ministry, "Ostreli guns hit a school", Event.ASSAULT, None, parties(ARTICLE))
    assert (row.answer, row.why) == (Interest.OWN, "it shows the other side doing harm, to blame, or losing")


def test_the_foes_soil_is_not_the_foe() -> None:
    ministry = Origin("Varnian defence ministry", OriginKind.ORGANIZATION, "Varnia", "ministry")
    article = parties(ARTICLE)
    assert interest(ministry, "the brigade lost its guns in Ostrel", None, None, article) is Interest.AGAINST
    assert interest(ministry, "Ostrel lost its guns", None, None, article) is Interest.OWN


def test_what_a_network_says_of_a_named_target_counts_beside_the_words() -> None:
    villager = Origin("a Varnian villager", OriginKind.UNNAMED_PERSON, "Varnia", "villager")
    content, article = "the Ostreli column went by our gate", parties(ARTICLE)

    def light(_: str, target: str) -> Polarity | None:
        return Polarity.NEGATIVE if target == "Ostreli" else None

    assert interest(villager, content, None, None, article) is Interest.NEUTRAL
    assert interest(villager, content, None, None, article, light=light) is Interest.OWN
