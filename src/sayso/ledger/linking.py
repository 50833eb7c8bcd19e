"""Linking in the ledger: when an article comes or goes, what it touches is filed anew, and nothing else.

    fingerprints   bring the articles that share text with it; each pair is compared once and kept as a copy
    keys           bring the statements that may make its claims, or part with them; alike ones are kept as edges
    edges          tie statements into components; a component is grouped into claims as a whole

Every table here is a function of the set of articles: a pair is judged by the two alone, a component by its pairs. So
no order of adding shows, and taking an article out leaves what there was before it came.
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select

from sayso.ledger import schema
from sayso.ledger.canonical import canonical, revived
from sayso.ledger.filing import TOGETHER, as_filed, batched, filed_rows
from sayso.link import conflicts as parting
from sayso.link.blocks import keys as block_keys
from sayso.link.copies import compared
from sayso.link.families import families
from sayso.link.features import Features, features
from sayso.link.fingerprints import enough, fingerprints
from sayso.link.groups import groups
from sayso.link.linked import candidates
from sayso.link.roots import roots
from sayso.link.same import score
from sayso.model.claim import Claim, Conflict, Copy, CopyKind
from sayso.model.document import Document
from sayso.model.filed import Filed, filed
from sayso.model.span import hull, overlap
from sayso.model.statement import Statement
from sayso.weigh.claims import claim

SCORES = 500_000
"""Scores of pairs that are remembered, for a component is grouped again with each article that it gains."""

COMPARED = 100
"""Articles that one is compared with at most, those that share most with it first: a family of more hangs together."""
REMEMBERED = 20_000
"""Statements whose features are kept in memory while articles are added: those of a day's news meet again."""


