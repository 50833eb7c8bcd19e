"""Ids: from the content alone, and never the same for two things."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.document import document_id
from sayso.model.ids import LENGTH, content_id
from sayso.model.statement import statement_id

PARTS = st.lists(st.one_of(st.text(max_size=9), st.binary(max_size=9), st.integers()), max_size=4)


def plain(parts: list[str | bytes | int]) -> list[bytes]:
    return [p if isinstance(p, bytes) else str(p).encode("utf-8", "surrogatepass") for p in parts]


def test_an_id_stays_the_same_for_ever() -> None:
    assert content_id("document", "karsk.txt", b"Karsk has fallen.") == "aa469a3de60e6b03"


@given(PARTS, PARTS)
def test_ids_are_equal_only_where_the_parts_are(a: list[str | bytes | int], b: list[str | bytes | int]) -> None:
    assert (content_id("x", *a) == content_id("x", *b)) == (plain(a) == plain(b))
    assert content_id("x", *a) != content_id("y", *a)
    assert len(content_id("x", *a)) == LENGTH
    assert int(content_id("x", *a), 16) >= 0


def test_parts_do_not_run_together() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc") != content_id("x", "abc")


def test_a_document_keeps_its_id_when_the_pile_moves_and_not_when_it_is_renamed() -> None:
    here = document_id("pile/karsk.txt", b"Karsk has fallen.")
    assert document_id("/elsewhere/pile/karsk.txt", b"Karsk has fallen.") == here
    assert document_id(r"C:\pile\karsk.txt", b"Karsk has fallen.") == here
    assert document_id("pile/copy.txt", b"Karsk has fallen.") != here
    assert document_id("pile/karsk.txt", b"Karsk has not fallen.") != here


def test_two_sources_of_one_content_are_two_statements() -> None:
    ids = {
        statement_id("a", ((0, 9),), ((12, 20),)),
        statement_id("a", ((0, 9),), ((22, 30),)),
        statement_id("a", ((0, 9),), ()),
        statement_id("a", ((0, 9), (12, 20)), ()),
        statement_id("b", ((0, 9),), ()),
    }
    assert len(ids) == 5
