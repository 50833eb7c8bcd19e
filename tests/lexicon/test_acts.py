"""The words that report acts, compiled."""

from sayso.encoder.heads import EVENTS
from sayso.lexicon.acts import Frame, acts
from sayso.lexicon.load import table


def test_every_type_is_one_of_the_encoders_classes() -> None:
    named = {name for frames in acts().frames.values() for frame in frames for name in frame.types}
    assert named == set(EVENTS)
    assert {name for types in acts().signs.values() for name in types} <= set(EVENTS)
    assert {*acts().undone, *acts().undone.values()} <= set(EVENTS)


def test_the_longest_frame_of_a_word_stands_first() -> None:
    frames = acts().frames["abandoned"]
    assert [len(frame.parts) for frame in frames] == sorted((len(frame.parts) for frame in frames), reverse=True)


def test_a_phrase_leaves_room_and_names_groups() -> None:
    room = (0, 7, frozenset(table("events")["groups"]["captive"]))
    assert Frame((room,), ("RETREAT",), True, past=True) in [
        frame._replace(trust="") for frame in acts().frames["released"]
    ]


def test_a_noun_has_its_plural() -> None:
    assert {"protest", "protests"} <= acts().nouns
