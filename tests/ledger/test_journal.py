"""What people decide is kept, takes effect, can be taken back, and is never lost or applied to something else."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from sayso.ledger import Ledger
from sayso.ledger.journal import drifting
from sayso.model.claim import Standing
from sayso.model.judgement import (
    Days,
    Draft,
    Grade,
    JudgementKind,
    Location,
    Named,
    Note,
    Number,
    Overtaken,
    Side,
    Speaker,
    Subject,
    Value,
)
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading
from sayso.model.statement import Interest, OriginKind, Voice, statement_id
from tests.conftest import Place
from tests.ledger.example import numbered, page, reading
from tests.ledger.pile import DENIED, FIRST, HELD, SECOND, TWELVE, articles
from tests.ledger.test_linking import LINKED
from tests.servers import raw

K, S = JudgementKind, Subject
DERIVED = (*LINKED, "documents", "statements", "hops", "places", "figures", "as_read", "bonds", "camps", "rifts")


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    with Ledger.open(place()) as opened:
        for article in articles():
            opened.add(*article.read())
        yield opened


def tables(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """All that follows from articles and entries, table by table."""
    with ledger._store.reading.connect() as connection:
        found = {
            name: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {name}"))), key=str) for name in DERIVED
        }
        kept = "rowid, words, who, title" if connection.dialect.name == "sqlite" else "*"
        found["search"] = sorted(map(tuple, connection.execute(text(f"SELECT {kept} FROM search"))))
    return found


def ids(ledger: Ledger, words: str) -> list[str]:
    """The statements of just these words."""
    return sorted(
        each.statement.id for each in ledger.claims.filed([s.id for s in ledger.statements()]) if each.words == words
    )


def judge(ledger: Ledger, kind: K, *about: str, value: Value | None = None, subject: S = S.STATEMENT, **more: object):
    return ledger.journal.judge(Draft("ada", kind, subject, about, value, "seen on the tape"), **more)  # type: ignore[arg-type]


def claim_of(ledger: Ledger, statement: str) -> str:
    claim = ledger.claims.of(statement)
    assert claim is not None
    return claim.id


def test_a_side_that_is_fixed_changes_the_standing_and_what_was_read_is_kept(ledger: Ledger) -> None:
    toll, counted = ids(ledger, FIRST)[0], ids(ledger, SECOND)[0]
    before, read = tables(ledger), ledger.statement(toll)
    entry = judge(ledger, K.SIDE, toll, value=Side("Varnia", Interest.AGAINST))
    now = ledger.statement(toll)
    assert read is not None
    assert now == replace(read, origin=replace(read.origin, side="Varnia"), interest=Interest.AGAINST)
    assert ledger.journal.read(toll) == read
    assert [s.id for s in ledger.statements(side="Varnia") if s.id == toll] == [toll]
    assert tables(ledger) != before
    assert ledger.journal.of_statement(toll) == (entry,)
    assert ledger.journal.of_statement(counted) == ()
    ledger.journal.undo(entry.id, "ben", "the tape is of another day")
    assert tables(ledger) == before
    assert ledger.journal.read(toll) is None


def test_every_field_can_be_fixed_and_shows_in_columns_and_search(ledger: Ledger) -> None:
    toll = ids(ledger, FIRST)[0]
    judge(ledger, K.SPEAKER, toll, value=Speaker("Hanna Dorsk", OriginKind.PERSON, "surgeon"))
    judge(ledger, K.PLACE, toll, value=Location("Karsk", 51.5, 36.25, country="OS", instead_of="Belomir"))
    judge(ledger, K.FIGURE, toll, value=Number(25, 20, 30, instead_of="At least 23 people"))
    judge(ledger, K.TIME, toll, value=Days(date(2024, 3, 14), date(2024, 3, 15)))
    now = ledger.statement(toll)
    assert now is not None
    assert (now.origin.name, now.origin.role, now.voice) == ("Hanna Dorsk", "surgeon", Voice.INDIRECT)
    assert [(p.text, p.lat, p.country) for p in now.places] == [("Karsk", 51.5, "OS")]
    assert [(f.text, f.value, f.low, f.high, f.measure) for f in now.figures] == [
        ("At least 23 people", 25, 20, 30, "people killed")
    ]
    assert now.time is not None
    assert (now.time.start, now.time.end) == (date(2024, 3, 14), date(2024, 3, 15))
    assert [found.filed.statement.id for found in ledger.claims.search("Dorsk")] == [toll]
    assert [s.id for s in ledger.statements(place="Karsk", country="OS")] == [toll]


def test_nowhere_no_figure_and_no_time_take_out_what_was_read(ledger: Ledger) -> None:
    toll = ids(ledger, FIRST)[0]
    judge(ledger, K.PLACE, toll, value=Location(None))
    judge(ledger, K.FIGURE, toll, value=Number(None))
    judge(ledger, K.TIME, toll, value=Days(None, None))
    now = ledger.statement(toll)
    assert now is not None
    assert (now.places, now.figures, now.time) == ((), (), None)
    assert not [c for c in ledger.claims.all_conflicts() if toll in (c.a, c.b)]


def test_the_last_of_two_fixes_holds_and_taking_it_back_brings_the_first_again(ledger: Ledger) -> None:
    toll = ids(ledger, FIRST)[0]
    judge(ledger, K.SIDE, toll, value=Side("Varnia"))
    first = tables(ledger)
    second = judge(ledger, K.SIDE, toll, value=Side("none"))
    third = ledger.journal.undo(second.id, "ben")
    assert tables(ledger) == first
    ledger.journal.undo(third.id, "ada")
    now = ledger.statement(toll)
    assert now is not None
    assert now.origin.side == "none"
    with pytest.raises(SaysoError, match="has taken this back already"):
        ledger.journal.undo(third.id, "ada")


def test_what_is_merged_is_one_claim_and_what_is_split_off_never_is(ledger: Ledger) -> None:
    held, twelve = ids(ledger, HELD), ids(ledger, TWELVE)
    claims = [claim_of(ledger, held[0]), claim_of(ledger, twelve[0])]
    assert claims[0] != claims[1]
    before = tables(ledger)
    merged = judge(ledger, K.MERGE, *claims, subject=S.CLAIM)
    whole = ledger.claims.of(held[0])
    assert whole is not None
    assert set(whole.statements) >= {*held, *twelve}
    split = judge(ledger, K.SPLIT, held[1], subject=S.CLAIM)
    assert claim_of(ledger, held[1]) not in {claim_of(ledger, each) for each in (held[0], *held[2:], *twelve)}
    assert claim_of(ledger, held[0]) == claim_of(ledger, twelve[0])
    ledger.journal.undo(split.id, "ada")
    again = ledger.claims.of(held[0])
    assert again == whole
    ledger.journal.undo(merged.id, "ada")
    assert tables(ledger) == before


def test_a_split_holds_when_the_same_words_come_again(ledger: Ledger) -> None:
    held = ids(ledger, HELD)
    judge(ledger, K.SPLIT, held[0], subject=S.CLAIM)
    for day in range(19, 23):
        for article in articles():
            again = replace_day(article.read(), f"again-{day}-{article.name}")
            ledger.add(*again)
    apart = ledger.claims.of(held[0])
    assert apart is not None
    assert not {*held[1:]}.intersection(apart.statements)


def replace_day(added: tuple, name: str):
    """The same article under another file's name."""
    from sayso.model.document import document_id

    received, found = added
    location = f"pile/{name}"
    id_ = document_id(location, received.content)
    statements = tuple(replace(s, document=id_, id=statement_id(id_, s.content, s.source)) for s in found.statements)
    return replace(received, location=location), Reading(replace(found.document, id=id_, location=location), statements)


