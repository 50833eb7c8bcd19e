"""Subjects: what a judgement is about, with the anchors by which it is found again.

A claim is anchored by the statements in it at the time; a split by those taken off and those they were taken from.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from sayso.ledger import schema
from sayso.ledger.admissible import refused
from sayso.ledger.anchoring import anchored
from sayso.ledger.canonical import revived
from sayso.ledger.filing import TOGETHER, batched
from sayso.model.document import Document
from sayso.model.judgement import About, Anchor, Draft, JudgementKind, Overtaken, Subject
from sayso.model.problem import Problem
from sayso.model.statement import Statement


def about(connection: Connection, draft: Draft) -> About:
    """What a draft is about; raises SaysoError where it is not there, or cannot be judged so."""
    if draft.subject is Subject.SOURCE:
        return About(Subject.SOURCE, source=draft.source)
    if draft.subject is Subject.ARTICLE:
        return about_article(connection, draft.ids[0])
    if draft.subject is Subject.STATEMENT:
        (anchor,) = _anchors(connection, draft, draft.ids[:1])
        return About(Subject.STATEMENT, (anchor,))
    if draft.kind is JudgementKind.SPLIT:
        return _split(connection, draft)
    return _claims(connection, draft)


def about_article(connection: Connection, document: str) -> About:
    """An article, by its id and the hash of its page."""
    p = schema.pages
    found = connection.execute(select(p.c.sha256).where(p.c.document == document)).scalar()
    if found is None:
        raise refused(document, "there is no such article in this ledger", "See: sayso list.")
    return About(Subject.ARTICLE, document=document, sha256=found)


def _split(connection: Connection, draft: Draft) -> About:
    filed = _filed(connection, draft.ids)
    claims = sorted(set(filed.values()))
    if set(filed) != set(draft.ids) or len(claims) != 1:
        raise _changed(draft, "these statements are not of one claim")
    rest = sorted(set(_members(connection, claims)) - set(draft.ids))
    if not rest:
        raise refused(claims[0], "these are all the statements of the claim", "Leave at least one out.")
    return About(
        Subject.CLAIM, _anchors(connection, draft, sorted(draft.ids)), _anchors(connection, draft, rest), tuple(claims)
    )


def _claims(connection: Connection, draft: Draft) -> About:
    """The statements of one claim; of a merge, of all claims and statements that are given."""
    members = {claim: _members(connection, [claim]) for claim in draft.ids}
    known = {each for ids in members.values() for each in ids}
    single = {each for each in draft.ids if not members[each]}
    merged = draft.kind is JudgementKind.MERGE
    filed = _filed(connection, single)
    if single and (not merged or set(filed) != single):
        raise _changed(draft, "this claim is not there as it was")
    if merged and len(known | single) < 2:
        raise refused(draft.ids[0], "there is nothing to merge it with", "Give two claims or statements.")
    claims = tuple(sorted({claim for claim in members if members[claim]} | set(filed.values())))
    return About(Subject.CLAIM, _anchors(connection, draft, sorted(known | single)), claims=claims)


def _changed(draft: Draft, what: str) -> Overtaken:
    """Claims go by their statements: an article or a person may have changed them since."""
    problem = Problem(draft.ids[0], f"{what}, or no longer", "nothing was decided", "Look at it again, and decide.")
    return Overtaken(problem, draft, None)


def _members(connection: Connection, claims: Sequence[str]) -> list[str]:
    m = schema.members
    return list(connection.execute(select(m.c.statement).where(m.c.claim.in_(claims))).scalars())


def _filed(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    m = schema.members
    return {
        row.statement: row.claim
        for some in batched(sorted(ids), TOGETHER)
        for row in connection.execute(select(m).where(m.c.statement.in_(some)))
    }


def _anchors(connection: Connection, draft: Draft, ids: Sequence[str]) -> tuple[Anchor, ...]:
    s, d, p = schema.statements, schema.documents, schema.pages
    statements: dict[str, tuple[Statement, str]] = {}
    for some in batched(ids, TOGETHER):
        query = select(s.c.whole, p.c.sha256).join(p, p.c.document == s.c.document).where(s.c.id.in_(some))
        for row in connection.execute(query):
            found = revived(Statement, row.whole)
            statements[found.id] = found, row.sha256
    texts: dict[str, str] = {}
    for several in batched(sorted({each.document for each, _ in statements.values()}), TOGETHER):
        for row in connection.execute(select(d.c.whole).where(d.c.id.in_(several))):
            document = revived(Document, row.whole)
            texts[document.id] = document.text
    missing = [each for each in ids if each not in statements]
    if missing:
        raise refused(missing[0], f"there is no such statement to judge ({draft.kind})", "See: sayso show.")
    return tuple(anchored(texts[statements[i][0].document], statements[i][1], statements[i][0]) for i in ids)