class Linking:
    """The links of one ledger; remembers features between articles, which are functions of the statement alone."""

    def __init__(self) -> None:
        self._features: OrderedDict[str, Features] = OrderedDict()
        self._scores: dict[tuple[str, str], float] = {}
        self._met: OrderedDict[str, frozenset[int]] = OrderedDict()

    def add(self, connection: Connection, document: Document, filed: Sequence[Filed]) -> None:
        """Link an article whose rows are written; within the transaction that writes them."""
        with_text = self._copy(connection, document)
        ids = [f.statement.id for f in filed]
        self._keep(connection, filed)
        self._tie(connection, filed)
        self._file(connection, {*ids, *_statements_of(connection, with_text)})

    def remove(self, connection: Connection, document: str) -> None:
        """Take an article's links out, before its rows go."""
        mine = set(_statements_of(connection, {document}))
        beside = self._component(connection, mine) - mine
        kin = _kin(connection, document) - {document}
        parted = {each for c in _conflicts_of(connection, mine) for each in (c.a, c.b)} - mine
        self._unfile(connection, mine)
        x, e = schema.conflicts, schema.edges
        for table, column, gone in (
            (x, x.c.a, mine),
            (x, x.c.b, mine),
            (e, e.c.a, mine),
            (e, e.c.b, mine),
            (schema.keys, schema.keys.c.statement, mine),
            (schema.contents, schema.contents.c.statement, mine),
            (schema.copies, schema.copies.c.later, {document}),
            (schema.copies, schema.copies.c.earlier, {document}),
            (schema.fingerprints, schema.fingerprints.c.document, {document}),
        ):
            for some in batched(sorted(gone), TOGETHER):
                connection.execute(delete(table).where(column.in_(some)))
        for each in mine:
            self._features.pop(each, None)
            self._met.pop(each, None)
        self._file(connection, {*beside, *_statements_of(connection, kin)})
        self._refresh(connection, parted)

    def _copy(self, connection: Connection, document: Document) -> set[str]:
        """Keep the article's fingerprints and copies; the articles whose kinship that changes."""
        marks = fingerprints(document.text, document.furniture)
        for some in batched(marks, TOGETHER):
            rows = [{"fingerprint": mark, "document": document.id} for mark in some]
            connection.execute(insert(schema.fingerprints), rows)
        for other in self._sharing(connection, document.id, marks):
            copy = compared(document, _document(connection, other))
            if copy is not None:
                connection.execute(insert(schema.copies), [_copy_row(copy)])
        return _kin(connection, document.id) - {document.id}

    def _sharing(self, connection: Connection, document: str, marks: Sequence[int]) -> list[str]:
        """The articles that share enough fingerprints to be compared, those that share most first."""
        f, shared = schema.fingerprints, Counter[str]()
        for some in batched(marks, TOGETHER):
            query = select(f.c.document, func.count()).where(f.c.fingerprint.in_(some)).group_by(f.c.document)
            shared.update({row[0]: row[1] for row in connection.execute(query)})
        del shared[document]
        near = [other for other, count in shared.items() if count >= enough(0, 0)]
        rows: dict[str, int] = {}
        for others in batched(near, TOGETHER):
            query = select(f.c.document, func.count()).where(f.c.document.in_(others)).group_by(f.c.document)
            rows |= {row[0]: row[1] for row in connection.execute(query)}
        found = [other for other in near if shared[other] >= enough(len(marks), rows[other])]
        return sorted(found, key=lambda other: (-shared[other], other))[:COMPARED]

    def _keep(self, connection: Connection, filed: Sequence[Filed]) -> None:
        rows = [
            {"statement": f.statement.id, "words": f.words, "sentence": f.sentence, "meaning": f.meaning} for f in filed
        ]
        if rows:
            connection.execute(insert(schema.contents), rows)
        held = [
            {"key": key, "statement": f.statement.id}
            for f in filed
            for key in sorted(block_keys(self._known(f)) | self._matters(f))
        ]
        if held:
            connection.execute(insert(schema.keys), held)

    def _tie(self, connection: Connection, filed: Sequence[Filed]) -> None:
        """Keep the pairs of these statements with any others that are alike."""
        mine = {f.statement.id: self._known(f) for f in filed}
        pairs = self._meeting(connection, {i: block_keys(f) for i, f in mine.items()})
        others = {each for pair in pairs for each in pair} - set(mine)
        known = mine | self._all(connection, others)
        alike = [{"a": a, "b": b} for a, b in sorted(pairs) if self._score(known, a, b) > 0]
        if alike:
            connection.execute(insert(schema.edges), alike)

    def _meeting(self, connection: Connection, held: Mapping[str, Collection[int]]) -> set[tuple[str, str]]:
        """The pairs that share a key, one of them at least among those given, the lesser id first."""
        mine: dict[int, list[str]] = defaultdict(list)
        for statement, own in held.items():
            for key in own:
                mine[key].append(statement)
        k, found = schema.keys, set[tuple[str, str]]()
        for some in batched(sorted(mine), TOGETHER):
            for key, other in connection.execute(select(k.c.key, k.c.statement).where(k.c.key.in_(some))):
                found.update((one, other) if one < other else (other, one) for one in mine[key] if one != other)
        return found

    def _component(self, connection: Connection, ids: Collection[str]) -> set[str]:
        """The statements that edges tie to these, and these."""
        e, found, fresh = schema.edges, set(ids), set(ids)
        while fresh:
            met: set[str] = set()
            for some in batched(sorted(fresh), TOGETHER):
                met.update(r.b for r in connection.execute(select(e.c.b).where(e.c.a.in_(some))))
                met.update(r.a for r in connection.execute(select(e.c.a).where(e.c.b.in_(some))))
            fresh = met - found
            found |= fresh
        return found

    def _unfile(self, connection: Connection, ids: Collection[str]) -> dict[str, str]:
        """Take statements out of their claims, which go; in which each was."""
        m, c, before = schema.members, schema.claims, dict[str, str]()
        for some in batched(sorted(ids), TOGETHER):
            before |= {r.statement: r.claim for r in connection.execute(select(m).where(m.c.statement.in_(some)))}
            connection.execute(delete(m).where(m.c.statement.in_(some)))
        for claims in batched(sorted(set(before.values())), TOGETHER):
            connection.execute(delete(c).where(c.c.id.in_(claims)))
        return before

    def _file(self, connection: Connection, ids: Collection[str]) -> None:
        """Group the components of these statements anew, with their conflicts, roots and standings."""
        touched = self._component(connection, ids)
        before = self._unfile(connection, touched)
        filed = {f.statement.id: f for f in _filed(connection, touched)}
        claims = self._grouped(filed)
        beside = self._part(connection, filed, before, {each: i for i, group in enumerate(claims) for each in group})
        self._write(connection, [[filed[each] for each in group] for group in claims])
        self._refresh(connection, beside - touched)

    def _grouped(self, filed: Mapping[str, Filed]) -> tuple[tuple[str, ...], ...]:
        known = {i: self._known(f) for i, f in filed.items()}
        return groups(known, {(a, b): self._score(known, a, b) for a, b in candidates(known.values())})

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
        pairs = self._meeting(connection, {i: self._matters(f) for i, f in filed.items()})
        by_group: dict[int, list[str]] = defaultdict(list)
        for each, number in group_of.items():
            if filed[each].statement.figures:
                by_group[number].append(each)
        pairs |= {pair for ids in by_group.values() for pair in combinations(sorted(ids), 2)}

        def together(a: str, b: str) -> bool:
            return a in group_of and b in group_of and group_of[a] == group_of[b]

        def as_before(a: str, b: str) -> bool:
            known = (a in before or a not in filed) and (b in before or b not in filed)
            return known and together(a, b) == (a in before and before.get(a) == before.get(b))

        x = schema.conflicts
        gone = [c for c in _conflicts_of(connection, filed) if not ((c.a, c.b) in pairs and as_before(c.a, c.b))]
        for some in batched([c.id for c in gone], TOGETHER):
            connection.execute(delete(x).where(x.c.id.in_(some)))
        anew = sorted(pair for pair in pairs if not as_before(*pair))
        known = {f.statement.id: f for f in _filed(connection, {i for p in anew for i in p} - set(filed))} | dict(filed)
        judged = (parting.conflict(known[a], known[b], same_claim=together(a, b)) for a, b in anew)
        found = [each for each in judged if each is not None]
        for rows in batched(found, TOGETHER):
            connection.execute(insert(x), [_conflict_row(each) for each in rows])
        return {each for c in (*gone, *found) for each in (c.a, c.b)}

    def _refresh(self, connection: Connection, ids: Collection[str]) -> None:
        """Write the claims of these statements again: they are contested now, or no longer."""
        m = schema.members
        claims: dict[str, list[str]] = defaultdict(list)
        for some in batched(sorted(ids), TOGETHER):
            mine = select(m.c.claim).where(m.c.statement.in_(some))
            for row in connection.execute(select(m).where(m.c.claim.in_(mine))):
                claims[row.claim].append(row.statement)
        if claims:
            for some in batched(sorted(claims), TOGETHER):
                connection.execute(delete(schema.claims).where(schema.claims.c.id.in_(some)))
                connection.execute(delete(m).where(m.c.claim.in_(some)))
            filed = {f.statement.id: f for f in _filed(connection, {i for ids in claims.values() for i in ids})}
            self._write(connection, [[filed[i] for i in ids] for ids in claims.values()])

    def _write(self, connection: Connection, claims: Sequence[Sequence[Filed]]) -> None:
        everyone = [f for group in claims for f in group]
        family = _families(connection, everyone)
        parted: dict[str, list[Conflict]] = defaultdict(list)
        for each in _conflicts_of(connection, {f.statement.id for f in everyone}):
            parted[each.a].append(each)
            parted[each.b].append(each)
        made: list[tuple[Claim, int]] = []
        for group in claims:
            mine = {c.id: c for f in group for c in parted.get(f.statement.id, ())}
            made.append(
                (claim(group, roots(group, family), list(mine.values())), len({f.statement.document for f in group}))
            )
        for some in batched(made, TOGETHER):
            connection.execute(insert(schema.claims), [_claim_row(c, articles) for c, articles in some])
        members = [{"statement": s, "claim": c.id} for c, _ in made for s in c.statements]
        for rows in batched(members, TOGETHER):
            connection.execute(insert(schema.members), list(rows))

    def _known(self, filed: Filed) -> Features:
        known = self._features.get(filed.statement.id)
        if known is None:
            known = self._features[filed.statement.id] = features(filed)
            if len(self._features) > REMEMBERED:
                self._features.popitem(last=False)
        else:
            self._features.move_to_end(filed.statement.id)
        return known

    def _score(self, known: Mapping[str, Features], a: str, b: str) -> float:
        if (a, b) not in self._scores:
            if len(self._scores) >= SCORES:
                self._scores.clear()
            self._scores[a, b] = score(known[a], known[b])
        return self._scores[a, b]

    def _matters(self, filed: Filed) -> frozenset[int]:
        known = self._met.get(filed.statement.id)
        if known is None:
            known = self._met[filed.statement.id] = parting.matters(filed)
            if len(self._met) > REMEMBERED:
                self._met.popitem(last=False)
        return known

    def _all(self, connection: Connection, ids: Collection[str]) -> dict[str, Features]:
        found = {i: self._features[i] for i in ids if i in self._features}
        return found | {f.statement.id: self._known(f) for f in _filed(connection, set(ids) - set(found))}


