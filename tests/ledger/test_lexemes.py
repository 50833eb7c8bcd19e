"""The words of a text, as SQLite's own FTS5 sees them: it is asked each time."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger.lexemes import lexemes
from sayso.lexicon.load import table

Cut = Callable[[str], list[str]]
TEXT = """Shelling of the café's roofs, 1,500 cease-fires and the Nationalities’ “organisation”: İzmir, Ödön & NAÏVE
generalisations relational conditional hopping hoped hoping falling hissing fizzed agreed feed ponies ties caress cats
probate rate cease controll roll flies dying skies happy sky; vietnamization, predication, operator, feudalism, а й Київ
adjustable irritant replacement adoption homologous communism activate angularity effective bowdlerize a+b 3rd 24/7."""


@pytest.fixture(scope="module")
def fts5() -> Iterator[Cut]:
    tables = sqlite3.connect(":memory:")
    tables.execute("CREATE VIRTUAL TABLE it USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 2')")
    tables.execute("CREATE VIRTUAL TABLE its USING fts5vocab(it, 'instance')")

    def cut(text: str) -> list[str]:
        tables.execute("DELETE FROM it")
        tables.execute("INSERT INTO it VALUES (?)", [text])
        return [row[0] for row in tables.execute("SELECT term FROM its ORDER BY offset")]

    yield cut
    tables.close()


def test_a_text_is_cut_as_fts5_cuts_it(fts5: Cut) -> None:
    assert list(lexemes(TEXT)) == fts5(TEXT)
    assert list(lexemes(TEXT))[:7] == ["shell", "of", "the", "cafe", "s", "roof", "1"]


def test_every_word_that_is_counted_in_news_has_the_stem_that_fts5_gives_it(fts5: Cut) -> None:
    words = " ".join(map(str, _words(table("link_common"))))
    found = list(lexemes(words))
    assert len(found) > 1000
    assert found == fts5(words)


def _words(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _words(each)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)
    elif isinstance(value, str):
        yield value


@settings(deadline=None)
@given(
    st.text(st.sampled_from("abcdeiklmnorstuvyzABY .-'’0159éÉöñçßåŁжйЮﬁ½²ελς漢א\u0301\u0308\u030c\x01\u200b\U0001f600"))
)
def test_any_text_is_cut_as_fts5_cuts_it(fts5: Cut, text: str) -> None:
    assert list(lexemes(text)) == fts5(text)


def test_a_word_without_end_is_cut_short() -> None:
    assert [len(each) for each in lexemes("漢" * 3000)] == [500]
