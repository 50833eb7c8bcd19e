"""Pages of claims: joined they are the whole list in its order, whatever is asked for and however they are found."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from bench.pile import pile
from sayso.ledger import Ledger, browse
from sayso.ledger.briefs import Brief, Order
from sayso.ledger.wanted import Wanted
from sayso.model.claim import ConflictKind, Standing
from sayso.model.problem import SaysoError
from sayso.model.statement import Event, Interest
from tests.conftest import Place
from tests.ledger.pile import HELD, SECOND, articles, kept

ARTICLES = 24


@pytest.fixture(scope="module")
def ledger(shared_place: Place) -> Iterator[Ledger]:
    """The pile of the settlements, and two dozen articles of another war."""
    with Ledger.open(kept(shared_place())) as opened:
        for page, reading in list(pile(ARTICLES * 12, seed=5))[:ARTICLES]:
            opened.add(page, reading)
        yield opened


@pytest.fixture
def places(ledger: Ledger) -> list[str]:
    return [place.text for statement in ledger.statements() for place in statement.places]


def pages(ledger: Ledger, wanted: Wanted, order: Order = Order.NEED, limit: int = 7) -> list[Brief]:
    found, after = list[Brief](), None
    while True:
        page = ledger.claims.page(wanted, order, after, limit)
        assert len(page.briefs) <= limit or page.looked_at
        found += page.briefs
        after = page.after
        if after is None:
            return found


def listed(ledger: Ledger, wanted: Wanted) -> list[str]:
    return [each.claim.id for each in ledger.claims.listed(wanted)]


ASKED = st.builds(
    Wanted,
    place=st.sampled_from([None, None, "Tarn", "Karsk", "Nowhere", "first", "second"]),
    since=st.sampled_from([None, None, date(2021, 3, 2), date(2024, 3, 15)]),
    until=st.sampled_from([None, None, date(2021, 3, 3), date(2024, 3, 16), date(2020, 1, 1)]),
    event=st.sampled_from([None, None, Event.ASSAULT, Event.AID]),
    side=st.sampled_from([None, None, "varnia", "Ostrel", "none", "nobody"]),
    words=st.sampled_from([None, None, None, "settlements", "forces", "shelled OR captured"]),
    standing=st.sampled_from([None, None, Standing.SOLE, Standing.ECHOED]),
    contested=st.sampled_from([None, None, True, False]),
)


@settings(max_examples=60, deadline=None)
@given(wanted=ASKED, few=st.sampled_from([0, 3, 1000]), stride=st.sampled_from([5, 1000]))
def test_pages_joined_are_the_whole_list_in_its_order(ledger: Ledger, wanted: Wanted, few: int, stride: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(browse, "FEW", few)
        patch.setattr(browse, "STRIDE", stride)
        assert [each.id for each in pages(ledger, wanted)] == listed(ledger, wanted)


@pytest.mark.parametrize(
    ("order", "key"),
    [
        (Order.NEWEST, lambda each: (-(each.last or date.min).toordinal(), each.id)),
        (Order.ARTICLES, lambda each: (-each.articles, -each.statements, each.id)),
        (Order.ROOTS, lambda each: (-each.of_roots, -each.articles, -each.statements, each.id)),
    ],
)
@pytest.mark.parametrize("wanted", [Wanted(), Wanted(side="Varnia"), Wanted(side="Varnia", event=Event.ASSAULT)])
@pytest.mark.parametrize("few", [0, 1000])
def test_every_order_is_kept_through_all_pages(
    ledger: Ledger, order: Order, key: object, wanted: Wanted, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browse, "FEW", few)
    found = pages(ledger, wanted, order)
    assert found == sorted(found, key=key)  # type: ignore[arg-type]
    assert sorted(each.id for each in found) == sorted(listed(ledger, wanted))


def test_claims_that_come_between_two_pages_move_none_of_the_others(tmp_path: Path) -> None:
    several = list(pile(10 * 12, seed=6))
    with Ledger.open(tmp_path / "war.sayso") as ledger:
        for page, reading in several[:6]:
            ledger.add(page, reading)
        first = ledger.claims.page(limit=10)
        before = listed(ledger, Wanted())
        for page, reading in several[6:]:
            ledger.add(page, reading)
        rest, after = list[str](), first.after
        while after is not None:
            page_ = ledger.claims.page(after=after, limit=10)
            rest, after = [*rest, *(each.id for each in page_.briefs)], page_.after
        now = listed(ledger, Wanted())
        assert rest == [each for each in now if each in rest]
        assert [each for each in before[10:] if each in now] == [each for each in rest if each in before]


def test_a_brief_tells_who_stands_behind_a_claim_where_and_when(ledger: Ledger) -> None:
    (brief,) = ledger.claims.page(Wanted(place="Tarn", side="Varnia")).briefs
    assert (brief.text, brief.standing, brief.contested, brief.articles, brief.statements) == (
        HELD,
        Standing.ECHOED,
        True,
        3,
        3,
    )
    assert [(root.name, root.side, root.interest, root.statements) for root in brief.roots] == [
        ("Ministry of Defence of Varnia", "Varnia", Interest.OWN, 3)
    ]
    assert (brief.places, brief.first, brief.last) == (("Tarn",), date(2024, 3, 13), date(2024, 3, 17))


def test_claims_are_found_by_interest_by_how_they_part_and_by_what_they_count(ledger: Ledger) -> None:
    serving = {each.text for each in pages(ledger, Wanted(interest=Interest.OWN, place="Tarn"))}
    assert serving == {HELD}
    parting = pages(ledger, Wanted(parts=ConflictKind.DENIAL))
    assert {each.text for each in parting} >= {HELD}
    assert all(each.contested for each in parting)
    counting = pages(ledger, Wanted(measure="killed"))
    assert {each.text for each in counting} >= {SECOND}
    assert HELD not in {each.text for each in counting}


def test_what_was_looked_through_in_vain_is_told_and_can_be_gone_on_with(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browse, "FEW", 0)
    monkeypatch.setattr(browse, "STRIDE", 10)
    monkeypatch.setattr(browse, "LOOKED_AT", 20)
    wanted = Wanted(side="Varnia", contested=False, until=date(2021, 3, 1))
    first = ledger.claims.page(wanted, limit=50)
    assert first.looked_at == 20
    assert first.after is not None
    assert [each.id for each in pages(ledger, wanted, limit=50)] == listed(ledger, wanted)


def test_a_common_word_at_a_rare_place_is_looked_for_at_the_place(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browse, "HITS", 20)
    place = ledger.claims.page(Wanted(words="forces")).briefs[0].places[0]
    wanted = Wanted(words="forces", place=place)
    assert [each.id for each in pages(ledger, wanted, limit=2)] == listed(ledger, wanted)


def test_a_common_word_alone_is_looked_for_among_some_and_says_so(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browse, "HITS", 10)
    page = ledger.claims.page(Wanted(words="forces"))
    assert (page.looked_at, page.or_more) == (10, True)
    assert {each.id for each in page.briefs} <= set(listed(ledger, Wanted(words="forces")))


def test_partings_of_claims_that_are_wanted_are_found_from_either_side(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = {each.conflict.id for each in ledger.claims.parting_page(None, Wanted(), limit=500).parted}
    assert len(every) == len(list(ledger.claims.conflicts(folded=True)))
    for wanted in (Wanted(place="Tarn"), Wanted(words="Kestrel"), Wanted(side="Varnia")):
        found = set[str]()
        for few in (0, 1000):
            monkeypatch.setattr(browse, "FEW", few)
            after, told = None, set[str]()
            while True:
                page = ledger.claims.parting_page(None, wanted, after, 3)
                told |= {each.conflict.id for each in page.parted}
                after = page.after
                if after is None:
                    break
            assert told <= every
            assert not found or told == found
            found = told
        assert found


def test_counting_ends_where_nobody_counts_on(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    many = len(listed(ledger, Wanted()))
    assert (ledger.claims.page().of, ledger.claims.page().or_more) == (many, False)
    monkeypatch.setattr(browse, "COUNTED", 5)
    assert (ledger.claims.page().of, ledger.claims.page().or_more) == (5, True)


@pytest.mark.parametrize("after", ["no", "WzEsIDJd", "WyJuZWVkIiwgMTAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwLCAiYSJd", "…"])
def test_a_place_that_is_none_is_a_problem(ledger: Ledger, after: str) -> None:
    with pytest.raises(SaysoError, match="no place in the list"):
        ledger.claims.page(after=after)


def test_handles_and_their_counts_are_those_of_the_claims_that_are_there(ledger: Ledger, tmp_path: Path) -> None:
    with Ledger.open(kept(tmp_path / "war.sayso")) as own:
        extra = next(article for article in articles() if article.name == "tally.txt")
        before = {kind: own.claims.common(kind, 99) for kind in ("side", "place", "measure", "parts", "contested")}
        own.remove(extra.id)
        assert own.claims.common("side", 9) == (("Ostrel", 2), ("Varnia", 2), ("unknown", 1))
        own.add(*extra.read())
        assert {kind: own.claims.common(kind, 99) for kind in before} == before
        assert before["parts"] == (("denial", 2), ("figure", 2))
        assert before["place"] == (("tarn", 2), ("belomir", 1), ("karsk", 1))


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_no_page_of_claims_is_found_by_walking_through_all(ledger: Ledger) -> None:
    """What SQLite means to do for each query of a page: no step of it is a scan of a table that grows."""
    asked: list[str] = []
    engine = ledger._store.reading

    def noted(_c: object, _k: object, statement: str, parameters: object, *_r: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", noted)
    try:
        for wanted in (
            Wanted(),
            Wanted(side="Varnia"),
            Wanted(place="Tarn", event=Event.ASSAULT),
            Wanted(words="held"),
        ):
            for order in Order:
                ledger.claims.page(wanted, order)
    finally:
        event.remove(engine, "before_cursor_execute", noted)
    with engine.connect() as connection:
        for statement in dict.fromkeys(asked):
            if statement.startswith("SELECT"):
                marks = statement.count("?")
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", (None,) * marks)
                steps = [row[3] for row in plan]
                scans = [s for s in steps if s.startswith("SCAN") and "INDEX" not in s and "VIRTUAL" not in s]
                assert [s for s in scans if "anon" not in s] == [], statement
