"""Side: the state or party to which an origin belongs, read from the origin's words and from the article.

"Alexey Petrov, a representative of the Varnian command" belongs to Varnia; "the ministry head, Irina Veres" to the
state whose ministry the article speaks of; a UN envoy, a monitor and a journalist to none; an Ostrel farmer to
Ostrel only where Ostrel is a party to the conflict. Nothing is known of single people: who is whose president,
the article must say. What it does not tell is `unknown`.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Found
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, OriginKind
from sayso.read.capacities import capacities
from sayso.read.directory import directory
from sayso.read.mentions import How, Named, mentions, occurrences
from sayso.read.nearby import STATE_OFFICE, dateline, side_near, side_of_like, side_of_owner
from sayso.read.parties import ArticleParties, armed_parties, parties
from sayso.read.rebels import divided, rebellious, rebels_of, separatists
from sayso.read.seats import side_of_house, side_of_officials, side_of_seat

__all__ = ["ArticleParties", "CountryOf", "origin_side", "parties"]

CountryOf = Callable[[str], str | None]

_NAME_PART = re.compile(r"[A-ZÀ-Þ][\w'’-]+")
_SENTENCE_EDGE = re.compile(r"[.!?;\n](?=\s|$)")
_REBELS = re.compile(
    r"\b(?:rebels?|insurgents?|guerrillas?|revolutionaries|"
    r"opposition(?! (?:lawmaker|MP|politician|deput|senator|part|legislator|newspaper|candidate)))\b",
    re.I,
)
_WHOSE = re.compile(r"(?:['’]?s)?[ -](?:[\w'’-]+ ){0,2}")
_REGIME = re.compile(r"\bpro-(?:regime|government)\b|\b(?:the|a) regime\b")
_A_PEOPLE = re.compile(r"(?:[Tt]he )?\w+s(?: \| (?:[Tt]he )?\w+s)*")
_SEPARATISTS = re.compile(r"(?:[\w’'-]+ )?separatists?\b|self-proclaimed republic", re.I)
_BLOC = re.compile(
    r"\b(?:western|Arab|Gulf|regional|foreign|allied|international|African|Asian) "
    r"(?:[a-z]+ )?(?:diplomats?|officials?|sources?|envoys?|powers|capitals|governments|leaders|allies)\b"
    r"|^(?:(?:one|two|three|some|several|an?|the|another|senior|of|the|unnamed)\s+)*"
    r"(?:diplomats?|diplomatic sources?)(?: \||$)",
    re.I,
)
_COMPANY = re.compile(
    r"\b(?:[Cc]ompany|[Cc]orporation|[Ff]irm|[Pp]ublisher|[Pp]ublishing|[Ii]nsurer|[Aa]irline|[Aa]rms maker|"
    r"Inc|Ltd|LLC|[Pp]latform|[Mm]anufacturer|[Rr]etailer|[Ss]tart-?up|[Ss]hipping line)\b"
)
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
_IMPARTIAL = re.compile(
    r"\b(?:[Tt]hink[ -]?tank|[Ii]nstitute|[Uu]niversity|[Oo]bservatory|[Mm]onitor(?:ing group|s)?|[Ww]atchdog|NGO|"
    r"[Ff]ellow (?:at|with) |(?:[Hh]umanitarian|[Rr]esident) [Cc]oordinator|[Ss]pecial [Rr]apporteur|"
    r"[Hh]igh [Cc]ommissioner|"
    r"[Rr]elief\b|[Mm]edical [Ss]ociety|[Ss]olidarity [Cc]ampaign|[Cc]ampaign group|"
    r"[Rr]ights (?:groups?|organi[sz]ations?)|[Rr]esearch (?:outfit|group|cent(?:er|re)|firm|organi[sz]ation|body)|"
    r"[Cc]ent(?:er|re) for (?:[A-Z]\w+ ){0,3}(?:Studies|Policy|Research|Analysis)|[Cc]harity|[Hh]uman [Rr]ights|"
    r"[Aa]nalysts?|[Rr]esearchers?|[Pp]rofessor|[Hh]istorian|[Ss]cholars?|[Jj]ournalists?|[Rr]eporters?|"
    r"[Pp]hotojournalists?|[Cc]orrespondent|"
    r"[Cc]olumnist|[Pp]undits?|[Cc]ommentators?|[Aa]id (?:agency|workers?|group)|"
    r"[Ff]oundation|[Ll]egal experts|independent experts|"
    r"international court|"
    r"[Uu]nited [Nn]ations|Pope|[Ss]ecretary[ -][Gg]eneral)\b"
)


def origin_side(
    name: str | None,
    role: str | None,
    words: str,
    kind: OriginKind,
    article: ArticleParties,
    country_of: CountryOf | None = None,
) -> str:
    """The side of an origin: an alpha-2 code, a party's plain name, `none` or `unknown`.

    `words` are the source's words; `country_of` tells the state of a place ("the governor of Karsk") where it is known.
    In a state's war with itself its people may be on either side: theirs is `unknown`.
    """
    told = _side(name, role, words, kind, article, country_of)
    torn = divided(article)
    own = f"{name or ''} | {words} | {role or ''}"
    if torn is None or told in (UNKNOWN_SIDE, *armed_parties()) or not _one_of_the_people(own, kind):
        return told
    named = {m.value.side for m in mentions(own, article.invented) if m.value.how is How.ADJECTIVE}
    if told == NO_SIDE:
        return UNKNOWN_SIDE if torn in named else told
    return UNKNOWN_SIDE if told == torn or told not in named else told


_PEOPLE = frozenset({"resident", "relative", "witness", "nobody"})
_SERVES = re.compile(r"\b(?:state|government|regime|army|[Pp]ro-\w+)\b|\bprisoners? of war\b")


def _one_of_the_people(words: str, kind: OriginKind) -> bool:
    """Whether the words are of somebody who speaks for nobody: an activist, a witness, "one Varnian living in Tarn"."""
    spoken = set(capacities(words))
    private = kind in (OriginKind.UNNAMED_PERSON, OriginKind.GROUP) or (kind is OriginKind.PERSON and spoken)
    return bool(private) and spoken <= _PEOPLE and not _SERVES.search(words)


def _side(
    name: str | None,
    role: str | None,
    words: str,
    kind: OriginKind,
    article: ArticleParties,
    country_of: CountryOf | None,
) -> str:
    if kind is OriginKind.UNSTATED:
        return UNKNOWN_SIDE
    own = " | ".join(part for part in (name or "", words, role or "") if part)
    if not own:
        return UNKNOWN_SIDE
    tribe = _TRIBE.search(own)
    if tribe and kind is not OriginKind.DOCUMENT:
        return tribe["tribe"]
    if kind is OriginKind.GROUP and _SOME_EXPERTS.fullmatch(name or words):
        return UNKNOWN_SIDE
    told = _from_words(own, name, kind, article)
    if told:
        return told
    if kind is OriginKind.UNNAMED_PERSON and _ACCOUNT.search(words):
        return UNKNOWN_SIDE
    if _BLOC.search(f"{name or ''} | {words}"):
        return UNKNOWN_SIDE
    if kind is OriginKind.ORGANIZATION and _COMPANY.search(own):
        return NO_SIDE
    whose = _of_their_office(name, article, country_of) or _of_their_office(role, article, country_of)
    if whose:
        return whose
    led = _from_leader(own, article)
    if led:
        return led
    if role and _RULE_ALONE.fullmatch(role):
        own, role = " | ".join(part for part in (name or "", words) if part), None
    about = _around(name, article) if name else ""
    if about:
        told = _from_words(about, None, kind, article)
        if told and not (told in armed_parties() and STATE_OFFICE.search(own)):
            return told
    return (
        _by_his_address(name, kind, article)
        or _from_place(f"{own} | {about}", kind, article, country_of)
        or _impartial(own, kind)
        or side_of_owner(f"{role or ''} | {words} | {about}", article)
        or _from_scene(own, kind, article, country_of)
        or _from_context(name, words, role or "", own, kind, article)
        or _from_part(own, kind, article)
        or UNKNOWN_SIDE
    )


_TRIBE = re.compile(
    r"\b(?:[Hh]ead|[Ll]eader|[Cc]hief|[Ss]heikh|[Ee]lders?|[Ss]pokes\w+|[Ff]ighters?|[Ww]arriors?|[Mm]embers?) "
    r"(?:of|from|for) (?:the |an? )?(?P<tribe>[\w’'-]*[A-ZÀ-Þ][\w’'-]+ (?:tribe|clan))\b"
)
# "Analysts" without a house or a land may be anybody's.
_SOME_EXPERTS = re.compile(
    r"(?:(?:[Tt]he|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[a-z]+) ){0,3}"
    r"(?i:analysts|experts|observers|specialists|researchers|historians)"
)
_ACCOUNT = re.compile(r"\b(?:account|channel|user|blog)\b")
_THEIR_OFFICE = re.compile(
    r"(?P<owner>[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)['’]s? (?:[a-z]+ ){0,3}"
    r"(?:office|spokes\w+|aides?|team|lawyers?|allies|ally|advisers?|staff|press service|campaign|deputy)$"
)


_ADMINISTRATION = re.compile(r"\badministration (?:official|source|aide|adviser|spokes\w+)", re.I)
_ADMINISTERS = re.compile(r"\b(?P<owner>[A-ZÀ-Þ][\w-]+)(?:['’]s)? [Aa]dministration\b")


def _of_their_office(name: str | None, article: ArticleParties, country_of: CountryOf | None) -> str | None:
    """Of "Moss's office", the side of Moss, of whom the article tells more elsewhere."""
    found = _THEIR_OFFICE.match(name or "")
    if found is None and _ADMINISTRATION.search(name or ""):
        found = _ADMINISTERS.search(article.text)
    if found is None or mentions(found["owner"], article.invented):
        return None
    known = directory(article.text)
    longer = known.fullest(found["owner"], True)
    owner = longer[0] if longer else found["owner"]
    role = known.role_of(owner) or known.role_of(owner.split()[-1])
    side = origin_side(owner, role, owner, OriginKind.PERSON, article, country_of) if role or longer else UNKNOWN_SIDE
    return side if side != UNKNOWN_SIDE else None


_ADDRESSES = re.compile(
    r"(?:['’]s)? (?:has |had )?(?:told|addressed|assured|reassured|thanked|urged|congratulated|reminded) "
    r"(?:his |her |all |fellow |the )*(?P<people>[A-ZÀ-Þ][\w-]+)\b"
    r"(?=[^.!?\n]{0,60}\b(?:address|speech|broadcast|message)\b)"
)


@lru_cache(maxsize=256)
def _by_his_address(name: str | None, kind: OriginKind, article: ArticleParties) -> str | None:
    """The state of him who "told Varnians in an evening address": a people is addressed by its own."""
    if not name or kind is not OriginKind.PERSON:
        return None
    for _, end in occurrences(name.split()[-1], article.text):
        told = _ADDRESSES.match(article.text, end)
        people = mentions(told["people"], article.invented) if told else ()
        if people and people[0].value.how is How.ADJECTIVE:
            return people[0].value.side
    return None


def _from_words(words: str, name: str | None, kind: OriginKind, article: ArticleParties) -> str | None:
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
    if _IMPARTIAL.search(words) and not _state_bodies(words, belonging):
        return NO_SIDE
    party = next((m for m in belonging if m.value.how is How.PARTY and not _UNDER.search(words[: m.start])), None)
    if party:
        return party.value.side
    rebels = _REBELS.search(words)
    nation = next(
        (m for m in belonging if m.value.how is not How.NO_SIDE and not _NOT_HIS.search(words[: m.start])), None
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


_APPOSITION = re.compile(
    r"(?:, (?=(?:an?|the|who|head|chief|director|spokesman|spokeswoman|commander|governor|mayor)\b|"
    r"[A-ZÀ-Þ][\w-]+['’]s )"
    r"| (?=(?:an?|head|director) ))"
    r"([^,.;\n]+)"
)


@lru_cache(maxsize=256)
def _around(name: str, article: ArticleParties) -> str:
    """What the article puts next to a name, wherever it stands: the nouns before it and the apposition after it."""
    parts = _NAME_PART.findall(name)
    if not parts:
        return ""
    out: list[str] = []
    text = article.text
    for start, end in occurrences(parts[-1], text):
        head = _FORENAMES.sub(" ", text[max(0, start - 90) : start])
        edge = max((m.end() for m in _SENTENCE_EDGE.finditer(head)), default=0)
        out.append(_nouns_before(head[edge:], article))
        tail = text[end : end + 140]
        apposition = _APPOSITION.match(tail)
        if apposition:
            out.append(apposition.group(1))
    return " | ".join(part for part in out if part)


def _nouns_before(head: str, article: ArticleParties) -> str:
    """The nouns that run up to a name: of "strikes, said Varnian army chief Jan" the part "Varnian army chief Jan"."""
    found = mentions(head, article.invented)
    for mention in reversed(found):
        between = head[mention.end :]
        if re.fullmatch(r"(?:['’]?s)?[ -](?:(?:[A-ZÀ-Þ][\w.'’-]*|of|the|and|for|deputy|top|chief)[ -])*", between):
            return head[mention.start :]
        lows = re.sub(r"[A-ZÀ-Þ][\w.'’-]*", "", between).strip(" ,")
        plain = re.fullmatch(r"(?:['’]?s)?[^,;:()]{0,60},? ?", between)
        if plain and capacities(between) and not _VERBAL.search(f"{lows} "):
            return head[mention.start :]
    return ""


_FORENAMES = re.compile(r"(?:(?<=,)|(?<=[a-z])) (?:[A-ZÀ-Þ][\w.'’-]*[ -]){1,2}$")

_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|said|says|told|by|to|in|on|at|with|that|from|but|as|met|against|according|"
    r"while|when|where|which|after|before|into|over|between|than|also|would|will|can|could|not|did|does|do|called)\b"
)


_PLACE = re.compile(r"[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]+){0,2}")
_LOCATED = r"(?:city|town|village|region|province|district|port|capital|oblast|area|suburb|settlement|border town)"
_PLACED_BEFORE = re.compile(rf"([A-Z][\w’'-]+)(?:['’]s)? (?:[a-z-]+ ){{0,2}}{_LOCATED} of $")
_PLACED_AFTER = re.compile(rf"(?: {_LOCATED})?,? in (?:[a-z-]+ ){{0,2}}([A-Z][\w’'-]+)|, ([A-Z][\w’'-]+)")
_HAILS = re.compile(r"\b(?:of|from|lives in|living in|born in) [A-ZÀ-Þ]|\b[A-ZÀ-Þ][\w’']+ based\b")
_IN = re.compile(r"\b(?:of|in|from|at|near|the) $")
_ITS_OFFICE = re.compile(r"['’]?s? [a-z]+| (?:Governor|Mayor|Province|Region|based)\b")


def _from_place(words: str, kind: OriginKind, article: ArticleParties, country_of: CountryOf | None) -> str | None:
    """The side of an official or a resident of a place, by the state in which the place lies."""
    spoken = set(capacities(words))
    words = words.replace("-based", " based")
    if "rebel" in words.lower() or "expert" in spoken or ("press" in spoken and "photographer" not in words):
        return None
    hails = kind is OriginKind.PERSON and _HAILS.search(words)
    if not (hails or spoken & {"official", "soldier", "resident", "relative", "witness"}):
        return None
    if _IMPARTIAL.search(words):
        return None
    for match in _PLACE.finditer(words):
        whole = match.group(0)
        if whole in _platforms() or _THEIR_RULE.match(words, match.end()):
            continue
        place = _TITLED.sub("", whole)
        end = match.start() + len(place)
        if not (_IN.search(words[: match.start()]) or _ITS_OFFICE.match(words, end)):
            continue
        holder = article.holder(place)
        if holder and (spoken & {"official", "soldier"} or not holder.states):
            return holder.side
        state = _placed_by_article(place, article) or ((country_of(place) or country_of(whole)) if country_of else None)
        if state and (state in article.concerned or "official" in spoken or state == article.main):
            return state
    return None


_TITLED = re.compile(
    r" (?:Governor|Mayor|Province|Region|City|Oblast|Police|Military|Regional|District|Command|Council|Hospital)\b.*$"
)


_RULE_ALONE = re.compile(r"[\w-]+(?:['’]s)? (?:own )?(?:administration|government|regime|presidency|cabinet)", re.I)
# "Moss’s regime" is named for a person.
_THEIR_RULE = re.compile(r"['’]?s? (?:own )?(?:regime|administration|presidency|cabinet)\b", re.I)


@lru_cache(maxsize=1)
def _platforms() -> frozenset[str]:
    return frozenset(map(str, table("relays")["platforms"]))


@lru_cache(maxsize=512)
def _placed_by_article(place: str, article: ArticleParties) -> str | None:
    """The state that the article itself puts a place in: "the Varnian town of Karsk", "Karsk, in eastern Varnia"."""
    for start, end in occurrences(place, article.text):
        before = _PLACED_BEFORE.search(article.text[max(0, start - 60) : start])
        after = _PLACED_AFTER.match(article.text, end)
        name = before.group(1) if before else (after.group(1) or after.group(2)) if after else None
        found = mentions(name, article.invented) if name else ()
        if found and found[0].value.how in (How.NAME, How.ADJECTIVE):
            return found[0].value.side
    return None


def _impartial(words: str, kind: OriginKind) -> str | None:
    """Whether the words are of those who belong to no side, or to one that cannot be told."""
    spoken = capacities(words)
    if _IMPARTIAL.search(words) or "press" in spoken[:1] or re.search(r"[Ss]ecretary-[Gg]eneral", words):
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


_LEADER = re.compile(
    r"\b(?:pro-|anti-)?(?:President |Mr\.? )?(?P<name>[A-ZÀ-Þ][\w-]+(?: [\w-]+)??)(?:['’]s|s)? "
    r"(?:government|regime|[Aa]dministration|forces|army|troops|loyalists|supporters)\b"
    r"|\b(?:government|regime|administration|forces|army) of (?:President |Prime Minister "
    r")?(?P<of>[A-ZÀ-Þ][\w-]+(?: [A-Za-zÀ-ÿ-]+){0,2})"
    r"|\b(?:pro|anti)-(?P<cause>[A-ZÀ-Þ][\w-]+)"
)


def _from_leader(words: str, article: ArticleParties) -> str | None:
    """The side of "Veres's government" and "anti-Veres fighters", where the article says whose leader Veres is."""
    match = _LEADER.search(words)
    if not match:
        return None
    leader = next(part for part in match.group("name", "of", "cause") if part)
    around = _around(leader, article)
    found = [m for m in mentions(around, article.invented) if m.value.how in (How.NAME, How.ADJECTIVE, How.CAPITAL)]
    if found:
        side = Counter(m.value.side for m in found).most_common(1)[0][0]
    elif "administration" in match.group(0).lower():
        side = side_of_seat(None, leader, article, scene=False) or ""
    else:
        side = article.theatre or article.main or article.foremost or ""
    if not side:
        return None
    return rebels_of(side) if match.group(0).startswith("anti-") else side


def _from_scene(words: str, kind: OriginKind, article: ArticleParties, country_of: CountryOf | None) -> str | None:
    """Of private people of whom nothing is told, the state of the dateline, where the article concerns that state."""
    private = {"resident", "relative", "witness"} >= set(capacities(words))
    place = dateline(article.text)
    if place is None or not private or kind not in (OriginKind.PERSON, OriginKind.UNNAMED_PERSON, OriginKind.GROUP):
        return None
    state = _placed_by_article(place, article) or (country_of(place) if country_of else None)
    return state if state in article.concerned else None


FOREMOST, FAR_FOREMOST = 1.33, 2.0
"""How much oftener than the next a state must be named to be that of a man or woman of the people; and of somebody of
whom nothing at all is told, who may be anybody."""


def _from_part(words: str, kind: OriginKind, article: ArticleParties) -> str | None:
    """Of somebody with a name and no office, the state with the greatest part in the article."""
    spoken = set(capacities(words))
    if kind is not OriginKind.PERSON or {"official", "expert", "press"} & spoken:
        return None
    states = [(side, n) for side, n in article.counts if side in article.concerned and side not in armed_parties()]
    next_most = states[1][1] if len(states) > 1 else 0
    return states[0][0] if states and states[0][1] >= (FOREMOST if spoken else FAR_FOREMOST) * next_most else None


def _from_context(
    name: str | None, words: str, role: str, own: str, kind: OriginKind, article: ArticleParties
) -> str | None:
    """The side that the text around tells: of an official the nearest, of others first the article's one state."""
    if like := side_of_like(name, words, kind, article):
        return like
    if _LEGISLATOR.search(own) and (house := side_of_house(article)):
        return house
    in_office = bool(STATE_OFFICE.search(own))
    if in_office and _CIVIL_OFFICE.search(own) and (house := side_of_house(article, clearly=True)):
        return house
    if in_office and kind is not OriginKind.ORGANIZATION and (seat := side_of_seat(name, words, article)):
        return seat
    home = side_of_officials(article) if in_office and len(article.belligerents) > 1 and not article.theatre else None
    near = home or (None if _LEGISLATOR.search(own) else side_near(name, words, role, kind, article))
    if near in armed_parties() and _STATELY.search(own):
        near = None
    main = _from_main(own, kind, article)
    return near or main if "official" in capacities(own) else main or near