def test_what_is_hidden_is_in_no_claim_and_found_by_no_search(ledger: Ledger) -> None:
    denied = ids(ledger, DENIED)[0]
    assert [c for c in ledger.claims.all_conflicts() if denied in (c.a, c.b)]
    before = tables(ledger)
    entry = judge(ledger, K.HIDE, denied)
    assert ledger.claims.of(denied) is None
    with pytest.raises(SaysoError, match="a statement that people hid"):
        ledger.claims.find(denied)
    assert not [c for c in ledger.claims.all_conflicts() if denied in (c.a, c.b)]
    assert denied not in {found.filed.statement.id for found in ledger.claims.search("settlements")}
    assert [s.id for s in ledger.statements(hidden=True)] == [denied]
    assert ledger.statement(denied) is not None
    ledger.journal.undo(entry.id, "ada")
    assert tables(ledger) == before


def test_a_hidden_article_is_listed_nowhere_and_its_copies_keep_their_root(ledger: Ledger) -> None:
    held = ids(ledger, HELD)
    claim = ledger.claims.of(held[0])
    assert claim is not None
    wire = next(article for article in articles() if article.name == "vna.txt")
    before = tables(ledger)
    entry = judge(ledger, K.HIDE, wire.id, subject=S.ARTICLE)
    assert wire.id not in {document.id for document in ledger.documents()}
    assert wire.id in {document.id for document in ledger.documents(hidden=True)}
    assert {s.document for s in ledger.statements(hidden=True)} == {wire.id}
    now = next(c for c in ledger.claims.all_claims() if c.text == claim.text)
    assert {ledger.statement(each).document for each in now.statements}.isdisjoint({wire.id})  # type: ignore[union-attr]
    ledger.journal.undo(entry.id, "ada")
    assert tables(ledger) == before


