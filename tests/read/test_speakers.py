"""Speakers: who "she", "the ministry head" and "the Observatory" are."""

import pytest

from sayso.read.segment import paragraphs, sentences
from sayso.read.speakers import Cast, names_of


def speakers(text: str, *sources: str) -> list[str]:
    """The names of whom source phrases stand for, met in their order in the text."""
    cast, at, found = Cast(text), 0, []
    met = [s for p in paragraphs(text) for s in sentences(text, p)]
    for source in sources:
        start = text.index(source, at)
        at = start + len(source)
        while met and met[0][0] <= start:
            cast.meet(met.pop(0))
        found.append(cast.who((start, at)))
    return list(names_of(found))


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        (
            "Colonel Iva Moss said so. Moss left. She returned.",
            ["Colonel Iva Moss", "Moss", "She"],
            ["Iva Moss", "Iva Moss", "Iva Moss"],
        ),
        (
            "Irina Dol, the ministry head, spoke. It rained, the ministry head said.",
            ["Irina Dol, the ministry head", "the ministry head"],
            ["Irina Dol", "Irina Dol"],
        ),
        (
            "Governor Oleh Sar spoke. The dam held, the official said.",
            ["Governor Oleh Sar", "the official"],
            ["Oleh Sar", "Oleh Sar"],
        ),
        (
            "The Tarn Observatory for Human Rights counts. Nine fell, the Observatory said.",
            ["the Observatory"],
            ["Tarn Observatory for Human Rights"],
        ),
        (
            "The Ostrel Relief Committee (ORC) works. Nine fell, the ORC said.",
            ["the ORC"],
            ["Ostrel Relief Committee"],
        ),
        (
            "The Ostrel Relief Committee said so. It added more. The committee left.",
            ["The Ostrel Relief Committee", "It", "The committee"],
            ["Ostrel Relief Committee"] * 3,
        ),
        (
            "Residents of Tarn wept. They prayed.",
            ["Residents of Tarn", "They"],
            ["Residents of Tarn", "Residents of Tarn"],
        ),
        (
            "A senior officer spoke. The officer left.",
            ["A senior officer", "The officer"],
            ["A senior officer", "A senior officer"],
        ),
        (
            "Ilko Bran has fought for a year. He has lost two fingers.",
            ["He"],
            ["Ilko Bran"],
        ),
        (
            "Mother Ana Bran wept. Father Ilko Bran prayed. She spoke.",
            ["Mother Ana Bran", "Father Ilko Bran"],
            ["Ana Bran", "Ilko Bran"],
        ),
    ],
)
def test_who_is_meant(text: str, sources: list[str], expected: list[str]) -> None:
    assert speakers(text, *sources) == expected


def test_she_is_not_the_man_who_spoke_last() -> None:
    text = (
        "Iva Moss, a spokeswoman for the army, said so. Pavel Orr, a spokesman for the rebels, denied it. "
        "The town is calm, she insisted."
    )
    sources = ["Iva Moss, a spokeswoman for the army", "Pavel Orr, a spokesman for the rebels", "she"]
    assert speakers(text, *sources) == ["Iva Moss", "Pavel Orr", "Iva Moss"]


def test_a_description_answers_to_nobody_where_nobody_fits() -> None:
    assert Cast("The dam held.").answering("the programme") is None
    assert Cast("").last() is None


def test_a_pronoun_without_anyone_before_it_stands_for_itself() -> None:
    assert speakers("She said so.", "She") == ["She"]


def test_the_role_stays_with_the_speaker() -> None:
    text = "Defence Minister Irina Dol spoke. Dol left."
    cast = Cast(text)
    cast.who((0, text.index(" spoke")))
    at = text.rindex("Dol")
    again = cast.who((at, at + 3))
    assert (again.name, again.role, again.person) == ("Irina Dol", "Defence Minister", True)
    assert text[slice(*again.span)] == "Irina Dol"
