"""Roots: the distinct origins of a claim, after relays, copies, repeats and translations are folded.

Six pages print "31 settlements", two of them by way of an agency, one copied word for word: the ministry is one root.

    person or body by name   one root, wherever it is met; a spokesman and his body are one
    a state by its name      folded into the one minister or ministry of it that is named for the claim
    not named                one root in each family of articles ("a source", "residents"), or by the same words
    the outlet's own voice   folded into whom the same article, or one it copies, names for the same claim; else one
                             root for each outlet and each family of articles
    an outlet that is cited  folded into its own article, where that is in the pile; a loop of outlets that cite each
                             other is one root that nobody stands behind

Known limit: an origin that no name and no copy ties to another counts by itself, though it may be the same person.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sayso.lexicon.load import table
from sayso.lexicon.spelling import fold
from sayso.lexicon.stems import stem
from sayso.link.answered import cited_outlet, outlet_words
from sayso.link.bodies import body_words, is_body, is_spokesman, is_whole, names_body, speaks_for_whole
from sayso.link.claimed import Claimed
from sayso.link.folds import Joined, Kind
from sayso.link.naming import named
from sayso.link.origins import is_named
from sayso.link.rooted import rooted
from sayso.model.claim import Root
from sayso.model.filed import Filed
from sayso.model.statement import Certainty, Origin, OriginKind, Relation

RUN = 10
"""Words in a row that two who are not named, or two outlets, have in common by no chance."""
SMALL = 3
"""Letters of a word that tells nothing."""
LOOKED_AT = 12
"""Wordings of one root in one text that are looked at."""

_WORD = re.compile(r"[\w’'-]+")


def roots(filed: Sequence[Filed], family: Mapping[str, str]) -> tuple[Root, ...]:
    """The roots of one claim; `family` names the one that stands for all that share its text.

    Its keys are documents, and statements that stand in a passage taken from elsewhere; what is not in it stands for
    itself. The order of the statements does not matter.
    """
    claimed, joined = Claimed.of(filed, family), Joined(len(filed))
    for step in STEPS:
        step(claimed, joined)
    return rooted(claimed, joined)


def repeated(claimed: Claimed, joined: Joined) -> None:
    """One who is named alike in one article or in copies of it, and an outlet in all its articles."""
    firsts: dict[tuple[str, ...], int] = {}
    outlets: dict[str, int] = {}
    for i in sorted(range(len(claimed.rows)), key=lambda i: (not claimed.is_stem(i), i)):
        row = claimed.rows[i]
        first = firsts.setdefault((claimed.kin[i], *_called(claimed, i)), i)
        if first != i and row.statement.document == claimed.rows[first].statement.document:
            joined.fold(Kind.AGAIN, first, i, claimed.article(i))
        elif first != i:
            joined.fold(Kind.COPY, first, i, *_labels(claimed, i, first))
        if claimed.own[i] and row.outlet:
            first = outlets.setdefault(fold(row.outlet), i)
            if first != i and claimed.kin[first] != claimed.kin[i]:
                joined.fold(Kind.OUTLET, first, i, claimed.file(i), row.outlet)


def _called(claimed: Claimed, i: int) -> tuple[str, ...]:
    """What the article calls who says it: what is "a source" and then "the source" is one."""
    if claimed.own[i]:
        return ("own voice",)
    if claimed.is_open(i):
        return ("open",)
    origin = claimed.origin(i)
    words = [word for word in fold(origin.name or "").split() if word not in ("a", "an", "the", "this", "that")]
    return origin.kind.value, *words


def _labels(claimed: Claimed, i: int, j: int) -> tuple[str, str]:
    """Two articles as a sentence names them: by their outlets, or where those are one, by their files."""
    one, other = claimed.article(i), claimed.article(j)
    return (claimed.file(i), claimed.file(j)) if one == other else (one, other)


def worded_alike(claimed: Claimed, joined: Joined) -> None:
    """Two who are not named, or two outlets, have it in the same words, by way of each other or of a third."""
    firsts: dict[tuple[str, ...], int] = {}
    for i, row in enumerate(claimed.rows):
        if claimed.is_sourced(i) and is_named(row.statement.origin):
            continue
        kind = _called(claimed, i)[:1]
        words = fold(row.words).split()
        met = {firsts.setdefault((*kind, *words[at : at + RUN]), i) for at in range(len(words) - RUN + 1)}
        for first in sorted(met - {i}):
            if claimed.kin[first] != claimed.kin[i] and joined.head(first) != joined.head(i):
                joined.fold(Kind.WORDS, first, i, *_labels(claimed, i, first))


def spoken_for(claimed: Claimed, joined: Joined) -> None:
    """A body and its spokesman; in one article, a body and the one who holds an office of it."""
    firsts = _firsts(claimed, joined)
    bodies = [i for i in firsts if is_body(claimed.origin(i))]
    by_word: dict[str, list[int]] = defaultdict(list)
    for i in bodies:
        for word in body_words(claimed.origin(i).name or "", claimed.origin(i).side) or {""}:
            by_word[word].append(i)
    officials: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i in firsts:
        person = claimed.origin(i)
        office = person.name if person.kind is not OriginKind.PERSON else person.role
        if office is None or is_body(person):
            continue
        for j in sorted({j for word in body_words(office, person.side) for j in by_word.get(word, ())}):
            body = claimed.origin(j)
            if names_body(person, body, at_hand=claimed.kin[i] == claimed.kin[j]):
                if joined.head(i) == joined.head(j):
                    continue
                if is_spokesman(person):
                    joined.fold(Kind.SPEAKS, i, j, _with_role(person), body.name or "")
                elif claimed.kin[i] == claimed.kin[j] and person.kind is OriginKind.PERSON:
                    officials[j, claimed.kin[j]].append(i)
    for (j, _), people in sorted(officials.items()):
        if len({joined.head(i) for i in people}) == 1:
            joined.fold(Kind.OFFICE, people[0], j, _with_role(claimed.origin(people[0])), claimed.origin(j).name or "")


def _firsts(claimed: Claimed, joined: Joined) -> list[int]:
    """Of the statements that somebody answers for, the first of each origin in each root and text."""
    seen: dict[tuple[int, str, Origin], int] = {}
    for i, row in enumerate(claimed.rows):
        if claimed.is_sourced(i):
            seen.setdefault((joined.head(i), claimed.kin[i], replace(row.statement.origin, span=None)), i)
    return list(seen.values())


def _with_role(person: Origin) -> str:
    return f"{person.name} ({person.role})" if person.role and person.name else person.name or "somebody not named"


def authored(claimed: Claimed, joined: Joined) -> None:
    """A document and those who made it, named as such by the same article: a report by legal scholars."""
    firsts = _firsts(claimed, joined)
    papers = [i for i in firsts if claimed.origin(i).kind is OriginKind.DOCUMENT]
    by_kin: dict[str, list[int]] = defaultdict(list)
    for i in firsts:
        if claimed.origin(i).kind in (OriginKind.GROUP, OriginKind.ORGANIZATION):
            by_kin[claimed.kin[i]].append(i)
    for i in papers:
        paper = claimed.origin(i)
        made_by = fold(f"{paper.name or ''} {paper.role or ''}").partition(" by ")[2].split()
        for j in by_kin[claimed.kin[i]]:
            words = fold(claimed.origin(j).role or claimed.origin(j).name or "").split()
            if words and set(words) <= set(made_by):
                joined.fold(Kind.AUTHOR, i, j, claimed.origin(j).name or "", paper.name or "the document")


def put_down(claimed: Claimed, joined: Joined) -> None:
    """A state or a party as a whole, where one alone of its officials and bodies is named for the claim."""
    firsts = _firsts(claimed, joined)
    speakers: dict[str, dict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for i in firsts:
        origin = claimed.origin(i)
        if not is_whole(origin) and speaks_for_whole(origin):
            for where in ("", claimed.kin[i]):
                speakers[origin.side][where].setdefault(joined.head(i), i)
    for i in firsts:
        whole = claimed.origin(i)
        if not is_whole(whole):
            continue
        for where in (claimed.kin[i], ""):
            found = speakers[whole.side][where] if whole.side in speakers else {}
            if len(found) == 1:
                j = next(iter(found.values()))
                one, other = f"“{whole.name}” in {claimed.article(i)}", claimed.origin(j).name or ""
                joined.fold(Kind.WHOLE, i, j, one, other)
                break


def passed_on(claimed: Claimed, joined: Joined) -> None:
    """One who says so himself and is elsewhere the one who tells it from another has it from him."""
    relays: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(claimed.rows):
        for hop in row.statement.chain:
            if claimed.is_sourced(i) and hop.relation is Relation.TOLD:
                relays[fold(hop.name)].append(i)
    for i in _firsts(claimed, joined):
        person = claimed.origin(i)
        told = relays.get(fold(person.name or ""), ()) if person.kind is OriginKind.PERSON else ()
        if told:
            near = [j for j in told if claimed.kin[j] == claimed.kin[i]] or told
            j = min(near, key=lambda j: (not claimed.is_stem(j), _place(claimed.rows[j])))
            joined.fold(Kind.PASSES, i, j, person.name or "", claimed.origin(j).name or "somebody not named")


def _place(row: Filed) -> tuple[str, int, str]:
    statement = row.statement
    return statement.document, min((start for start, _ in statement.content), default=0), statement.id


def own_voices(claimed: Claimed, joined: Joined) -> None:
    """An outlet's own sentence goes with whom the same text gives it to, and what is left open with whom it names.

    An own sentence that has no word of what it gives to the other, or the no to his yes, is its own: "Varnia has
    widened its offensive" beside "rockets hit our town", which a mayor says.
    """
    heads: dict[str, dict[int, tuple[int, list[_Said]]]] = defaultdict(dict)
    for i, row in enumerate(claimed.rows):
        if claimed.is_sourced(i):
            for where in {claimed.kin[i], row.statement.document}:
                said = heads[where].setdefault(joined.head(i), (i, []))[1]
                if len(said) < LOOKED_AT and (words := _said(row)) not in said:
                    said.append(words)
    opened: dict[str, int] = {}
    for i in range(len(claimed.rows)):
        if claimed.is_open(i):
            opened.setdefault(claimed.kin[i], i)
    for i, row in enumerate(claimed.rows):
        if claimed.is_sourced(i):
            continue
        found = list((heads.get(claimed.kin[i]) or heads.get(row.statement.document) or {}).values())
        if len(found) == 1:
            head, said = found[0]
            mine = _said(row)
            if claimed.own[i] and not any(mine[0] & words and mine[1] == no for words, no in said):
                continue
            kind = Kind.OWN if claimed.own[i] else Kind.OPEN
            joined.fold(kind, i, head, claimed.article(i), claimed.origin(head).name or "somebody not named")
        elif not found and claimed.own[i] and claimed.kin[i] in opened:
            joined.fold(Kind.UNSTATED, i, opened[claimed.kin[i]], claimed.article(i))


_Said = tuple[frozenset[str], bool]


def _said(row: Filed) -> _Said:
    """The words of a statement that tell something, and whether it says that something is not so."""
    words = [word.lower() for word in _WORD.findall(row.words)]
    telling = frozenset(stem(word) for word in words if len(word) > SMALL or word[0].isdigit())
    noes = any(word in table("voices")["noes"] or word.endswith(("n't", "n’t")) for word in words)
    return telling, noes or row.statement.certainty is Certainty.DENIED


def cited(claimed: Claimed, joined: Joined) -> None:
    """An outlet that is named as the origin has an article of its own here: its root is that article's."""
    written: dict[frozenset[str], list[int]] = defaultdict(list)
    for j, row in enumerate(claimed.rows):
        if row.outlet:
            written[outlet_words(row.outlet)].append(j)
    cites = [
        (i, outlet_words(name))
        for i, row in enumerate(claimed.rows)
        if not claimed.own[i] and (name := cited_outlet(row)) and outlet_words(name) in written
    ]
    first = {claimed.kin[j]: claimed.rows[j].outlet for j in range(len(claimed.rows)) if claimed.is_stem(j)}
    citing = {i: outlet_words(first.get(claimed.kin[i]) or claimed.rows[i].outlet or "") for i, _ in cites}
    loop = _looping({(citing[i], to) for i, to in cites})
    by_name = [joined.head(i) for i in range(len(claimed.rows))]
    for i, to in cites:
        there = [j for j in written[to] if claimed.kin[j] != claimed.kin[i]]
        if not there or any(by_name[j] == by_name[i] for j in there):
            continue
        j = min(there, key=lambda j: (not claimed.is_sourced(j), claimed.is_open(j), j))
        if len({by_name[k] for k in there if claimed.is_sourced(k)}) > 1:
            own = [k for k in there if not claimed.is_sourced(k)]
            j = own[0] if own else j
        if citing[i] in loop and to in loop:
            joined.fold(Kind.LOOP, i, j, f"{claimed.article(i)} cites {claimed.article(j)}")
        else:
            joined.fold(Kind.CITED, i, j, *_labels(claimed, i, j))


def _looping(edges: set[tuple[frozenset[str], frozenset[str]]]) -> frozenset[frozenset[str]]:
    """The outlets that cite each other in a ring: what is left when those that cite nobody, or are not cited, go."""
    while True:
        citing, told = {a for a, _ in edges}, {b for _, b in edges}
        kept = {(a, b) for a, b in edges if a in told and b in citing and a != b}
        if kept == edges:
            return frozenset(citing)
        edges = kept


Step = Callable[[Claimed, Joined], None]
STEPS: tuple[Step, ...] = (
    repeated, worded_alike, named, spoken_for, authored, put_down, passed_on, own_voices, cited,
)  # fmt: skip
"""Later steps ask what the earlier have joined: an own sentence goes with one who is named, under whatever names."""
