"""Fingerprints: few, stable, and shared by what shares text."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.fingerprints import COMMON, brought, candidates, displaced, enough, fingerprints
from tests.link.pages import OTHER, WIRE, paragraphs


def test_a_text_has_a_fingerprint_for_every_few_words_and_each_fits_a_signed_column() -> None:
    marks = fingerprints(WIRE, ())
    assert len(WIRE.split()) / 8 <= len(marks) <= len(WIRE.split()) / 3
    assert list(marks) == sorted(set(marks))
    assert all(0 <= mark < 2**63 for mark in marks)


def test_fingerprints_are_the_same_on_every_machine() -> None:
    assert fingerprints("Rockets struck the market in Belomir", ()) == (1424587326027806890,)


def test_case_quotation_marks_and_furniture_leave_them_as_they_are() -> None:
    advert = "- Advertisement -\n"
    assert fingerprints(advert + WIRE.replace('"', "“").upper(), ((0, len(advert)),)) == fingerprints(WIRE, ())


def test_a_paragraph_is_found_again_and_a_topic_is_not() -> None:
    unquoted = OTHER.replace(paragraphs(OTHER)[1], "")
    texts = {"wire": WIRE, "other": unquoted, "cut": "\n".join(paragraphs(WIRE)[3:5])}
    marks = {name: fingerprints(text, ()) for name, text in texts.items()}
    assert list(candidates(marks)) == [("cut", "wire")]


def test_a_number_that_hundreds_hold_brings_the_least_ids_and_no_family_is_lost() -> None:
    pile = {f"{n:03}": (1, 2, 3) for n in range(300)}
    found = list(candidates(pile))
    assert len(found) < 300 * COMMON
    assert {("000", f"{n:03}") for n in range(1, 300)} <= set(found)


def test_long_texts_must_share_more() -> None:
    assert (enough(15, 250), enough(250, 250)) == (2, 7)


def test_a_text_without_words_has_none() -> None:
    assert fingerprints("…", ()) == fingerprints("", ()) == fingerprints("Karsk fell", ()) == ()


def holders(pile: Mapping[str, tuple[int, ...]], document: str) -> dict[int, list[str]]:
    return {mark: sorted(other for other in pile if mark in pile[other]) for mark in pile[document]}


def test_what_is_brought_says_of_a_pair_what_the_pile_says() -> None:
    pile = {f"{n:03}": (1, 2, 3) if n % 2 else (2, 3, 4) for n in range(3 * COMMON)}
    sizes = {name: len(marks) for name, marks in pile.items()}
    pairs = {(a, b) for a in pile for b in brought(a, holders(pile, a), sizes)}
    assert {(min(pair), max(pair)) for pair in pairs} == set(candidates(pile))
    assert all((b, a) in pairs for a, b in pairs)


IDS = st.sets(st.integers(0, 999).map("{:03}".format), min_size=COMMON - 3, max_size=COMMON + 6)


@settings(max_examples=30, deadline=None)
@given(IDS, st.integers(0, 999).map("{:03}".format))
def test_one_more_document_changes_the_candidates_of_none_but_itself_and_those_displaced(
    ids: set[str], new: str
) -> None:
    before = dict.fromkeys(ids - {new}, (1, 2, 3))
    after = before | {new: (1, 2, 3)}
    moved = displaced(new, holders(after, new)) | {new}
    changed = set(candidates(before)) ^ set(candidates(after))
    assert all(a in moved or b in moved for a, b in changed)
