"""Reported: what a report tells of some claims, gathered from a ledger; the same ledger gives the same values.

Of "31 settlements are held" its six wordings, each in its sentence and no more of the article; its one root; the figure
that parts from it; and the articles, numbered, with the hash of what was received of each.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sayso.export.measures import Measure, by_measure
from sayso.ledger.briefs import Order
from sayso.ledger.wanted import ANY, Wanted
from sayso.model.claim import Claim, ConflictKind, Copy, Root
from sayso.model.document import Document, Page
from sayso.model.filed import Filed
from sayso.model.judgement import Judgement
from sayso.model.problem import Problem, SaysoError
from sayso.model.span import Span, hull
from sayso.model.statement import Statement
from sayso.model.store import StoreName, named
from sayso.weigh.sheet import sheet
from sayso.workspace import Workspace

if TYPE_CHECKING:
    from sayso.ledger.claims import Parted
    from sayso.ledger.derivation import Derivation

DECIDED = 500
"""Entries of the journal about one claim that are looked at, the last first."""

PAGE = 100
"""Claims looked up at a time."""

ASKED = {"parts": "parts by"}
"""What is asked for, where a report calls it otherwise than `Wanted` does."""

LONGEST = 1200
"""Code points of an article that one wording may bring along: a long sentence of news. A report quotes, it does not
reprint; what is a sentence only because nobody set a full stop is cut here."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence and what they are of its statement: content, source, cue, relay, or nothing ("")."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement in its sentence: whose root it is of, and in which article it stands, both by number."""

    filed: Filed
    root: int
    article: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Rooted:
    """A root by its number, its place in the claim, and the wordings that are folded into it."""

    number: int
    place: int
    root: Root
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two statements of a conflict, and which claim of the report it is of, if of one."""

    wording: Wording
    claim: int | None


@dataclass(frozen=True, slots=True)
class Parting:
    """A conflict with both its statements, this claim's first."""

    parted: "Parted"
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Reported:
    """One claim of a report, by its number, with all that it stands on."""

    number: int
    claim: Claim
    steps: tuple[str, ...]
    roots: tuple[Rooted, ...]
    articles: tuple[int, ...]
    copies: tuple[Copy, ...]
    conflicts: tuple[Parting, ...]
    figures: tuple[Measure, ...]
    filed: tuple[Filed, ...]
    stems: Mapping[str, str]
    decided: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article by its number, with what was received of it and the copies that it is in."""

    number: int
    document: Document
    page: Page
    copies: tuple[Copy, ...]
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One origin of the report's wordings: where it is a root, and in which articles it is quoted."""

    name: str
    side: str
    kind: str
    own_voice: bool
    statements: int
    claims: tuple[int, ...]
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Claims as they are handed on: from which ledger, made when and with what, and what was asked for."""

    ledger: str
    made: datetime
    version: str
    asked: tuple[tuple[str, str], ...]
    of: int
    or_more: bool
    claims: tuple[Reported, ...]
    articles: tuple[Article, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The claims that a report is asked for, of `of` that meet what was asked; of more than that with `or_more`."""

    ids: tuple[str, ...]
    asked: tuple[tuple[str, str], ...]
    of: int
    or_more: bool = False


def choose(
    workspace: Workspace,
    ids: tuple[str, ...],
    wanted: Wanted = ANY,
    order: Order = Order.NEED,
    limit: int | None = None,
) -> Chosen:
    """The claims of these ids, or where none are given the first that are wanted, in the order of `sayso claims`.

    Raises SaysoError where there is none such, or where both are given: a report says which claims it is on.
    """
    asked = tuple(
        (ASKED.get(each.name, each.name), _worded(value))
        for each in fields(wanted)
        if (value := getattr(wanted, each.name)) is not None
    )
    if ids:
        if asked:
            what = f"claims are named, and asked for by {', '.join(name for name, _ in asked)} besides"
            raise SaysoError(Problem(ids[0], what, "no report made", "Name claims, or ask for them; not both."))
        # a claim's id changes when another article joins it meanwhile; that of a statement in it does not
        found = tuple(dict.fromkeys(_named(workspace, each) for each in ids))
        return Chosen(found, (("claims named", str(len(found))),), len(found))
    listed: list[str] = []
    after: str | None = None
    of, or_more, looked_at = 0, False, 0
    while limit is None or len(listed) < limit:
        many = PAGE if limit is None else min(PAGE, limit - len(listed))
        page = workspace.claim_page(wanted, order, after, many)
        if after is None:
            of, or_more = page.of or 0, page.or_more or page.of is None
        listed += [each.id for each in page.briefs]
        after = page.after
        if after is None:
            of, or_more = len(listed), False
            break
        if limit is not None and page.looked_at and not page.briefs:
            or_more, looked_at = True, page.looked_at
            break
    if not listed and looked_at:
        what, remedy = f"no claim among the first {looked_at:,} is like that", "Ask for something narrower."
        raise SaysoError(Problem(called(workspace.location), what, "no report made", remedy))
    if not listed:
        what = "no claim in it is like that" if asked else "there is no claim in it"
        remedy = "Ask for less." if asked else "Read articles into it with: sayso add PATH --ledger FILE."
        raise SaysoError(Problem(called(workspace.location), what, "no report made", remedy))
    return Chosen(tuple(listed), asked, max(of, len(listed)), or_more)


