"""What is proposed before somebody decides: the bearers of a name, and whom a statement serves with another side."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from sayso.ledger.proposed import FAR, Proposed, bearers_of, served
from sayso.lexicon.gazetteer import gazetteer
from sayso.model.document import Document, Interval
from sayso.model.judgement import Side
from sayso.model.party import Party
from sayso.model.statement import Event, Interest, Origin, OriginKind, Place, Statement, Voice

TEXT = (
    "Varnian guns shelled a school in Karsk, the Defence Ministry of Ostrel said. "
    "Varnian troops and Ostrel's army fight over the town. Ostrel's soldiers hold the bridge.\n"
)
PARTIES = (Party("Varnia", aliases=("Varnian",)), Party("Ostrel"))
DOCUMENT = Document("d", "pile/a.txt", None, None, None, "en", TEXT, (), None, Interval(None, None, ()))
MINISTRY = Origin("Defence Ministry of Ostrel", OriginKind.ORGANIZATION, "Ostrel")
SAID = Statement(
    "s", "d", ((0, 38),), ((40, 70),), ((71, 75),), Voice.INDIRECT, MINISTRY, event=Event.ASSAULT, interest=Interest.OWN
)


def at(text: str, lat: float, lon: float, precision: str = "settlement") -> Place:
    return Place(text, (0, 1), None, lat, lon, None, precision)


def telling(*places: Place) -> Statement:
    return replace(SAID, places=places)


def codes(found: tuple[Proposed, ...]) -> list[str | None]:
    return [each.location.country for each in found]


def test_the_bearer_nearest_to_what_the_article_tells_of_stands_first() -> None:
    ohio, texas = telling(at("Tarn", 40.0, -82.9)), telling(at("Belomir", 33.6, -95.5))
    for statement, region in ((ohio, "Ohio"), (texas, "Texas")):
        first, *_ = bearers_of("Paris", [statement])
        assert (first.location.country, first.region) == ("US", region)
        assert (first.near, first.kilometres is not None and first.kilometres < 100) == (statement.places[0].text, True)
    east, *rest = bearers_of("Tripoli", [telling(at("Tarn", 34.0, 36.2))])
    assert (east.location.country, east.state, east.location.precision) == ("LB", "Lebanon", "settlement")
    assert codes(tuple(rest))[:2] == ["GR", "LY"] or codes(tuple(rest))[:2] == ["LY", "GR"]


def test_without_another_place_in_the_article_the_largest_stands_first() -> None:
    here = telling(at("Tripoli", 34.4, 35.8))
    assert codes(bearers_of("Tripoli", [here]))[:2] == ["LY", "LB"], "the place that is fixed says nothing of itself"
    state = telling(at("Libya", 27.0, 17.0, "country"))
    assert codes(bearers_of("Tripoli", [state, state]))[0] == "LY"
    moved = telling(at("Belomir", 34.4, 35.8))
    assert codes(bearers_of("Tripoli", [moved], "Belomir"))[0] == "LY", (
        "nor does the one that it is put in the place of"
    )
    assert bearers_of("Tripoli", [])[0].near is None


def test_a_capital_named_once_does_not_draw_the_article_to_itself() -> None:
    near = [telling(at("Tarn", 34.0, 36.2)) for _ in range(4)]
    far = telling(at("Verem", 32.9, 13.2))
    assert FAR == 1_000
    assert codes(bearers_of("Tripoli", [*near, far]))[0] == "LB"


def test_a_name_is_found_in_other_spellings_as_a_region_and_not_at_all() -> None:
    assert {each.location.precision for each in bearers_of("the Aleppo province", [])} == {"region"}
    assert [each.location.geonames for each in bearers_of("  Kharkov ", [])[:1]] == [706483]
    assert bearers_of("Xqwzzt", []) == ()


def test_regions_and_states_have_names() -> None:
    assert gazetteer().region_name("US", "OH") == "Ohio"
    assert gazetteer().region_name("ZA", "09") == "Limpopo"
    assert gazetteer().region_name("UA", "07") == "Kharkiv region"
    assert gazetteer().region_name("UA", "zz") is None
    assert (gazetteer().state_name("UA"), gazetteer().state_name("ZZ")) == ("Ukraine", "ZZ")


@pytest.mark.parametrize(
    ("side", "interest", "rule"),
    [
        ("Ostrel", Interest.OWN, "it shows the other side doing harm, to blame, or losing"),
        ("none", Interest.NEUTRAL, "it belongs to no side"),
        ("unknown", Interest.UNKNOWN, "its side is not known"),
    ],
)
def test_a_side_that_is_fixed_has_the_interest_that_reading_would_give(
    side: str, interest: Interest, rule: str
) -> None:
    assert served(DOCUMENT, SAID, Side(side), PARTIES) == Side(side, interest, rule)


def test_the_same_words_serve_another_side_otherwise() -> None:
    ours = partial(served, DOCUMENT, SAID, parties=PARTIES)
    assert ours(value=Side("Ostrel")).interest is Interest.OWN
    assert ours(value=Side("Varnia")).interest is not Interest.UNKNOWN
    assert ours(value=Side("Varnia")).rule != ours(value=Side("Ostrel")).rule


def test_the_rule_gives_again_what_reading_gave() -> None:
    from sayso.workspace import read

    reading = read(Path(__file__).parents[2] / "demo" / "pile" / "01-vna-settlements.txt")
    again = [served(reading.document, each, Side(each.origin.side)).interest for each in reading.statements]
    assert again == [each.interest for each in reading.statements]
    assert len(set(again)) > 1