def link_all(connection: Connection) -> None:
    """Link what an older sayso kept without; statements that are linked are left alone."""
    s, c = schema.statements, schema.contents
    unlinked = select(s.c.document).where(s.c.id.not_in(select(c.c.statement))).distinct()
    linking = Linking()
    for document in [row.document for row in connection.execute(unlinked.order_by(s.c.document))]:
        whole = _document(connection, document)
        query = select(s.c.whole).where(s.c.document == document).order_by(s.c.position)
        linking.add(connection, whole, [filed(whole, revived(Statement, r.whole)) for r in connection.execute(query)])


def _filed(connection: Connection, ids: Collection[str]) -> list[Filed]:
    """Statements as linking sees them, by their ids."""
    return [
        as_filed(row)
        for some in batched(sorted(ids), TOGETHER)
        for row in connection.execute(filed_rows().where(schema.statements.c.id.in_(some)))
    ]


def _statements_of(connection: Connection, documents: Iterable[str]) -> list[str]:
    s = schema.statements
    return [
        row.id
        for some in batched(sorted(documents), TOGETHER)
        for row in connection.execute(select(s.c.id).where(s.c.document.in_(some)))
    ]


def _document(connection: Connection, document: str) -> Document:
    d = schema.documents
    return revived(Document, connection.execute(select(d.c.whole).where(d.c.id == document)).scalar_one())


