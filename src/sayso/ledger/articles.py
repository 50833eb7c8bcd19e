"""Articles as the desk shows them: listed a page at a time, the newest first, and one with all that hangs on it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import and_, func, literal, or_, select, tuple_

from sayso.ledger import charts, schema, search
from sayso.ledger.canonical import revived
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.tallies import day_key, short
from sayso.ledger.wanted import Rows
from sayso.model.claim import Copy, CopyKind, Standing

After = tuple[int, str]
"""The last row of a page, behind which the next goes on: its day and its id."""

HITS = 2_000
"""Statements looked at for words: more articles than anybody pages through."""


@dataclass(frozen=True, slots=True)
class Headed:
    """An article in a list: what heads it, how much was read in it, and the article that it is a copy of, if any.

    `copy_kind` is None where the two share no text at once, but by way of other copies.
    """

    id: str
    location: str
    title: str | None
    outlet: str | None
    language: str | None
    earliest: date | None
    latest: date | None
    statements: int = 0
    copy_of: "Headed | None" = None
    copy_kind: CopyKind | None = None
    after: After = (0, "")


@dataclass(frozen=True, slots=True)
class Received:
    """How an article came: what was received, when and by which tool, with its hash (Berkeley Protocol)."""

    location: str
    url: str | None
    media: str
    captured: datetime
    tool: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement's claim, in short: its words, what it stands on, in how many articles."""

    id: str
    text: str
    standing: Standing
    contested: bool
    articles: int


