"""Fingerprints: few, stable, and shared by what shares text."""

from sayso.link.fingerprints import COMMON, candidates, enough, fingerprints
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