def test_a_hidden_claim_hides_the_statements_it_had(ledger: Ledger) -> None:
    held = ids(ledger, HELD)
    claim = ledger.claims.of(held[0])
    assert claim is not None
    judge(ledger, K.HIDE, claim.id, subject=S.CLAIM)
    assert {s.id for s in ledger.statements(hidden=True)} == set(claim.statements)


def test_grades_and_notes_are_on_what_they_were_given_and_sayso_gives_none(ledger: Ledger) -> None:
    held = ids(ledger, HELD)
    ministry = Named("Ministry of Defence of Varnia", OriginKind.ORGANIZATION, "Varnia")
    claim = claim_of(ledger, held[0])
    before = tables(ledger)
    letter = ledger.journal.judge(Draft("ada", K.RELIABILITY, S.SOURCE, (), Grade("C"), "", ministry))
    digit = judge(ledger, K.CREDIBILITY, claim, value=Grade("3"), subject=S.CLAIM)
    word = judge(ledger, K.LIKELIHOOD, claim, value=Grade("roughly even chance"), subject=S.CLAIM)
    note = judge(ledger, K.NOTE, claim, value=Note("Ask the brigade."), subject=S.CLAIM)
    assert ledger.journal.of_source(ministry) == (letter,)
    assert ledger.journal.of_claim(claim) == (digit, word, note)
    assert ledger.journal.of_source(replace(ministry, side="Ostrel")) == ()
    assert tables(ledger) == before


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("kind", "subject", "value", "what"),
    [
        (K.CREDIBILITY, S.CLAIM, Grade("7"), "is no grade of it"),
        (K.CREDIBILITY, S.CLAIM, Grade("B"), "is no grade of it"),
        (K.RELIABILITY, S.CLAIM, Grade("B"), "is of a source, not of a claim"),
        (K.LIKELIHOOD, S.CLAIM, Grade("sure"), "is no grade of it"),
        (K.SIDE, S.STATEMENT, Side(" "), "no side is named"),
        (K.SIDE, S.STATEMENT, Speaker("x", OriginKind.PERSON), "takes a Side"),
        (K.HIDE, S.STATEMENT, Side("x"), "takes no value"),
        (K.SPEAKER, S.STATEMENT, Speaker("", OriginKind.PERSON), "has no name"),
        (K.PLACE, S.STATEMENT, Location("Karsk", 95.0, 3.0), "is no place on earth"),
        (K.PLACE, S.STATEMENT, Location("Karsk", 9.0, None), "without a longitude"),
        (K.PLACE, S.STATEMENT, Location("Karsk", country="ost"), "is no code of a country"),
        (K.FIGURE, S.STATEMENT, Number(5, 6, 7), "does not lie between its bounds"),
        (K.FIGURE, S.STATEMENT, Number(float("nan")), "does not lie between its bounds"),
        (K.TIME, S.STATEMENT, Days(date(2024, 3, 2), date(2024, 3, 1)), "before the first"),
        (K.NOTE, S.STATEMENT, Note(""), "empty or too long"),
    ],
)
def test_a_judgement_that_means_nothing_is_refused(ledger: Ledger, kind, subject, value, what) -> None:
    with pytest.raises(SaysoError, match=what):
        judge(ledger, kind, ids(ledger, HELD)[0], value=value, subject=subject)
    assert list(ledger.journal.listed()) == []


