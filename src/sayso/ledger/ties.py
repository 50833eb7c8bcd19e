"""Ties in the ledger: which statements meet, how alike they are, and what merged with what when they were grouped.

keys    bring the statements that may make one claim, or part with each other
edges   the pairs that are alike, with their scores
nests   what went into what, level by level (`sayso.link.groups`)
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from sqlalchemy import Connection, delete, insert, select

from sayso.ledger import schema
from sayso.ledger.bound import NOBODY, Bound
from sayso.ledger.filing import TOGETHER, batched, filed_of
from sayso.link.blocks import Keys, keys
from sayso.link.features import Features, features
from sayso.link.groups import Regrouped
from sayso.link.means import BOND, UNJUDGED
from sayso.link.meeting import is_near, rows_of
from sayso.link.nests import Merge
from sayso.link.prints import SPEAKERS, print_of
from sayso.link.same import score
from sayso.model.filed import Filed
from sayso.model.ids import content_id

REMEMBERED = 20_000
"""Statements whose features are kept in memory while articles are added: those of a day's news meet again."""


@dataclass(frozen=True, slots=True)
class Known:
    """What linking knows of a statement by itself."""

    told: Features
    keys: Keys
    print: int


class Memory:
    """What is known of statements by themselves, as they are corrected, between one article and the next."""

    def __init__(self) -> None:
        self._told: OrderedDict[str, Known] = OrderedDict()

    def tell(self, filed: Filed) -> Known:
        """What is known of a statement."""
        known = self.known(filed.statement.id)
        if known is None:
            told = features(filed)
            known = self._told[filed.statement.id] = Known(told, keys(told), print_of(told))
            if len(self._told) > REMEMBERED:
                self._told.popitem(last=False)
        return known

    def known(self, statement: str) -> Known | None:
        """What is remembered of a statement."""
        known = self._told.get(statement)
        if known is not None:
            self._told.move_to_end(statement)
        return known

    def forget(self, statement: str) -> None:
        """Let go of a statement that is taken out."""
        self._told.pop(statement, None)

    def clear(self) -> None:
        """Let go of everything."""
        self._told.clear()


