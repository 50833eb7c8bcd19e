"""Related: words first, then other words, then other languages."""

from dataclasses import replace

from sayso.link.related import related
from sayso.model.claim import CopyKind
from tests.link.pages import OTHER, page, paragraphs
from tests.link.pages import WIRE as TEXT
from tests.link.test_retold import COURIER, WIRE, told
from tests.link.test_translated import GAZETA
from tests.link.test_translated import WIRE as PRISON

NONE = told(())


def test_the_same_words_are_a_copy_whatever_the_statements_say() -> None:
    copy = related(page(TEXT, "a.txt"), page(TEXT, "b.txt"), told(range(10)), told(range(20, 30), noise=1))
    assert copy is not None
    assert copy.kind is CopyKind.COPY


def test_other_words_in_one_order_are_a_rewrite() -> None:
    copy = related(WIRE, COURIER, told(range(10)), told(range(10), noise=1))
    assert copy is not None
    assert copy.kind is CopyKind.REWRITE


def test_a_paragraph_taken_word_for_word_and_all_the_rest_in_other_words_is_a_rewrite() -> None:
    taken = page("\n\n".join((*paragraphs(OTHER), *paragraphs(OTHER)[2:], *paragraphs(TEXT)[3:5])), "taken.txt")
    whole = page(TEXT, "whole.txt")
    part = related(whole, taken, told(range(10)), told(range(20, 30), noise=1))
    rewrite = related(whole, taken, told(range(10)), told(range(10), noise=1))
    assert part is not None
    assert part.kind is CopyKind.PART
    assert rewrite is not None
    assert rewrite.kind is CopyKind.REWRITE


def test_articles_in_two_languages_are_set_beside_each_other_without_statements() -> None:
    copy = related(PRISON, GAZETA, NONE, NONE)
    assert copy is not None
    assert copy.kind is CopyKind.TRANSLATION
    assert related(PRISON, replace(GAZETA, language="en"), NONE, NONE) is None