def test_two_who_fix_one_field_at_once_both_see_the_other(ledger: Ledger) -> None:
    toll = ids(ledger, FIRST)[0]
    mine, theirs = Side("Varnia"), Side("none")
    draft = Draft("ben", K.SIDE, S.STATEMENT, (toll,), mine)
    seen = ledger.journal.last()
    entry = judge(ledger, K.SIDE, toll, value=theirs, seen=seen)
    with pytest.raises(Overtaken) as caught:
        ledger.journal.judge(draft, seen=seen)
    assert (caught.value.mine.value, caught.value.theirs) == (mine, entry)
    ledger.journal.judge(replace(draft, kind=K.SPEAKER, value=Speaker("x", OriginKind.PERSON)), seen=seen)
    ledger.journal.judge(replace(draft, ids=(ids(ledger, SECOND)[0],)), seen=seen)
    ledger.journal.judge(replace(draft, value=theirs), seen=seen)
    ledger.journal.judge(draft, seen=ledger.journal.last())
    now = ledger.statement(toll)
    assert now is not None
    assert now.origin.side == "Varnia"


def test_two_who_group_one_claim_at_once_both_see_the_other(ledger: Ledger) -> None:
    held, twelve = ids(ledger, HELD), ids(ledger, TWELVE)
    split = Draft("ben", K.SPLIT, S.CLAIM, (held[0],))
    seen = ledger.journal.last()
    merge = Draft("ada", K.MERGE, S.CLAIM, (claim_of(ledger, held[0]), claim_of(ledger, twelve[0])))
    ledger.journal.judge(merge, seen=ledger.journal.last())
    with pytest.raises(Overtaken):
        ledger.journal.judge(split, seen=seen)
    with pytest.raises(Overtaken, match="not there as it was"):
        ledger.journal.judge(merge, seen=None)


def test_nothing_in_the_journal_is_changed_or_deleted(ledger: Ledger, place: Place, store: str) -> None:
    entry = judge(ledger, K.SIDE, ids(ledger, HELD)[0], value=Side("none"))
    all_at_once = {"sqlite": "REPLACE INTO journal SELECT * FROM journal", "postgresql": "TRUNCATE journal CASCADE"}
    engine = raw(place())
    for statement in ("UPDATE journal SET who = 'x'", "DELETE FROM journal", all_at_once[store]):
        with engine.connect() as connection, pytest.raises(DBAPIError, match="the journal is append-only"):
            connection.execute(text(statement))
    engine.dispose()
    assert [each.judgement for each in ledger.journal.listed()] == [entry]


def test_the_journal_is_told_by_what_it_is_about_who_and_since_when(ledger: Ledger) -> None:
    held, toll = ids(ledger, HELD)[0], ids(ledger, FIRST)[0]
    first = judge(ledger, K.SIDE, held, value=Side("none"))
    second = judge(ledger, K.NOTE, toll, value=Note("ask"))
    third = ledger.journal.undo(first.id, "ben", "wrong")
    listed = [(each.judgement, each.in_force, each.taken_back) for each in ledger.journal.listed()]
    assert listed == [(third, True, None), (second, True, None), (first, False, third)]
    assert [each.judgement for each in ledger.journal.listed(held)] == [third, first]
    assert [each.judgement for each in ledger.journal.listed(who="ben")] == [third]
    assert [each.judgement for each in ledger.journal.listed(kind=K.NOTE)] == [second]
    assert [each.judgement for each in ledger.journal.listed(before=second.id)] == [first]
    assert [each.judgement for each in ledger.journal.listed(limit=1)] == [third]
    assert ledger.journal.find(first.id[:8]) == first


def test_a_judgement_made_with_a_ledger_that_was_open_before_is_heeded_by_the_other(
    ledger: Ledger, place: Place
) -> None:
    """Two servers, one ledger: what the other remembers of a statement is not what it is now."""
    toll = ids(ledger, FIRST)[0]
    with Ledger.open(place()) as other:
        other.add(*numbered(1))
        judge(ledger, K.SIDE, toll, value=Side("Varnia"))
        other.remove(numbered(1)[1].document.id)
        for day in ("a", "b"):
            for article in articles():
                other.add(*replace_day(article.read(), f"{day}-{article.name}"))
        found = tables(other)
        for day in ("a", "b"):
            for article in articles():
                again = replace_day(article.read(), f"{day}-{article.name}")[1]
                ledger.remove(again.document.id)
        for day in ("b", "a"):
            for article in articles():
                ledger.add(*replace_day(article.read(), f"{day}-{article.name}"))
        assert tables(ledger) == found


