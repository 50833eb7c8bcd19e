"""Sides told: the side that the words about an origin tell by themselves.

"Varnian officials" are Varnia's, "a Tarn Relief doctor" is nobody's, "the rebels' commander" is the rebels'. Limit: the
first state named counts, unless the words before it turn it into an object ("the envoy to Ostrel").
"""

import re

from sayso.lexicon.phrases import Found
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, OriginKind
from sayso.read.capacities import capacities
from sayso.read.mentions import How, Named, mentions
from sayso.read.parties import ArticleParties
from sayso.read.rebels import rebellious, rebels_of, separatists

_REBELS = re.compile(
    r"\b(?:rebels?|insurgents?|guerrillas?|revolutionaries|"
    r"opposition(?! (?:lawmaker|MP|politician|deput|senator|part|legislator|newspaper|candidate)))\b",
    re.I,
)
_WHOSE = re.compile(r"(?:['’]?s)?[ -](?:[\w'’-]+ ){0,2}")
_REGIME = re.compile(r"\bpro-(?:regime|government)\b|\b(?:the|a) regime\b")
_A_PEOPLE = re.compile(r"(?:[Tt]he )?\w+s(?: \| (?:[Tt]he )?\w+s)*")
_SEPARATISTS = re.compile(r"(?:[\w’'-]+ )?separatists?\b|self-proclaimed republic", re.I)
_FORMER = re.compile(r"\b(?:former|ex|retired|then)\b", re.I)
_VOLUNTEER = re.compile(r"\b(?:volunteer(?:s|ed)?|mercenar(?:y|ies)|foreign fighters?)\b", re.I)
_SENT_TO = re.compile(
    r"\b(?:to|at|before|about|against|on|(?:envoy|representative|rapporteur|commander|secretary|correspondent) for) "
    r"(?:the )?$"
)
_UNDER = re.compile(
    rf"{_SENT_TO.pattern}|\b(?:living|lives|trapped|stuck|held|based|working) (?:in|under|inside) (?:[\w-]+ ){{0,4}}$|"
    r"\b(?:areas?|territory|town|city|village|part|parts) (?:of|under|held by|controlled by) (?:the )?$|"
    r"\bunder (?:the )?$"
)
_NOT_HIS = re.compile(rf"{_SENT_TO.pattern}|\b[Pp]ro-$")
# "A board member of a Varnian company", "an expert on the Varnian economy" is nobody of Varnia's.
_OF_TRADE = re.compile(
    r"(?:['’]s)? (?:[a-z]+ )?(?:company|companies|firms?|banks?|econom(?:y|ies)|affairs|studies|literature)\b"
)
IMPARTIAL = re.compile(
    r"\b(?:[Tt]hink[ -]?tank|[Ii]nstitute|[Uu]niversity|[Oo]bservatory|[Mm]onitor(?:ing group|s)?|[Ww]atchdog|NGO|"
    r"[Ff]ellow (?:at|with) |(?:[Hh]umanitarian|[Rr]esident) [Cc]oordinator|[Ss]pecial [Rr]apporteur|"
    r"[Hh]igh [Cc]ommissioner|"
    r"[Rr]elief\b|[Mm]edical [Ss]ociety|[Ss]olidarity [Cc]ampaign|[Cc]ampaign group|"
    r"[Rr]ights (?:groups?|organi[sz]ations?)|[Rr]esearch (?:outfit|group|cent(?:er|re)|firm|organi[sz]ation|body)|"
    r"[Cc]ent(?:er|re) for (?:[A-Z]\w+ ){0,3}(?:Studies|Policy|Research|Analysis)|[Cc]harity|[Hh]uman [Rr]ights|"
    r"[Aa]nalysts?|[Rr]esearchers?|[Pp]rofessor|[Hh]istorian|[Ss]cholars?|[Jj]ournalists?|[Rr]eporters?|"
    r"[Pp]hotojournalists?|[Cc]orrespondent|"
    r"[Cc]olumnist|[Pp]undits?|[Cc]ommentators?|[Aa]id (?:agenc(?:y|ies)|workers?|groups?|organi[sz]ations?)|"
    r"[Ff]oundation|[Ll]egal experts|independent experts|"
    r"international court|"
    r"[Uu]nited [Nn]ations?|Pope|[Ss]ecretary[ -][Gg]eneral)\b"
)


