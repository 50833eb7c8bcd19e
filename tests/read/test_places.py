"""Places: which words name them, where they are, and which of them a statement is about."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.statement import Place
from sayso.read.marked import Name
from sayso.read.places import mentions, of_statement, resolve
from tests.growth import seconds


def named(text: str) -> list[str]:
    return [place.text for place in mentions(text)]


def test_a_town_that_the_text_locates_is_one_where_the_encoder_takes_its_name_for_a_person() -> None:
    text = "Troops are back in Izyum. Izyum had been under fire since May."
    at = text.rindex("Izyum")
    assert [place.text for place in mentions(text, [Name("PER", (at, at + 5))])] == ["Izyum", "Izyum"]


def test_the_encoder_tells_where_a_name_of_two_words_ends() -> None:
    text = "They came to Ain Belomir. In Raqqa Ostrel Wire has an office."
    spans = [(kind, text.find(words)) for kind, words in (("LOC", "Ain Belomir"), ("LOC", "Raqqa"), ("ORG", "Ostrel"))]
    ends = [len("Ain Belomir"), len("Raqqa"), len("Ostrel Wire")]
    names = [Name(kind, (at, at + end)) for (kind, at), end in zip(spans, ends, strict=True)]
    assert [place.text for place in mentions(text, names)] == ["Ain Belomir", "Raqqa"]


def scenes(*sentences: str, content: tuple[str, ...] = ()) -> list[list[str]]:
    """Where each sentence is set, when they follow each other as one article."""
    text = " ".join(sentences)
    found, at = mentions(text), 0
    before: tuple[Place, ...] = ()
    told: list[list[str]] = []
    for number, sentence in enumerate(sentences):
        span = (at, at + len(sentence))
        words = content[number] if number < len(content) else sentence
        start = text.index(words, at)
        before = of_statement(text, span, ((start, start + len(words)),), found, before)
        told.append([place.text for place in before])
        at = span[1] + 1
    return told


MENTIONED: dict[str, list[tuple[str, list[str]]]] = {
    "known towns": [
        ("Shelling hit Kharkov and Sumy overnight.", ["Kharkov", "Sumy"]),
        ("Fighters reached Goma, in eastern Congo.", ["Goma", "Congo"]),
        ("Troops left El Fasher for Nyala.", ["El Fasher", "Nyala"]),
    ],
    "regions": [
        ("Clashes in Kursk region and in Cabo Delgado went on.", ["Kursk region", "Cabo Delgado"]),
        ("Villages in Idlib province were hit.", ["Idlib province"]),
        ("They fled to the Golan Heights.", ["Golan Heights"]),
    ],
    "unknown names": [
        ("They took the village of Zubrovitsyno.", ["Zubrovitsyno"]),
        ("Homes burned in the towns of Belomirsk, Tarnovitz and Karskovo.", ["Belomirsk", "Tarnovitz", "Karskovo"]),
        ("The Belomirsk district was cut off.", ["Belomirsk district"]),
    ],
    "no places": [
        ("Jeremy Hunt said in March that Mobile units were Nice.", []),
        ("The Kurdish town was quiet on Monday.", []),
        ("A Damascus Times reporter asked Mr Lincoln.", []),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{kind}: {case[0]}") for kind, cases in MENTIONED.items() for case in cases],
)
def test_a_text_names_its_places(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_a_mention_is_placed_with_its_gazetteer_number() -> None:
    (place,) = mentions("Shelling hit Kharkov overnight.")
    assert (place.text, place.span, place.geonames, place.country, place.precision) == (
        "Kharkov",
        (13, 20),
        706483,
        "UA",
        "settlement",
    )
    assert place.lat == pytest.approx(49.98, abs=0.05)


def test_an_unknown_village_is_named_and_not_placed() -> None:
    assert mentions("They took the village of Zubrovitsyno.") == (Place("Zubrovitsyno", (25, 37)),)


def test_a_province_named_after_its_town_is_a_region() -> None:
    (place,) = mentions("Villages in Idlib province were hit.")
    assert (place.precision, place.country) == ("region", "SY")


def test_a_name_of_two_towns_is_the_one_in_the_state_of_the_text() -> None:
    lebanon = mentions("Gunmen in Lebanon fired near Sidon and Beirut. The army entered Tripoli.")
    libya = mentions("Militias in Libya fought near Misrata and Sirte. The army entered Tripoli.")
    assert (lebanon[-1].country, libya[-1].country) == ("LB", "LY")


def test_a_state_after_a_comma_decides() -> None:
    assert mentions("The plant is in Moscow, Idaho.")[0].country == "US"


def test_a_people_stands_for_its_state() -> None:
    place = resolve("Syrian", ())
    assert place is not None
    assert (place.country, place.precision) == ("SY", "country")


def test_a_name_that_nobody_knows_resolves_to_none() -> None:
    assert resolve("Zubrovitsyno", ()) is None


SCENES: dict[str, tuple[str, list[str]]] = {
    "a town in its region": ("Aid reached Sudzha in Kursk Oblast.", ["Sudzha", "Kursk Oblast"]),
    "not what it lies near": ("They took Izyum near Kharkov.", ["Izyum"]),
    "a town and the state after a comma": ("A bomb fell on Goma, Congo.", ["Goma", "Congo"]),
    "a state as scene": ("Thousands of people were displaced in Sudan.", ["Sudan"]),
    "a state as actor": ("Sudan rejected the proposal of the council.", []),
    "a government by its capital": ("Moscow has rejected the terms.", []),
    "a capital that is hit": ("Kyiv was hit by drones.", ["Kyiv"]),
    "a joined name": ("A Damascus-backed militia withdrew its claim.", []),
    "where the act is, not where its people are from": (
        "Residents of Izyum were waiting in Poltava.",
        ["Poltava"],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), SCENES.values(), ids=SCENES.keys())
def test_a_statement_is_set_where_it_is_said_to_be_so(sentence: str, expected: list[str]) -> None:
    assert scenes(sentence) == [expected]


def test_what_happened_next_stays_at_the_scene_and_an_opinion_leaves_it() -> None:
    assert scenes(
        "A bomb hit a market in Goma.",
        "At least 12 civilians were killed.",
        "We do not want a new treaty.",
        "The talks go on.",
    ) == [["Goma"], ["Goma"], [], []]


def test_the_place_of_the_source_is_not_the_statements() -> None:
    sentence = "A Moscow newspaper said that shells fell on Sumy."
    assert scenes(sentence, content=("shells fell on Sumy",)) == [["Sumy"]]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["in", "Goma", ",", "the", "village of", "Karskovo", "al-Bab", "U.S.", ".", "\n", "-", "’s", "Ж"]
        ),
        max_size=25,
    ).map(" ".join)
    | st.text(max_size=60)
)
def test_every_mention_is_a_stretch_of_the_text(text: str) -> None:
    found = mentions(text)
    assert all(text[place.span[0] : place.span[1]] == place.text for place in found)
    assert list(found) == sorted(found, key=lambda place: place.span)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))
    assert set(of_statement(text, (0, len(text)), ((0, len(text)),), found, ())) <= set(found)


@pytest.mark.parametrize("hostile", ["A " * 20000, "al-A-" * 8000, "U." * 20000, "In Goma, " * 4000, "’" * 40000])
def test_hostile_text_takes_no_time(hostile: str) -> None:
    assert seconds(lambda: mentions(hostile)) < 5
