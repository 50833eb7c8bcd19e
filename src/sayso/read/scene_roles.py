"""Roles: what the name of a place does in its sentence.

"Officials in Varnia's capital said shells fell on Karsk, near Belomir": Karsk is the `scene`, Belomir the `anchor` that
tells where it lies. A state that acts, is talked about or is compared with is an `actor`, also by its capital's name;
where people are from is `people`. Limit: an act that is planned or denied has its scene like one that happened.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.gazetteer import fold
from sayso.lexicon.load import lists, table
from sayso.model.statement import Place
from sayso.read.toponyms import left_of

ANCHOR_GAP = 45
"""Characters within which "near X" says where the place before it lies."""

_BEFORE, _AFTER = 120, 40
"""Characters beside a name that tell its role."""

LISTED = re.compile(r"\s*(?:,\s*)?(?:and|or|&)?\s*(?:the\s)?")
_OWNS = re.compile(r"(?:['’]s|(?<=s)['’])\s[“\"‘]?([\w-]+)(?:\s([\w-]+))?")
_NEXT = re.compile(r"\s([\w-]+)")
_TREATY = re.compile(
    r"\s(?:[Pp]eace\s)?(?:[Cc]onventions?|[Aa]ccords?|[Aa]greements?|[Pp]rotocols?|[Tt]reat(?:y|ies)|[Dd]eclaration|"
    r"[Pp]rocess|[Ff]ormat)\b"
)
"""What was signed somewhere goes by its name and is not there: "the Geneva convention"."""

_COMPARED = re.compile(
    r"(?<!countries )(?<!states )(?<!places )(?<!cities )(?<!towns )(?<!areas )(?<!regions )"
    r"\b(?:like|unlike|than|(?:similar|comparable|compared)\s(?:to|with)|reminiscent\sof|"
    r"in\s(?:stark\s|sharp\s|marked\s)?contrast\s(?:to|with))\s[^,;:.]{0,80}$"
)
"""What something is compared with is another scene: "instead of shelling towns like Varnia has in Ostrel"."""

_SUCH_AS = re.compile(
    r"\b[Ii]n\s(?:\w+\s){0,3}(?:countries|states|places|cities|towns|areas|regions)\s(?:like|such\sas)\s$"
)
_COMPASS = r"(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern)?"
_BEARING = re.compile(
    rf"(?:\b(?:near|close to|outside|beside|off|beyond|between|around|across|away from|far from|"
    rf"miles from|kilomet(?:er|re)s from|km from)|"
    rf"\b(?:to the )?{_COMPASS} (?:of|from)|\bbank of)\s(?:the\s)?(?:\w+\s)?$"
)
"""Where a place lies by another one."""

_WITHIN = re.compile(rf",?\s(?:in|of)\s(?:(?:the|{_COMPASS}|northern|southern|central)\s)*")
_TERRITORY = re.compile(
    rf"(?:\b(?:territory|soil|land|parts?|most|much|half|rest|remainder|whole|third|quarter|fifth|swathes?|areas?|corners?|"
    rf"regions?|airspace|skies|{_COMPASS}|people|all|borders?|cities|towns|villages|out|per\s?cent)|%)\sof\s(?:the\s)?$"
)
_SPEAKS = re.compile(
    r"\s(?:has\s|had\s|also\s|later\s|then\s)*(?:said|says|told|tells|added|adds|wrote|writes|tweeted|posted|argued|argues|"
    r"warned|warns|claimed|claims|insisted|insists|denied|denies|announced|announces|accused|accuses|believes|thinks|"
    r"vowed|pledged|condemned|condemns|explained|recalled|recalls|replied|stressed|noted|notes)\b"
)
_SUBJECT = re.compile(
    r"(?:^|[,;:.!?“\"‘(]\s?|\b(?:that|and|but|as|while|after|when|because|if|although|though)\s)$", re.I
)
"""Before a name that is the subject of its verb, and not "officials in Varnia said"."""

_SUFFERS = re.compile(
    r"\s(?:has|have|had|was|were|is|are|came|comes|come|remains?|remained)\s(?:been\s|come\s|being\s|again\s|also\s)?"
    r"(?:under\s|hit|struck|shelled|bombed|attacked|captured|seized|besieged|destroyed|rocked|targeted|liberated|taken)"
)


def role(text: str, start: int, place: Place, last: tuple[Place, str] | None) -> str:
    """What a mention does in the sentence that begins at `start`: `scene`, `actor`, `anchor` (what another place lies
    near), or `people` (where they are from). `last` is the mention before it, with its role."""
    gap = place.span[0] - last[0].span[1] if last else 0
    between = text[last[0].span[1] : place.span[0]] if last and gap < ANCHOR_GAP else ""
    listed = last is not None and gap < 12 and LISTED.fullmatch(between)
    if last and listed and (last[1] != "actor" or is_wide(place)):
        return last[1]
    before = text[max(start, place.span[0] - _BEFORE) : place.span[0]]
    after = text[place.span[1] : place.span[1] + _AFTER]
    name, after = _owner(place.text, after)
    alone = _alone(before, name, is_wide(place), after)
    if last is None or alone != "scene" or is_state(place):
        return alone
    if (
        last[1] == "scene"
        and gap < ANCHOR_GAP
        and last[0].precision not in ("feature", "country")
        and _BEARING.search(before[-60:])
    ):
        return "anchor"
    if last[1] == "people" and _WITHIN.fullmatch(between):
        return "people"
    return alone


def is_state(place: Place) -> bool:
    """Whether it is a whole state."""
    return place.precision == "country"


def is_wide(place: Place) -> bool:
    """Whether its name may stand for those who rule there: a state, a capital, a continent."""
    known = _known()
    name = fold(_owner(place.text, "")[0])
    return is_state(place) or name in known.wide or name in known.capitals


def _owner(name: str, after: str) -> tuple[str, str]:
    """A state or capital whose apostrophe was lost, and what follows it: "Varnias army" is "Varnia's army"."""
    known = _known()
    bare = fold(name[:-1]) if name.endswith("s") else ""
    if bare in known.capitals or bare in known.states:
        return name[:-1], "’s" + after
    return name, after


@lru_cache(maxsize=8192)
def _alone(before: str, name: str, wide: bool, after: str) -> str:
    """The role of a name between these words."""
    known = _known()
    if after[:1] in ("-", "‑") and after[1:2].islower():
        return "actor"  # "Damascus-backed"
    if _SPEAKS.match(after) and _SUBJECT.search(before):
        return "actor"
    if known.origins.search(before[-90:]):
        return "people"
    if _COMPARED.search(before) or _TREATY.match(after):
        return "actor"
    governor, kind = left_of(before)
    noun = _NEXT.match(after)
    if not wide:
        acts = noun and noun.group(1) in known.armed and governor not in known.within and not kind
        return "actor" if acts or known.ruled.search(before[-60:]) else "scene"
    owned = _OWNS.match(after)
    here = (kind and fold(name) in known.capitals) or _TERRITORY.search(before)
    if (here and not owned) or _SUCH_AS.search(before):
        return "scene"
    if known.posted.search(before[-60:]) or known.talk.search(before[-80:]):
        return "actor"
    if _SUFFERS.match(after):
        return "scene"
    if owned:
        thing = owned.group(1).lower()
        if thing in known.waged and re.search(r"\b(?:on|in|against|with)\b", after):
            return "actor"
        if thing in known.things or owned.group(2) in known.grounds or governor in ("in", "inside", "across", "into"):
            return "scene"
        return "actor"
    if noun and noun.group(1) in known.attributive and governor not in known.arms:
        return "actor"
    if governor in known.within:
        return "scene"
    if governor in known.toward:
        around = before.lower().split()[-6:]
        return "scene" if any(word.strip(",") in known.arms or word in known.travels for word in around) else "actor"
    return "scene" if noun and noun.group(1) in known.things else "actor"


@dataclass(frozen=True, slots=True)
class _Known:
    within: frozenset[str]
    toward: frozenset[str]
    arms: frozenset[str]
    travels: frozenset[str]
    things: frozenset[str]
    grounds: frozenset[str]
    waged: frozenset[str]
    attributive: frozenset[str]
    armed: frozenset[str]
    capitals: frozenset[str]
    states: frozenset[str]
    wide: frozenset[str]
    origins: re.Pattern[str]
    posted: re.Pattern[str]
    ruled: re.Pattern[str]
    talk: re.Pattern[str]


@lru_cache(maxsize=1)
def _known() -> _Known:
    known = table("scenes")
    capitals = {fold(str(city)) for nation in table("nations").values() for city in nation.get("capitals") or ()}
    origins, born, offices, talk = (_any(known[key]) for key in ("origins", "born", "offices", "talk"))
    way = rf"(?:(?:{_COMPASS}|northern|southern|central)\s|the\s)*"
    return _Known(
        **lists("scenes", "within toward arms travels things grounds waged attributive armed wide"),
        capitals=frozenset(capitals),
        states=frozenset(fold(str(name)) for nation in table("nations").values() for name in nation["names"]),
        origins=re.compile(
            rf"\b(?:(?:{origins})\s(?:who\swere\s)?(?:evacuated\s)?(?:from|of)|(?:{born})\s(?:in|from))\s"
            rf"(?:(?:[\w-]+\s){{0,5}}(?:towns?|villages?|cities|city)\sof\s)?{way}$",
            re.I,
        ),
        posted=re.compile(rf"\b(?:{offices})\s(?:in|of|from)\s{way}$", re.I),
        ruled=re.compile(r"\b(?:militia|army|government|republic|president|ministry)\sof\s(?:the\s)?$", re.I),
        talk=re.compile(
            rf"\b(?:{talk})\s(?:[\w’'-]+\s){{0,3}}?(?:on|over|about|towards?|with|against|regarding|concerning|for|by|from|to|between)\s{way}$",
            re.I,
        ),
    )


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(str(word)) for word in words)