def from_words(words: str, name: str | None, kind: OriginKind, article: ArticleParties) -> str | None:
    """The side that the words tell by themselves, or None."""
    found = mentions(words, article.invented)
    if kind is OriginKind.OUTLET:
        return _outlet_side(found, article) or _official_outlet(words, article)
    belonging = [m for m in found if m.value.how not in (How.STATE_OUTLET, How.OUTLET)]
    breaking_away = _SEPARATISTS.search(words)
    if breaking_away and not any(m.value.how is How.PARTY for m in belonging):
        return separatists(breaking_away.group(0), article)
    bodies = [m for m in belonging if m.value.how is How.NO_SIDE]
    if (bodies and not _sent_by_a_state(words, belonging)) or _of_the_press(words, found):
        return NO_SIDE
    allied = next((m.value.side for m in belonging if m.value.side in ("EU", "NATO")), None)
    if allied and _SECRETARY.search(words):
        return allied
    if IMPARTIAL.search(words) and not _state_bodies(words, belonging):
        return NO_SIDE
    party = next((m for m in belonging if m.value.how is How.PARTY and not _UNDER.search(words[: m.start])), None)
    if party:
        return party.value.side
    rebels = _REBELS.search(words)
    nation = next(
        (
            m
            for m in belonging
            if m.value.how is not How.NO_SIDE
            and not _NOT_HIS.search(words[: m.start])
            and not _OF_TRADE.match(words, m.end)
        ),
        None,
    )
    if rebels and "held" not in words[rebels.end() : rebels.end() + 6]:
        whose = nation.value.side if nation and _WHOSE.fullmatch(words[nation.end : rebels.start()]) else None
        return rebels_of(whose or rebellious(article.text) or article.main or article.theatre or article.foremost)
    if nation is None:
        return (rebellious(article.text) or article.main or article.foremost) if _REGIME.search(words) else None
    if _A_PEOPLE.fullmatch(words) and nation.value.how is How.ADJECTIVE:
        return nation.value.side
    if _speaks_for_state(words, nation, kind) or nation.value.side in article.concerned:
        return nation.value.side
    return NO_SIDE


_SECRETARY = re.compile(r"\b[Ss]ecretary[ -][Gg]eneral\b")
_CREW = re.compile(r" (?:[a-z]+ )?(?:witness|team|crew|photographer|cameraman|stringer|staff|contributor)\w*\b")


def _of_the_press(words: str, found: tuple[Found[Named], ...]) -> bool:
    """ "An AFP witness", "a Reuters team": people of an outlet that is no state's."""
    return any(m.value.how is How.OUTLET and _CREW.match(words, m.end) for m in found)


def _outlet_side(found: tuple[Found[Named], ...], article: ArticleParties) -> str | None:
    for mention in found:
        side, how = mention.value
        if how is How.STATE_OUTLET or (how is not How.OUTLET and how is not How.NO_SIDE):
            return side
        if how is How.OUTLET:
            return side if side in article.belligerents else NO_SIDE
    return None


def _official_outlet(words: str, article: ArticleParties) -> str | None:
    """The state of "official television" and "the regime's news agency" in an article about one."""
    if not re.search(r"\b(?:official|state|government|regimes?)(?:['’]s)?[ -]", words):
        return None
    return rebellious(article.text) or article.main or article.foremost


def _sent_by_a_state(words: str, found: list[Found[Named]]) -> bool:
    """Whether "the Varnian envoy to the UN" is meant: a state before the body, the body after "to"."""
    body = next(m for m in found if m.value.how is How.NO_SIDE)
    return found[0].value.how is not How.NO_SIDE and bool(_SENT_TO.search(words[: body.start]))


def _state_bodies(words: str, found: list[Found[Named]]) -> bool:
    """Whether a state owns what would otherwise be impartial: "Varnian state media commentators"."""
    return any(_STATE_AFTER.match(words, m.end) for m in found if m.value.how is not How.NO_SIDE)


_STATE_AFTER = re.compile(
    r"(?:['’]s?)? (?:state|government|defen[cs]e|foreign|interior|army|military|ministry|leadership)\b"
)


def _speaks_for_state(words: str, nation: Found[Named], kind: OriginKind) -> bool:
    """Whether a state named in the words is spoken for, or merely lived in."""
    if nation.value.how is How.SEAT:
        return True
    if _FORMER.search(words) or _VOLUNTEER.search(words):
        return False
    if kind is OriginKind.ORGANIZATION:
        return True
    return bool({"official", "soldier"} & set(capacities(words)))


def impartial(words: str, kind: OriginKind) -> str | None:
    """Whether the words are of those who belong to no side, or to one that cannot be told."""
    spoken = capacities(words)
    if kind is OriginKind.ORGANIZATION and _CIVIC.search(words) and not _ARMED.search(words):
        return NO_SIDE
    if IMPARTIAL.search(words) or "press" in spoken[:1] or re.search(r"[Ss]ecretary-[Gg]eneral", words):
        return NO_SIDE
    if _FORMER.search(words) and kind is OriginKind.PERSON:
        return NO_SIDE
    if "expert" in spoken[:1]:
        return NO_SIDE if kind in (OriginKind.PERSON, OriginKind.DOCUMENT) else UNKNOWN_SIDE
    if kind is OriginKind.OUTLET and "state" not in words.lower():
        return NO_SIDE
    if spoken[:1] == ("nobody",):
        return UNKNOWN_SIDE
    return None


_CIVIC = re.compile(
    r"^(?:[Tt]he )?(?:[A-Z][\w’'-]+ (?:(?:of|for|the|and|to) )*)+(?:Movement|Coalition|Campaign|Network|Initiative|"
    r"Project|Collective|Forum|Association|Federation|Society|Trust)\b"
)
_ARMED = re.compile(
    r"\b(?:National|Liberation|Resistance|Revolutionary|Opposition|Democratic|Defen[cs]e|Islamic|People['’]s|Patriotic|Front|"
    r"Army|Forces|Freedom|fighters|armed|militia)\b"
)