def gathered(workspace: Workspace, chosen: Chosen, *, ledger: str, made: datetime, version: str) -> Report:
    """The report on these claims, in their order; raises SaysoError for an id that the ledger does not have."""
    found = [workspace.why(each, folded=True) for each in dict.fromkeys(chosen.ids)]
    derived = list({each.claim.id: each for each in found}.values())
    shown = _statements(derived)
    evidence = {each: workspace.received(each) for each in sorted({f.statement.document for f in shown.values()})}
    order = sorted(evidence.values(), key=lambda pair: _when(pair[0]))
    numbers = {document.id: at for at, (document, _) in enumerate(order, 1)}
    texts = {document.id: document.text for document, _ in order}
    claims = {each.claim.id: at for at, each in enumerate(derived, 1)}
    claim_of = {each: claims[found.claim.id] for found in derived for each in found.claim.statements}
    reported = tuple(
        replace(_claim(each, claims[each.claim.id], numbers, texts, claim_of), decided=_decided(workspace, each))
        for each in derived
    )
    among: dict[str, set[int]] = defaultdict(set)
    for each in shown.values():
        if each.statement.id in claim_of:
            among[each.statement.document].add(claim_of[each.statement.id])
    copies = {copy for each in derived for copy in each.copies}
    articles = tuple(
        Article(
            numbers[document.id],
            document,
            page,
            tuple(
                sorted((c for c in copies if document.id in (c.later, c.earlier)), key=lambda c: (c.later, c.earlier))
            ),
            tuple(sorted(among[document.id])),
        )
        for document, page in order
    )
    return Report(
        ledger, made, version, chosen.asked, chosen.of, chosen.or_more, reported, articles, _sources(reported)
    )


def pieces(text: str, statement: Statement, sentence: str) -> tuple[Piece, ...]:
    """The sentence cut where its statement's parts begin and end; at most `LONGEST` code points of it."""
    first, last = hull(statement.content)
    at = text.find(sentence, max(0, last - len(sentence))) if sentence else -1
    start, end = (at, at + len(sentence)) if 0 <= at <= first and at + len(sentence) >= last else (first, last)
    before = text[start:end]
    start, end = start + len(before) - len(before.lstrip()), end - len(before) + len(before.rstrip())
    if end - start > LONGEST:
        start = max(start, min(first, end - LONGEST))
        end = min(end, start + LONGEST)
    labels: list[tuple[str, Span]] = [
        *(("source", span) for span in statement.source),
        *(("cue", span) for span in statement.cue),
        *(("relay", hop.span) for hop in statement.chain),
        *(("content", span) for span in statement.content),
    ]
    ends = sorted({start, end, *(point for _, (one, other) in labels for point in (one, other) if start < point < end)})
    cut = [
        (next((kind for kind, span in labels if span[0] <= one and other <= span[1]), ""), text[one:other])
        for one, other in pairwise(ends)
    ]
    joined: list[Piece] = []
    for kind, words in cut:
        if joined and joined[-1].kind == kind:
            joined[-1] = Piece(kind, joined[-1].text + words)
        else:
            joined.append(Piece(kind, words))
    whole_start, whole_end = (at, at + len(sentence)) if at >= 0 else (start, end)
    if start > whole_start and text[whole_start:start].strip():
        joined.insert(0, Piece("", "… "))
    if end < whole_end and text[end:whole_end].strip():
        joined.append(Piece("", " …"))
    return tuple(joined)


def roots_in_order(claim: Claim) -> tuple[Root, ...]:
    """Those who answer for it first, then those who say most."""
    return tuple(sorted(claim.roots, key=lambda root: (root.own_voice, -len(root.statements))))


def _statements(derived: Iterable["Derivation"]) -> dict[str, Filed]:
    """Every statement that the report shows: the claims' own and those that part from them."""
    parted = [side for each in derived for found in each.conflicts for side in (found.a, found.b)]
    return {each.statement.id: each for each in [*(f for found in derived for f in found.filed), *parted]}