def _copies_of(connection: Connection, documents: Collection[str]) -> list[Copy]:
    c = schema.copies
    found = [
        row.whole
        for some in batched(sorted(documents), TOGETHER)
        for row in connection.execute(select(c.c.whole).where(or_(c.c.later.in_(some), c.c.earlier.in_(some))))
    ]
    return [revived(Copy, whole) for whole in sorted(set(found))]


def _kin(connection: Connection, document: str) -> set[str]:
    """The articles that copies tie to this one, and this one."""
    found, fresh = {document}, {document}
    while fresh:
        met = {each for copy in _copies_of(connection, fresh) for each in (copy.later, copy.earlier)}
        fresh = met - found
        found |= fresh
    return found


def _families(connection: Connection, filed: Sequence[Filed]) -> dict[str, str]:
    """For an article, or a statement within a passage taken from another, the article that it stems from."""
    documents = {f.statement.document for f in filed}
    copies = _copies_of(connection, documents)
    while beyond := {each for c in copies for each in (c.later, c.earlier)} - documents:
        documents |= beyond
        copies = _copies_of(connection, documents)
    stem = {member: family.earliest for family in families(copies) for member in family.members}
    taken: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        if copy.kind is CopyKind.PART:
            taken[copy.later].append(copy)
    for each in filed:
        for copy in taken.get(each.statement.document, ()):
            if any(_within(each.statement, passage.here) for passage in copy.passages):
                stem[each.statement.id] = stem.get(copy.earlier, copy.earlier)
    return stem


def _within(statement: Statement, passage: tuple[int, int]) -> bool:
    span = hull(statement.content)
    return 2 * overlap(span, passage) > span[1] - span[0]


def _conflicts_of(connection: Connection, ids: Collection[str]) -> list[Conflict]:
    """The conflicts that one of the statements is in, each once."""
    x, found = schema.conflicts, dict[str, Conflict]()
    for some in batched(sorted(ids), TOGETHER):
        for row in connection.execute(select(x).where(or_(x.c.a.in_(some), x.c.b.in_(some)))):
            found[row.id] = revived(Conflict, row.whole)
    return list(found.values())


def _copy_row(copy: Copy) -> dict[str, Any]:
    return {
        "later": copy.later,
        "earlier": copy.earlier,
        "kind": copy.kind.value,
        "share": copy.share,
        "whole": canonical(copy),
    }


def _claim_row(made: Claim, articles: int) -> dict[str, Any]:
    return {
        "id": made.id,
        "text": made.text,
        "standing": made.standing.value,
        "contested": made.contested,
        "statements": len(made.statements),
        "articles": articles,
        "roots": len(made.roots),
        "whole": canonical(made),
    }


def _conflict_row(found: Conflict) -> dict[str, Any]:
    return {"id": found.id, "a": found.a, "b": found.b, "kind": found.kind.value, "whole": canonical(found)}
