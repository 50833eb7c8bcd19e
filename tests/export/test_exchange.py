"""The exchange format: its keys, its values, and the way back."""

import json
import math
from dataclasses import replace

from hypothesis import given, settings

from sayso.export.exchange import (
    claim_row,
    conflict_row,
    document_from_row,
    document_row,
    statement_from_row,
    statement_row,
)
from sayso.model.claim import Claim, Conflict, ConflictKind, Root, Standing
from sayso.model.document import Document
from sayso.model.statement import Figure, Interest, OriginKind, Statement
from tests.ledger.example import TEXT, at, reading
from tests.ledger.strategies import documents, statements


@settings(max_examples=60, deadline=None)
@given(statements())
def test_every_statement_comes_back(statement: Statement) -> None:
    assert statement_from_row(json.loads(json.dumps(statement_row(statement)))) == statement


@settings(max_examples=60, deadline=None)
@given(documents())
def test_every_article_comes_back(document: Document) -> None:
    assert document_from_row(json.loads(json.dumps(document_row(document)))) == document


def test_an_article_has_the_agreed_keys() -> None:
    assert document_row(reading().document) == {
        "type": "document",
        "id": "4e91a582b891a945",
        "location": "pile/karsk-courier.txt",
        "url": "https://karsk-courier.example/2031/tarn",
        "title": "Ostrel says it holds 41 villages as Varnian families wait for news",
        "outlet": "The Karsk Courier",
        "language": "en",
        "text": TEXT,
        "furniture": [list(at("- Advertisement -")), list(at("Click to comment"))],
        "page_date": "2031-08-20",
        "published": {
            "earliest": "2031-08-14",
            "latest": "2031-08-17",
            "why": [
                "“14 August” is named as a day that has been",
                "“since Tuesday” and “on Wednesday night” still name the week of 11 to 17 August",
            ],
        },
        "copy_of": None,
    }


def test_a_relayed_statement_has_the_agreed_keys() -> None:
    soldier = reading().statements[1]
    assert statement_row(soldier) == {
        "type": "statement",
        "id": soldier.id,
        "document": "4e91a582b891a945",
        "content": [list(at("We left the bridge at Belomir under fire"))],
        "source": [list(at("one Varnian soldier"))],
        "cue": [list(at("told"))],
        "voice": "direct",
        "origin": {
            "name": "one Varnian soldier",
            "kind": "unnamed_person",
            "side": "Varnia",
            "role": "soldier",
            "span": list(at("one Varnian soldier")),
        },
        "chain": [
            {"name": "Radio Tarn", "relation": "told", "span": list(at("Radio Tarn"))},
            {"name": "Ostrel Wire", "relation": "translated", "span": list(at("Ostrel Wire"))},
        ],
        "basis": "participant",
        "certainty": "certain",
        "interest": "against",
        "event": "RETREAT",
        "attitude": None,
        "places": [
            {
                "text": "Belomir",
                "span": list(at("Belomir")),
                "geonames": None,
                "lat": None,
                "lon": None,
                "country": None,
                "precision": None,
            }
        ],
        "time": None,
        "figures": [],
    }


def test_time_attitude_and_figures_have_the_agreed_keys() -> None:
    ministry, _, _, mothers, _ = (statement_row(statement) for statement in reading().statements)
    assert ministry["time"] == {
        "text": "since Tuesday",
        "from": "2031-08-12",
        "to": "2031-08-14",
        "span": list(at("since Tuesday")),
    }
    assert ministry["figures"] == [
        {
            "text": "41 villages",
            "span": list(at("41 villages", "forces have")),
            "value": 41.0,
            "low": 41.0,
            "high": 41.0,
            "comparator": "=",
            "unit": "villages",
            "measure": "villages taken",
            "converted": None,
        }
    ]
    assert mothers["attitude"] == {
        "holder": "mothers of conscripts",
        "target": "the general staff",
        "polarity": "negative",
    }


def test_a_number_that_json_has_no_word_for_is_null() -> None:
    ministry = reading().statements[0]
    endless: Figure = replace(ministry.figures[0], value=math.inf, high=math.inf)
    row = statement_row(replace(ministry, figures=(endless,)))
    assert (row["figures"][0]["value"], row["figures"][0]["high"]) == (None, None)
    assert math.isnan(statement_from_row(row).figures[0].value)


def test_a_claim_and_a_conflict_have_the_agreed_keys() -> None:
    root = Root("Ministry of Defence", OriginKind.ORGANIZATION, "Ostrel", Interest.OWN, ("a", "b"), why=("Folded.",))
    claim = Claim("c", "The dam holds", ("a", "b"), (root,), Standing.ECHOED, True, ("Echoed: 2 articles.",))
    assert claim_row(claim) == {
        "type": "claim",
        "id": "c",
        "text": "The dam holds",
        "statements": ["a", "b"],
        "roots": [
            {
                "name": "Ministry of Defence",
                "kind": "organization",
                "side": "Ostrel",
                "interest": "own",
                "statements": ["a", "b"],
                "voice": None,
                "own_voice": False,
                "why": ["Folded."],
            }
        ],
        "standing": "echoed",
        "contested": True,
        "why": ["Echoed: 2 articles."],
    }
    assert conflict_row(Conflict("x", "a", "d", ConflictKind.DENIAL, "One says yes, one no.")) == {
        "type": "conflict",
        "id": "x",
        "a": "a",
        "b": "d",
        "kind": "denial",
        "why": "One says yes, one no.",
    }
