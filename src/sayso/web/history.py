"""History: how a claim came to be said by those who say it: day by day, who said it first, who joined, who copied it.

13 March   VNA            Ministry of Defence of Varnia, the first to say it
14 March   Frontier Post  the same text as VNA's
17 March   Ostrel Wire    Lena Korvat joins
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.export.words import NOBODY_NAMED
from sayso.model.claim import Root
from sayso.model.document import Interval
from sayso.model.filed import Filed
from sayso.web.wordings import when

SHOWN = 40


@dataclass(frozen=True, slots=True)
class Step:
    """One article's part: when it was written, what it added, and when it was received here."""

    published: Interval
    filed: Filed
    root: Root | None
    told: str
    captured: datetime | None


def history(
    roots: Sequence[Root], filed: Sequence[Filed], stems: Mapping[str, str], captured: Mapping[str, datetime]
) -> tuple[Step, ...]:
    """The articles of a claim by their days, each once for each root that it brings."""
    root_of = {each: root for root in roots for each in root.statements}
    titles = {each.statement.document: each.outlet or each.location.rsplit("/", 1)[-1] for each in filed}
    met: set[str] = set()
    seen: set[tuple[str, str]] = set()
    steps: list[Step] = []
    for each in sorted(filed, key=when):
        document, root = each.statement.document, root_of.get(each.statement.id)
        key = root.statements[0] if root else ""
        if (document, key) in seen:
            continue
        seen.add((document, key))
        name = _name(root)
        stem = stems.get(document, document)
        if not met:
            told = f"{name}: the first here to say it"
        elif key not in met:
            told = f"{name} joins"
        elif stem != document:
            told = f"the text of {titles.get(stem, 'an earlier article')} again"
        else:
            told = f"{name} again"
        met.add(key)
        steps.append(Step(each.published, each, root, told, captured.get(document)))
    return tuple(steps)


def _name(root: Root | None) -> str:
    if root is None:
        return "somebody"
    if root.own_voice:
        return f"{root.name or 'an outlet'} in its own voice"
    return root.name or NOBODY_NAMED[root.kind]