class Articles:
    """The articles of one ledger, asked through its `rows`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def listed(
        self,
        *,
        outlet: str | None = None,
        words: str | None = None,
        since: date | None = None,
        until: date | None = None,
        after: After | None = None,
        limit: int = 50,
    ) -> tuple[Headed, ...]:
        """A page of them, the newest first, without what people hid; `words` as a search takes them, in its first hits.

        The day of an article is the last on which it may have been written.
        """
        t = charts.listings
        d = schema.documents
        query = select(t.c.document, t.c.day, t.c.statements).join(d, d.c.id == t.c.document)
        query = query.where(d.c.hidden.is_(False))
        if outlet is not None:
            query = query.where(t.c.outlet == short(outlet).casefold())
        if since is not None:
            query = query.where(t.c.day <= day_key(since))
        if until is not None:
            query = query.where(t.c.day >= day_key(until))
        if since is not None or until is not None:
            query = query.where(t.c.day < 0)
        if after is not None:
            query = query.where(tuple_(t.c.day, t.c.document) > after)
        if words is not None:
            query = query.where(t.c.document.in_(self._with(words)))
        found = list(self._rows(query.order_by(t.c.day, t.c.document).limit(limit)))
        headed = self.headed([row.document for row in found])
        stems = self._stems([row.document for row in found])
        heads = self.headed(sorted({stem for stem, _ in stems.values()} - headed.keys())) | headed
        of = {row.document: stems.get(row.document, ("", None)) for row in found}
        return tuple(
            _listed(headed[row.document], row, heads.get(of[row.document][0]), of[row.document][1]) for row in found
        )

    def outlets(self, limit: int) -> tuple[str, ...]:
        """Some outlets, by name: one question, that looks into the index once for each."""
        d = schema.documents
        first = select(func.min(d.c.outlet).label("outlet"), literal(1).label("number"))
        found = first.cte("found", recursive=True)
        beyond = select(func.min(d.c.outlet)).where(d.c.outlet > found.c.outlet).scalar_subquery()
        more = select(beyond, found.c.number + 1).where(found.c.outlet.is_not(None), found.c.number < limit)
        found = found.union_all(more)
        query = select(found.c.outlet).where(found.c.outlet.is_not(None)).order_by(found.c.number)
        return tuple(row.outlet for row in self._rows(query))

    def headed(self, documents: Sequence[str]) -> dict[str, Headed]:
        """What heads these articles."""
        d = schema.documents
        columns = (d.c.id, d.c.location, d.c.title, d.c.outlet, d.c.language)
        query = select(*columns, d.c.published_earliest, d.c.published_latest)
        return {
            row.id: Headed(*row)
            for some in batched(documents, TOGETHER)
            for row in self._rows(query.where(d.c.id.in_(some)))
        }

    def received(self, document: str) -> Received | None:
        """How an article came, without what was received."""
        p = schema.pages
        columns = (p.c.location, p.c.url, p.c.media, p.c.captured, p.c.tool, p.c.sha256)
        query = select(*columns, func.length(p.c.content)).where(p.c.document == document)
        return next((Received(*row) for row in self._rows(query)), None)

    def cited(self, statements: Sequence[str]) -> Mapping[str, Cited]:
        """The claims that these statements are filed in, by statement."""
        m, c = schema.members, schema.claims
        query = select(m.c.statement, c.c.id, c.c.text, c.c.standing, c.c.contested, c.c.articles)
        return {
            row.statement: Cited(row.id, row.text, Standing(row.standing), bool(row.contested), row.articles)
            for some in batched(statements, TOGETHER)
            for row in self._rows(query.join(c, c.c.id == m.c.claim).where(m.c.statement.in_(some)))
        }

    def origins(self, statements: Sequence[str]) -> Mapping[str, str]:
        """The ids of the origins of these statements, by statement."""
        t = charts.said
        return {
            row.statement: row.source
            for some in batched(statements, TOGETHER)
            for row in self._rows(select(t.c.statement, t.c.source).where(t.c.statement.in_(some)))
        }

    def copies(self, document: str, limit: int) -> tuple[Copy, ...]:
        """The copies in which an article is, those first that share most; so many that it took, and so many taken."""
        c, found = schema.copies, list[Copy]()
        for mine in (c.c.later, c.c.earlier):
            other = c.c.earlier if mine is c.c.later else c.c.later
            query = select(c.c.whole).where(mine == document).order_by(c.c.share.desc(), other).limit(limit)
            found += [revived(Copy, row.whole) for row in self._rows(query)]
        return tuple(found)

    def between(self, a: str, b: str) -> Copy | None:
        """How two articles share text, whichever is the later."""
        c = schema.copies
        pair = or_(and_(c.c.later == a, c.c.earlier == b), and_(c.c.later == b, c.c.earlier == a))
        return next((revived(Copy, row.whole) for row in self._rows(select(c.c.whole).where(pair))), None)

    def _with(self, words: str) -> list[str]:
        s = schema.statements
        hits = [row[0] for row in self._rows(search.said(words).limit(HITS))]
        return sorted(
            {
                row.document
                for some in batched(hits, TOGETHER)
                for row in self._rows(select(s.c.document).where(s.c.id.in_(some)).distinct())
            }
        )

    def _stems(self, documents: Sequence[str]) -> dict[str, tuple[str, CopyKind | None]]:
        """For each that is another's copy, the earliest of its family, and how, where the two share text at once."""
        t, c = schema.stems, schema.copies
        took: dict[str, dict[str, CopyKind]] = defaultdict(dict)
        found: dict[str, tuple[str, CopyKind | None]] = {}
        for some in batched(documents, TOGETHER):
            query = select(c.c.later, c.c.earlier, c.c.kind).where(c.c.later.in_(some), c.c.kind != CopyKind.PART.value)
            for row in self._rows(query.order_by(c.c.share, c.c.earlier)):
                took[row.later][row.earlier] = CopyKind(row.kind)
                found[row.later] = row.earlier, CopyKind(row.kind)
            for row in self._rows(select(t).where(t.c.document.in_(some))):
                if row.document != row.earliest and (row.earliest in took[row.document] or row.document not in found):
                    found[row.document] = row.earliest, took[row.document].get(row.earliest)
        return found


def _listed(headed: Headed, row: tuple[str, int, int], of: Headed | None, kind: CopyKind | None) -> Headed:
    return replace(headed, statements=row[2], copy_of=of, copy_kind=kind, after=(row[1], row[0]))
