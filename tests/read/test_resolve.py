"""Resolving: which of the places that bear a name a text means."""

import pytest

from sayso.model.statement import Place
from sayso.read.bearers import named
from sayso.read.resolve import beside, placed, why
from tests.growth import seconds


def read(text: str, *names: str) -> tuple[Place, ...]:
    """The names where they first stand in the text, as places."""
    return placed(text, [named(text, text.index(name), text.index(name) + len(name)) for name in names])


def regions(text: str, *names: str) -> list[tuple[str | None, str | None]]:
    return [(place.country, place.precision) for place in read(text, *names)]


def near(place: Place, lat: float, lon: float) -> bool:
    return place.lat is not None and place.lon is not None and abs(place.lat - lat) < 1.2 and abs(place.lon - lon) < 1.2


WAR: dict[str, tuple[str, dict[str, tuple[float, float]]]] = {
    "the town in the state that the text is about": (
        "Militias in Libya fought near Misrata and Sirte. The army entered Tripoli.",
        {"Tripoli": (32.9, 13.2)},
    ),
    "the same name in another war": (
        "Gunmen in Lebanon fired near Sidon and Beirut. The army entered Tripoli.",
        {"Tripoli": (34.4, 35.8)},
    ),
    "a village beside its neighbours": (
        "Ukrainian troops left Pisky, between Avdiivka and Donetsk.",
        {"Pisky": (48.1, 37.7)},
    ),
    "another spelling of the transliteration": (
        "Jets struck Kfar Zeita and Khan Sheikhoun in Syria.",
        {"Kfar Zeita": (35.4, 36.6), "Khan Sheikhoun": (35.4, 36.6)},
    ),
    "Russian and Ukrainian names": (
        "Shelling hit Artyomovsk, Kharkov and Krasny Liman in Ukraine.",
        {"Artyomovsk": (48.6, 38.0), "Kharkov": (50.0, 36.2), "Krasny Liman": (49.0, 37.8)},
    ),
    "the Arabic article in its forms": (
        "In Syria they fled Deir ez-Zor for Al-Mayadin and el-Bab.",
        {"Deir ez-Zor": (35.3, 40.1), "Al-Mayadin": (35.0, 40.45), "el-Bab": (36.4, 37.5)},
    ),
    "Sudan": (
        "The RSF took Nyala and Zalingi; El Fasher in North Darfur held.",
        {"Nyala": (12.05, 24.9), "Zalingi": (12.9, 23.5), "El Fasher": (13.6, 25.35)},
    ),
    "Congo": (
        "M23 fighters left Sake for Goma in North Kivu, in eastern Congo.",
        {"Sake": (-1.6, 29.0), "Goma": (-1.7, 29.2)},
    ),
    "Myanmar": (
        "Loikaw in Karenni State and Lashio in Shan State fell, Myanmar's army said.",
        {"Loikaw": (19.7, 97.2), "Lashio": (22.9, 97.75)},
    ),
}


@pytest.mark.parametrize(("text", "expected"), WAR.values(), ids=WAR.keys())
def test_war_reporting_is_put_on_the_map(text: str, expected: dict[str, tuple[float, float]]) -> None:
    wide = [
        name
        for name in (
            "Libya",
            "Misrata",
            "Sirte",
            "Lebanon",
            "Sidon",
            "Beirut",
            "Avdiivka",
            "Donetsk",
            "Syria",
            "Ukraine",
            "North Darfur",
            "North Kivu",
            "Karenni State",
            "Shan State",
            "Myanmar",
        )
        if name in text
    ]
    names = sorted({*wide, *expected}, key=text.index)
    found = dict(zip(names, read(text, *names), strict=True))
    assert {name: found[name] for name, spot in expected.items() if not near(found[name], *spot)} == {}


LOCAL: dict[str, tuple[str, list[str], tuple[float, float]]] = {
    "a state after a comma": ("The plant is in Moscow, Idaho.", ["Moscow", "Idaho"], (46.7, -117.0)),
    "an abbreviated state": ("Police in Paris, Tex., held two.", ["Paris", "Tex."], (33.7, -95.6)),
    "a county beside it": (
        "Huntsville police and the Walker County sheriff, both of Texas, agreed.",
        ["Huntsville", "Walker County", "Texas"],
        (30.7, -95.6),
    ),
    "the other towns of the article": (
        "From Maryville to Edwardsville and Belleville, Illinois schools closed.",
        ["Maryville", "Edwardsville", "Belleville", "Illinois"],
        (38.7, -89.95),
    ),
    "a capital among states": (
        "Washington and Tehran traded threats over Iraq and Syria.",
        ["Washington", "Tehran", "Iraq", "Syria"],
        (38.9, -77.0),
    ),
}


