"""Linking in the ledger: when an article comes or goes, what it touches is filed anew, and nothing else.

    kinship   which articles are copies of it, and from where each stems
    ties      which statements are alike to its own, and how they were grouped
    claims    those whose statements changed are written anew, with their conflicts, roots and standings

Every table here is a function of the set of articles: a pair is judged by the two alone, groups by their pairs. So no
order of adding shows, and taking an article out leaves what there was before it came.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, delete, exists, insert, or_, select

from sayso.ledger import atlas, handles, kinship, partings, schema
from sayso.ledger.briefs import UNDATED, Brief, brief, day_said, orders
from sayso.ledger.canonical import canonical, revived
from sayso.ledger.filing import TOGETHER, as_filed, batched, filed_of, filed_rows
from sayso.ledger.ties import REMEMBERED, Kept, Memory, shared_keys
from sayso.link import conflicts as parting
from sayso.link.disputed import disputed
from sayso.link.groups import Regrouped, regrouped
from sayso.link.prints import SPEAKERS
from sayso.link.roots import roots
from sayso.model.claim import Claim, Conflict
from sayso.model.document import Document
from sayso.model.filed import Filed, filed
from sayso.model.statement import Statement
from sayso.weigh.claims import claim


@dataclass(frozen=True, slots=True)
class _Turn:
    """Statements that speak for their prints from now on, that spoke until now, for whom others are silent, and that
    are no more."""

    come: frozenset[str]
    gone: frozenset[str]
    behind: frozenset[str]
    left: frozenset[str]


class Linking:
    """The links of one ledger; remembers between articles what is a function of a statement, as corrected, alone.

    What it remembers is good for as long as the journal's last entry is the one that it knows (`mind`): another
    process may have corrected a statement, and a transaction may have been given up.
    """

    def __init__(self) -> None:
        self._kinship, self._memory = kinship.Kinship(), Memory()
        self._met: OrderedDict[str, frozenset[int]] = OrderedDict()
        self._last: str | None = None
        self._removed = 0

    def mind(self, last: str | None, removed: int = 0) -> None:
        """Forget everything where the journal's last entry is not the one that was known when it was remembered, or
        an article has been taken out since: it may have come again, and been read otherwise."""
        if (last, removed) != (self._last, self._removed):
            self.forget()
        self._last, self._removed = last, removed

    def forget(self) -> None:
        """Let go of everything that is remembered: a transaction in which it was met may have been given up."""
        self._memory.clear()
        self._kinship.clear()
        self._met.clear()

    def wrote(self, last: str) -> None:
        """Go by this as the journal's last entry: what it changes is forgotten already."""
        self._last = last

    def add(self, connection: Connection, document: Document, filed: Sequence[Filed]) -> None:
        """Link an article whose rows are written, as it was read; within the transaction that writes them."""
        _keep(connection, filed)
        self.file(connection, document, filed, filed)

    def file(
        self, connection: Connection, document: Document, filed: Sequence[Filed], as_read: Sequence[Filed]
    ) -> None:
        """Link an article whose contents are kept: its kin by what was read, its statements as they are corrected."""
        self._come(connection, filed, self._kinship.add(connection, document, as_read))

    def come(self, connection: Connection, filed: Sequence[Filed]) -> None:
        """Link statements that were withdrawn, as they are now."""
        self._come(connection, filed, ())

    def withdraw(self, connection: Connection, ids: Collection[str]) -> None:
        """Take statements out of all that is linked; their articles stay what they are to others."""
        self._withdraw(connection, ids, ())

    def _come(self, connection: Connection, filed: Sequence[Filed], moved: Collection[str]) -> None:
        kept = Kept(connection, self._memory)
        mine = {each.statement.id: self._memory.tell(each) for each in filed}
        prints = {each: kept.print_of(own) for each, own in mine.items()}
        rows = [{"print": prints[i], "document": own.told.document, "statement": i} for i, own in mine.items()]
        for some in batched(rows, TOGETHER):
            connection.execute(insert(schema.prints), list(some))
        speaking = kept.speaking(set(prints.values())).values()
        turn = _turn((tuple(each for each in members if each not in mine), members) for members in speaking)
        self._change(connection, kept, turn, moved)

    def remove(self, connection: Connection, document: str) -> None:
        """Take an article's links out, before its rows go."""
        s = schema.statements
        mine = {row.id for row in connection.execute(select(s.c.id).where(s.c.document == document))}
        self._withdraw(connection, mine, self._kinship.remove(connection, document) - mine)
        _delete(connection, mine, schema.contents.c.statement)

    def _withdraw(self, connection: Connection, mine: Collection[str], moved: Collection[str]) -> None:
        kept = Kept(connection, self._memory)
        prints = kept.speaking(kept.prints_of(mine)).values()
        _delete(connection, mine, schema.prints.c.statement)
        turn = _turn((members, tuple(each for each in members if each not in mine)) for members in prints)
        self._change(connection, kept, turn, moved)
        for each in mine:
            self._memory.forget(each)
            self._met.pop(each, None)

    def _change(self, connection: Connection, kept: Kept, turn: _Turn, moved: Collection[str]) -> None:
        """Group those who speak now, and write the claims that are not what they were."""
        self._listen(connection, kept, turn.come)
        made = regrouped(kept, kept, turn.come, turn.gone)
        kept.nest(made)
        parted = {each for c in _conflicts_of(connection, turn.gone) for each in (c.a, c.b)}
        e, x = schema.edges, schema.conflicts
        _delete(connection, turn.gone, e.c.a, e.c.b, schema.keys.c.statement, x.c.a, x.c.b)
        before = _unfile(connection, made.stirred | turn.gone)
        _delete(connection, turn.left, schema.members.c.statement)
        spoken = {each.statement.id: each for each in filed_of(connection, {i for group in made.groups for i in group})}
        beside = self._part(connection, spoken, before, _numbered(made))
        groups = kept.whole(made.groups)
        self.write(connection, groups)
        self._refresh(connection, kept, (beside | parted | turn.behind | set(moved)) - {i for g in groups for i in g})

    def _listen(self, connection: Connection, kept: Kept, come: Collection[str]) -> None:
        """Keep the keys of statements that speak from now on, and the pairs in which they are alike to others."""
        filed = filed_of(connection, come)
        held = [
            {"key": key, "statement": each.statement.id}
            for each in filed
            for key in sorted(self._memory.tell(each).keys.held | self._matters(each))
        ]
        for some in batched(held, TOGETHER):
            connection.execute(insert(schema.keys), list(some))
        kept.tie(filed)

    def _part(
        self,
        connection: Connection,
        filed: Mapping[str, Filed],
        before: Mapping[str, str],
        group_of: Mapping[str, int],
    ) -> set[str]:
        """Keep the conflicts of these statements; the statements whose conflicts have changed.

        A pair is judged again only where one of the two is new or where they came together or parted.
        """
        pairs = set(shared_keys(connection, {i: self._matters(f) for i, f in filed.items()}))
        by_group: dict[int, list[str]] = defaultdict(list)
        for each, number in group_of.items():
            if filed[each].statement.figures:
                by_group[number].append(each)
        pairs |= {pair for ids in by_group.values() for pair in disputed([filed[each] for each in ids])}

        def together(a: str, b: str) -> bool:
            return a in group_of and b in group_of and group_of[a] == group_of[b]

        def as_before(a: str, b: str) -> bool:
            known = (a in before or a not in filed) and (b in before or b not in filed)
            return known and together(a, b) == (a in before and before.get(a) == before.get(b))

        x = schema.conflicts
        gone = [c for c in _conflicts_of(connection, filed) if not ((c.a, c.b) in pairs and as_before(c.a, c.b))]
        _delete(connection, {c.id for c in gone}, x.c.id)
        anew = sorted(pair for pair in pairs if not as_before(*pair))
        others = filed_of(connection, {each for pair in anew for each in pair} - set(filed))
        known = {each.statement.id: each for each in others} | dict(filed)
        judged = (parting.conflict(known[a], known[b], same_claim=together(a, b)) for a, b in anew)
        found = [each for each in judged if each is not None]
        for rows in batched(found, TOGETHER):
            connection.execute(insert(x), [_conflict_row(each) for each in rows])
        return {each for c in (*gone, *found) for each in (c.a, c.b)}

    def _refresh(self, connection: Connection, kept: Kept, ids: Collection[str]) -> None:
        """Write the claims of these statements again: they are contested now, or no longer, stem from elsewhere, or
        gained one who says the same."""
        m = schema.members
        claims: dict[str, set[str]] = defaultdict(set)
        for some in batched(sorted(ids), TOGETHER):
            mine = select(m.c.claim).where(m.c.statement.in_(some))
            for row in connection.execute(select(m).where(m.c.claim.in_(mine))):
                claims[row.claim].add(row.statement)
        _withdraw(connection, claims)
        self.write(connection, kept.whole(claims.values()))

    def write(self, connection: Connection, groups: Sequence[Sequence[str]]) -> None:
        """Write the claims that these groups of statements make."""
        known = {each.statement.id: each for each in filed_of(connection, {i for group in groups for i in group})}
        _delete(connection, known, schema.members.c.statement)
        claims = [[known[each] for each in group] for group in groups if group]
        everyone = list(known.values())
        family = kinship.stemming(connection, everyone)
        parted: dict[str, list[Conflict]] = defaultdict(list)
        for found in _conflicts_of(connection, {each.statement.id for each in everyone}):
            parted[found.a].append(found)
            parted[found.b].append(found)
        made: list[tuple[Claim, Brief, frozenset[handles.Handle]]] = []
        for group in claims:
            mine = {c.id: c for each in group for c in parted.get(each.statement.id, ())}
            whole = claim(group, roots(group, family), list(mine.values()))
            short = brief(whole, group)
            made.append((whole, short, handles.handles_of(short, group, mine.values())))
        for some in batched(made, TOGETHER):
            connection.execute(insert(schema.claims), [_claim_row(each, short) for each, short, _ in some])
        members = [_member_row(each.id, known[s]) for each, _, _ in made for s in each.statements]
        for rows in batched(members, TOGETHER):
            connection.execute(insert(schema.members), list(rows))
        handles.put(connection, [handles.Handled(s.id, orders(s)["by_need"], found) for _, s, found in made])
        partings.put(connection, {each.id: each.statements for each, _, _ in made}, parted)
        atlas.draw(connection, [(each, known) for each, _, _ in made])

    def _matters(self, filed: Filed) -> frozenset[int]:
        known = self._met.get(filed.statement.id)
        if known is None:
            known = self._met[filed.statement.id] = parting.matters(filed)
            if len(self._met) > REMEMBERED:
                self._met.popitem(last=False)
        return known


