"""A text is cut where something begins or ends, and nothing of it is lost, however the cuts lie."""

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.web.marked import Mark, Paragraph, Piece, paragraphs

TEXT = 'Karsk has fallen, "and we left it", the army said.\n\nSubscribe\n'


def told(paragraph: Paragraph) -> list[tuple[str, int | None]]:
    return [(piece.text, piece.mark and piece.mark.number) for piece in paragraph.pieces]


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_a_statement_is_marked_and_furniture_is_dim() -> None:
    first, last = paragraphs(TEXT, [Mark(1, (at("Karsk has fallen"),), "mixed")], {"furniture": (at("Subscribe"),)})
    assert told(first) == [("Karsk has fallen", 1), (', "and we left it", the army said.', None)]
    assert [mark.number for mark in first.opens] == [1]
    assert not first.dim
    assert last == Paragraph((Piece("Subscribe", grounds=("furniture",)),), (), dim=True)


def test_a_statement_in_another_is_itself_and_the_other_goes_on_behind_it() -> None:
    outer, inner = Mark(1, (at('Karsk has fallen, "and we left it"'),)), Mark(2, (at("and we left it"),))
    (first, _) = paragraphs(TEXT, [outer, inner])
    assert told(first) == [
        ('Karsk has fallen, "', 1),
        ("and we left it", 2),
        ('"', 1),
        (", the army said.", None),
    ]
    assert [piece.shared for piece in first.pieces] == [(), (1,), (), ()]
    assert [[mark.number for mark in piece.opens] for piece in first.pieces] == [[1], [2], [], []]


def test_a_statement_in_two_stretches_has_one_handle() -> None:
    (first, _) = paragraphs(TEXT, [Mark(1, (at("Karsk has fallen"), at("the army")))])
    assert told(first) == [("Karsk has fallen", 1), (', "and we left it", ', None), ("the army", 1), (" said.", None)]
    assert [mark.number for mark in first.opens] == [1]


def test_statements_that_overlap_are_each_marked_where_they_are_alone() -> None:
    (first, _) = paragraphs(TEXT, [Mark(1, ((0, 16),)), Mark(2, ((6, 34),))])
    assert [(piece.text, piece.shared) for piece in first.pieces][:3] == [
        ("Karsk ", ()),
        ("has fallen", (1,)),
        (', "and we left it"', ()),
    ]


spans = st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60)), max_size=3).map(tuple)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text("ab \n", max_size=50), marks=st.lists(spans, max_size=6), furniture=spans)
def test_no_word_is_lost_and_none_comes_twice(
    text: str, marks: list[tuple[tuple[int, int], ...]], furniture: tuple[tuple[int, int], ...]
) -> None:
    made = [Mark(number, each) for number, each in enumerate(marks, 1)]
    found = list(paragraphs(text, made, {"furniture": furniture}))
    lines = [line for line in text.split("\n") if line.strip()]
    assert ["".join(piece.text for piece in each.pieces) for each in found] == lines
    opened = [mark.number for each in found for mark in each.opens]
    assert len(opened) == len(set(opened))


def test_a_long_line_with_statements_one_within_the_other_costs_what_it_is_long() -> None:
    text = "a" * 1_000_000
    nested = [Mark(each, ((each, 1_000_000 - each),)) for each in range(4_000)]
    began = time.process_time()
    (only,) = paragraphs(text, nested)
    assert time.process_time() - began < 5
    assert sum(len(piece.text) for piece in only.pieces) == 1_000_000
    assert max(len(piece.shared) for piece in only.pieces) == 6


def test_lines_without_end_are_written_together() -> None:
    found = list(paragraphs("x\n" * 200_000, []))
    assert len(found) < 5_000
    assert sum(piece.text.count("x") for each in found for piece in each.pieces) == 200_000
