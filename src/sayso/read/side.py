"""Side: the state or party to which an origin belongs, read from the origin's words and from the article.

"Alexey Petrov, a representative of the Varnian command" belongs to Varnia; "the ministry head, Irina Veres" to the
state whose ministry the article speaks of; a UN envoy, a monitor and a journalist to none; an Ostrel farmer to
Ostrel only where Ostrel is a party to the conflict. Nothing is known of single people: who is whose president,
the article must say. What it does not tell is `unknown`.
"""

import re

from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, OriginKind
from sayso.read.capacities import capacities
from sayso.read.directory import directory
from sayso.read.mentions import How, mentions
from sayso.read.nearby import STATE_OFFICE, side_of_owner
from sayso.read.parties import ArticleParties, armed_parties, parties
from sayso.read.rebels import divided
from sayso.read.side_around import around, by_his_address, from_leader
from sayso.read.side_left import from_context, from_part, of_the_administration
from sayso.read.side_placed import CountryOf, from_place, from_scene
from sayso.read.side_told import from_words, impartial

__all__ = ["ArticleParties", "CountryOf", "origin_side", "parties"]

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
    if kind is OriginKind.ORGANIZATION and _SOME_BODIES.fullmatch(name or words):
        return UNKNOWN_SIDE
    told = from_words(own, name, kind, article)
    if told:
        return told
    if kind is OriginKind.UNNAMED_PERSON and _ACCOUNT.search(words):
        return UNKNOWN_SIDE
    if _HELD_BY_REBELS.search(own):
        return UNKNOWN_SIDE
    if _BLOC.search(f"{name or ''} | {words}"):
        return UNKNOWN_SIDE
    if kind is OriginKind.ORGANIZATION and _COMPANY.search(own):
        return NO_SIDE
    whose = _of_their_office(name, article, country_of) or _of_their_office(role, article, country_of)
    if whose:
        return whose
    led = from_leader(own, article)
    if led:
        return led
    if role and _RULE_ALONE.fullmatch(role):
        own, role = " | ".join(part for part in (name or "", words) if part), None
    about = around(name, article) if name else ""
    if about:
        told = from_words(about, None, kind, article)
        if told and not (told in armed_parties() and STATE_OFFICE.search(own)):
            return told
    return (
        by_his_address(name, kind, article)
        or from_place(f"{own} | {about}", kind, article, country_of)
        or impartial(own, kind)
        or side_of_owner(f"{role or ''} | {words} | {about}", article)
        or from_scene(own, kind, article, country_of)
        or of_the_administration(own, article)
        or from_context(name, words, role or "", own, kind, article)
        or from_part(own, kind, article)
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
_SOME_BODIES = re.compile(
    r"(?i:(?:(?:the|some|both|two|three|several|many|other|these|those) ){0,2}"
    r"(?:organi[sz]ations|groups|bodies|agencies))"
)
# Who works where rebels rule may be theirs or nobody's, and is not the state's.
_HELD_BY_REBELS = re.compile(r"\b(?:rebel|opposition|insurgent|militant|separatist)-(?:held|controlled|run)\b", re.I)
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


_RULE_ALONE = re.compile(r"[\w-]+(?:['’]s)? (?:own )?(?:administration|government|regime|presidency|cabinet)", re.I)
