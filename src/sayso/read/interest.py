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
from sayso.read.mentions import How, mentions
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
_NO_LOSS = re.compile(
    r"\b(?:no|not|n['’]t|without|prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|tactical|false|rumou?rs? of|claims? of|end) "
    r"(?:[\w-]+ ){0,3}$",
    re.I,
)
_OURS = re.compile(
    r"\b(?:was|were|is|are) ours\b|\bour (?:own )?(?:fault|mistakes?|failures?|shells?|losses)\b|"
    r"\b(?:I|we) (?:will|shall|can|could|did|do) not (?:hold|reach|stop|keep)\b|"
    r"\bsituation\b[^.;]{0,60}\b(?:tough|difficult|bad|critical|grave|dire)\b",
    re.I,
)
_PLAIN = re.compile(
    r"\b(?:next (?:round|meeting|step)|meeting|talks|round of|is (?:due|scheduled|set) to|"
    r"will (?:take place|begin|meet)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:not|no|declined to|refused to) (?:immediate )?(?:comment|confirm)|hopes? (?:that )?there|death toll|"
    r"search(?:ing)? (?:for|operations?)|fire-?fight\w+)\b"
)
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
    """An admission, or the hardship of those who fight and of their kin, with no other side to blame for it."""
    light = _light()
    if _OURS.search(content):
        return True
    if foes:
        return False
    private = not _of_office(origin) or _complains(origin)
    sour = attitude is not None and attitude.polarity is Polarity.NEGATIVE and attitude.holder in (origin.name, None)
    if private and (sour or light["hardship"].has(content)):
        return True
    if light["good"].has(content) or (light["bad"].has(content) and light["harms_people"].has(content)):
        return False
    return any(not _NO_LOSS.search(content[: found.start]) for found in light["losses"].find(content))


def _complains(origin: Origin) -> bool:
    """Whether one who serves speaks for himself and not for his side: an unnamed officer, a soldier."""
    spoken = capacities(f"{origin.name or ''} | {origin.role or ''}")
    return origin.kind in (OriginKind.UNNAMED_PERSON, OriginKind.GROUP) and (
        "soldier" in spoken or bool(_RANK.search(origin.name or ""))
    )


_STATE_MEDIA = re.compile(r"\b(?:[Ss]tate|[Oo]fficial|[Aa]rmy|[Mm]ilitary|[Gg]overnment|[Pp]ro-\w+)\b")
_RANK = re.compile(r"\b(?:officer|commander|captain|military official)\b", re.I)


def _speaks_for(
    origin: Origin, content: str, event: Event | None, mine: bool, foes: bool, article: ArticleParties
) -> bool:
    """The own side shown doing well, another shown doing harm or badly, or an office of a fighting side at work."""
    light = _light()
    fights = _fights(origin.side, article)
    bad = light["bad"].has(content) or event in _HARM
    if foes and (bad or light["losses"].has(content)):
        return fights or mine
    if mine and (light["good"].has(content) or event in _KIND):
        return True
    if bad and fights and (light["harms_people"].has(content) or event in _HARM):
        return True
    return fights and _of_office(origin) and not (event is Event.CONSULT or _PLAIN.search(content))


def _fights(side: str, article: ArticleParties) -> bool:
    """Whether a side is a party to the fighting; a party that is no state always is."""
    return side in article.belligerents or (len(side) > 2 and side not in ALLIANCES)


def _of_office(origin: Origin) -> bool:
    """Whether the origin speaks for its side rather than for itself."""
    if origin.kind is OriginKind.OUTLET:
        return bool(_STATE_MEDIA.search(f"{origin.name or ''} {origin.role or ''}")) or any(
            found.value.how is How.STATE_OUTLET for found in mentions(origin.name or "")
        )
    if origin.kind is OriginKind.ORGANIZATION:
        return True
    return "official" in capacities(f"{origin.name or ''} | {origin.role or ''}")