@pytest.mark.parametrize(("text", "names", "spot"), LOCAL.values(), ids=LOCAL.keys())
def test_a_homonym_is_told_by_what_stands_around_it(text: str, names: list[str], spot: tuple[float, float]) -> None:
    first = read(text, *names)[0]
    assert near(first, *spot), first


def test_counties_of_a_list_are_counties() -> None:
    text = "Storms crossed Clarke, Oconee and Barrow counties in Georgia, near Atlanta."
    found = read(text, "Clarke", "Oconee", "Barrow", "Georgia", "Atlanta")
    assert [(place.precision, place.country) for place in found[:3]] == [("region", "US")] * 3
    assert all(place.lat is not None and 33 < place.lat < 35 for place in found[:3])


def test_two_towns_of_one_name_are_told_apart_where_the_text_does() -> None:
    text = "Springfield, Illinois, and Springfield, Missouri, signed."
    spots = [(0, 11), (13, 21), (27, 38), (40, 48)]
    found = placed(text, [named(text, *spot) for spot in spots])
    assert near(found[0], 39.8, -89.6)
    assert near(found[2], 37.2, -93.3)


def test_a_village_in_no_gazetteer_stands_in_what_it_is_said_to_lie_in_and_stays_unresolved() -> None:
    (village, state) = read("They took Zubrovitsyno, Ukraine.", "Zubrovitsyno", "Ukraine")
    assert (village.geonames, village.precision) == (None, None)
    assert (village.country, village.lat, village.lon) == ("UA", state.lat, state.lon)


def test_a_village_in_no_gazetteer_stands_among_the_other_places() -> None:
    text = "Izyum, Balakliia and Chuhuiv were hit, and so was Zubrovitsyno."
    village = read(text, "Izyum", "Balakliia", "Chuhuiv", "Zubrovitsyno")[-1]
    assert (village.geonames, village.precision, village.country) == (None, None, "UA")
    assert near(village, 49.5, 36.8)


def test_a_small_town_in_a_strange_land_is_not_meant() -> None:
    text = "Shelling hit Izyum, Kharkiv and Sumy in Ukraine, said Penguin."
    penguin = read(text, "Izyum", "Kharkiv", "Sumy", "Ukraine", "Penguin")[-1]
    assert penguin.geonames is None
    assert penguin.precision is None


def test_alone_it_stands_nowhere() -> None:
    assert read("They took Zubrovitsyno.", "Zubrovitsyno") == (Place("Zubrovitsyno", (10, 22)),)


def test_no_names_give_no_places() -> None:
    assert placed("Nothing is named here.", ()) == ()


def test_a_name_is_resolved_beside_known_places() -> None:
    tripoli = named("Tripoli", 0, 7)
    libya = Place("Benghazi", (0, 8), 88319, 32.1, 20.1, "LY", "settlement")
    lebanon = Place("Beirut", (0, 6), 276781, 33.9, 35.5, "LB", "settlement")
    assert (beside(tripoli, [libya]).country, beside(tripoli, [lebanon]).country) == ("LY", "LB")


def test_it_can_be_shown_why_a_place_was_chosen() -> None:
    text = "The plant is in Moscow, Idaho."
    found = [named(text, 16, 22), named(text, 24, 29)]
    reasons = {reason.feature: reason.value for reason in why(text, found, 0)}
    assert reasons["lies in what is named beside it"] == pytest.approx(1.0, abs=0.05)
    assert why(text, [named(text, 0, 3)], 0) == ()


def test_a_list_of_many_names_is_placed_to_its_end() -> None:
    names = [f"Zubrovitsyno{at}" for at in range(300)] + ["Kharkiv"]
    text = ", ".join(names)
    assert read(text, *names)[-1].geonames == 706483


def test_a_long_text_takes_no_time() -> None:
    text = ", ".join(["Springfield", "Georgia", "Paris", "Zubrovitsyno"] * 1000)
    starts = [at for at in range(len(text)) if at == 0 or text[at - 2 : at] == ", "]
    found = [named(text, at, text.find(",", at) if "," in text[at:] else len(text)) for at in starts]
    assert seconds(lambda: placed(text, found)) < 2
