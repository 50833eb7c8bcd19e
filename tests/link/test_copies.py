"""Copies: reprints, parts and versions, and what is none of them."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.copies import compared, is_named, is_same_page, is_same_title, page_mark
from sayso.model.claim import Copy, CopyKind
from sayso.model.document import Document
from tests.link.pages import OTHER, WIRE, page, paragraphs

FRIDAY, SATURDAY = date(2024, 3, 15), date(2024, 3, 16)
WIRE_PAGE = page(WIRE, "wire.txt", "Ostrel Wire", FRIDAY)


def words_of(copy: Copy, later: Document) -> list[str]:
    return [later.text[slice(*passage.here)] for passage in copy.passages]


def test_four_paragraphs_under_another_headline_are_a_copy_with_its_passage() -> None:
    taken = "\n\n".join(paragraphs(WIRE)[:4])
    gazette = page(f"Market strike shakes Ostrel\n\n{taken}", "gazette.txt", "Port Sele Gazette", SATURDAY)
    copy = compared(WIRE_PAGE, gazette)
    assert copy is not None
    assert (copy.later, copy.earlier, copy.kind) == (gazette.id, WIRE_PAGE.id, CopyKind.COPY)
    assert copy.share > 0.9
    assert words_of(copy, gazette) == [taken.rstrip(".")]
    assert [WIRE[slice(*passage.there)] for passage in copy.passages] == [taken.rstrip(".")]
    assert copy.why == (
        "97 of 100 words of gazette.txt (Port Sele Gazette) stand in wire.txt (Ostrel Wire) too, in 1 passage: a copy. "
        "gazette.txt (Port Sele Gazette) is the later: 2024-03-16 after 2024-03-15."
    )


def test_two_reports_of_one_attack_that_quote_the_same_words_are_no_copies() -> None:
    assert compared(WIRE_PAGE, page(OTHER, "radio.txt", "Radio Lethia", FRIDAY)) is None


def test_a_paragraph_in_an_article_of_its_own_is_a_part() -> None:
    own = "Our reporter went from ward to ward and wrote down forty names, the youngest of them a girl of three."
    text = "\n\n".join((own, *paragraphs(OTHER)[2:], *paragraphs(WIRE)[3:5], paragraphs(OTHER)[0]))
    copy = compared(page(text, "herald.txt", "Tarn Herald", SATURDAY), WIRE_PAGE)
    assert copy is not None
    assert copy.kind is CopyKind.PART
    assert copy.earlier == WIRE_PAGE.id


def test_other_words_here_and_there_and_other_quotation_marks_hide_no_copy() -> None:
    text = WIRE.replace('"', "”")
    for word, other in (
        ("killed", "slain"), ("wounded", "hurt"), ("rockets", "missiles"), ("struck", "hit"),
        ("night", "hours of dark"),
        ("said", "announced"), ("worked", "toiled"), ("closed", "shut"), ("denied", "rejected"), ("gathered", "met"),
        ("burnt", "charred"), ("examine", "inspect"), ("stopped", "ceased"), ("street", "road"), ("part", "quarter"),
    ):  # fmt: skip
        text = re.sub(rf"\b{word}\b", other, text)
    copy = compared(WIRE_PAGE, page(text, "post.txt", "Frontier Post", SATURDAY))
    assert copy is not None
    assert copy.kind is CopyKind.COPY
    assert copy.share > 0.9


def test_the_same_address_with_a_later_toll_is_a_version() -> None:
    url = "https://www.tarn.example/market?utm_source=mail"
    first = page(WIRE, "a.html", "Tarn Today", FRIDAY, url)
    second = page(
        WIRE.replace("40 people", "52 people"), "b.html", "Tarn Today", SATURDAY, "http://tarn.example/market/"
    )
    copy = compared(second, first)
    assert copy is not None
    assert (copy.kind, copy.earlier) == (CopyKind.VERSION, first.id)


def test_one_outlets_page_that_was_half_rewritten_is_a_version_by_its_headline() -> None:
    first = page(WIRE, "a.html", "Tarn Today", FRIDAY, title="Market hit: what we know")
    text = "\n\n".join((*paragraphs(WIRE)[:3], *paragraphs(OTHER)[2:]))
    second = page(text, "b.html", "Tarn Today", SATURDAY, title="Market hit: what we know (updated)")
    copy = compared(first, second)
    assert copy is not None
    assert (copy.kind, copy.later) == (CopyKind.VERSION, second.id)


def test_an_outlets_own_background_is_no_copy() -> None:
    stock = paragraphs(WIRE)[5]
    monday = page(f"{OTHER}\n\n{stock}", "mon.txt", "Tarn Today")
    tuesday = page(f"{WIRE.replace(stock, '')}\n\n{stock}", "tue.txt", "Tarn Today")
    assert compared(monday, tuesday) is None


def test_without_days_a_credit_tells_which_came_first() -> None:
    credited = page(f"{WIRE}\n\nSource: VNA", "post.txt", "Frontier Post")
    agency = page(WIRE, "zz.txt", "Varnian News Agency (VNA)")
    copy = compared(agency, credited)
    assert copy is not None
    assert copy.earlier == agency.id
    assert copy.why.endswith(
        "No days tell which came first, but post.txt (Frontier Post) names Varnian News Agency (VNA)."
    )


def test_without_days_or_credit_the_cut_text_is_the_later() -> None:
    for name in "abcdef":
        cut, whole = page("\n\n".join(paragraphs(WIRE)[1:4]), f"{name}.txt"), page(WIRE, "whole.txt")
        copy = compared(cut, whole)
        assert copy is not None
        assert (copy.later, copy.kind) == (cut.id, CopyKind.COPY)


def test_a_page_day_outside_the_time_of_writing_tells_nothing() -> None:
    wrong = page(WIRE, "reprint.txt", "Tarn Herald", SATURDAY)
    wrong = Document(**{name: getattr(wrong, name) for name in wrong.__slots__} | {"page_date": date(2023, 1, 1)})
    copy = compared(WIRE_PAGE, wrong)
    assert copy is not None
    assert copy.earlier == WIRE_PAGE.id


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Market hit: what we know", "UPDATED: Market hit: what we know", True),
        ("Report for 26 February", "Report for 27 February", False),
        ("Market hit", "Bridge falls", False),
        (None, None, False),
    ],
)
def test_same_title(one: str | None, other: str | None, same: bool) -> None:
    assert is_same_title(one, other) is same


def test_addresses_that_differ_in_their_article_number_are_two_pages() -> None:
    one, other = (page(WIRE, url=f"https://tarn.example/story.php?id={number}") for number in (1, 2))
    assert not is_same_page(one, other)


def test_pages_with_one_address_have_one_mark_and_others_another() -> None:
    one, other = (
        page(text, url=url) for text, url in ((WIRE, "https://www.tarn.example/a/"), (OTHER, "tarn.example/a?x=1"))
    )
    assert page_mark(one) == page_mark(other) is not None
    assert page_mark(page(WIRE, url="https://tarn.example/b")) != page_mark(one)
    assert page_mark(page(WIRE)) is None


def test_a_speech_that_is_two_fifths_of_an_article_is_a_part_of_where_it_stands_too() -> None:
    speech = f"“{' '.join(paragraphs(WIRE)[1].split()[:34])}”"
    short, long = f"{speech} {paragraphs(OTHER)[3]}", f"{paragraphs(WIRE)[0]}\n\n{speech}\n\n{paragraphs(WIRE)[5]}"
    copy = compared(page(short, "short.txt"), page(long, "long.txt"))
    assert copy is not None
    assert copy.kind is CopyKind.PART
    assert "nearly all of it quotations" in copy.why


def test_an_outlet_is_named_in_full_or_by_its_initials() -> None:
    assert is_named("Varnian News Agency", "KARSK (VNA) -")
    assert is_named("The Norhaven Herald", "the Norhaven Herald reported")
    assert not is_named("Ostrel Wire", "a wire fence in Ostrel")


TEXTS = st.lists(st.sampled_from(paragraphs(WIRE) + paragraphs(OTHER)), min_size=1, max_size=8, unique=True)
DAYS = st.sampled_from([None, FRIDAY, SATURDAY])


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, DAYS, DAYS)
def test_comparing_is_symmetric(one: list[str], other: list[str], day: date | None, next_day: date | None) -> None:
    a = page("\n\n".join(one), "a.txt", "Ostrel Wire", day)
    b = page("\n\n".join(other), "b.txt", "Tarn Herald", next_day)
    assert compared(a, b) == compared(b, a)


@settings(max_examples=60, deadline=None)
@given(st.permutations(paragraphs(WIRE)), st.integers(2, 5))
def test_a_text_is_found_in_itself_cut_and_reordered(order: list[str], kept: int) -> None:
    copy = compared(WIRE_PAGE, page("\n\n".join(order[:kept]), "cut.txt"))
    assert copy is not None
    assert copy.kind is CopyKind.COPY
    assert copy.later != WIRE_PAGE.id
    assert all(first.here[1] <= then.here[0] for first, then in pairwise(copy.passages))
