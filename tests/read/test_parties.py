"""The parties of an article: inferred from it, or as whoever reads has named them."""

from sayso.model.party import Party
from sayso.model.statement import Interest, Origin, OriginKind
from sayso.read.interest import interest
from sayso.read.parties import parties
from sayso.read.side import origin_side

WAR = (
    "The Sea League shelled the harbour of Tarn, the Ostrel defence ministry said. Ostrel's army fired back at Karsk. "
    "Iva Moss, the governor of Belomir, blamed the Harbour Guard. The League denied it. In Ostrel, families fled."
)
NAMED = (
    Party("Sea League", aliases=("League",), members=("Harbour Guard",), places=("Belomir",)),
    Party("Ostrel", aliases=("Ostreli",)),
)
PERSON, ORGANIZATION = OriginKind.PERSON, OriginKind.ORGANIZATION


def test_named_parties_are_the_belligerents_where_an_article_speaks_of_them() -> None:
    assert set(parties(WAR, NAMED).belligerents) == {"Sea League", "Ostrel"}
    assert parties("Indian troops and Pakistani troops fought.", NAMED).belligerents == ("IN", "PK")


def test_members_and_those_in_office_where_a_party_rules_are_of_its_side() -> None:
    article = parties(WAR, NAMED)
    assert origin_side("Harbour Guard", None, "the Harbour Guard", ORGANIZATION, article) == "Sea League"
    assert origin_side("Iva Moss", "the governor of Belomir", "Iva Moss", PERSON, article) == "Sea League"


def test_a_party_of_one_state_goes_by_its_code_and_of_several_by_its_name() -> None:
    text = "French troops landed. German troops landed. The Coast Command said that it held Tarn."
    one = parties(text, (Party("Coast", states=("FR",), members=("Coast Command",)),))
    two = parties(text, (Party("Coast", states=("FR", "DE"), members=("Coast Command",)),))
    command = ("Coast Command", None, "the Coast Command", ORGANIZATION)
    assert origin_side(*command, one) == "FR"
    assert origin_side(*command, two) == "Coast"
    assert origin_side("French defence ministry", None, "the French defence ministry", ORGANIZATION, two) == "FR"


def test_states_put_under_one_party_do_not_stand_against_each_other() -> None:
    text = (
        "French troops and German troops fought Indian troops. French guns fired. German guns fired. India's army lost."
    )
    coast = (Party("Coast", states=("FR", "DE")), Party("Land", states=("IN",)))
    ministry = Origin("French defence ministry", ORGANIZATION, "FR", "ministry")
    lost = "German troops withdrew with heavy losses"
    assert interest(ministry, lost, None, None, parties(text), "said") is Interest.OWN
    assert interest(ministry, lost, None, None, parties(text, coast), "said") is Interest.AGAINST


def test_a_side_with_a_great_part_in_an_article_is_concerned_without_forces() -> None:
    article = parties("Syrian troops shelled a town. Syria was silent. Iran spoke of talks. Iran called for calm.")
    assert (article.belligerents, article.concerned) == (("SY",), ("SY", "IR"))


def test_points_in_a_states_name_do_not_hide_its_forces() -> None:
    assert "US" in parties("U.S. missiles hit a base in Syria.").belligerents