def _turn(prints: Iterable[tuple[Sequence[str], Sequence[str]]]) -> _Turn:
    """Whose turn it is to speak, from the statements of each print before and after."""
    come, gone, behind, left = set[str](), set[str](), set[str](), set[str]()
    for before, after in prints:
        spoke, speak = set(before[:SPEAKERS]), set(after[:SPEAKERS])
        come |= speak - spoke
        gone |= spoke - speak
        left |= set(before) - set(after)
        if before[SPEAKERS:] or after[SPEAKERS:]:
            behind |= speak
    return _Turn(frozenset(come), frozenset(gone), frozenset(behind), frozenset(left))


def link_all(connection: Connection) -> None:
    """Link what an older sayso kept without, or linked by an older rule; articles that are linked are left alone."""
    d, f, s = schema.documents, schema.fingerprints, schema.statements
    linking = Linking()
    unlinked = select(d.c.id).where(~exists().where(f.c.document == d.c.id)).order_by(d.c.id)
    for document in connection.execute(unlinked).scalars().all():
        whole = revived(Document, connection.execute(select(d.c.whole).where(d.c.id == document)).scalar_one())
        of_it = s.c.document == document
        rows = connection.execute(filed_rows(as_read=True).where(of_it).order_by(s.c.position)).all()
        if rows:
            shown = connection.execute(filed_rows().where(of_it, s.c.hidden.is_(False)).order_by(s.c.position))
            linking.file(connection, whole, [as_filed(row) for row in shown], [as_filed(row) for row in rows])
            continue
        query = select(s.c.whole).where(of_it).order_by(s.c.position)
        statements = [revived(Statement, row.whole) for row in connection.execute(query)]
        linking.add(connection, whole, [filed(whole, each) for each in statements])


