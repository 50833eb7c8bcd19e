"""Parties: the states and parties that an article is about, and which of them fight.

"Varnian troops shelled Tarn, the Ostrel government said": both are named, both are belligerents. The limit accepted:
forces are told by the nouns beside a name, so that a state that only sends observers "with its troops" counts too.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.model.party import Party
from sayso.model.statement import NO_SIDE
from sayso.read.invented import invented_sides
from sayso.read.mentions import How, Named, mentions

MAIN_SHARE = 0.6
"""Share of all mentions of states from which an article counts as about one state (no gain between 0.5 and 0.7)."""

CONCERNED_SHARE = 0.2
"""Share of all mentions of sides from which an article concerns a side of which it shows no forces (steady from 0.17 to
0.22)."""

IN_PASSING = 0.33
"""A belligerent named less often than this share of the most named, and than the next, is named in passing (no gain
between 0.3 and 0.5)."""

SHORT = 10
"""Mentions of sides up to which one mention with forces makes a belligerent; in longer texts two are asked for."""

_WAR = re.compile(
    r"\b(?:[Ss]oldiers?|[Tt]roops|[Aa]rmy|[Mm]obili[sz]ation|[Cc]onscripts?|[Ss]hell(?:s|ed|ing)|[Ff]ront line)\b"
)

Forms = tuple[tuple[str, Named], ...]

ALLIANCES = frozenset({"EU", "NATO", "G7"})

FORCE = re.compile(
    r"\.?(?:['’]s?)?[ -](?:(?!(?:over|on|in|of|to|for|from|with|by|at|and|against|after|about|into|under|amid|before|"
    r"during|or|that|as|who)\b)[a-z]+[ -]){0,2}?(?:forces?|army|troops|soldiers?|military|airstrikes?|air strikes?|"
    r"shelling|strikes?|missiles?|"
    r"fighters|militants|attacks?|invasion|offensive|counteroffensive|incursion|assault|war|warplanes|jets|"
    r"(?:combat |war)?planes|drones|artillery|"
    r"positions|rebels|insurgents|bombardment|siege|occupation|raids?|rockets|servicemen|air force|navy|command|"
    r"border guards|general staff|units|brigades?|patrols?|tanks|batter(?:y|ies)|sappers|reservists|"
    r"conscripts|private|guns|defen[cs]e (?:ministry|minister))\b"
)
_ON_SOIL = re.compile(
    r"\b(?:in|across|inside|throughout|at|of) (?:the )?(?:[a-z]+[- ])?(?:eastern |southern |northern |western )?$"
)
_ITS_SOIL = re.compile(
    r"(?:['’]s?)? (?:(?:north|south|east|west)\w* |central |border |coastal |occupied )?(?:[A-Z][\w’-]+ )?"
    r"(?:regions?|provinces?|districts?|oblasts?|towns?|cit(?:y|ies)|villages?|territory|soil|countryside)\b"
)
_IS_FORCE = re.compile(r"\b(?:Forces?|Army|Guards?|IDF|IRGC)$")
_SUFFERS = re.compile(
    r"(?:war|attacks?|invasion|invaded|attacked|strikes?|shelling|incursion|offensive|fighting|conflict|assault|"
    r"bombardment)"
    r" (?:on|in|against|of|with|into|inside|between) (?:the |eastern |southern |northern |western |central )?$"
)


@dataclass(frozen=True, slots=True)
class ArticleParties:
    """The states and parties that an article is about.

    `counts` are all sides named, the most often named first; `belligerents` those shown with forces or under attack;
    `main` the one state that the article is mostly about, where there is one; `theatre` the fighting state whose soil
    it is on; `ground` the only one whose soil it names; `invented` the forms of states that only this article knows;
    `concerned` the belligerents and whoever else the article has much to do with.
    """

    text: str
    counts: tuple[tuple[str, int], ...]
    belligerents: tuple[str, ...]
    main: str | None
    theatre: str | None
    invented: tuple[tuple[str, Named], ...]
    concerned: tuple[str, ...] = ()
    named: tuple[Party, ...] = ()
    ground: str | None = None

    @property
    def foremost(self) -> str | None:
        """The side that the article names twice as often as any other."""
        sides = [row for row in self.counts if row[0] not in ALLIANCES][:2]
        return sides[0][0] if sides and (len(sides) == 1 or sides[0][1] >= 2 * sides[1][1]) else None

    def stand_together(self, side: str) -> frozenset[str]:
        """The sides that count as the same: those that whoever reads has put under one party, else the side alone."""
        return next((frozenset(party.sides) for party in self.named if side in party.sides), frozenset((side,)))

    def holder(self, place: str) -> Party | None:
        """The party that holds a place, where whoever reads has said so."""
        return next((party for party in self.named if place in party.places), None)


@lru_cache(maxsize=8)
def parties(text: str, named: tuple[Party, ...] = ()) -> ArticleParties:
    """Which states and parties the article names, and which of them fight: the `named`, if it speaks of them."""
    invented = _with_named(invented_sides(text), named)
    found = mentions(text, invented)
    counts: Counter[str] = Counter()
    force: Counter[str] = Counter()
    soil: Counter[str] = Counter()
    for mention in found:
        if mention.value.side == NO_SIDE or mention.value.how in (How.STATE_OUTLET, How.OUTLET):
            continue
        counts[mention.value.side] += 1
        if (
            FORCE.match(text, mention.end)
            or _IS_FORCE.search(text[mention.start : mention.end])
            or _SUFFERS.search(text[max(0, mention.start - 40) : mention.start])
        ):
            force[mention.value.side] += 1
        if mention.value.how is not How.PARTY and (
            _ON_SOIL.search(text[max(0, mention.start - 30) : mention.start]) or _ITS_SOIL.match(text, mention.end)
        ):
            soil[mention.value.side] += 1
    armed = armed_parties() | {named.side for _, named in invented if named.how is How.PARTY}
    few = 2 if sum(counts.values()) > SHORT else 1
    belligerents = [side for side, _ in force.most_common() if counts[side] >= few]
    belligerents += [side for side in counts if side in armed and side not in belligerents]
    states = {side: n for side, n in counts.items() if side not in armed and side not in ALLIANCES}
    main = max(states, key=lambda side: states[side]) if states else None
    if main and states[main] < MAIN_SHARE * sum(states.values()):
        main = None
    ranked = sorted(states, key=lambda side: -states[side])
    scene = main or (ranked[0] if ranked and states[ranked[0]] >= 2 * sum(states[s] for s in ranked[1:2]) else None)
    if scene and scene not in belligerents and (not main or not belligerents) and _WAR.search(text):
        belligerents.append(scene)
    given = {side for party in named for side in party.sides if side in counts}
    fighting = tuple(side for side in (sorted(given, key=lambda s: -counts[s]) if given else belligerents))
    fighting = tuple(side for side in fighting if given or side not in ALLIANCES)
    concerned = fighting if given else _concerned(fighting, counts)
    ground = [(side, n) for side, n in soil.most_common() if side in fighting or side in concerned]
    theatre = ground[0][0] if ground and ground[0][1] >= 2 * (ground[1][1] if len(ground) > 1 else 1) else None
    only = ground[0][0] if len(ground) == 1 else None
    return ArticleParties(text, tuple(counts.most_common()), fighting, main, theatre, invented, concerned, named, only)


def _concerned(fighting: tuple[str, ...], counts: Counter[str]) -> tuple[str, ...]:
    """The belligerents but for those named in passing, and whoever else has a great part in the article."""
    most = [n for _, n in counts.most_common(2)]
    parts = [side for side in fighting if counts[side] >= min(most[-1], most[0] * IN_PASSING)]
    often = [side for side, n in counts.items() if n >= CONCERNED_SHARE * sum(counts.values())]
    return (*parts, *(side for side in often if side not in parts and side not in ALLIANCES))


def _with_named(invented: Forms, named: tuple[Party, ...]) -> Forms:
    """The forms that only this article knows, and those by which the named parties go; these come first."""
    forms: dict[str, Named] = {}
    for party in named:
        how = How.NAME if party.states else How.PARTY
        forms.update((form, Named(party.side, how)) for form in (party.name, *party.aliases))
        forms.update((member, Named(party.side, How.SEAT)) for member in party.members)
    for form, found in invented:
        theirs = forms.get(found.side)
        forms.setdefault(form, Named(theirs.side, found.how) if theirs else found)
    return tuple(sorted(forms.items()))


@lru_cache(maxsize=1)
def armed_parties() -> frozenset[str]:
    """The parties of the tables that are no states."""
    return frozenset(table("parties")["parties"]) - ALLIANCES
