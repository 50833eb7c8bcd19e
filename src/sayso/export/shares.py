"""On whom an article rests: how many of its words each origin answers for, and how many nobody but the outlet.

"Karsk has fallen, the ministry said. The road is empty." is half the ministry's and half the outlet's own. Words
are counted in the contents of statements; source, cue and furniture count for nobody. Where the contents of two
statements overlap, the shared words count for both.
"""

import re
from dataclasses import dataclass

from sayso.model.reading import Reading
from sayso.model.span import Spans
from sayso.model.statement import Origin, OriginKind, Statement, Voice

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Share:
    """One origin's part; `origin` is None for the outlet's own voice."""

    origin: Origin | None
    words: int
    statements: int
    of: int

    @property
    def part(self) -> float:
        """From 0 to 1."""
        return self.words / self.of if self.of else 0.0


def word_count(text: str, spans: Spans) -> int:
    """How many words lie under the spans; "1,200" and "Karsk's" are one each."""
    return sum(1 for start, end in spans for _ in _WORD.finditer(text, start, end))


def shares(reading: Reading) -> tuple[Share, ...]:
    """Every origin's share, the largest first; nothing where nothing is said."""
    counted: dict[object, tuple[Origin | None, int, int]] = {}
    for statement in reading.statements:
        key = origin_key(statement)
        origin, words, statements = counted.get(key, (statement.origin if key else None, 0, 0))
        counted[key] = origin, words + word_count(reading.document.text, statement.content), statements + 1
    whole = sum(words for _, words, _ in counted.values())
    found = [Share(origin, words, statements, whole) for origin, words, statements in counted.values()]
    return tuple(sorted(found, key=lambda share: -share.words))


def origin_key(statement: Statement) -> tuple[OriginKind | None, str] | None:
    """What makes two origins the same one: the name, or where there is none the kind; None for the own voice."""
    if statement.voice is Voice.OUTLET:
        return None
    name = (statement.origin.name or "").casefold()
    return (None, name) if name else (statement.origin.kind, "")
