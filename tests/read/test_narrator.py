"""The narrator: the reporter's own first person, and whom the reporter asks."""

import pytest

from sayso.read.narrator import turn
from sayso.read.quotes import quoted_spans
from tests.read.marked import heard


@pytest.mark.parametrize(
    ("sentence", "whom", "asks"),
    [
        ("I asked Moss whether the dam would hold.", "Moss", True),
        ("Given all this, I asked him what was left.", "him", True),
        ("We asked a spokesman for Tarn about the dam.", "a spokesman for Tarn", True),
        ("Is it not, I asked, too late for Karsk?", None, True),
        ("“Is it over?” I asked.", None, True),
        ("When I asked the mayor of Tarn about the dam, she wept.", "the mayor of Tarn", False),
        ("I met Iva Moss in a cellar in Tarn.", "Iva Moss", False),
        ("I put it to Colonel Pavel Orr that the front was broken.", "Colonel Pavel Orr", False),
    ],
)
def test_the_narrator_turns_to_somebody(sentence: str, whom: str | None, asks: bool) -> None:
    found = turn(sentence, (0, len(sentence)), quoted_spans(sentence, (0, len(sentence))))
    assert found is not None
    assert (found.whom and sentence[slice(*found.whom)], found.asks) == (whom, asks)


@pytest.mark.parametrize(
    "sentence", ["We met on Monday.", "“I asked the mayor about the dam.”", "Moss asked the mayor about the dam."]
)
def test_nobody_else_is_the_narrator(sentence: str) -> None:
    assert turn(sentence, (0, len(sentence)), quoted_spans(sentence, (0, len(sentence)))) is None


def test_what_the_narrator_says_is_the_outlets() -> None:
    annotated = (
        "[c “We hold the dam,”] [q said] [s Iva Moss].\n\nShe said so much that [s I] [q suggested] [c she was afraid]."
    )
    assert heard(annotated) == [
        ("We hold the dam", "direct", "Iva Moss", []),
        ("She said so much that I suggested she was afraid", "outlet", None, []),
    ]


def test_the_first_person_within_a_quotation_is_no_narrator() -> None:
    assert heard("[c “We hold the dam,”] [q said] [s Iva Moss]. [c “I asked the mayor for boats.”]") == [
        ("We hold the dam", "direct", "Iva Moss", []),
        ("I asked the mayor for boats", "direct", "Iva Moss", []),
    ]


ANSWERS = [
    (
        "[s Iva Moss] [q said] [c that Tarn was calm].\n\n[s Some guards] [q said] [c that it was lost].\n\n"
        "[s I] [q asked] Moss [c whether the guards had a point].\n\n[c “They have none.”]",
        "Iva Moss",
    ),
    (
        "I met Iva Moss in Tarn.\n\n[s Two guards] [q said] [c that it was lost].\n\n"
        "Is it not, [s I] [q asked], [c too late for Karsk]?\n\n[c “It is never too late.”]",
        "Iva Moss",
    ),
    (
        "[s Iva Moss] [q said] [c that Tarn was calm].\n\n"
        "Moss had a welcome [s one diplomat] [q described] to me as [c “an ambush”].\n\n[c “I saw no ambush.”]",
        "Iva Moss",
    ),
]


@pytest.mark.parametrize(("annotated", "name"), ANSWERS)
def test_the_answer_is_given_by_whoever_was_asked(annotated: str, name: str) -> None:
    assert heard(annotated)[-1][2] == name
