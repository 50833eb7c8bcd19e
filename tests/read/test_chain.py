"""The chain: through whom the words came."""

import pytest

from sayso.model.span import Span
from sayso.read.chain import citing, hops
from tests.read.marked import marked


def relays(annotated: str, known: dict[str, str] | None = None, barred: str = "") -> list[tuple[str, str]]:
    """The relays of one sentence whose contents are marked."""
    article = marked(annotated)
    text = article.text
    contents = tuple(span for role, span in article.spans if role == "content")

    def resolve(description: str) -> tuple[str, Span] | None:
        name = (known or {}).get(description)
        return (name, (0, 0)) if name else None

    found = hops(text, (0, len(text)), contents, resolve, lambda name: name == barred)
    for hop in found:
        assert (known and hop.name in known.values()) or text[slice(*hop.span)] == hop.name
    return [(hop.name, str(hop.relation)) for hop in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[c Karsk has fallen], the ministry told VNA.", [("VNA", "told")]),
        ("Speaking on Tarn Radio, Dol said [c talks had failed].", [("Tarn Radio", "broadcast")]),
        ("Dol, writing in the Karsk Times, said [c talks had failed].", [("Karsk Times", "published")]),
        ("In an interview with Ostrel TV on Monday, Dol said [c talks had failed].", [("Ostrel TV", "told")]),
        ("[c It is over], Dol said during an appearance on Radio Tarn.", [("Radio Tarn", "broadcast")]),
        ("[c It is over], Dol said in remarks broadcast by Tarn TV.", [("Tarn TV", "broadcast")]),
        ("[c It is over], Dol wrote in a letter published by Ostrel Wire.", [("Ostrel Wire", "published")]),
        ("[c It is over], Dol was quoted by VNA as saying.", [("VNA", "published")]),
        ("[c It is over], Dol said in an interview with Western media.", [("Western media", "told")]),
        ("[c It is over], Dol was quoted by Ostrel state media as saying.", [("Ostrel state media", "published")]),
        ("[c It is over], Dol told Belwire news agency.", [("Belwire", "told")]),
        ("[c Tarn is ours], Orr wrote on Telegram.", [("Telegram", "posted")]),
        ("[c Tarn is ours], Orr said in a Facebook post.", [("Facebook", "posted")]),
        ("[c Tarn is ours], Orr wrote on X.", [("X", "posted")]),
        ("[c The port is closed], Sar said, per a translation by Tarn Gazette.", [("Tarn Gazette", "translated")]),
        ("[c No bread], reads a letter found by the Lantern Committee.", [("Lantern Committee", "found")]),
        ("[c Burn it], reads the order, obtained by Ostrel Wire.", [("Ostrel Wire", "obtained")]),
        (
            "[c The port is closed], Sar told Ostrel TV, per a translation by Tarn Gazette.",
            [("Ostrel TV", "told"), ("Tarn Gazette", "translated")],
        ),
        (
            "[c It is mined], Kern told Tarn Gazette, according to a report by Ostrel Wire posted on Telegram.",
            [("Tarn Gazette", "told"), ("Ostrel Wire", "published"), ("Telegram", "posted")],
        ),
        ("[c It is over], Dol told the state-run agency Belwire.", [("Belwire", "told")]),
        ("[c It is over], Dol told Ukrainian state television.", [("Ukrainian state television", "told")]),
        ("[c It is over], Dol told Tarn Today.", [("Tarn Today", "told")]),
    ],
)
def test_relays_of_every_relation_nearest_the_origin_first(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert relays(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "[c It is over], Dol told reporters.",
        "[c It is over], Dol told a news conference on Monday.",
        "[c It is over], Dol told parliament.",
        "[c It is over], Dol told Ukraine.",
        "[c It is over], Dol said in a statement.",
        "[c He told Ostrel TV a lie], Dol said.",
        "X marks the place, Dol said.",
        "",
    ],
)
def test_an_occasion_a_state_and_what_is_said_are_no_relays(sentence: str) -> None:
    assert relays(sentence) == []


def test_the_programme_is_whichever_programme_was_named() -> None:
    sentence = "[c The dam is safe], he told the programme."
    assert relays(sentence, {"the programme": "Tarn Tonight"}) == [("Tarn Tonight", "told")]
    assert relays(sentence) == []


def test_a_name_that_is_barred_is_no_relay() -> None:
    assert relays("[c It is over], Dol told VNA.", barred="VNA") == []


def cited(annotated: str) -> str | None:
    article = marked(annotated)
    contents = tuple(span for role, span in article.spans if role == "content")
    found = citing(article.text, (0, len(article.text)), contents)
    return article.text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ostrel Wire reported [c that 40 drones fell], citing the defence ministry.", "the defence ministry"),
        ("Ostrel Wire, quoting residents as saying [c nobody was left], has no more.", "residents"),
        ("Ostrel Wire reported [c a loss, citing the ministry].", None),
        ("Ostrel Wire reported [c a loss].", None),
        ("[c A loss], it said, citing", None),
    ],
)
def test_who_is_cited(sentence: str, expected: str | None) -> None:
    assert cited(sentence) == expected