def brief_all(connection: Connection) -> None:
    """Write the claims out of their members where an older sayso kept them without briefs."""
    linking = Linking()
    for some in batched(unwritten(connection), TOGETHER):
        write_again(connection, linking, some)


def unwritten(connection: Connection) -> list[str]:
    """The claims that have members and are not written."""
    m, c = schema.members, schema.claims
    query = select(m.c.claim).where(~exists().where(c.c.id == m.c.claim)).distinct().order_by(m.c.claim)
    return list(connection.execute(query).scalars())


def write_again(connection: Connection, linking: Linking, claims: Collection[str]) -> None:
    """Write these claims out of their members."""
    m, groups = schema.members, defaultdict[str, list[str]](list)
    for row in connection.execute(select(m).where(m.c.claim.in_(claims))):
        groups[row.claim].append(row.statement)
    _withdraw(connection, claims)
    linking.write(connection, list(groups.values()))


def _keep(connection: Connection, filed: Sequence[Filed]) -> None:
    rows = [
        {"statement": f.statement.id, "words": f.words, "sentence": f.sentence, "meaning": f.meaning} for f in filed
    ]
    if rows:
        connection.execute(insert(schema.contents), rows)


def _unfile(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Take the claims of these statements apart; in which each of all their statements was."""
    m, before = schema.members, dict[str, str]()
    for some in batched(sorted(ids), TOGETHER):
        mine = select(m.c.claim).where(m.c.statement.in_(some))
        before |= {row.statement: row.claim for row in connection.execute(select(m).where(m.c.claim.in_(mine)))}
    _withdraw(connection, set(before.values()))
    return before


def _withdraw(connection: Connection, claims: Collection[str]) -> None:
    """Take claims out, with all by which they are found."""
    handles.take(connection, claims)
    atlas.drop(connection, claims)
    p = schema.partings
    _delete(connection, claims, schema.members.c.claim, schema.claims.c.id, p.c.first, p.c.last)


def _delete(connection: Connection, values: Collection[str], *columns: Column[Any]) -> None:
    """Delete the rows that have one of these values in one of the columns."""
    for some in batched(sorted(values), TOGETHER):
        for column in columns:
            connection.execute(delete(column.table).where(column.in_(some)))


def _numbered(made: Regrouped) -> dict[str, int]:
    return {each: number for number, group in enumerate(made.groups) for each in group}


def _conflicts_of(connection: Connection, ids: Collection[str]) -> list[Conflict]:
    """The conflicts that one of the statements is in, each once."""
    x, found = schema.conflicts, dict[str, Conflict]()
    for some in batched(sorted(ids), TOGETHER):
        for row in connection.execute(select(x).where(or_(x.c.a.in_(some), x.c.b.in_(some)))):
            found[row.id] = revived(Conflict, row.whole)
    return list(found.values())


def _claim_row(made: Claim, short: Brief) -> dict[str, Any]:
    return {
        "id": made.id,
        "text": made.text,
        "standing": made.standing.value,
        "contested": made.contested,
        "statements": len(made.statements),
        "articles": short.articles,
        "roots": len(made.roots),
        "brief": canonical(short),
        "whole": canonical(made),
        **orders(short),
    }


def _member_row(claim: str, filed: Filed) -> dict[str, Any]:
    day = day_said(filed)
    return {"statement": filed.statement.id, "claim": claim, "said": day.toordinal() if day else UNDATED}


def _conflict_row(found: Conflict) -> dict[str, Any]:
    return {"id": found.id, "a": found.a, "b": found.b, "kind": found.kind.value, "whole": canonical(found)}
