"""Every value that can be read can be kept: canonical JSON and back."""

import json
import math

from hypothesis import given, settings

from sayso.ledger.canonical import canonical, revived
from sayso.model.document import Document
from sayso.model.statement import Statement
from tests.ledger.example import reading
from tests.ledger.strategies import documents, statements


@settings(max_examples=60, deadline=None)
@given(statements())
def test_every_statement_comes_back(statement: Statement) -> None:
    assert revived(Statement, canonical(statement)) == statement


@settings(max_examples=60, deadline=None)
@given(documents())
def test_every_article_comes_back(document: Document) -> None:
    assert revived(Document, canonical(document)) == document


def test_half_a_surrogate_pair_is_kept_and_encodable() -> None:
    text = canonical(("\udcff Karsk \x00",))
    text.encode()
    assert json.loads(text) == ["\udcff Karsk \x00"]


def test_a_field_that_a_later_version_added_takes_its_default() -> None:
    kept = json.loads(canonical(reading().statements[0]))
    del kept["figures"]
    kept["of_a_newer_one"] = 1
    back = revived(Statement, json.dumps(kept))
    assert back.figures == ()
    assert back.origin == reading().statements[0].origin


def test_a_number_without_bounds_is_kept() -> None:
    assert math.isnan(json.loads(canonical((math.nan,)))[0])
