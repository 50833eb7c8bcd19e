"""What an origin is, by its name and the words that name it."""

import pytest

from sayso.model.statement import OriginKind
from sayso.read.kind import origin_kind

P, U, G, ORG = OriginKind.PERSON, OriginKind.UNNAMED_PERSON, OriginKind.GROUP, OriginKind.ORGANIZATION
OUT, DOC, REC, NONE = OriginKind.OUTLET, OriginKind.DOCUMENT, OriginKind.RECORDING, OriginKind.UNSTATED


@pytest.mark.parametrize(
    ("name", "words", "kind"),
    [
        ("Irina Veres", "the ministry head, Irina Veres", P),
        ("Lord Hale", "Hale", P),
        ("the secretary of state", "the secretary of state", P),
        ("a senior officer", "a senior officer", U),
        ("one of the women", "one of the women", U),
        ("the commander of a tank platoon near Karsk", "the commander of a tank platoon near Karsk", U),
        ("residents of Tarn", "residents of Tarn", G),
        ("an estimated 3,000 people", "an estimated 3,000 people", G),
        ("Members of the G7", "Members of the G7", G),
        ("Varnian officials", "Varnian officials", G),
        ("Ukraine", "Ukraine", ORG),
        ("Kremlin", "the Kremlin", ORG),
        ("Varnian defence ministry", "the Varnian defence ministry", ORG),
        ("Israel Defense Forces", "The IDF", ORG),
        ("VTV", "the daily news program VTV", OUT),
        ("Belomir Post", "the Belomir Post newspaper", OUT),
        ("state media", "state media", OUT),
        (None, "ten letters dated 3 May", DOC),
        (None, "a new report by lawyers", DOC),
        ("footage from the port", "footage from the port", REC),
        ("One Syrian living near Tarn", "One Syrian living near Tarn", U),
        ("Two Ukrainians", "Two Ukrainians", G),
        ("a Weibo account with a million followers", "a Weibo account with a million followers", U),
        ("pro-Varnian social media accounts", "pro-Varnian social media accounts", G),
        ("rights groups", "rights groups", ORG),
        ("No 10", "No 10", ORG),
        ("the law", "the law", DOC),
        ("one piece", "one piece", DOC),
        ("Karsk Convention", "the Karsk Convention", DOC),
        ("South Tarn Review", "the South Tarn Review", OUT),
        ("Karsk Radar", "Karsk Radar, a measurement platform that watches networks", ORG),
        (None, "", NONE),
        (None, "reports", NONE),
        ("Such assessments", "Such assessments", NONE),
        ("the assessment", "the assessment", DOC),
    ],
)
def test_the_head_noun_tells_the_kind(name: str | None, words: str, kind: OriginKind) -> None:
    assert origin_kind(name, words, "said", f"{words} said so.") is kind


def test_a_name_behind_a_place_where_it_speaks_is_no_body() -> None:
    assert origin_kind("Moss", "Moss", "vowed", "Back in the White House, Moss vowed to end it.") is OriginKind.PERSON


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Two-thirds of respondents", OriginKind.GROUP),
        ("54 percent of surveyed Ukrainians", OriginKind.GROUP),
        ("Some", OriginKind.GROUP),
        ("BBC Russian Service", OriginKind.OUTLET),
    ],
)
def test_a_share_of_a_people_is_a_group_and_a_part_of_an_outlet_an_outlet(name: str, kind: OriginKind) -> None:
    assert origin_kind(name, name, "said", "") is kind