_STATELY = re.compile(r"\b(?:security|intelligence|police|government|diplomatic|defen[cs]e|customs|judicial)\b", re.I)
# Whose parliament it is that somebody sits in the place of the fighting does not tell.
_LEGISLATOR = re.compile(r"\b(?:MPs?|[Mm]embers? of [Pp]arliament|[Ss]enators?|[Ll]awmakers?|[Ll]egislators?)\b")


# Ministers who speak of a war abroad for their own government.
_CIVIL_OFFICE = re.compile(
    r"\b(?:schools?|education|health|transport|culture|environment|energy|trade|business|home|finance|treasury|justice|"
    r"labou?r|housing|communities|veterans|armed forces|security) (?:\w+ )?(?:minister|secretary)\b"
)


def _from_main(words: str, kind: OriginKind, article: ArticleParties) -> str | None:
    """The article's one state, for those who speak for a state or live in it while it fights."""
    spoken = set(capacities(words))
    if article.main and ({"official", "soldier"} & spoken or kind in (OriginKind.ORGANIZATION, OriginKind.OUTLET)):
        return article.main
    if not article.belligerents:
        return None if {"official", "soldier"} & spoken else NO_SIDE
    if article.main in article.belligerents and kind not in (OriginKind.DOCUMENT, OriginKind.RECORDING):
        return article.main
    return None
