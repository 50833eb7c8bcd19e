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
