"""To which side an origin belongs, on real states and on states that no table knows."""

import pytest

from sayso.model.statement import OriginKind
from sayso.read.mentions import mentions
from sayso.read.side import origin_side, parties

PERSON, ORGANIZATION, GROUP = OriginKind.PERSON, OriginKind.ORGANIZATION, OriginKind.GROUP
SOLDIER = OriginKind.UNNAMED_PERSON

VARNIA = (
    "Varnian forces shelled the port of Tarn on Monday, the Ostreli defence ministry said. Varnia's army denied it. "
    "Troops were seen in the Ostreli town of Belomir, close to the border with Varnia. "
    "Ostrel is ready, said General Jan Kadar, the commander of the Ostreli border guards. "
    "The governor of Belomir, Petra Lind, said homes were hit in Ostrel."
)
WAR = (
    "Russian troops fired on Kharkiv in Ukraine, Ukrainian officials said. Ukrainian forces held the town. "
    "Fighting went on across Ukraine."
)


@pytest.mark.parametrize(
    ("name", "role", "words", "kind", "side"),
    [
        ("Ostreli defence ministry", None, "the Ostreli defence ministry", ORGANIZATION, "Ostrel"),
        ("Varnia", None, "Varnia", ORGANIZATION, "Varnia"),
        ("Jan Kadar", "General", "Kadar", PERSON, "Ostrel"),
        ("Petra Lind", "governor of Belomir", "Petra Lind", PERSON, "Ostrel"),
        ("a Varnian soldier", "soldier", "a Varnian soldier", SOLDIER, "Varnia"),
        ("Maria Olsen", "professor", "Maria Olsen, a professor at the university", PERSON, "none"),
    ],
)
def test_states_that_no_table_knows_go_by_their_plain_name(
    name: str, role: str | None, words: str, kind: OriginKind, side: str
) -> None:
    assert origin_side(name, role, words, kind, parties(VARNIA)) == side


def test_an_invented_war_has_its_two_belligerents() -> None:
    assert set(parties(VARNIA).belligerents) == {"Varnia", "Ostrel"}


@pytest.mark.parametrize(
    ("name", "role", "words", "kind", "side"),
    [
        ("Kyiv", None, "Kyiv", ORGANIZATION, "UA"),
        ("Pentagon", None, "the Pentagon", ORGANIZATION, "US"),
        ("Ivan Petrenko", None, "Ivan Petrenko, a Ukrainian army spokesman in the Russian border region", PERSON, "UA"),
        ("Hamas", None, "Hamas", ORGANIZATION, "Hamas"),
        ("ISIS", None, "ISIS", ORGANIZATION, "Islamic State"),
        ("UN envoy for Syria", "UN envoy for Syria", "the UN envoy for Syria", PERSON, "none"),
        ("Russian envoy", "Russia's ambassador to the UN", "Russia's ambassador to the UN", PERSON, "RU"),
        ("a French tourist", None, "a French tourist", SOLDIER, "none"),
        ("authorities", None, "authorities", GROUP, "UA"),
        ("a source", None, "a source", SOLDIER, "unknown"),
        ("TASS", None, "TASS", OriginKind.OUTLET, "RU"),
        ("Reuters", None, "Reuters", OriginKind.OUTLET, "none"),
        (None, None, "", OriginKind.UNSTATED, "unknown"),
    ],
)
def test_sides_of_a_war_between_states(
    name: str | None, role: str | None, words: str, kind: OriginKind, side: str
) -> None:
    assert origin_side(name, role, words, kind, parties(WAR)) == side


def test_an_officials_place_tells_his_state_where_it_is_known() -> None:
    words = "Anna Moroz, the mayor of Sumy"
    known = {"Sumy": "UA"}.get
    assert origin_side("Anna Moroz", "the mayor of Sumy", words, PERSON, parties("Shells fell."), known) == "UA"


def test_what_is_backed_or_opposed_is_not_meant() -> None:
    assert [m.value.side for m in mentions("the US-backed group and anti-Taliban fighters met Iran's envoy")] == ["IR"]


SYRIA = (
    "Syria's civil war goes on. Russian jets bombed Aleppo and Russian troops held the road. Moscow said Russia would "
    "stay. Syrian rebels fired on Russian troops near Islamic State lines."
)


