"""One object a line, whatever the article's text does."""

import json

from sayso.export.exchange import document_row, statement_row
from sayso.export.jsonl import line, lines
from tests.ledger.example import reading


def test_a_reading_is_its_article_and_then_its_statements() -> None:
    assert [json.loads(text) for text in lines(reading())] == [
        document_row(reading().document),
        *(statement_row(statement) for statement in reading().statements),
    ]


def test_hostile_text_stays_on_one_line_and_comes_back() -> None:
    hostile = {"text": "Karsk\u2028\u2029\x85\r\n\x0b\x1b[31m\x9b31m\u202eneila \udcff \x00 Київ"}
    text = line(hostile)
    text.encode()
    assert text.splitlines() == [text]
    assert not set(text) & set("\x1b\x9b\u202e\x00\x85")
    assert "Київ" in text
    assert json.loads(text) == hostile
