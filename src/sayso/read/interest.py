"""Interest: whether a content, if believed, serves the side of the one who says it.

One rule for all sides: who is shown in what light, seen from the speaker's own side. "The enemy shelled a school"
serves the speaker, "our men are exhausted" does not, "talks resume on Monday" does neither. Those of no side have no
side to serve; where the side is unknown, so is the interest. No side's name stands in this file or its word lists.
The limit accepted: light is told by words, so that praise of a foe or irony about oneself is misread.
"""

import re
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Phrases
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Attitude, Event, Interest, Origin, OriginKind, Polarity
from sayso.read.capacities import capacities
from sayso.read.mentions import mentions
from sayso.read.parties import ALLIANCES, ArticleParties


@lru_cache(maxsize=1)
def _light() -> dict[str, Phrases[str]]:
    return {key: Phrases(dict.fromkeys(words, key)) for key, words in table("bodies").items()}


_SELF = re.compile(
    r"\b(?:we|our|us|ours|its forces|its troops|its army|it|they|their forces|its|the army|army units|the "
    r"military)\b",
    re.I,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es|ed|ing))\b", re.I
)
_HARM = frozenset({Event.ASSAULT, Event.COERCE, Event.ACCUSE, Event.THREATEN})
_BUSINESS = frozenset({None, Event.CONSULT, Event.MOBILIZE, Event.AGREE})
_KIND = frozenset({Event.AID, Event.SUPPORT, Event.CONCEDE, Event.COOPERATE})


def interest(
    origin: Origin,
    content: str,
    event: Event | None,
    attitude: Attitude | None,
    article: ArticleParties,
    cue: str = "",
) -> Interest:
    """Whether the content serves the origin's side (own), hurts it (against), or neither (neutral).

    The cue tells an admission ("acknowledged") and a denial, which serves the one who denies.
    """
    if origin.side == UNKNOWN_SIDE:
        return Interest.UNKNOWN
    if origin.side == NO_SIDE:
        return Interest.NEUTRAL
    if _DENIES.search(cue):
        return Interest.OWN
    mine, foes = _shown(origin, content, article)
    if _light()["admits"].has(cue) and (_light()["losses"].has(content) or _light()["bad"].has(content)):
        return Interest.AGAINST
    if origin.kind not in (OriginKind.OUTLET,) and _speaks_against(origin, content, attitude, mine, foes):
        return Interest.AGAINST
    if _speaks_for(origin, content, event, mine, foes, article):
        return Interest.OWN
    return Interest.NEUTRAL


def _shown(origin: Origin, content: str, article: ArticleParties) -> tuple[bool, bool]:
    """Whether the content shows the origin's own side, and whether it shows another that fights."""
    found = mentions(content, article.invented)
    mine = any(mention.value.side == origin.side for mention in found)
    foes = any(mention.value.side != origin.side and mention.value.side in article.belligerents for mention in found)
    foes = foes or bool(
        re.search(
            r"\b(?:terrorists?|enemy|enemies|militants|extremists|rebels|regime|occupiers|invaders|mercenaries)\b",
            content,
            re.I,
        )
    )
    return mine or bool(_SELF.search(content)), foes


def _speaks_against(origin: Origin, content: str, attitude: Attitude | None, mine: bool, foes: bool) -> bool:
    """An admission: losses, weariness or failure of the own side, with no other side to blame for it."""
    light = _light()
    losses = light["losses"].has(content)
    own_feeling = (
        attitude is not None and attitude.polarity is Polarity.NEGATIVE and attitude.holder in (origin.name, None)
    )
    if foes and not mine:
        return False
    if own_feeling and not foes and not _of_office(origin):
        return True
    return losses and not foes and not light["good"].has(content)


def _speaks_for(
    origin: Origin, content: str, event: Event | None, mine: bool, foes: bool, article: ArticleParties
) -> bool:
    """The own side shown doing good or well, or another shown doing harm or badly."""
    light = _light()
    fights = _fights(origin.side, article) or not article.belligerents
    bad = light["bad"].has(content) or event in _HARM
    if foes and (bad or light["losses"].has(content)):
        return fights or mine
    if mine and (light["good"].has(content) or event in _KIND):
        return True
    if bad and fights and (light["harms_people"].has(content) or event in _HARM):
        return True
    return fights and _of_office(origin) and event not in _BUSINESS


def _fights(side: str, article: ArticleParties) -> bool:
    """Whether a side is a party to the fighting; a party that is no state always is."""
    return side in article.belligerents or (len(side) > 2 and side not in ALLIANCES)


def _of_office(origin: Origin) -> bool:
    """Whether the origin speaks for its side rather than for itself."""
    if origin.kind in (OriginKind.ORGANIZATION, OriginKind.OUTLET):
        return True
    return "official" in capacities(f"{origin.name or ''} | {origin.role or ''}")
