"""What is summed up beforehand is what a count from scratch gives, whatever came and went before."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text

from bench.pile import pile
from sayso.ledger import Ledger, atlas, charts, tallies
from sayso.ledger.atlas import Told, begin, spell_of, spells_of, spot_of
from sayso.ledger.tallies import origin_of
from sayso.model import mercator
from sayso.model.document import Interval, Page
from sayso.model.filed import Filed
from sayso.model.reading import Reading
from sayso.model.statement import Origin, OriginKind, Place, Statement, Time, Voice
from tests import conftest
from tests.ledger import example
from tests.ledger import pile as war
from tests.servers import raw

SUMS = (
    "listings",
    "sources",
    "source_sides",
    "source_relays",
    "sides",
    "said",
    "charted",
    "claim_places",
    "claim_origins",
)
SUMS += ("spots", "spot_names", "cells", "spells")

Added = tuple[Page, Reading]


@pytest.fixture(scope="module")
def articles() -> list[Added]:
    """Copies, conflicts, relays, places that are known and unknown, times that are narrow and wide."""
    made = [(page, _short(reading)) for page, reading in list(pile(60, seed=3))[:3]]
    return [*(each.read() for each in war.articles()), (example.page(), example.reading()), *made]


def _short(reading: Reading) -> Reading:
    kept = reading.filed[:4]
    return replace(reading, statements=tuple(f.statement for f in kept), filed=kept)


def rows_of(path: str | Path) -> dict[str, list[tuple[object, ...]]]:
    engine = raw(str(path))
    with engine.connect() as connection:
        found = {name: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {name}")))) for name in SUMS}
    engine.dispose()
    return found


@settings(
    max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(range(10)), gone=st.sets(st.integers(0, 9), max_size=6))
def test_whatever_came_and_went_the_sums_are_those_of_what_is_there(
    order: list[int], gone: set[int], articles: list[Added], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("sums")
    with Ledger.open(folder / "straight.sayso") as ledger:
        for at in range(10):
            if at not in gone:
                ledger.add(*articles[at])
    with Ledger.open(folder / "winding.sayso") as ledger:
        for at in order:
            ledger.add(*articles[at])
            if at % 3 == 0 and at in gone:
                ledger.remove(articles[at][1].document.id)
        for at in sorted(gone):
            ledger.remove(articles[at][1].document.id)
        counted = _counted(ledger)
    straight, winding = rows_of(folder / "straight.sayso"), rows_of(folder / "winding.sayso")
    for name in SUMS:
        assert winding[name] == straight[name], name
    assert {row[0]: row[8:12] for row in winding["sources"]} == counted["sources"]
    assert {row[0]: row[9] for row in winding["spots"]} == counted["spots"]
    assert {row[0]: row[5] for row in winding["spells"]} == counted["spells"]
    assert {row[0]: row[1] for row in winding["sides"]} == counted["sides"]
    top = next((row for row in winding["cells"] if row[0] == 1), None)
    assert (top[5] if top else 0) == sum(row[9] for row in winding["spots"] if row[2] == "point")


def _counted(ledger: Ledger) -> dict[str, dict[str, object]]:
    """The same, counted over everything."""
    statements, articles, claims, contested = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    spots, spells = Counter[str](), Counter[str]()
    for document in ledger.documents():
        said = [origin_of(each, document.outlet).id for each in ledger.statements(document.id)]
        statements.update(said)
        articles.update(set(said))
    for claim in ledger.claims.all_claims():
        filed = ledger.claims.filed(claim.statements)
        for source in {origin_of(each.statement, each.outlet).id for each in filed}:
            claims[source] += 1
            contested[source] += claim.contested
        spots.update({spot_of(place) for each in filed for place in each.statement.places})
        spells.update(row["id"] for row in spells_of(*spell_of(filed)))
    return {
        "sources": {each: (statements[each], articles[each], claims[each], contested[each]) for each in statements},
        "spots": dict(spots),
        "spells": dict(spells),
        "sides": dict(Counter(each.origin.side for each in ledger.statements())),
    }


def test_what_an_older_sayso_kept_is_summed_up_when_it_is_opened(articles: list[Added], place: conftest.Place) -> None:
    path = place()
    with Ledger.open(path) as ledger:
        for each in articles:
            ledger.add(*each)
    now = rows_of(path)
    assert all(now.values())
    engine = raw(str(path))
    with engine.begin() as connection:
        for name in SUMS:
            connection.execute(delete(charts.metadata.tables[name]))
        tallies.learn_all(connection)
        atlas.draw_all(connection)
    engine.dispose()
    assert rows_of(path) == now


def test_a_statement_that_is_changed_is_another_origins(place: conftest.Place) -> None:
    path = war.kept(place())
    with Ledger.open(path) as ledger:
        (found,) = ledger.claims.search("Kestrel")
    document = found.filed.statement.document
    engine = raw(str(path))
    with engine.begin() as connection:
        tallies.forget(connection, document)
        connection.execute(text("UPDATE statements SET origin_side = 'Varnia' WHERE document = :it"), {"it": document})
        tallies.learn(connection, document)
    engine.dispose()
    with Ledger.open(path) as ledger:
        assert [(each.name, each.sides) for each in ledger.sources("Varnia")] == [
            ("Ministry of Defence of Varnia", ("Varnia",)),
            ("Kestrel Institute", ("Varnia",)),
        ]
        assert dict(ledger.sides())["Varnia"] == 6


def _told(
    *times: tuple[date | None, date | None], written: tuple[date | None, date | None] = (None, None)
) -> list[Filed]:
    kept = []
    for start, end in times or ((None, None),):
        time = Time("then", (0, 4), start, end) if times else None
        statement = Statement("s", "d", ((0, 1),), (), (), Voice.OUTLET, Origin(None, OriginKind.OUTLET), time=time)
        kept.append(Filed(statement, "", "", Interval(*written, ())))
    return kept


def test_the_spell_of_a_claim_is_its_narrowest_time_else_the_days_of_writing() -> None:
    august = date(2031, 8, 1), date(2031, 8, 31)
    night = date(2031, 8, 13), date(2031, 8, 14)
    assert spell_of(_told(august, night)) == (*night, Told.CLAIMED)
    assert spell_of(_told(august, (date(2031, 8, 2), None))) == (*august, Told.CLAIMED)
    assert spell_of(_told((date(2031, 8, 2), None), written=night)) == (date(2031, 8, 2), date(2031, 8, 2), Told.OPEN)
    assert spell_of(_told(written=night)) == (*night, Told.WRITTEN)
    assert spell_of(_told()) == (None, None, Told.NEVER)


def test_a_spell_is_counted_by_day_week_month_and_year() -> None:
    rows = spells_of(date(2031, 8, 30), date(2031, 9, 2), Told.CLAIMED)
    assert [(row["unit"], row["first"], row["last"]) for row in rows] == [
        ("day", date(2031, 8, 30), date(2031, 9, 2)),
        ("week", date(2031, 8, 25), date(2031, 9, 1)),
        ("month", date(2031, 8, 1), date(2031, 9, 1)),
        ("year", date(2031, 1, 1), date(2031, 1, 1)),
    ]
    assert begin(date.min, atlas.Unit.WEEK) == date.min


def test_a_place_known_by_name_only_is_one_spot_however_it_is_written() -> None:
    tarn, region = Place("Tarn", (0, 4)), Place("the Tarn region", (9, 20))
    known = Place("Tarn", (0, 4), 5, 51.5, 36.25, "OS", "settlement")
    assert spot_of(tarn) == spot_of(region)
    assert spot_of(known) != spot_of(tarn)
    assert spot_of(known) == spot_of(replace(known, text="Tarne", span=(1, 5)))


def test_a_cell_is_found_by_its_place_and_by_the_cell_that_holds_it() -> None:
    at = mercator.point(50.45, 30.52)
    leaf = mercator.cell_at(at)
    depth, x, y = mercator.square(leaf)
    assert (depth, x, y) == (13, int(at[0] * 2**13), int(at[1] * 2**13))
    assert mercator.number(depth, x, y) == leaf
    assert mercator.square(leaf >> 2) == (12, x // 2, y // 2)
    assert leaf in mercator.quarters(leaf >> 2)
    assert mercator.degrees_at(at) == pytest.approx((50.45, 30.52))
    assert all(0 <= part <= 1 for place in ((90, 180), (-90, -180), (0, 540)) for part in mercator.point(*place))
