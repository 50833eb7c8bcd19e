"""Toponyms: which capitalised words of a text name places.

"Residents of Karsk, a town near Belomir, fled" names Karsk and Belomir. The gazetteer proposes, the words around it
dispose: a town whose name is also a surname or an organisation's must stand after a locative word; a name that no
gazetteer knows is a place after "the village of" or before "province". Limit: small towns that a text names only as
actors are passed over, and so is every name in a line of capitals that no gazetteer knows.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.gazetteer import Toponym, fold, gazetteer
from sayso.lexicon.load import table
from sayso.model.span import Span
from sayso.read.marked import Name

LONGEST_NAME = 5
"""Words in the longest names worth looking up ("Islamic Republic of Iran" has four)."""

GREAT = 500_000
"""Inhabitants from which a settlement's name means the settlement, unless it stands inside another name."""

LARGE = 100_000
"""Inhabitants from which a name needs no locative word anywhere in the text, unless it is part of a person's name."""

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[’'ʼ‘\-‑][^\W\d_]+)*|[^\w\s]|\d+")
_ARTICLE = re.compile(r"(?:al|el|as|ad|ar|at|az|an|ash|ath|ez|es|ed|et)-[^\W\d_]", re.I)
_POSSESSIVE = re.compile(r"(?:['’ʼ]s|(?<=s)['’])$")
_COMPOUND = re.compile(r"[A-Z][^\W\d_]*[-‑][a-z]")
_INNER = frozenset(["of", "de", "del", "al", "el", "la", "du", "the", "and", "es", "ez", "ed", "bin", "do", "da", "e"])


_STATES_OF = ("-held", "-controlled", "-occupied", "-populated", "-run", "-besieged")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, whether it begins a sentence, can be part of a name, and begins one of the encoder's names."""

    text: str
    low: str
    start: int
    end: int
    capital: bool
    opens: bool
    named: bool = False


@dataclass(frozen=True, slots=True)
class Toponymic:
    """A name that stands for a place: where it is written, and the places that bear it (none where none is known).

    `regional` where the text makes it a region ("Tarn province" around a town called Tarn).
    """

    text: str
    span: Span
    bearers: tuple[Toponym, ...]
    regional: bool


@dataclass(frozen=True, slots=True)
class _Words:
    locative: frozenset[str]
    before: frozenset[str]
    kinds: frozenset[str]
    after: frozenset[str]
    administrative: frozenset[str]
    named: frozenset[str]
    between: frozenset[str]
    joined: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    adjectives: frozenset[str]
    peoples: frozenset[str]
    acts: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    known = table("places")
    adjectives = {str(word) for nation in table("nations").values() for word in nation.get("adjectives") or ()}
    return _Words(
        locative=frozenset([*known["locative"], *known["motion"]]),
        before=frozenset(known["kinds_before"]),
        kinds=frozenset(known["kinds"]),
        after=frozenset([*known["kinds_after"], *known["administrative"]]),
        administrative=frozenset(known["administrative"]),
        named=frozenset(known["named_kinds"]),
        between=frozenset(known["between"]),
        joined=frozenset(known["joined"]),
        titles=frozenset(known["titles"]),
        never=frozenset(fold(str(word)) for word in known["never"]),
        adjectives=frozenset(fold(word) for word in adjectives),
        peoples=frozenset(fold(str(word)) for word in known["peoples"]),
        acts=frozenset(known["acts_on"]),
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Tokens [first, last) that may name a place."""

    first: int
    last: int
    name: str
    bearers: tuple[Toponym, ...]


def toponyms(text: str, names: Sequence[Name] = ()) -> tuple[Toponymic, ...]:
    """The names of places in the text, in its order, none inside another.

    `names` are what the encoder takes for names of persons, bodies and places, in the order of the text: they bear
    out a name that the words leave open, and name places that no gazetteer knows.
    """
    starts = [name.span[0] for name in names]
    tokens = tuple(_tokens(text, frozenset(starts)))
    candidates = [_whole(text, tokens, one, names, starts) for one in _candidates(tokens)]
    located = _located(tokens, candidates)
    placed = Counter(fold(one.name) for one, is_located in zip(candidates, located, strict=True) if is_located)
    lower = {token.low for token in tokens if not token.capital}
    bound = _bound(tokens, candidates)
    found: list[Toponymic] = []
    for one, is_located in zip(candidates, located, strict=True):
        kind = _kind(tokens, one, names, starts)
        if kind == "PER" and not (is_located or _is_well_known(one) or (one.bearers and placed[fold(one.name)])):
            continue
        if _is_place(tokens, one, is_located, placed, lower, bound) or (kind == "LOC" and _may_be(tokens, one)):
            found.append(_toponymic(text, tokens, one))
    return tuple(found)


def _kind(tokens: tuple[Token, ...], one: _Candidate, names: Sequence[Name], starts: Sequence[int]) -> str | None:
    """What the encoder takes a candidate for: PER, ORG or LOC; None where it sees no name, or only part of this one."""
    start, end = tokens[one.first].start, tokens[one.last - 1].end
    at = bisect_right(starts, start) - 1
    if at < 0 or names[at].span[1] <= start:
        return None
    kind, span = names[at]
    whole = span[0] == start and span[1] >= end - 2 and span[1] <= end
    return kind if whole or kind == "PER" else None


def _whole(
    text: str, tokens: tuple[Token, ...], one: _Candidate, names: Sequence[Name], starts: Sequence[int]
) -> _Candidate:
    """A settlement's name, or the longer one that the encoder sees there: "Tarn Issa", which no gazetteer has."""
    at = bisect_right(starts, tokens[one.first].start) - 1
    if at < 0 or starts[at] != tokens[one.first].start or names[at].kind != "LOC":
        return one
    last = one.last
    while last < len(tokens) and tokens[last].end <= names[at].span[1] and tokens[last].capital:
        last += 1
    added = tokens[one.last : last]
    if not added or tokens[last - 1].end != names[at].span[1]:
        return one
    if not one.bearers or any(place.kind != "settlement" for place in one.bearers):
        return one
    known = _words().adjectives | _words().never
    if tokens[one.first].opens or any(fold(token.text) in known or _is_great(token.text) for token in added):
        return one
    return _Candidate(one.first, last, _POSSESSIVE.sub("", text[tokens[one.first].start : tokens[last - 1].end]), ())


def _is_great(name: str) -> bool:
    """Whether a word names a state, a region or a large city by itself."""
    return any(place.kind != "settlement" or place.population >= LARGE for place in gazetteer().find(name))


def _is_well_known(one: _Candidate) -> bool:
    """Whether a name is a state's, a region's or a great city's, whatever else may bear it."""
    return any(place.kind != "settlement" or place.population >= GREAT for place in one.bearers[:1])


def _may_be(tokens: tuple[Token, ...], one: _Candidate) -> bool:
    """Whether nothing in a name and beside it speaks against a place."""
    name = one.name
    if one.last == one.first + 1 and (_is_adjectival(name) or fold(name) in _words().adjectives):
        return False
    return not _is_embedded(tokens, one)


def _located(tokens: tuple[Token, ...], candidates: list[_Candidate]) -> list[bool]:
    """Whether each name stands where places do, by its own words or as one of a list: "in Karsk, Tarn and Belomir"."""
    located = [_is_located(tokens, one) and not _is_embedded(tokens, one) for one in candidates]
    for order in (range(1, len(candidates)), range(len(candidates) - 2, -1, -1)):
        step = order.step
        for at in order:
            other = at - step
            first, second = sorted((candidates[at], candidates[other]), key=lambda one: one.first)
            if located[other] and not located[at] and _is_listed(tokens, first, second):
                located[at] = not _is_embedded(tokens, candidates[at])
    return located


def _is_listed(tokens: tuple[Token, ...], first: _Candidate, second: _Candidate) -> bool:
    """Whether two names follow each other in a list, with nothing of another kind around them."""
    between = [token.low for token in tokens[first.last : second.first]]
    if between not in ([","], ["and"], ["or"], [",", "and"], ["and", "/", "or"], ["/"], ["as", "well", "as"]):
        return False
    after = tokens[second.last] if second.last < len(tokens) else None
    return not (after and after.capital and after.start == tokens[second.last - 1].end + 1 and not after.opens)


def _tokens(text: str, named: frozenset[int] = frozenset()) -> list[Token]:
    found: list[Token] = []
    opens = True
    end = 0
    for hit in _TOKEN.finditer(text):
        word = hit.group()
        gap = text[end : hit.start()]
        if "\n" in gap:
            opens = True
        capital = word[0].isupper() or bool(_ARTICLE.match(word) and not word.islower())
        found.append(Token(word, word.casefold(), hit.start(), hit.end(), capital, opens, hit.start() in named))
        if word[0].isalnum():
            opens = False
        elif word in ".!?…:•|":
            opens = True
        end = hit.end()
    return found


def _candidates(tokens: tuple[Token, ...]) -> list[_Candidate]:
    found: list[_Candidate] = []
    at = 0
    while at < len(tokens):
        if not tokens[at].capital:
            at += 1
            continue
        one = _known(tokens, at) or _unknown(tokens, at)
        if one is not None:
            found.append(one)
            at = one.last
        else:
            at += 1
    return found


def _known(tokens: tuple[Token, ...], at: int) -> _Candidate | None:
    """The longest name from this token on that the gazetteer knows."""
    find, never = gazetteer().find, _words().never
    reach = _reach(tokens, at)
    for last in range(reach, at, -1):
        if not tokens[last - 1].capital:
            continue
        name = " ".join(token.text for token in tokens[at:last])
        name = _POSSESSIVE.sub("", name)
        if fold(name) in never or (name.isupper() and len(name) > 1 and not gazetteer().is_country(name)):
            continue
        if last == at + 1 and name.casefold() in ("us",) and tokens[at].text != "US":
            continue
        if bearers := find(name):
            return _Candidate(at, _with_article(tokens, at, last), name, bearers)
        if last == at + 1 and name.endswith("s") and len(name) > 4:
            owner = [place for place in find(name[:-1]) if place.kind != "settlement" or place.population >= LARGE]
            if owner and fold(name) not in _words().adjectives and fold(name[:-1]) not in never | _words().adjectives:
                return _Candidate(at, last, name[:-1], tuple(owner))
    return _joined(tokens, at)


def _with_article(tokens: tuple[Token, ...], at: int, last: int) -> int:
    """ "Tarn al-Balad" is one name, not Tarn with something after it."""
    after = tokens[last] if last < len(tokens) else None
    if after and _ARTICLE.match(after.text) and after.capital and after.start == tokens[last - 1].end + 1:
        return last if _ARTICLE.match(tokens[at].text) else last + 1
    return last


def _joined(tokens: tuple[Token, ...], at: int) -> _Candidate | None:
    """ "Syria-Iraq", "Kostyantynivka-Druzhkivka": places joined by a hyphen, taken as one name."""
    parts = re.split(r"[-‑]", tokens[at].text)
    if len(parts) < 2 or parts[-1].casefold() in _words().joined or _ARTICLE.match(tokens[at].text):
        return None
    bearers = [gazetteer().find(part) if part[:1].isupper() and len(part) > 3 else () for part in parts]
    known = [places for places in bearers if places]
    if len(known) < len(parts) or any(fold(part) in _words().adjectives | _words().never for part in parts):
        return None
    return _Candidate(at, at + 1, tokens[at].text, known[0])


def _reach(tokens: tuple[Token, ...], at: int) -> int:
    """The token after the longest run of words from here that could be one name."""
    last = at + 1
    while last < len(tokens) and last - at < LONGEST_NAME and tokens[last].start == tokens[last - 1].end + 1:
        if not (tokens[last].capital or tokens[last].low in _INNER) or not tokens[last].text[0].isalpha():
            break
        last += 1
    return last


def _unknown(tokens: tuple[Token, ...], at: int) -> _Candidate | None:
    """A run of capitalised words that the gazetteer does not know, up to the first that it does."""
    never, adjectives = _words().never, _words().adjectives
    last = at
    while last < len(tokens) and last - at < LONGEST_NAME and tokens[last].capital:
        folded = fold(_POSSESSIVE.sub("", tokens[last].text))
        if last > at and tokens[last].start != tokens[last - 1].end + 1:
            break
        if tokens[last].low not in _words().named and (folded in never or folded in adjectives):
            break
        last += 1
    if last == at or all(token.low in _words().named for token in tokens[at:last]):
        return None
    name = _POSSESSIVE.sub("", " ".join(token.text for token in tokens[at:last]))
    if name.isupper() or (last == at + 1 and _is_adjectival(name)) or _is_compound(name):
        return None
    return _Candidate(at, last, name, ())


def _is_compound(name: str) -> bool:
    """Whether a word begins it that ends in small letters after a hyphen: "Kurdish-populated", "Soviet-era"."""
    return bool(_COMPOUND.match(name))


def _is_adjectival(name: str) -> bool:
    """Whether an unknown word looks like a people's adjective ("Kurdish", "Varnian") or belongs to a faith."""
    return name.endswith(("ish", "ian", "ians", "ese", "ists", "ist", "ism")) or fold(name) in _words().peoples


def _left(tokens: tuple[Token, ...], first: int) -> tuple[str, bool]:
    """The word that governs a name from the left, past words like "northern" or "the besieged city of", and whether
    a kind of place stands between."""
    words, kind = _words(), False
    at = first - 1
    for _ in range(7):
        if at < 0 or tokens[at + 1].opens:
            return "", kind
        low = _POSSESSIVE.sub("", tokens[at].low)
        before = tokens[at - 1].low if at else ""
        if low == "of" and before == "out":
            return "from", kind
        if low == "of" and before in words.before:
            kind, at = True, at - 2
        elif low in words.kinds:
            kind, at = True, at - 1
        elif low in words.locative or low in words.acts:
            return low, kind
        elif low in words.between or fold(low) in words.adjectives or low.endswith(_STATES_OF):
            at -= 1
        else:
            return low, kind
    return "", kind


def left_of(before: str) -> tuple[str, bool]:
    """The same for a name right after these words of its sentence."""
    tokens = tuple(_tokens(before))
    return _left((*tokens, Token("", "", len(before), len(before), True, not tokens)), len(tokens))


def _is_located(tokens: tuple[Token, ...], one: _Candidate) -> bool:
    """Whether the words beside a name make it a place: "in Karsk", "the village of Karsk", "Karsk province"."""
    words = _words()
    governor, kind = _left(tokens, one.first)
    after = tokens[one.last] if one.last < len(tokens) else None
    if after and after.start == tokens[one.last - 1].end + 1 and after.low in words.after:
        return True
    if any(token.low in words.named for token in tokens[one.first + 1 : one.last]):
        return bool(one.bearers) or governor in words.locative or kind
    if kind:
        return True
    if one.bearers:
        return governor in words.locative or governor in words.acts
    owner = _POSSESSIVE.search(tokens[one.last - 1].text) is not None
    return governor in ("in", "near", "inside", "outside") and not owner


def _bound(tokens: tuple[Token, ...], candidates: list[_Candidate]) -> Counter[str]:
    """How often the text uses a word inside a longer name that is no place: "Hunt" where it names "Jeremy Hunt"."""
    words = _words()
    taken: Counter[str] = Counter()
    starts = {one.first: one for one in candidates}
    for at, token in enumerate(tokens[:-1]):
        after = tokens[at + 1]
        if not (token.capital and after.capital and after.start == token.end + 1) or token.low in words.locative:
            continue
        if (
            token.opens and fold(token.text) in words.never and token.low not in words.titles
        ) or after.low in words.after:
            continue
        inside = starts.get(at)
        if (inside and inside.bearers and inside.last > at + 1) or fold(token.text) in words.adjectives:
            continue
        if token.low in words.between or _owns(token.text) or _is_weekday(token) or _is_weekday(after):
            continue
        taken[fold(_ARTICLE.sub(lambda found: found.group()[-1], _POSSESSIVE.sub("", after.text)))] += 1
        taken[fold(token.text)] += 1
    return taken


def _is_place(
    tokens: tuple[Token, ...],
    one: _Candidate,
    located: bool,
    placed: Counter[str],
    lower: set[str],
    bound: Counter[str],
) -> bool:
    name = fold(one.name)
    if not one.bearers:
        return located or (placed[name] > bound[name] and name not in lower and not _is_embedded(tokens, one))
    if _is_embedded(tokens, one):
        return False
    first = one.bearers[0]
    if located or (first.kind != "settlement" and not first.lesser):
        return True
    if name in lower or placed[name] < bound[name]:
        return False
    opens = tokens[one.first].opens and one.last == one.first + 1
    size = max(place.population for place in one.bearers)
    if size >= GREAT and (first.main or not opens):
        return True
    return placed[name] > 0 or (size >= LARGE and not opens)


def _is_embedded(tokens: tuple[Token, ...], one: _Candidate) -> bool:
    """Whether the name only stands inside another: "Aleppo Police Command", "Times of Israel", "Mr Hunt"."""
    words = _words()
    before = tokens[one.first - 1] if one.first else None
    after = tokens[one.last] if one.last < len(tokens) else None
    if after and after.capital and after.start == tokens[one.last - 1].end + 1 and not after.opens:
        apart = tokens[one.last - 1].text.endswith(("'s", "’s", "s'", "s’"))
        headline = after.low in words.acts or after.low.removesuffix("s") in words.acts  # "Dead in Karsk Strikes"
        apart = apart or headline or (after.named and bool(one.bearers)) or _is_kind(tokens, one.last)
        if not apart and after.low not in words.after and not _starts_another(after):
            return True
    if before is None or before.end + 1 != tokens[one.first].start:
        return False
    if before.low in words.titles:
        return True
    if before.low == "of" and one.first > 1 and tokens[one.first - 2].capital:
        return tokens[one.first - 2].low not in words.before and not tokens[one.first - 2].opens
    if not before.capital or before.opens or before.low in words.locative:
        return False
    apart = _owns(before.text) or before.low in words.between or fold(before.text) in words.adjectives
    return not (apart or _is_weekday(before) or bool(gazetteer().find(before.text)) or _ARTICLE.match(before.text))


def _is_kind(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether an abbreviation and a kind of place follow: "the Karsk IDP camp"."""
    return tokens[at].text.isupper() and at + 1 < len(tokens) and tokens[at + 1].low in _words().kinds


def _owns(word: str) -> bool:
    """Whether a word is a genitive, also that of a state whose apostrophe was lost: "Varnias Karsk province"."""
    return word.endswith(("'s", "’s")) or (word.endswith("s") and gazetteer().is_country(word[:-1]))


def _starts_another(token: Token) -> bool:
    """Whether a capital after a name begins something of its own, as where commas were lost."""
    return (
        _is_weekday(token)
        or bool(_ARTICLE.match(token.text))
        or (gazetteer().find(token.text) != () and fold(token.text) not in _words().never)
    )


def _is_weekday(token: Token) -> bool:
    return token.low.endswith("day") and token.low[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _toponymic(text: str, tokens: tuple[Token, ...], one: _Candidate) -> Toponymic:
    """The mention, with "province" and its like taken into the name."""
    words = _words()
    start, last = tokens[one.first].start, one.last
    end = tokens[last - 1].end
    possessive = _POSSESSIVE.search(tokens[last - 1].text)
    if possessive and one.name != tokens[last - 1].text:
        end -= len(tokens[last - 1].text) - possessive.start()
    regional = False
    if not possessive and last < len(tokens) and tokens[last].start == end + 1:
        after = tokens[last]
        if after.low in words.administrative or (after.capital and after.low in words.named):
            end, regional = after.end, after.low in words.administrative
    return Toponymic(text[start:end], (start, end), one.bearers, regional)
