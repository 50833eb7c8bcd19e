"""Furniture by kind of line: what is marked, and what is left alone."""

import pytest

from sayso.clean.furniture import furniture
from tests.growth import seconds

FIRST = (
    "The army of Ostrel left the town of Karsk overnight, the ministry said in a statement, and residents who had "
    "hidden for weeks in their cellars came out to look for bread and for their neighbours.\n"
)
SECOND = (
    "A spokesman for the Varnian command said that its soldiers had found two wells poisoned and a bridge blown up, "
    "and that engineers would need a month before the road to Belomir could be opened to traffic again.\n"
)


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "- Advertisement -", "Must read", "MORE ARTICLES", "Click to comment", "2.8 C", "Tuesday, February 27, 2024",
        "27.02.2026 - Update : 27.02.2026", "By Jana Milo in Karsk", "Jana Milo |", "Sign up to our daily newsletter",
        "Smoke over Karsk on Monday. Photograph: Jana Milo/AFP/Getty Images", "Winter in Belomir Reuters",
        "Main photo source: Tarn TV", "Read more: The road to Belomir", "© 2024 Jana Milo/Ostrel Wire",
        "(PDF | 10.81 MB | English)",
        "Reuters and AP contributed to this report", "12 comments", "With Reuters and AFP",
        "A well near Tarn (Source: Ostrel Wire)", "Exit mobile version", "Share on Facebook",
        "By our defence correspondent", "Wells near Tarn are dry. Photo: J. Milo / Ostrel Wire",
        "Jana Milo Private archive", "The post Karsk has fallen appeared first on Karsk Monitor.",
        "Must read: The last ferry", "Read this article in Varnian", "Your gift is tax-deductible.",
        "- [Who we are](https://karsk.example/who)", "Home > The war", "World | Belomir | Opinion | Sport | Crossword",
        "Karsk 4 °C, light rain", "Get instant alerts. Be the first to know when big stories happen.",
        "A crew mends a pipe in Tarn. The strikes went on in talks. [Jana Milo/Reuters]",
    ],
)  # fmt: skip
def test_a_line_of_the_page_is_marked(line: str) -> None:
    assert marked(f"Army leaves Karsk after weeks\n\n{line}\n{FIRST}\n{SECOND}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Letters contrast with words of support", "On the road to Belomir", "“We want bread,” she said.", "Karsk",
        "The newsletter of the brigade, “Our Support”, was found in the town hall.", "By then the town was empty.",
        "Reuters reported that the bridge was gone.", "24 February 2022", "Aleppo, Homs and Hama were shelled.",
        "The dead were from Karsk, Tarn and Belomir", "He told AFP:", "Jana Milo:",
        "From Karsk to Tarn, to Belomir", "Karsk fell on 3 March 2024.",
    ],
)  # fmt: skip
def test_a_line_of_the_article_is_left_alone(line: str) -> None:
    assert (
        marked(f"Army leaves Karsk after weeks\n\n{FIRST}{FIRST}{SECOND}{line}\n{SECOND}{SECOND}{FIRST}{SECOND}") == []
    )


def test_menu_words_stand_above_and_tags_below_the_article() -> None:
    above, below = (
        "World\n\nArmy leaves Karsk after weeks\n\nPublished\n\non",
        "  War in Varnia, Karsk, Ostrel\n\nTrending",
    )
    text = f"{above}\n\n{FIRST}\n{SECOND}\n{below}"
    assert marked(text) == ["World", "Published", "on", "War in Varnia, Karsk, Ostrel", "Trending"]


def test_teasers_under_their_heading_run_to_the_end() -> None:
    teaser = "Intense battles went on near Tarn, with 191 clashes recorded, the General Staff reported."
    text = f"Army leaves Karsk after weeks\n\n{FIRST}{SECOND}{FIRST}You might also like:\n{teaser}\n"
    assert marked(text) == ["You might also like:", teaser]


def test_a_teaser_with_its_stamp_is_marked_in_the_middle_of_the_article() -> None:
    text = f"Army leaves Karsk after weeks\n\n{FIRST}How Ostrel Lost Its Bridges\nFeb 18, 2026 18:27\n{SECOND}"
    assert marked(text) == ["How Ostrel Lost Its Bridges", "Feb 18, 2026 18:27"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"KARSK (Reuters) - {FIRST}", ["KARSK (Reuters) -"]),
        (f"KARSK: {FIRST}", ["KARSK:"]),
        (f"Sun 16 Apr 2017 {FIRST}", ["Sun 16 Apr 2017"]),
        (f"Published November 26 2017 {FIRST}", ["Published November 26 2017"]),
        (f"Date of publication 3 April 2017 {FIRST}", ["Date of publication 3 April 2017"]),
        (f"Posted on 4 April 2017 by Ostrel Wire {FIRST}", ["Posted on 4 April 2017"]),
        (f"The siege to date April 4 2017 {FIRST}", []),
        (
            f"20.04.2017(updated 1618 20.04.2017) Get short URL 215 {FIRST}",
            ["20.04.2017(updated 1618 20.04.2017) Get short URL 215"],
        ),
        (FIRST.strip() + " --Reuters", ["--Reuters"]),
        (FIRST.strip() + " (Source: Ostrel Press Office) Twitter", ["(Source: Ostrel Press Office) Twitter"]),
        (FIRST.strip() + " Jana/Milo", ["Jana/Milo"]),
        (f"On 7 October 2016 {FIRST}", []),
        ("September 11, 2001, changed the war. " + FIRST, []),
        ("OSTREL has left. " + FIRST, []),
    ],
)
def test_furniture_inside_a_line_that_was_run_together(line: str, found: list[str]) -> None:
    assert marked(line) == found


