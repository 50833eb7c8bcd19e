"""Moods: whether a content is a call, a wish, a plan or a bare count, and so claims nothing for the one who says it.

"Protest outside the embassy!", "it could be done", "we will send ships" and "they have 3,000 fighters" show nobody in a
good or a bad light, whoever says them. The limit accepted: "could" and "must" are taken for a wish also where they tell
what was so ("the shells could reach the town").
"""

import re

from sayso.lexicon.phrases import Found
from sayso.model.statement import Event
from sayso.read.mentions import Named

_WISH = re.compile(
    r"\b(?:should|ought to|must|need(?:s|ed)? to|could|might|may|let us|let['’]s|wish|"
    r"(?:would|Id|Wed|['’]d) (?:\w+ )?(?:like|love|prefer|want|expect))\b|^\W*[Ii]f\b",
)
_PLAN = re.compile(
    r"\b(?:will|shall|would|"
    r"(?:is|are|was|were|not|['’](?:re|m|s)) (?:going|planning|preparing|looking|launching|starting)|"
    r"plan(?:s|ned)? to|intend(?:s|ed)? to|aim(?:s|ed)? to|prepar(?:e|es|ed) to|"
    r"(?:has|have|had) (?:begun|started|launched|approved|ordered))\b|['’]ll\b"
)
_COUNT = re.compile(
    r"\b(?:up to|as many as|about|around|some|more than|fewer than|at least|\d[\d,.]*(?:k| thousand)?) "
    r"(?:[\w,.'’-]+ ){0,3}?"
    r"(?:fighters|troops|soldiers|militants|men|tanks|personnel|reservists|conscripts)\b(?! (?:killed|dead|wounded))|"
    r"\b\d+ (?:\w+ )?(?:attacks|assaults|engagements|clashes|times)\b"
)
_ASKING = re.compile(
    r"\b(?:I|[Ww]e|it|he|she|they) (?:[\w']+ ){0,2}(?:call(?:ed)?|ask(?:ed)?|urged?|appeal(?:ed)?|demand(?:ed)?) "
)
_SEAT = re.compile(
    r"\b(?:MPs?|M\.P\.|[Mm]embers? of [Pp]arliament|[Ss]enators?|Sen\.?|Rep\.?|[Cc]ongress(?:man|woman|men)|"
    r"[Ll]awmakers?|[Ll]egislators?|[Pp]arliamentarians?|[Pp]eer|[Bb]ackbencher|[Ff]ormer|[Oo]pposition leader)\b"
)


def asks(content: str, event: Event | None) -> bool:
    """Whether the speaker tells of a call of his own: "I call on everyone to leave"."""
    return event is Event.REQUEST and bool(_ASKING.search(content))


def wishes(content: str) -> bool:
    """Whether a content is a wish, a proposal or a condition: "it should be done"."""
    return bool(_WISH.search(content))


def plans(content: str, named: tuple[Found[Named], ...], theirs: frozenset[str]) -> bool:
    """Whether it is said what will be done or has been begun, and not by another side: "we will send ships"."""
    will = _PLAN.search(content)
    return will is not None and not any(m.value.side in theirs for m in named if m.end <= will.start())


def counts(content: str) -> bool:
    """Whether those who fight, or their attacks, are counted: "up to 3,000 fighters"."""
    return bool(_COUNT.search(content))


def sits(who: str) -> bool:
    """Whether one has a seat in an assembly, or had an office, and so rules nothing: "a senator"."""
    return bool(_SEAT.search(who))
