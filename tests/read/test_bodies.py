"""Bodies: the institution or the people that a phrase stands for."""

import pytest

from sayso.read.names import named


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("a report published by the Tarn-based Institute for the Study of Grain", "Institute for the Study of Grain"),
        ("the latest figures from the Kestrel Institute", "Kestrel Institute"),
        ("estimates from the Council on Grain Relations", "Council on Grain Relations"),
        ("the Ostrel ministry’s latest report", "the Ostrel ministry"),
        ("experts at the Kestrel Institute", "Kestrel Institute"),
        ("an Ostrel Wire photographer", "an Ostrel Wire photographer"),
        ("U.S. officials", "U.S. officials"),
        ("Iran-backed Belomir Resistance Front", "Belomir Resistance Front"),
        ("the Times of Israel newspaper", "Times of Israel"),
        ("an article published by the Guardian", "Guardian"),
        ("data from the U.N. High Commissioner for Wells", "U.N. High Commissioner for Wells"),
        ("a statement by the ministry", "the ministry"),
        ("the army’s Telegram channel", "the army"),
        ("the Institute for the Study of Grain", "Institute for the Study of Grain"),
        ("The opposition Upper Tarn local council", "Upper Tarn local council"),
        ("one KRC source", "one KRC source"),
        ("a former KRC special agent", "a former KRC special agent"),
        ("Karsk Radar, a measurement platform that watches networks", "Karsk Radar"),
    ],
)
def test_who_stands_behind_a_phrase(phrase: str, name: str) -> None:
    found = named(phrase, (0, len(phrase)))
    assert (found.name, found.person) == (name, False)
    assert found.span is not None
    assert phrase[slice(*found.span)] == name


def test_an_owner_is_called_without_the_mark_of_owning() -> None:
    text = "the Ostrel army's"
    assert named(text, (0, len(text))).name == "the Ostrel army"
