"""The reader: a document in, whole statements out, in the order of the text, whatever the text is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.encoder import Encoded
from sayso.model.document import UNDATED, Document
from sayso.model.span import hull, words_of
from sayso.model.statement import Basis, Certainty, Hop, Origin, OriginKind, Relation, Statement, Voice, statement_id
from sayso.read.reader import OUTLET, statements
from tests.read.marked import BIO, Hand, document, marked, unseen


def read(annotated: str, furniture: str = "") -> tuple[str, tuple[Statement, ...]]:
    article = marked(annotated)
    found = statements(document(article, furniture=furniture), Hand(article))  # type: ignore[arg-type]
    return article.text, found


def test_a_statement_is_read_with_every_part_and_the_words_it_was_read_from() -> None:
    text, (found,) = read("[c “We hold Karsk,”] [s Colonel Iva Moss] [q told] VNA.")
    content, source = ((1, 14),), ((17, 33),)
    assert (found.content, found.source, found.cue) == (content, source, ((34, 38),))
    assert found.id == statement_id("a", content, source)
    assert found.document == "a"
    assert found.voice is Voice.DIRECT
    assert (found.origin.name, found.origin.kind, found.origin.role) == ("Iva Moss", OriginKind.PERSON, "Colonel")
    assert found.origin.span == (25, 33)
    assert found.chain == (Hop("VNA", Relation.TOLD, (39, 42)),)
    assert found.certainty is Certainty.CERTAIN
    assert (found.time, found.figures) == (None, ())
    assert words_of(text, content) == "We hold Karsk"


def test_the_outlets_own_voice_has_no_source_no_chain_and_no_basis() -> None:
    _, (found,) = read("Snow fell on the empty streets.")
    assert (found.voice, found.origin, found.chain) == (Voice.OUTLET, OUTLET, ())
    assert (found.source, found.cue, found.basis) == ((), (), Basis.UNSTATED)


@pytest.mark.parametrize(
    ("annotated", "origin"),
    [
        ("[s Reports] [q emerged] [c that the dam was breached].", Origin(None, OriginKind.UNSTATED)),
        ("[c Two brigades] [q reportedly] [c withdrew].", Origin(None, OriginKind.UNSTATED)),
    ],
)
def test_an_origin_that_nobody_states_has_no_name(annotated: str, origin: Origin) -> None:
    _, (found,) = read(annotated)
    assert found.origin == origin


def test_letters_that_were_found_are_the_ground_of_what_is_read_in_them() -> None:
    _, found = read(
        "The 12 letters were found by the Lantern Committee and accessed by the Belomir Post.\n\n"
        "[c “We have no bread,”] [q wrote] [s a soldier named Ilko]."
    )
    assert [one.basis for one in found] == [Basis.UNSTATED, Basis.DOCUMENT]
    assert [hop.name for hop in found[1].chain] == ["Lantern Committee", "Belomir Post"]


def test_a_recording_that_was_obtained_is_the_ground_of_what_is_heard_in_it() -> None:
    _, (found,) = read("[c “Burn the bridges,”] [q says] [s a man in an intercepted call] obtained by Ostrel Wire.")
    assert found.basis is Basis.RECORDING


def test_the_same_words_from_two_sources_are_two_statements_and_from_one_are_one() -> None:
    _, found = read("[c Karsk fell], [s Moss] [q said]. [c Karsk fell], [s Orr] [q said].")
    assert len({one.id for one in found}) == 2


def test_an_article_without_text_has_no_statements() -> None:
    assert read("") == ("", ())
    assert read("Share", furniture="Share")[1] == ()


@dataclass(frozen=True)
class Arbitrary:
    """An encoder that tags as it is told, legal or not."""

    labels: tuple[str, ...]

    def encode(self, paragraphs: Sequence[Sequence[str]], convention: str = "guide") -> Encoded:
        return unseen([[self.labels[(i * 7 + len(p)) % len(self.labels)] for i in range(len(p))] for p in paragraphs])


PHRASES = st.sampled_from(
    [
        "“We hold Karsk,” ",
        "Colonel Iva Moss ",
        "said ",
        "told Ostrel TV ",
        "the ministry ",
        "She ",
        "he ",
        "they ",
        "reports emerged ",
        "that ",
        "on 3 May 2024 ",
        "last month ",
        "some 1,200 drones ",
        "near Kyiv, ",
        "letters found by ",
        "citing ",
        "a video ",
        "obtained by the Post ",
        "Reuters",
        "What now? ",
        "‘No,’ ",
        "– Why – ",
        "The U.S. ",
        "(ORC) ",
        "spoke on Radio Tarn. ",
        ". ",
        ".\n",
        "\n\n",
        "the Observatory ",
        "who ",
        "Must read",
        "„So“ ",
        '"',
        "'",
        "[",
        ")",
    ]
)
HOSTILE = st.text(
    st.one_of(st.sampled_from("\x00\r\t\u00a0\u200b\u2028\u202e\ufeff\u0301İſß٣½²𝕏🛰\\(*+?{"), st.characters()),
    max_size=6,
)
ARTICLES = st.lists(st.one_of(PHRASES, HOSTILE), max_size=30).map("".join)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(
    ARTICLES,
    st.lists(st.sampled_from(BIO), min_size=1, max_size=23).map(tuple),
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 30)), max_size=3),
)
def test_any_text_and_any_tags_give_statements_within_the_text_in_its_order(
    text: str, labels: tuple[str, ...], cuts: list[tuple[int, int]]
) -> None:
    furniture: list[tuple[int, int]] = []
    for start, size in sorted(cuts):
        if start + size <= len(text) and (not furniture or start >= furniture[-1][1]):
            furniture.append((start, start + size))
    article = Document("a", "a.txt", None, None, None, "en", text, tuple(furniture), None, UNDATED)
    found = statements(article, Arbitrary(labels))  # type: ignore[arg-type]
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.content
        spans = [*one.content, *one.source, *one.cue, *(hop.span for hop in one.chain)]
        spans += [place.span for place in one.places] + [figure.span for figure in one.figures]
        spans += [one.time.span] if one.time else []
        spans += [one.origin.span] if one.origin.span else []
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert words_of(text, one.content).strip()
        assert not any(a < end and start < b for a, b in one.content for start, end in furniture)
        assert (one.voice is Voice.OUTLET) == (one.origin == OUTLET)
    # Parts of one sentence may stand in each other; paragraphs may not.
    at = [text.count("\n\n", 0, hull(one.content)[0]) for one in found]
    assert at == sorted(at)
