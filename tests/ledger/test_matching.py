"""What is kept to be searched and what is asked, as PostgreSQL takes them: lexemes in quotation marks, and no more."""

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger.matching import tsvector
from sayso.ledger.search import asked
from sayso.model.problem import SaysoError
from tests.servers import Server


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("killed", "('kill')"),
        ("“covered market” killed OR wounded", "(('cover' <-> 'market')) & ('kill' | 'wound')"),
        ('shell* -soldiers -"the army"', "('shell':*) & !('soldier') & !(('the' <-> 'armi'))"),
        ("cease-fire a+b*", "(('ceas' <-> 'fire')) & (('a' <-> 'b':*))"),
        ("' | !x:*", None),
    ],
)
def test_a_question_is_made_of_lexemes(words: str, query: str | None) -> None:
    if query is None:
        with pytest.raises(SaysoError):
            asked(words)
    else:
        assert asked(words).tsquery() == query


def test_words_who_and_title_have_weights_and_no_phrase_reaches_over() -> None:
    assert tsvector("killed, killed", "VNA", "The kills") == "'kill':1A,2A,205C 'vna':103B 'the':204C"


@settings(deadline=None, max_examples=60)
@given(words=st.text(max_size=30))
def test_whatever_is_asked_the_server_takes_it_as_a_question(postgresql: Server, words: str) -> None:
    try:
        query = asked(words).tsquery()
    except SaysoError:
        return
    with psycopg.connect(postgresql.url) as connection:
        row = connection.execute("SELECT %s::tsvector @@ %s::tsquery", (tsvector(words, "", words), query)).fetchone()
    assert row is not None


def test_a_text_as_long_as_a_book_is_taken(postgresql: Server) -> None:
    book = " ".join(f"word{number}" for number in range(200_000))
    with psycopg.connect(postgresql.url) as connection:
        row = connection.execute("SELECT %s::tsvector @@ 'word7'", (tsvector(book, book, book),)).fetchone()
    assert row == (True,)


def test_a_question_as_long_as_a_book_is_refused_or_taken(postgresql: Server) -> None:
    phrase = f'"{" ".join(f"word{number}" for number in range(5_000))}"'
    with pytest.raises(SaysoError, match="more than 1,000 words are asked for"):
        asked(phrase)
    taken = asked(f'"{" ".join(f"word{number}" for number in range(900))}"').tsquery()
    with psycopg.connect(postgresql.url) as connection:
        connection.execute("SELECT ''::tsvector @@ %s::tsquery", (taken,))
