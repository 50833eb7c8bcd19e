"""A second place and a second figure: added, fixed, taken away and taken back, found again by a newer reader."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.ledger import Ledger
from sayso.ledger.meant import meant
from sayso.ledger.wanted import Wanted
from sayso.model.judgement import Draft, Judgement, JudgementKind, Location, Number, Overtaken, Subject, Value
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading
from sayso.model.statement import Place as Where
from sayso.workspace import Workspace
from tests.conftest import Place
from tests.ledger.pile import FIRST, articles
from tests.ledger.test_journal import ids, tables

K = JudgementKind
KARSK = Location("Karsk", 48.61, 37.33, 900_001, "OS", precision="settlement", added="")
WOUNDED = Number(25.0, 20.0, 30.0, measure="people wounded", added="")


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    with Ledger.open(place()) as opened:
        for article in articles():
            opened.add(*article.read())
        yield opened


def judge(ledger: Ledger, statement: str, value: Value, **seen: str | None) -> Judgement:
    kind = K.PLACE if isinstance(value, Location) else K.FIGURE
    return ledger.journal.judge(meant(ledger, "ada", kind, statement, value), **seen)


def places(ledger: Ledger, statement: str) -> list[tuple[str, float | None, str | None]]:
    found = ledger.statement(statement)
    assert found is not None
    return [(each.text, each.lat, each.precision) for each in found.places]


def figures(ledger: Ledger, statement: str) -> list[tuple[str, float | None, str | None]]:
    found = ledger.statement(statement)
    assert found is not None
    return [(each.text, each.value, each.measure) for each in found.figures]


def test_a_place_is_added_beside_the_one_that_was_read_fixed_and_taken_away(ledger: Ledger, place: Place) -> None:
    toll = ids(ledger, FIRST)[0]
    before = tables(ledger)
    added = judge(ledger, toll, KARSK)
    assert added.value == replace(KARSK, added="Karsk")
    assert places(ledger, toll) == [("Belomir", None, None), ("Karsk", 48.61, "settlement")]
    assert [s.id for s in ledger.statements(place="Karsk", country="OS")] == [toll]
    claim = ledger.claims.of(toll)
    assert claim is not None
    assert claim.id in {each.id for each in ledger.claims.page(Wanted(place="Karsk")).briefs}
    judge(ledger, toll, Location("Tarn", 48.42, 36.91, precision="region", added="Karsk"))
    assert places(ledger, toll) == [("Belomir", None, None), ("Tarn", 48.42, "region")]
    with Workspace(place()) as workspace:
        (one, other), _ = workspace.parts(toll)
        assert (one[0], other[0]) == ("Belomir", "added: Karsk")
    gone = judge(ledger, toll, Location(None, added="Karsk"))
    assert tables(ledger) == before
    ledger.journal.undo(gone.id, "ben")
    assert places(ledger, toll)[1][0] == "Tarn"


def test_three_places_and_one_that_was_read_is_taken_away(ledger: Ledger) -> None:
    toll = ids(ledger, FIRST)[0]
    for name in ("Karsk", "Ozrel"):
        judge(ledger, toll, Location(name, added=""))
    judge(ledger, toll, Location(None, instead_of="Belomir"))
    assert [name for name, *_ in places(ledger, toll)] == ["Karsk", "Ozrel"]
    judge(ledger, toll, Location("Tarn"))
    assert [name for name, *_ in places(ledger, toll)] == ["Tarn", "Karsk", "Ozrel"], "what was added stays beside it"


def test_a_figure_is_added_fixed_and_taken_away(ledger: Ledger) -> None:
    toll = ids(ledger, FIRST)[0]
    before, read = tables(ledger), figures(ledger, toll)
    added = judge(ledger, toll, WOUNDED)
    assert figures(ledger, toll) == [*read, ("25 people wounded", 25.0, "people wounded")]
    judge(ledger, toll, Number(25.0, measure="people missing", added=""))
    assert [measure for *_, measure in figures(ledger, toll)] == ["people killed", "people wounded", "people missing"]
    judge(ledger, toll, Number(27.0, measure="people wounded", added="25 people wounded"))
    assert figures(ledger, toll)[1][1:] == (27.0, "people wounded")
    again = judge(ledger, toll, WOUNDED)
    assert isinstance(again.value, Number)
    assert again.value.added == "25 people wounded, 2", "it is not the one that has been fixed to 27"
    for each in ("25 people wounded", "25 people missing", "25 people wounded, 2"):
        judge(ledger, toll, Number(None, added=each))
    assert tables(ledger) == before
    assert added.part == "added: 25 people wounded"


def test_two_who_add_the_same_add_it_once_and_two_who_add_it_otherwise_see_each_other(ledger: Ledger) -> None:
    toll, seen = ids(ledger, FIRST)[0], ledger.journal.last()
    judge(ledger, toll, KARSK, seen=seen)
    judge(ledger, toll, KARSK, seen=seen)
    assert len(places(ledger, toll)) == 2
    judge(ledger, toll, Location("Ozrel", added=""), seen=seen)
    with pytest.raises(Overtaken):
        judge(ledger, toll, replace(KARSK, lat=51.0), seen=seen)


def test_what_was_added_survives_another_reading_and_is_the_one_that_it_reads_too(ledger: Ledger) -> None:
    toll = ids(ledger, FIRST)[0]
    judge(ledger, toll, KARSK)
    judge(ledger, toll, WOUNDED)
    market = next(article for article in articles() if article.name == "market.txt").read()[1]
    (said,) = market.statements
    newer = replace(said, places=(*said.places, Where("Karsk", (0, 2), 7, 1.0, 2.0, None, "region")))
    assert ledger.reread(Reading(market.document, (newer,)), "ben")
    assert places(ledger, toll) == [("Belomir", None, None), ("Karsk", 48.61, "settlement")]
    assert len(figures(ledger, toll)) == 2
    judge(ledger, toll, Location(None, added="Karsk"))
    assert places(ledger, toll)[1] == ("Karsk", 1.0, "region"), "what the newer reader reads is there without it"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("value", "what"),
    [
        (Location("Karsk", added="Karsk", instead_of="Belomir"), "which of those that were added"),
        (Location("Karsk", added=" "), "which of those that were added"),
        (Location("Karsk", 1.0, 2.0, precision="street"), "is no precision"),
        (Number(3.0, added=""), "which of those that were added"),
    ],
)
def test_a_part_that_means_nothing_is_refused(ledger: Ledger, value: Value, what: str) -> None:
    kind = K.PLACE if isinstance(value, Location) else K.FIGURE
    with pytest.raises(SaysoError, match=what):
        ledger.journal.judge(Draft("ada", kind, Subject.STATEMENT, (ids(ledger, FIRST)[0],), value))
