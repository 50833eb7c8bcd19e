"""Seats: whose an office-holder is by the house and the land in which the text sets its scene."""

import pytest

from sayso.read.parties import parties
from sayso.read.seats import side_of_officials, side_of_seat


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("During a White House briefing on Monday, press secretary Iva Moss said talks went on with Russia.", "US"),
        ("In Britain too, the tone has changed. The press secretary Iva Moss spoke of Russia.", "GB"),
        ("Russia bombed Tarn. Press secretary Iva Moss said so.", None),
        (
            "He had left the White House behind when Russia called.\n\nPress secretary Iva Moss spoke.",
            None,
        ),
    ],
)
def test_the_scene_tells_whose_an_official_is(text: str, side: str | None) -> None:
    assert side_of_seat("Iva Moss", "Iva Moss", parties(text)) == side


def test_an_article_is_told_from_the_side_whose_officials_speak_in_it() -> None:
    text = (
        "Ukrainian officials said the bridge held. Ukraine’s General Staff said so too. A Ukrainian security source "
        "told VNA the depot burned. Russia’s defence ministry said it had struck the depot."
    )
    assert side_of_officials(parties(text)) == "UA"
    assert side_of_officials(parties("Ukrainian officials said so. Russian officials said no.")) is None
