"""Claims as the ledger tells of them: listed by who should look at them first, found, and with all they stand on.

`Wanted(place="Karsk", side="Ostrel")` wants the claims of which one statement is Ostrel's and is said of Karsk.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_, select

from sayso.ledger import partings, schema, search
from sayso.ledger.briefs import FIRST, Brief, Order
from sayso.ledger.browse import ClaimPage, briefs, claim_page, most_common
from sayso.ledger.canonical import revived
from sayso.ledger.figured import figured_ids
from sayso.ledger.filing import TOGETHER, as_filed, batched, filed_rows
from sayso.ledger.wanted import ANY, Rows, Wanted, of_statement, said_at
from sayso.link.families import families
from sayso.model.claim import Claim, Conflict, ConflictKind, Copy
from sayso.model.filed import Filed
from sayso.model.problem import Problem, SaysoError


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """One claim of `of` that were asked for, and in how many articles it stands."""

    claim: Claim
    articles: int
    of: int


@dataclass(frozen=True, slots=True)
class Parted:
    """A conflict with both its statements; of `pairs` in which the same two claims part so, and of `of` asked for.

    `claims` are those of the two statements, where they were looked up.
    """

    conflict: Conflict
    a: Filed
    b: Filed
    pairs: int = 1
    of: int = 1
    claims: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class PartingPage:
    """A page of how claims part; `after` leads to the next, `looked_at` is set where looking ended before the end."""

    parted: tuple[Parted, ...]
    after: str | None
    looked_at: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A statement that a search found, one of `of`, the title of its article, and its claim's id."""

    filed: Filed
    title: str | None
    claim: str | None
    of: int