@pytest.mark.parametrize(
    ("name", "words", "kind", "side"),
    [
        ("Yasser Orr", "Yasser Orr of the Tarn rebel faction", PERSON, "Syrian rebels"),
        ("a pro-regime source", "a pro-regime source", SOLDIER, "SY"),
        ("a Syrian living in an area of Islamic State control", "a Syrian living there", SOLDIER, "SY"),
        ("a Reuters witness", "a Reuters witness", SOLDIER, "none"),
        ("official television", "official television", OriginKind.OUTLET, "SY"),
        ("Iva Moss", "NATO's secretary general, Iva Moss", PERSON, "NATO"),
        ("Humanitarian Coordinator", "the Humanitarian Coordinator", PERSON, "none"),
    ],
)
def test_sides_of_a_war_within_a_state(name: str, words: str, kind: OriginKind, side: str) -> None:
    assert origin_side(name, None, words, kind, parties(SYRIA)) == side


@pytest.mark.parametrize("name", ["Kadar's office", "Kadar's spokesman", "a senior administration official"])
def test_those_who_serve_somebody_are_on_his_side(name: str) -> None:
    text = (
        "General Jan Kadar, the president of Ostrel, spoke. The Kadar administration held on. Ostrel and Varnia fight."
    )
    assert origin_side(name, None, name, ORGANIZATION, parties(f"{VARNIA} {text}")) == "Ostrel"


def test_whose_a_lawmaker_is_does_not_follow_from_where_the_fighting_is() -> None:
    text = f"{WAR} Britain and Russia spoke. Russian guards left Britain. Britain said Russia had agreed with Britain."
    assert origin_side("Iva Moss", "the MP for Newbridge", "Iva Moss", PERSON, parties(text)) == "unknown"


OWN_WAR = (
    "Rebels shelled Karsk. Varnian rebels hold Tarn, the Varnian army said. The rebels fled from the Varnian troops. "
    "Rebel-held Belomir in Varnia was quiet."
)


@pytest.mark.parametrize(
    ("words", "kind", "side"),
    [
        ("residents", GROUP, "unknown"),
        ("a Varnian human rights activist", SOLDIER, "unknown"),
        ("the Varnian army", ORGANIZATION, "Varnia"),
        ("the head of the al-Orr tribe", SOLDIER, "al-Orr tribe"),
    ],
)
def test_in_a_states_war_with_itself_its_people_may_be_on_either_side(words: str, kind: OriginKind, side: str) -> None:
    assert origin_side(words, None, words, kind, parties(OWN_WAR)) == side


def test_experts_without_a_house_belong_to_nobody_known_and_pundits_to_no_side() -> None:
    war = parties(WAR)
    assert origin_side("analysts", None, "analysts", GROUP, war) == "unknown"
    assert origin_side("some Russian pundits", None, "some Russian pundits", GROUP, war) == "none"


def test_a_lawmaker_is_of_the_parliament_that_the_article_is_set_in() -> None:
    text = WAR + " Downing Street was silent. The British foreign secretary spoke in the House of Commons."
    assert origin_side("Iva Moss", "MP", "Iva Moss", PERSON, parties(text)) == "GB"


def test_who_addresses_a_people_is_its_own() -> None:
    text = WAR + " Orlak told Ukrainians in an evening address that talks go on. Russian jets flew over Russia."
    assert origin_side("Orlak", None, "Orlak", PERSON, parties(text)) == "UA"


def test_a_movement_of_nobodys_is_on_no_side_and_bodies_without_a_name_are_on_none_that_is_known() -> None:
    article = parties(VARNIA)
    assert origin_side("Karsk Reading Movement", None, "the Karsk Reading Movement", ORGANIZATION, article) == "none"
    assert origin_side("the two organizations", None, "the two organizations", ORGANIZATION, article) == "unknown"


def test_the_administration_is_the_one_that_goes_by_that_word() -> None:
    article = parties(f"{WAR} The US did not answer.")
    assert origin_side("Moss administration", None, "the Moss administration", ORGANIZATION, article) == "US"


def test_a_baker_lives_where_the_war_is_and_not_where_its_tanks_come_from() -> None:
    text = (
        "Varnian tanks passed the bakery. Varnian troops and Varnian guns followed, in this corner of the Republic of "
        "Ostrel. Varnia's army, Varnia's planes and Varnia's boats were seen. Nadia Perel counted them. Ostrel waits, "
        "and Ostrel's army with it."
    )
    assert origin_side("Nadia Perel", None, "she", PERSON, parties(text)) == "Ostrel"
