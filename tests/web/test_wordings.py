"""Wordings: each once, in its sentence, with what is said, who says it and the saying marked."""

from dataclasses import replace

from sayso.model.filed import Filed, filed
from sayso.web.wordings import Piece, pieces, wordings
from tests.ledger.pile import HELD, articles


def every() -> list[Filed]:
    found = []
    for article in articles():
        _, reading = article.read()
        found += [filed(reading.document, each) for each in reading.statements]
    return found


def test_the_words_are_found_in_their_sentence() -> None:
    first = every()[0]
    assert pieces(first)[:3] == (
        Piece(HELD, "content"),
        Piece(", "),
        Piece("the Ministry of Defence of Varnia", "source"),
    )
    assert "".join(piece.text for piece in pieces(first)) == first.sentence


def test_words_that_are_not_in_the_sentence_stand_by_themselves() -> None:
    first = replace(every()[0], sentence="Another sentence.")
    assert pieces(first) == (Piece(HELD, "content"),)


def test_statements_in_the_same_words_are_one_wording_by_day() -> None:
    found = wordings(every())
    assert [len(each.filed) for each in found][:2] == [3, 2]
    assert [each.outlet for each in found[0].filed] == ["VNA", "Frontier Post", "The Norhaven Herald"]
