"""Whose an origin is by what stands around it, where neither its name nor its role tells."""

import re

import pytest

from sayso.model.statement import OriginKind
from sayso.read.parties import parties
from sayso.read.side import origin_side

PERSON, GROUP, UNNAMED = OriginKind.PERSON, OriginKind.GROUP, OriginKind.UNNAMED_PERSON

WAR = (
    "Varnian troops and Ostrel troops fought at Tarn. Ostrel's army and Varnia's army both claim it.\n\n"
    "Deep in Varnia, other feelings rise about the invasion of Ostrel. We want them home, says one of the wives.\n\n"
    "The United Nations mission in Tarn sent a team. Its head, Adam Sor, spoke of the dead.\n\n"
    "The UN does not count them.\n\n"
    "Lorna Wick, Ostrel's foreign minister, came late.\n\n"
    "The Ostrel foreign secretary, Peter Hale, came too. Hale sat down. Varnia, it is "
    "said, waits; Varnia sees Varnian guns and Varnian boats."
)


@pytest.mark.parametrize(
    ("name", "role", "words", "kind", "side"),
    [
        ("one of the wives", None, "one of the wives", UNNAMED, "Varnia"),
        ("Adam Sor", "Its head", "Its head, Adam Sor", PERSON, "none"),
        ("Lorna Wick", None, "Wick", PERSON, "Ostrel"),
        ("Peter Hale", None, "Hale", PERSON, "Ostrel"),
    ],
)
def test_the_side_is_that_of_the_surroundings(
    name: str, role: str | None, words: str, kind: OriginKind, side: str
) -> None:
    assert origin_side(name, role, words, kind, parties(WAR)) == side


def test_state_media_belong_to_the_state_spoken_of_not_to_the_one_attacked() -> None:
    text = (
        "Varnian forces and Ostrel forces fought. Ostrel's army and Varnia's army both lost. In Varnia the war is "
        "popular for fear of a threat of Ostrel, with state media painting a bright picture."
    )
    assert origin_side("state media", None, "state media", OriginKind.OUTLET, parties(text)) == "Varnia"


def test_a_soldier_is_not_of_the_soil_he_stands_on() -> None:
    text = "Varnian soldiers, Ostrel soldiers. Varnian soldiers were tired. In Ostrel a conscript wrote."
    assert origin_side("a conscript", None, "a conscript", UNNAMED, parties(text)) == "Varnia"


def test_opposition_in_parliament_is_no_rebel_and_armed_opposition_is() -> None:
    article = parties("Syrian troops fought. Syria is at war. Syrian forces advanced.")
    assert origin_side("Hadi Sol", "Opposition lawmaker", "Opposition lawmaker Hadi Sol", PERSON, article) == "SY"
    assert origin_side("opposition fighters", None, "opposition fighters", GROUP, article) == "Syrian rebels"


def test_a_fighter_against_a_leader_is_his_countrys_rebel_wherever_he_comes_from() -> None:
    article = parties("Syrian troops fought. Syria is at war. Syrian forces of the Halim government advanced.")
    role = "a 23-year-old anti-Halim fighter from Leeds"
    assert origin_side("Tom Reed", role, "Reed", PERSON, article) == "Syrian rebels"


def test_a_person_of_a_town_is_of_its_state_where_that_state_fights() -> None:
    article = parties("Russian troops fought. Russian soldiers and Ukrainian soldiers died. Ukraine and Russia talk.")
    whose = {"Voronezh": "RU", "Leeds": "GB"}.get
    assert origin_side("Ilya of Voronezh", None, "he", PERSON, article, whose) == "RU"


LONG_WAR = (
    "TARN: Adam Sor waits at the gate with two bags. Varnian troops and Ostrel troops fought at Tarn, in Ostrel. "
    "Varnia's army and Ostrel's army both claim it. Varnian officials named the dead. One of the officials wept. "
    "Western diplomats in Karsk were calm. Fighters of the Sorre Liberation Front, a highland movement, came too, and "
    "the defence minister, Peter Hale, would not speak of the Front. Varnia sees Varnian guns. Varnia waits."
)


@pytest.mark.parametrize(
    ("name", "role", "words", "kind", "side"),
    [
        ("one of the officials", "official", "One of the officials", UNNAMED, "Varnia"),
        ("Adam Sor", None, "Sor", PERSON, "Ostrel"),
        ("Western diplomats", "diplomats", "Western diplomats", GROUP, "unknown"),
        ("a senior diplomat", "diplomat", "a senior diplomat", UNNAMED, "unknown"),
        ("Peter Hale", "defence minister", "the defence minister, Peter Hale", PERSON, "Varnia"),
        ("Harbour Press", "publisher", "Harbour Press, the publisher", OriginKind.ORGANIZATION, "none"),
        ("Lena Roth", "Karsk-based photographer", "Lena Roth, a Karsk-based photographer", PERSON, "Varnia"),
        ("Jan Berg", "volunteer", "Jan Berg, a Danish volunteer", PERSON, "none"),
        ("a spokesman for the Front", "spokesman", "a spokesman for the Front", UNNAMED, "Sorre Liberation Front"),
    ],
)
def test_what_is_told_elsewhere_of_the_like_of_the_place_and_of_the_office(
    name: str, role: str | None, words: str, kind: OriginKind, side: str
) -> None:
    whose = {"Karsk": "Varnia"}.get
    assert origin_side(name, role, words, kind, parties(LONG_WAR), whose) == side


def test_a_minister_is_no_armed_groups_man_for_standing_near_its_name() -> None:
    text = (
        "US troops left Syria. Islamic State fought on. James Roe, the defence secretary, saw Islamic State weakened."
    )
    assert origin_side("James Roe", "the defence secretary", "Roe", PERSON, parties(text)) != "Islamic State"


def test_a_woman_of_the_people_is_of_the_state_that_an_article_is_most_about() -> None:
    text = "Varnian troops and Ostrel troops fight. Varnia mourns. Varnia waits. Varnia's army and Ostrel's army lost."
    lena = ("Lena Roth", "a widow", "Lena Roth, a widow", PERSON)
    assert origin_side(*lena, parties(text)) == "Varnia"
    assert origin_side(*lena, parties(f"{text} Ostrel mourns. Ostrel waits.")) == "unknown"


def test_a_ministry_that_tells_of_a_victory_is_the_victors() -> None:
    text = (
        "Varnian troops have taken control of nine villages in Ostrel's Tarn region, the Ministry of Defence said. "
        "Ostreli units shelled Varnian boats. Varnia and Ostrel are at war."
    )
    swap = {"Varnian": "Ostreli", "Ostreli": "Varnian", "Varnia": "Ostrel", "Ostrel": "Varnia"}
    mirror = re.sub("Varnian|Ostreli|Varnia|Ostrel", lambda name: swap[name.group()], text)
    ministry = ("Ministry of Defence", None, "the Ministry of Defence", OriginKind.ORGANIZATION)
    assert origin_side(*ministry, parties(text)) == "Varnia"
    assert origin_side(*ministry, parties(mirror)) == "Ostrel"
