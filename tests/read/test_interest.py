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
    ("using the shells at Tarn", "has admitted to", Event.ASSAULT, None, Interest.AGAINST),
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


CLAIMS_NOTHING = [
    ("the Ostreli government to recall its envoy", "called on", Event.REQUEST),
    ("it should be done before the winter", "said", None),
    ("we would like to see a crowd outside the Ostreli embassy", "said", Event.REQUEST),
    ("it would send a second brigade to the coast", "said", Event.MOBILIZE),
    ("an operation to recapture the port", "announced", Event.ASSAULT),
    ("there are up to 3,000 Ostreli fighters in the hills", "estimated", None),
    ("the front recorded 40 attacks by the enemy", "said", Event.ASSAULT),
    ("peace talks go on in Tarn", "said", Event.CONSULT),
]
CLAIMS = [
    ("the Ostreli government to answer for the massacre", "called on", Event.REQUEST),
    ("it would help the villagers to safety", "said", Event.AID),
    ("our army had recaptured the port", "announced", Event.ASSAULT),
    ("up to 3,000 Ostreli fighters were killed", "estimated", Event.ASSAULT),
    ("the enemy launched 40 attacks on villages", "said", Event.ASSAULT),
    ("the talks were constructive", "said", Event.CONSULT),
    ("no shell had struck the school", "said", None),
    ("to have crossed the border", "claimed", None),
    ("the raid as a rescue", "portrayed", None),
]


@pytest.mark.parametrize(("content", "cue", "event"), CLAIMS_NOTHING)
def test_calls_plans_and_counts_claim_nothing_for_either_side(content: str, cue: str, event: Event | None) -> None:
    assert both(content, cue, event) == (Interest.NEUTRAL, Interest.NEUTRAL)


@pytest.mark.parametrize(("content", "cue", "event"), CLAIMS)
def test_guilt_success_and_kindness_serve_whoever_tells_of_them(content: str, cue: str, event: Event | None) -> None:
    assert both(content, cue, event) == (Interest.OWN, Interest.OWN)


def both(content: str, cue: str, event: Event | None) -> tuple[Interest, Interest]:
    """What is read of it where Varnia's ministry says it, and with the sides swapped."""
    ours = Origin("Varnian defence ministry", OriginKind.ORGANIZATION, "Varnia", "ministry")
    theirs = Origin("Ostreli defence ministry", OriginKind.ORGANIZATION, "Ostrel", "ministry")
    mirrored = parties(swapped(ARTICLE))
    return (
        interest(ours, content, event, None, parties(ARTICLE), cue),
        interest(theirs, swapped(content), event, None, mirrored, cue),
    )


def test_one_who_rules_nothing_finds_fault_with_his_own_side() -> None:
    senator = Origin("Jan Morel", OriginKind.PERSON, "Varnia", "a senator")
    minister = Origin("Iva Moss", OriginKind.PERSON, "Varnia", "the Varnian defence minister")
    article = parties(ARTICLE)
    assert interest(senator, "the retreat was a mistake of the government", None, None, article) is Interest.AGAINST
    assert interest(senator, "the Ostreli government is to blame", None, None, article) is Interest.OWN
    assert interest(senator, "the bridge is old", None, None, article) is Interest.NEUTRAL
    assert interest(minister, "the Ostreli government is to blame", None, None, article) is Interest.OWN


def test_a_word_of_praise_in_a_name_praises_nobody() -> None:
    ministry = Origin("Varnian defence ministry", OriginKind.ORGANIZATION, "Varnia", "ministry")
    content = "rain fell on the Civil Defence Units of Tarn"
    assert interest(ministry, content, None, None, parties(ARTICLE)) is Interest.NEUTRAL


def test_a_good_thing_that_failed_is_a_loss() -> None:
    ministry = Origin("Varnian defence ministry", OriginKind.ORGANIZATION, "Varnia", "ministry")
    article = parties(ARTICLE)
    assert interest(ministry, "it had not achieved its aims", None, None, article, "conceded") is Interest.AGAINST
    assert interest(ministry, "Ostreli troops had not achieved their aims", None, None, article) is Interest.OWN


def test_a_leader_stands_for_his_side_and_so_does_he_in_another_s_words() -> None:
    text = f"{ARTICLE} Ostreli President Jan Kadar spoke. Iva Moss, the Varnian defence minister, spoke too."
    moss, article = Origin("Iva Moss", OriginKind.PERSON, "Varnia", "defence minister"), parties(text)
    assert interest(moss, "Kadar has not won this war", None, None, article) is Interest.OWN
    assert interest(moss, "They are running out of shells", None, None, article) is Interest.OWN


def test_an_office_far_from_the_war_serves_its_side_by_what_its_own_forces_do() -> None:
    text = f"{ARTICLE} Ruland watched. Ruland, said Ruland's army, had sent ships."
    ministry = Origin("Ruland's defence ministry", OriginKind.ORGANIZATION, "GB", "ministry")
    assert interest(ministry, "British troops killed the raider", Event.ASSAULT, None, parties(text)) is Interest.OWN