class Kept:
    """The ties and nests that a ledger keeps, as grouping asks for them."""

    def __init__(self, connection: Connection, memory: Memory) -> None:
        self._connection, self._memory = connection, memory
        self._bound = Bound(connection)
        self._mates: dict[frozenset[str], tuple[str, ...]] = {}
        self._digests: dict[frozenset[str], str] = {}

    def near(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        found: dict[str, dict[str, float]] = {each: {} for each in ids}
        e = schema.edges
        for some in batched(sorted(ids), TOGETHER):
            for a, b, alike in self._connection.execute(select(e).where(e.c.a.in_(some))):
                found[a][b] = alike
            for a, b, alike in self._connection.execute(select(e).where(e.c.b.in_(some))):
                found[b][a] = alike
        for each, bond in self._bound.bonds(ids).items():
            found[each] |= {mate: BOND for mate in self._speaking_in(bond) if mate != each}
        return found

    def _speaking_in(self, bond: frozenset[str]) -> tuple[str, ...]:
        """Those of a bond who speak; the others go where these go."""
        if bond not in self._mates:
            prints = self.speaking(self.prints_of(bond)).values()
            self._mates[bond] = tuple(each for members in prints for each in members[:SPEAKERS] if each in bond)
        return self._mates[bond]

    def scores(self, pairs: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], float]:
        told = self.told({each for pair in pairs for each in pair})
        bonds = self._bound.bonds(told)
        return {(a, b): BOND if b in bonds.get(a, ()) else _score(told[a], told[b]) for a, b in pairs}

    def barred(self, ids: Collection[str]) -> Mapping[str, Collection[str]]:
        return self._bound.rifts(ids)

    def print_of(self, told: Known) -> int:
        """The print of a statement.

        One on whose grouping people have decided speaks only for those of its print on which they have decided the
        same: who are in its bond, and apart from the same others.
        """
        one = (told.told.id,)
        bond, apart = self._bound.bonds(one).get(one[0]), self._bound.rifts(one).get(one[0])
        if not bond and not apart:
            return told.print
        decided = f"{told.print} {self._digest(bond or NOBODY)} {self._digest(apart or NOBODY)}"
        return int.from_bytes(blake2b(decided.encode(), digest_size=8).digest(), "big") >> 1

    def _digest(self, statements: frozenset[str]) -> str:
        if statements not in self._digests:
            self._digests[statements] = content_id("bound", *sorted(statements))
        return self._digests[statements]

    def merges(self, ids: Collection[str]) -> Mapping[str, Merge]:
        m, n = schema.members, schema.nests
        found: dict[str, Merge] = {}
        for some in batched(sorted(ids), TOGETHER):
            claims = select(m.c.claim).where(m.c.statement.in_(some))
            query = select(n).where(n.c.child.in_(select(m.c.statement).where(m.c.claim.in_(claims))))
            found |= {child: Merge(parent, level) for child, parent, level in self._connection.execute(query)}
        return found

    def told(self, ids: Collection[str]) -> dict[str, Known]:
        """What is known of statements, remembered or read."""
        found = {each: known for each in ids if (known := self._memory.known(each)) is not None}
        for each in filed_of(self._connection, set(ids) - set(found)):
            found[each.statement.id] = self._memory.tell(each)
        return found

    def tie(self, filed: Sequence[Filed]) -> None:
        """Keep the pairs of these statements with any others that are alike."""
        mine = {each.statement.id: self._memory.tell(each) for each in filed}
        shared = shared_keys(self._connection, {each: known.keys.asked for each, known in mine.items()})
        pairs = self._near_enough({each.statement.id: each.meaning for each in filed}, shared)
        told = mine | self.told({each for pair in pairs for each in pair} - set(mine))
        judged = ((a, b, score(told[a].told, told[b].told)) for a, b in sorted(pairs))
        alike = [{"a": a, "b": b, "score": value} for a, b, value in judged if value > 0]
        for some in batched(alike, TOGETHER):
            self._connection.execute(insert(schema.edges), list(some))

    def _near_enough(
        self, mine: Mapping[str, bytes | None], shared: Mapping[tuple[str, str], int]
    ) -> set[tuple[str, str]]:
        """The pairs that share two keys, or one and something of their meaning."""
        found, single = {pair for pair, count in shared.items() if count > 1}, defaultdict[str, list[str]](list)
        for a, b in shared.keys() - found:
            one, other = (a, b) if a in mine else (b, a)
            single[one].append(other)
        c, meanings = schema.contents, dict(mine)
        for some in batched(sorted({each for others in single.values() for each in others} - set(mine)), TOGETHER):
            query = select(c.c.statement, c.c.meaning).where(c.c.statement.in_(some))
            meanings |= {row.statement: row.meaning for row in self._connection.execute(query)}
        for one, others in single.items():
            rows = rows_of([meanings[one], *(meanings[other] for other in others)])
            near = is_near(rows[0], rows[1:]).tolist()
            found |= {(min(one, o), max(one, o)) for o, is_like in zip(others, near, strict=True) if is_like}
        return found

    def speaking(self, prints: Collection[int]) -> dict[int, tuple[str, ...]]:
        """The statements of these prints, those first who speak for the others."""
        p, found = schema.prints, defaultdict[int, list[str]](list)
        for some in batched(sorted(prints), TOGETHER):
            query = select(p.c.print, p.c.statement).where(p.c.print.in_(some))
            for number, statement in self._connection.execute(query.order_by(p.c.print, p.c.document, p.c.statement)):
                found[number].append(statement)
        return {number: tuple(members) for number, members in found.items()}

    def prints_of(self, ids: Collection[str]) -> set[int]:
        """The prints of these statements."""
        p = schema.prints
        return {
            row.print
            for some in batched(sorted(ids), TOGETHER)
            for row in self._connection.execute(select(p.c.print).where(p.c.statement.in_(some)))
        }

    def whole(self, groups: Iterable[Collection[str]]) -> list[tuple[str, ...]]:
        """These groups with those who are silent in them, and without those who are silent elsewhere."""
        listed = [list(group) for group in groups]
        prints = self.speaking(self.prints_of({each for group in listed for each in group}))
        silent = {each for members in prints.values() for each in members[SPEAKERS:]}
        behind = {members[0]: members[SPEAKERS:] for members in prints.values()}
        kept = [[each for each in group if each not in silent] for group in listed]
        return [tuple(sorted({*group, *(s for each in group for s in behind.get(each, ()))})) for group in kept]

    def nest(self, made: Regrouped) -> None:
        """Keep what went into what."""
        n = schema.nests
        for some in batched(sorted(made.ended | made.made.keys()), TOGETHER):
            self._connection.execute(delete(n).where(n.c.child.in_(some)))
        rows = [{"child": each, "parent": m.into, "level": m.level} for each, m in sorted(made.made.items())]
        for each in batched(rows, TOGETHER):
            self._connection.execute(insert(n), list(each))


def shared_keys(connection: Connection, held: Mapping[str, Collection[int]]) -> Mapping[tuple[str, str], int]:
    """How many keys the pairs share that share any, one of them at least among those given with theirs, the lesser id
    first."""
    mine: dict[int, list[str]] = defaultdict(list)
    for statement, own in held.items():
        for key in own:
            mine[key].append(statement)
    k, found = schema.keys, Counter[tuple[str, str]]()
    for some in batched(sorted(mine), TOGETHER):
        for key, other in connection.execute(select(k.c.key, k.c.statement).where(k.c.key.in_(some))):
            for one in mine[key]:
                if one < other or (one > other and other not in held):
                    found[(one, other) if one < other else (other, one)] += 1
    return found


def _score(a: Known, b: Known) -> float:
    return score(a.told, b.told) if a.keys.meet(b.keys) else UNJUDGED
