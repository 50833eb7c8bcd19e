"""Statements of one claim of an invented war, each in an article of an outlet, for tests of roots."""

from dataclasses import replace

from sayso.model.filed import Filed
from sayso.model.statement import Hop, Interest, OriginKind, Relation
from tests.link.telling import told

PERSON, GROUP, UNNAMED = OriginKind.PERSON, OriginKind.GROUP, OriginKind.UNNAMED_PERSON
OUTLET, UNSTATED, DOCUMENT = OriginKind.OUTLET, OriginKind.UNSTATED, OriginKind.DOCUMENT
WORDS = "Varnian troops hold 31 settlements in the Tarn region"


def says(
    outlet: str,
    by: str | None = None,
    side: str = "unknown",
    kind: OriginKind = OriginKind.ORGANIZATION,
    *,
    role: str | None = None,
    words: str = WORDS,
    via: str | None = None,
    relation: Relation = Relation.TOLD,
    interest: Interest = Interest.UNKNOWN,
    page: str = "",
    start: int = 0,
) -> Filed:
    """What an outlet prints, by somebody or in its own voice; `page` tells two of its articles apart."""
    document = f"{outlet}{page}"
    found = told(words, by, side, kind=kind, document=document, start=start, outlet=outlet)
    chain = () if via is None else (Hop(via, relation, (0, 0)),)
    origin = replace(found.statement.origin, role=role, kind=kind if by or kind is UNSTATED else OUTLET)
    voice = "indirect" if by or kind is UNSTATED else "outlet"
    statement = replace(
        found.statement,
        id=f"{document}#{start} {by}",
        origin=origin,
        chain=chain,
        interest=interest,
        voice=type(found.statement.voice)(voice),
    )
    return replace(found, statement=statement, location=f"pile/{document}.txt")