class Claims:
    """The claims of one ledger, asked through its `rows`."""

    def __init__(self, rows: Rows, where: str) -> None:
        self._rows, self._where = rows, where

    def listed(self, wanted: Wanted = ANY, limit: int | None = None) -> Iterator[ListedClaim]:
        """The claims wanted: contested ones first, then echoed, then one-sided, then by the number of articles."""
        c = schema.claims
        first = case({str(standing): at for standing, at in FIRST.items()}, value=c.c.standing, else_=len(FIRST))
        query = (
            select(c.c.whole, c.c.articles, func.count().over().label("many"))
            .where(*self._conditions(wanted))
            .order_by(c.c.contested.desc(), first, c.c.articles.desc(), c.c.statements.desc(), c.c.id)
            .limit(limit)
        )
        for row in self._rows(query):
            yield ListedClaim(revived(Claim, row.whole), row.articles, row.many)

    def page(
        self, wanted: Wanted = ANY, order: Order = Order.NEED, after: str | None = None, limit: int = 50
    ) -> ClaimPage:
        """A page of the claims wanted, in short, at a cost that does not grow with the ledger."""
        return claim_page(self._rows, wanted, order, after, limit)

    def common(self, kind: str, limit: int) -> tuple[tuple[str, int], ...]:
        """The handles of a kind ("measure", "side", "place") that most claims have, with how many have them."""
        return most_common(self._rows, kind, limit)

    def briefs(self, ids: Sequence[str]) -> tuple[Brief, ...]:
        """These claims in short."""
        return briefs(self._rows, ids)

    def all_claims(self) -> Iterator[Claim]:
        """Every claim, in the order of the ids."""
        c = schema.claims
        yield from (revived(Claim, row.whole) for row in self._rows(select(c.c.whole).order_by(c.c.id)))

    def all_conflicts(self) -> Iterator[Conflict]:
        """Every conflict, in the order of the ids."""
        x = schema.conflicts
        yield from (revived(Conflict, row.whole) for row in self._rows(select(x.c.whole).order_by(x.c.id)))

    def find(self, prefix: str) -> Claim:
        """The claim whose id begins so, or that of the statement whose id does; raises SaysoError as `Ledger.find`."""
        wanted = prefix.strip().lower()
        claims, statements = self._ids(schema.claims.c.id, wanted), self._ids(schema.members.c.statement, wanted)
        if wanted and len(claims) + len(statements) == 1:
            found = self._claim(claims[0]) if claims else self.of(statements[0])
            if found is not None:
                return found
        if wanted and (claims or statements):
            some = ", ".join((claims + statements)[:4])
            what, remedy = f"more than one id begins so ({some} …)", "Give more digits of the id."
        elif wanted and len(self._ids(schema.statements.c.id, wanted)) == 1:
            what, remedy = "no claim has this id: it is that of a statement that people hid", "See: sayso journal."
        else:
            what, remedy = f"no claim or statement in {self._where} has this id", "See: sayso claims."
        raise SaysoError(Problem(prefix, what, "nothing shown", remedy))

    def of(self, statement: str) -> Claim | None:
        """The claim that a statement is filed in."""
        m = schema.members
        row = next(self._rows(select(m.c.claim).where(m.c.statement == statement)), None)
        return None if row is None else self._claim(row.claim)

    def filed(self, ids: Collection[str]) -> tuple[Filed, ...]:
        """Statements as linking sees them, by article in the order of when it was written, then of the text."""
        found = [
            as_filed(row)
            for some in batched(sorted(ids), TOGETHER)
            for row in self._rows(filed_rows().where(schema.statements.c.id.in_(some)))
        ]
        return tuple(sorted(found, key=_when))

    def conflicts(
        self,
        kind: ConflictKind | None = None,
        place: str | None = None,
        words: str | None = None,
        limit: int | None = None,
        *,
        folded: bool = False,
    ) -> Iterator[Parted]:
        """The conflicts of a kind, of which one statement is said of the place, and one has the words.

        `folded`: one for each two claims that part in that way, those with the most pairs of statements first.
        """
        x = schema.conflicts
        conditions: list[ColumnElement[bool]] = [] if kind is None else [x.c.kind == str(kind)]
        if place is not None:
            conditions.append(_of_one(said_at(self._rows, place)))
        if words is not None:
            conditions.append(_of_one(search.said(words)))
        yield from self._parting(conditions, limit, folded=folded)

    def conflicts_of(self, claim: str, *, folded: bool = False) -> tuple[Parted, ...]:
        """The conflicts that a statement of the claim is in."""
        m = schema.members
        return tuple(self._parting([_of_one(select(m.c.statement).where(m.c.claim == claim))], folded=folded))

    def parted(self, claim: str, limit: int) -> tuple[Parted, ...]:
        """How the claim parts with others and in itself, those first of which most pairs of statements do."""
        return self._shown_partings(partings.of_claim(self._rows, claim, limit))

    def parting_page(
        self, kind: ConflictKind | None, wanted: Wanted, after: str | None = None, limit: int = 25
    ) -> PartingPage:
        """A page of how claims part, of which one is wanted."""
        found, following, looked = partings.page(self._rows, kind, wanted, after, limit)
        return PartingPage(self._shown_partings(found), following, looked)

    def _shown_partings(self, found: Sequence[partings.Parting]) -> tuple[Parted, ...]:
        x, told = schema.conflicts, dict[str, Conflict]()
        for some in batched([each.id for each in found], TOGETHER):
            told |= {row.id: revived(Conflict, row.whole) for row in self._rows(select(x).where(x.c.id.in_(some)))}
        filed = {f.statement.id: f for f in self.filed({each for c in told.values() for each in (c.a, c.b)})}
        return tuple(
            Parted(c, filed[c.a], filed[c.b], each.pairs, len(found), each.claims)
            for each in found
            if (c := told.get(each.id)) is not None
        )

    def first_said(self, claim: str, limit: int) -> tuple[str, ...]:
        """So many of the claim's statements, by the days of their articles."""
        m = schema.members
        query = select(m.c.statement).where(m.c.claim == claim).order_by(m.c.said, m.c.statement).limit(limit)
        return tuple(row.statement for row in self._rows(query))

    def captured(self, documents: Collection[str]) -> dict[str, datetime]:
        """When these articles were received."""
        p, found = schema.pages, dict[str, datetime]()
        for some in batched(sorted(documents), TOGETHER):
            query = select(p.c.document, p.c.captured).where(p.c.document.in_(some))
            found |= {row.document: row.captured for row in self._rows(query)}
        return found

    def stems_of(self, documents: Collection[str]) -> dict[str, str]:
        """For those of these articles that are of a family, the earliest of it."""
        s, found = schema.stems, dict[str, str]()
        for some in batched(sorted(documents), TOGETHER):
            found |= {row.document: row.earliest for row in self._rows(select(s).where(s.c.document.in_(some)))}
        return found

    def copies_of_first(self, documents: Collection[str], limit: int) -> tuple[Copy, ...]:
        """So many of the copies of which both articles are among these."""
        c, known = schema.copies, sorted(documents)[:TOGETHER]
        query = select(c.c.whole).where(c.c.later.in_(known), c.c.earlier.in_(known)).order_by(c.c.later, c.c.earlier)
        return tuple(revived(Copy, row.whole) for row in self._rows(query.limit(limit)))

    def conflict_between(self, a: str, b: str) -> tuple[Parted, ...]:
        """How two statements part."""
        x = schema.conflicts
        return tuple(self._parting([x.c.a == min(a, b), x.c.b == max(a, b)]))

    def copies(self, documents: Collection[str] | None = None) -> Iterator[Copy]:
        """Every copy, or those in which one of the articles is; by their later articles."""
        c = schema.copies
        query = select(c.c.whole).order_by(c.c.later, c.c.earlier)
        if documents is not None:
            some = sorted(documents)
            query = query.where(or_(c.c.later.in_(some), c.c.earlier.in_(some)))
        yield from (revived(Copy, row.whole) for row in self._rows(query))

    def copies_among(self, documents: Collection[str]) -> tuple[Copy, ...]:
        """The copies of which both articles are among these."""
        c = schema.copies
        found = [
            revived(Copy, row.whole)
            for some in batched(sorted(documents), TOGETHER)
            for row in self._rows(select(c.c.whole, c.c.earlier).where(c.c.later.in_(some)))
            if row.earlier in documents
        ]
        return tuple(sorted(found, key=lambda copy: (copy.later, copy.earlier)))

    def stems(self) -> dict[str, str]:
        """For each article that is another's copy, or a later version of its page, the earliest of them all."""
        found = families(self.copies())
        return {each: family.earliest for family in found for each in family.members if each != family.earliest}

    def between(self, a: str, b: str) -> tuple[str, ...]:
        """The fewest statements by way of which two are tied; nothing where they are tied at once, or not at all."""
        claim = self.of(a)
        tied: dict[str, list[str]] = defaultdict(list)
        e = schema.edges
        for some in batched(sorted(claim.statements if claim else ()), TOGETHER):
            for row in self._rows(select(e.c.a, e.c.b).where(e.c.a.in_(some))):
                tied[row.a].append(row.b)
                tied[row.b].append(row.a)
        before: dict[str, str] = {a: a}
        waiting = deque([a])
        while waiting and b not in before:
            at = waiting.popleft()
            for each in sorted(tied[at]):
                if each not in before:
                    before[each] = at
                    waiting.append(each)
        way, at = [], before.get(b, a)
        while at != a:
            way.append(at)
            at = before[at]
        return tuple(reversed(way))

    def figured(self, place: str | None = None) -> Iterator[Filed]:
        """The statements with a figure, of a place if one is given.

        A statement is of it by its own words, by those of its claim, or by a conflict of figures with one that is:
        "Varnia said that it had killed 17 soldiers" is of the market that others count the dead of.
        """
        s, f, m, x = schema.statements, schema.figures, schema.members, schema.conflicts
        query = filed_rows().where(s.c.id.in_(select(f.c.statement)), s.c.hidden.is_(False))
        if place is not None:
            at, figure = said_at(self._rows, place), x.c.kind == ConflictKind.FIGURE.value
            mates = select(m.c.statement).where(m.c.claim.in_(select(m.c.claim).where(m.c.statement.in_(at))))
            query = query.where(
                s.c.id.in_(at)
                | s.c.id.in_(mates)
                | s.c.id.in_(select(x.c.a).where(figure, x.c.b.in_(at)))
                | s.c.id.in_(select(x.c.b).where(figure, x.c.a.in_(at)))
            )
        yield from map(as_filed, self._rows(query.order_by(s.c.id)))

    def figured_page(self, wanted: Wanted) -> tuple[tuple[Filed, ...], bool]:
        """The statements with figures of the newest claims wanted, and whether there are more."""
        found = figured_ids(self._rows, wanted)
        return self.filed(found.statements), found.more

    def search(self, words: str, limit: int | None = None, most: int | None = None) -> Iterator[Found]:
        """The statements that have the words, the best answers first; the best of `most`, if more have them."""
        s, m, hits = schema.statements, schema.members, search.ranked(words, most)
        every = select(hits.c.statement, hits.c.rank, func.count().over().label("many"))
        best = every.order_by(hits.c.rank, hits.c.statement).limit(limit).subquery()
        query = (
            filed_rows()
            .join(best, best.c.statement == s.c.id)
            .outerjoin(m, m.c.statement == s.c.id)
            .add_columns(schema.documents.c.title, m.c.claim, best.c.many)
            .order_by(best.c.rank, s.c.id)
        )
        for row in self._rows(query):
            yield Found(as_filed(row), row.title, row.claim, row.many)

    def _claim(self, claim: str) -> Claim | None:
        c = schema.claims
        found = self._rows(select(c.c.whole).where(c.c.id == claim))
        return next((revived(Claim, row.whole) for row in found), None)

    def _parting(
        self, conditions: Sequence[ColumnElement[bool]], limit: int | None = None, *, folded: bool = False
    ) -> Iterator[Parted]:
        x, many = schema.conflicts, func.count().over().label("many")
        if folded:
            one, other = schema.members.alias(), schema.members.alias()
            first = case((one.c.claim < other.c.claim, one.c.claim), else_=other.c.claim)
            last = case((one.c.claim < other.c.claim, other.c.claim), else_=one.c.claim)
            shown = (
                select(func.min(x.c.id).label("id"), func.count().label("pairs"))
                .join(one, one.c.statement == x.c.a)
                .join(other, other.c.statement == x.c.b)
                .where(*conditions)
                .group_by(x.c.kind, first, last)
                .subquery()
            )
            query = select(x.c.whole, shown.c.pairs, many).join(shown, shown.c.id == x.c.id)
            query = query.order_by(shown.c.pairs.desc(), x.c.kind, x.c.id)
        else:
            query = select(x.c.whole, literal(1).label("pairs"), many).where(*conditions).order_by(x.c.kind, x.c.id)
        for rows in batched(self._rows(query.limit(limit)), TOGETHER // 2):
            found = [(revived(Conflict, row.whole), row) for row in rows]
            known = {f.statement.id: f for f in self.filed({each for c, _ in found for each in (c.a, c.b)})}
            yield from (Parted(c, known[c.a], known[c.b], row.pairs, row.many) for c, row in found)

    def _conditions(self, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
        c, m, s = schema.claims, schema.members, schema.statements
        if wanted.standing is not None:
            yield c.c.standing == str(wanted.standing)
        if wanted.contested is not None:
            yield c.c.contested == literal(wanted.contested)
        of_one = list(of_statement(self._rows, wanted))
        if of_one:
            yield c.c.id.in_(select(m.c.claim).join(s, s.c.id == m.c.statement).where(and_(*of_one)))

    def _ids(self, of: ColumnElement[str], prefix: str) -> list[str]:
        return [
            str(row[0]) for row in self._rows(select(of).where(of >= prefix, of < prefix + "g").order_by(of).limit(5))
        ]


def _of_one(statements: Select[Any]) -> ColumnElement[bool]:
    """One of a conflict's two statements is among these."""
    return schema.conflicts.c.a.in_(statements) | schema.conflicts.c.b.in_(statements)


def _when(filed: Filed) -> tuple[date, str, str, int, str]:
    day = filed.published.latest or filed.published.earliest or date.max
    statement = filed.statement
    return day, filed.location, statement.document, statement.content[0][0], statement.id