VALUES = st.sampled_from(
    [
        (K.SIDE, Side("Varnia")),
        (K.SIDE, Side("Ostrel", Interest.OWN)),
        (K.SPEAKER, Speaker("Hanna Dorsk", OriginKind.PERSON)),
        (K.SPEAKER, Speaker(None, OriginKind.OUTLET)),
        (K.PLACE, Location("Karsk", 51.5, 36.25)),
        (K.PLACE, Location(None)),
        (K.FIGURE, Number(12)),
        (K.FIGURE, Number(None)),
        (K.TIME, Days(date(2024, 3, 1), date(2024, 3, 2))),
        (K.HIDE, None),
        (K.MERGE, None),
        (K.SPLIT, None),
        (K.NOTE, Note("ask")),
    ]
)
STEPS = st.lists(st.tuples(st.integers(0, 6), VALUES, st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=7)


@pytest.mark.timeout(300)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, chance=st.randoms(use_true_random=False))
def test_any_judgements_and_undos_leave_what_those_in_force_give_in_any_order_of_articles(
    steps: list, chance: random.Random, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Entries in force, entered in a ledger to which articles come in another order, some after the judgements."""
    folder = tmp_path_factory.mktemp("journal")
    added = [article.read() for article in articles()]
    with Ledger.open(folder / "a.sayso") as ledger:
        for each in added:
            ledger.add(*each)
        every = sorted(s.id for s in ledger.statements())
        entries = []
        for choice, (kind, value), one, other in steps:
            if choice == 0 and entries:
                target = entries[one % len(entries)]
                if next(e.in_force for e in ledger.journal.listed() if e.judgement.id == target):
                    entries.append(ledger.journal.undo(target, "ben").id)
                continue
            a, b = every[one % len(every)], every[other % len(every)]
            subject = S.CLAIM if kind in (K.MERGE, K.SPLIT) else S.STATEMENT
            about = (a, b) if kind is K.MERGE else (a,)
            try:
                entries.append(judge(ledger, kind, *about, value=value, subject=subject).id)
            except SaysoError:
                continue
        net = [e.judgement for e in ledger.journal.listed() if e.in_force and e.judgement.kind is not K.UNDO][::-1]
        found = tables(ledger)
    with Ledger.open(folder / "b.sayso") as fresh:
        last = chance.randrange(len(added))
        rest = [*added[:last], *added[last + 1 :]]
        chance.shuffle(rest)
        for each in (*rest, added[last]):
            fresh.add(*each)
        for each in net:
            enter(fresh, each)
        fresh.remove(added[last][1].document.id)
        fresh.remove(rest[0][1].document.id)
        fresh.add(*added[last])
        fresh.add(*rest[0])
        assert tables(fresh) == found


def enter(ledger: Ledger, judgement) -> None:
    """The same entry in another ledger, on the same anchors, whatever its claims are there."""
    from sayso.ledger import entries, journal

    with ledger._write() as connection:
        _, made = entries.append(
            connection, judgement.who, judgement.when, judgement.why, judgement.kind, judgement.about, judgement.value
        )
        journal._take_effect(connection, ledger._linking, made)


def shifted(found: Reading, text: str, by: int) -> Reading:
    """A newer reading of an article whose text was cleaned otherwise: everything stands elsewhere."""

    def moved(spans):
        return tuple((start + by, end + by) for start, end in spans)

    statements = tuple(
        replace(
            s,
            id=statement_id(s.document, moved(s.content), moved(s.source)),
            content=moved(s.content),
            source=moved(s.source),
            places=(),
            figures=(),
            time=None,
            origin=replace(s.origin, span=None),
            chain=(),
            cue=(),
        )
        for s in found.statements
    )
    return Reading(replace(found.document, text=text), statements, ())


def test_what_people_decided_survives_a_newer_reader_that_finds_everything_elsewhere(tmp_path: Path) -> None:
    received, found = page(), reading()
    with Ledger.open(tmp_path / "war.sayso") as ledger:
        ledger.add(received, found)
        villages, bridge, dam, mothers, _ = (s.id for s in found.statements)
        judge(ledger, K.SIDE, villages, value=Side("Varnia"))
        judge(ledger, K.HIDE, bridge)
        judge(ledger, K.MERGE, dam, mothers, subject=S.CLAIM)
        newer = shifted(found, "A new heading of the page\n" + found.document.text, 26)
        assert ledger.reread(newer, "ada", "a better reader")
        assert not ledger.reread(newer, "ada")
        now = {s.content[0]: s for s in ledger.statements()}
        first, second, third, fourth, _ = newer.statements
        assert now[first.content[0]].origin.side == "Varnia"
        assert [s.id for s in ledger.statements(hidden=True)] == [second.id]
        assert claim_of(ledger, third.id) == claim_of(ledger, fourth.id)
        assert list(ledger.journal.adrift()) == []
        assert ledger.page(found.document.id) == received
        assert {row.problem for row in ledger.problems()} == set(found.problems)
        assert next(ledger.journal.listed()).judgement.kind is K.REREAD


def test_what_a_newer_reader_no_longer_reads_is_adrift_and_comes_back_with_it(tmp_path: Path) -> None:
    """The newer reader parts the first sentence in two, and reads nothing of the mothers."""
    received, found = page(), reading()
    with Ledger.open(tmp_path / "war.sayso") as ledger:
        ledger.add(received, found)
        before = tables(ledger)
        villages, _, _, mothers, _ = found.statements
        judge(ledger, K.SIDE, villages.id, value=Side("none"))
        lost = judge(ledger, K.SIDE, mothers.id, value=Side("none"))
        judged = tables(ledger)
        start, end = villages.content[0]
        head, tail = ((start, end - 14),), ((end - 13, end),)
        parts = [
            replace(
                villages,
                id=statement_id(villages.document, span, villages.source),
                content=span,
                places=(),
                time=None,
                figures=(),
            )
            for span in (head, tail)
        ]
        rest = [s for s in found.statements if s.id not in (villages.id, mothers.id)]
        assert ledger.reread(Reading(found.document, (*parts, *rest)), "ada")
        sides = {s.content: s.origin.side for s in ledger.statements() if s.source == villages.source}
        assert sides == {head: "none", tail: "Ostrel"}
        (entry,) = ledger.journal.adrift()
        assert entry.judgement == lost
        (row,) = drifting(entry)
        assert row.where.endswith("“Mothers of conscripts no longer trust the general staff”")
        assert row.effect == "kept in the journal, applied to nothing"
        ledger.reread(found, "ada")
        assert list(ledger.journal.adrift()) == []
        assert tables(ledger) == judged
        for each in (e for e in list(ledger.journal.listed()) if e.judgement.kind is K.SIDE):
            ledger.journal.undo(each.judgement.id, "ada")
        assert tables(ledger) == before


def test_a_judgement_waits_for_an_article_that_was_taken_out(ledger: Ledger) -> None:
    wire = next(article for article in articles() if article.name == "vna.txt")
    held = ids(ledger, HELD)
    judge(ledger, K.MERGE, held[0], ids(ledger, FIRST)[0], subject=S.CLAIM)
    judge(ledger, K.SIDE, next(s.id for s in wire.read()[1].statements), value=Side("none"))
    judge(ledger, K.HIDE, wire.id, subject=S.ARTICLE)
    before = tables(ledger)
    ledger.remove(wire.id)
    assert [entry.judgement.kind for entry in ledger.journal.adrift()]
    ledger.add(*wire.read())
    assert tables(ledger) == before
    assert list(ledger.journal.adrift()) == []


def test_the_standing_follows_from_what_people_fixed(ledger: Ledger) -> None:
    """Two of one side are one-sided; let one be of the other, and the claim is told across the front."""
    first, second = ids(ledger, FIRST)[0], ids(ledger, SECOND)[0]
    judge(ledger, K.FIGURE, first, value=Number(29))
    judge(ledger, K.MERGE, first, second, subject=S.CLAIM)
    judge(ledger, K.SPEAKER, first, value=Speaker("Belomir hospital", OriginKind.ORGANIZATION))
    judge(ledger, K.SIDE, first, value=Side("Varnia"))
    claim = ledger.claims.of(first)
    assert claim is not None
    assert (claim.standing, len(claim.roots), claim.contested) == (Standing.CROSS_SIDE, 2, False)


def test_a_source_has_one_id_in_the_journal_and_in_the_list_of_sources(ledger: Ledger) -> None:
    listed = list(ledger.sources())
    assert len(listed) > 4
    for source in listed:
        one = source.own_voice or source.kind is OriginKind.PERSON
        named = Named(source.name, source.kind, "" if one else source.sides[0], source.own_voice)
        assert named.id == source.id
