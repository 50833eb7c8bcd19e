"""On whom an article rests, by words."""

from dataclasses import replace

from sayso.export.shares import shares, word_count
from sayso.model.reading import Reading
from sayso.model.statement import Origin, OriginKind
from tests.ledger.example import reading


def told(given: Reading) -> list[tuple[str | None, int, int]]:
    return [(share.origin.name if share.origin else None, share.words, share.statements) for share in shares(given)]


def test_words_are_counted_by_origin_and_for_the_outlets_own_voice() -> None:
    assert told(reading()) == [
        ("Ministry of Defence of the Republic of Ostrel", 17, 2),
        ("Irina Lask", 9, 1),
        (None, 9, 1),
        ("one Varnian soldier", 8, 1),
    ]
    assert {share.of for share in shares(reading())} == {43}


def test_one_name_is_one_origin_however_it_is_cased_or_sided() -> None:
    first, *_ = reading().statements
    again = replace(first, origin=replace(first.origin, name=(first.origin.name or "").upper(), side="unknown"))
    assert told(replace(reading(), statements=(first, again))) == [
        ("Ministry of Defence of the Republic of Ostrel", 20, 2)
    ]


def test_origins_without_a_name_are_one_by_their_kind() -> None:
    first, second, third, *_ = reading().statements
    unnamed = Origin(None, OriginKind.UNSTATED)
    group = Origin(None, OriginKind.GROUP)
    found = replace(
        reading(),
        statements=(
            replace(first, origin=unnamed),
            replace(second, origin=group),
            replace(third, origin=unnamed),
        ),
    )
    assert [(share.origin.kind, share.words) for share in shares(found) if share.origin] == [
        (OriginKind.UNSTATED, 17),
        (OriginKind.GROUP, 8),
    ]


def test_an_article_without_statements_rests_on_nobody() -> None:
    assert shares(replace(reading(), statements=())) == ()


def test_numbers_and_possessives_are_one_word_each() -> None:
    text = "Karsk's army lost 1,200 men — half its strength."
    assert word_count(text, ((0, len(text)),)) == 8