BODY = FIRST + SECOND + FIRST
HEADLINE = "Army leaves Karsk after weeks of fighting"


@pytest.mark.parametrize(
    "over",
    [
        ["Karsk Post", "News of the river since 1911", "14/03/2024", "Home > The war"],
        ["The Belomir Courier", "Thursday, March 14, 2024 | Belomir 4 °C, light rain"],
        ["OSTREL WIRE", "Belomir bureau, 14 March 2024, 21:40"],
        ["Harbour Relief", "Donate | Where we work | About us"],
        ["Radio Tarn", "Bulletin, Thursday 14 March 2024, 06:00", "Karsk 7° cloudy · Tarn 9° showers"],
        ["Varnian News Agency (VNA)", "Main  |  Politics  |  The Operation  |  Weather"],
    ],
)
def test_what_stands_over_the_headline_is_the_page_s_own(over: list[str]) -> None:
    assert marked("\n".join(over) + f"\n\n{HEADLINE}\n\n{BODY}") == over


@pytest.mark.parametrize(
    "headline",
    [
        "Karsk Falls",
        "Army Leaves Karsk",
        "Ostrel Wire staff held in Karsk",
        "A Winter in Belomir",
        "Radio silence in Tarn",
    ],
)
def test_a_headline_over_its_stamp_is_no_masthead(headline: str) -> None:
    assert marked(f"{headline}\n\n14 March 2024\n\n{BODY}") == ["14 March 2024"]


def test_comments_of_readers_run_to_the_foot() -> None:
    talk = ["5 comments", "grey_wolf: about time", "Anna K.: my brother is over there", "Leave a reply"]
    assert marked(f"{HEADLINE}\n\n{BODY}\n" + "\n".join(talk)) == talk


def test_buttons_one_a_line_are_a_menu_but_a_short_list_of_towns_is_none() -> None:
    buttons = ["Who we are", "Where we work", "Careers", "Events", "Blogs", "Annual Reports", "Privacy", "Programs"]
    assert marked(f"{HEADLINE}\n\n{BODY}" + "\n".join(buttons)) == buttons
    assert marked(f"{HEADLINE}\n\n{BODY}" + "\n".join(["Karsk", "Tarn", "Merrin", "Zadova"])) == []


def test_a_speaker_named_over_each_answer_is_no_button() -> None:
    assert marked(f"{HEADLINE}\n\n" + f"Jana Milo:\n{FIRST}" * 4) == []


def test_a_name_on_a_line_of_its_own_inside_a_sentence_is_no_button() -> None:
    broken = [
        f"{n} officials told the\nKarsk Daily Journal\non May {n} that {n} of them would leave." for n in range(2, 7)
    ]
    assert marked(f"{HEADLINE}\n\n{FIRST}" + "\n".join(broken) + f"\n{SECOND}") == []


@pytest.mark.parametrize("dateline", ["BELOMIR (Ostrel Wire) -", "KARSK, 13 March 2024 (VNA) –"])
def test_a_dateline_may_name_an_agency_that_no_table_has(dateline: str) -> None:
    assert marked(f"{HEADLINE}\n\n{dateline} {FIRST}{SECOND}") == [dateline]


@pytest.mark.parametrize(
    "unit",
    [
        "word\n",
        "word 12 of it\n",
        "3 March 2024\n",
        "its third day of war, ",
        "Karsk | Tarn | War | News\n",
        "A (B) - ",
    ],
)
def test_marking_is_linear_in_the_text(unit: str) -> None:
    def marking(times: int) -> float:
        return seconds(lambda: furniture(HEADLINE + "\n\n" + unit * times))

    marking(500)
    assert marking(10_000) < 12 * max(marking(2_000), 0.02)


def test_the_words_with_which_a_feed_ends_are_marked_over_all_their_lines() -> None:
    ends = "The post\nArmy leaves Karsk\nappeared first on\nTarn Relief Watch\n."
    assert marked(f"Army leaves Karsk\n\n{FIRST}{SECOND}{ends}\n") == [ends]
    assert marked(f"Army leaves Karsk\n\n{FIRST}The post at Tarn appeared first on old maps of 1912.\n{SECOND}") == []