def _claim(
    found: "Derivation",
    number: int,
    numbers: Mapping[str, int],
    texts: Mapping[str, str],
    claim_of: Mapping[str, int],
) -> Reported:
    claim = found.claim
    order = roots_in_order(claim)
    root_of = {each: at for at, root in enumerate(order, 1) for each in root.statements}

    def worded(filed: Filed) -> Wording:
        statement = filed.statement
        text = texts[statement.document]
        article = numbers[statement.document]
        return Wording(filed, root_of.get(statement.id, 0), article, pieces(text, statement, filed.sentence))

    wordings = sorted(
        map(worded, found.filed), key=lambda w: (w.article, w.filed.statement.content, w.filed.statement.id)
    )
    roots = tuple(
        Rooted(at, claim.roots.index(root) + 1, root, tuple(each for each in wordings if each.root == at))
        for at, root in enumerate(order, 1)
    )
    mine = set(claim.statements)
    conflicts = []
    for parted in found.conflicts:
        a, b = (parted.a, parted.b) if parted.a.statement.id in mine else (parted.b, parted.a)
        sides = (Side(worded(a), claim_of.get(a.statement.id)), Side(worded(b), claim_of.get(b.statement.id)))
        conflicts.append(Parting(parted, sides))
    conflicts.sort(
        key=lambda each: (each.parted.conflict.kind.value, each.sides[1].wording.article, each.parted.conflict.id)
    )
    steps = [line for line in claim.why if not line.startswith("Contested (")]
    if conflicts:
        steps.append(f"Contested: {len(conflicts)} conflict{'' if len(conflicts) == 1 else 's'}, told below.")
    return Reported(
        number,
        claim,
        tuple(steps),
        roots,
        tuple(sorted({each.article for each in wordings})),
        found.copies,
        tuple(conflicts),
        _figures(found),
        found.filed,
        found.stems,
    )


def _decided(workspace: Workspace, found: "Derivation") -> tuple[Judgement, ...]:
    """What people decided about the claim and its statements and is in force, the first decided first."""
    entries = workspace.journal(found.claim.id, limit=DECIDED)
    return tuple(reversed([each.judgement for each in entries if each.in_force]))


def _figures(found: "Derivation") -> tuple[Measure, ...]:
    """The figures of the claim, and beside them those of the statements whose figures part from it."""
    parted = [s for each in found.conflicts if each.conflict.kind is ConflictKind.FIGURE for s in (each.a, each.b)]
    filed = {each.statement.id: each for each in [*found.filed, *parted]}
    return by_measure(sheet(filed.values()))


def _sources(claims: Sequence[Reported]) -> tuple[Source, ...]:
    """The roots of all the claims by name and side, those of most claims first."""
    met: dict[tuple[str, str, str, bool], list[tuple[int, Wording]]] = defaultdict(list)
    for claim in claims:
        for rooted in claim.roots:
            root = rooted.root
            key = (root.name or "", root.side, root.kind.value, root.own_voice)
            met[key] += [(claim.number, each) for each in rooted.wordings]
    found = [
        Source(
            name,
            side,
            kind,
            own,
            len({w.filed.statement.id for _, w in some}),
            tuple(sorted({number for number, _ in some})),
            tuple(sorted({w.article for _, w in some})),
        )
        for (name, side, kind, own), some in met.items()
    ]
    return tuple(sorted(found, key=lambda s: (s.own_voice, -s.statements, s.name.casefold(), s.side, s.kind)))


def _when(document: Document) -> tuple[str, str, str]:
    day = document.published.latest or document.published.earliest
    return (day.isoformat() if day else "9"), document.location, document.id


def called(location: str | StoreName) -> str:
    """The ledger's name as a report prints it: a file's name; of a server host and database, and no password."""
    path = named(location).path
    if path is not None:
        return path.name
    try:
        parts = urlsplit(str(named(location)))
        return f"{parts.hostname or 'localhost'}{parts.path}"
    except ValueError:
        return "a ledger"


_NAME = re.compile(r"[^\w.-]+")


def file_name(ledger: str) -> str:
    """A name for the file that a browser keeps: "sayso-report-war.html"."""
    return f"sayso-report-{_NAME.sub('-', ledger).strip('-.')[:60] or 'ledger'}.html"


def _named(workspace: Workspace, prefix: str) -> str:
    try:
        return workspace.claim(prefix).statements[0]
    except SaysoError as error:
        problem = error.problem
        raise SaysoError(Problem(problem.where, problem.what, "no report made", problem.remedy)) from error


def _worded(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)
