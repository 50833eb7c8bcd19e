"""Names: what a source phrase calls its speaker, and the fullest form of that name in the article.

"the ministry head, Irina Dol," names "Irina Dol", role "the ministry head"; a later "Dol" is filled up again.

Known limit: names are told by capitals and by the words around them, so a text without capitals has none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import table
from sayso.model.span import Span

_TOKEN = re.compile(r"[\w’'.-]*\w|[,;()]", re.U)
_AL_NAME = re.compile(r"(?:al|el|an|ar|as|ash|at|ad|az)-[A-ZÀ-Þ]")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(str(w) for w in table("speakers")[kind])


@cache
def pronouns(kind: str) -> frozenset[str]:
    """Pronouns of one kind: person, thing, many, self or relative."""
    return frozenset(str(w) for w in table("speakers")["pronouns"][kind])


@cache
def every_pronoun() -> frozenset[str]:
    """All pronouns that may stand for a speaker."""
    return frozenset(str(w) for kind in table("speakers")["pronouns"].values() for w in kind)


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase calls someone: the name and its span in the text, and the role beside it, as worded."""

    name: str | None
    span: Span | None
    role: str | None
    person: bool


@dataclass(frozen=True, slots=True)
class Token:
    form: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        return POSSESSIVE.sub("", self.form)

    @property
    def capital(self) -> bool:
        return self.form[0].isupper() or bool(_AL_NAME.match(self.form))

    @property
    def key(self) -> str:
        return self.bare.lower().rstrip(".")


def tokens_of(text: str, span: Span) -> list[Token]:
    """The words and marks of a phrase."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, *span)]


def named(text: str, phrase: Span) -> Named:
    """Who a source phrase names; the phrase is a span of the article's text."""
    tokens = tokens_of(text, phrase)
    for cut in (_person_beside_comma, _person_before_role, _person_after_role, _person_alone):
        found = cut(text, tokens)
        if found is not None:
            return found
    return _thing(text, tokens)


def is_state(words: str) -> bool:
    """The words are a state's name: "Ukraine", "the United States"."""
    return words.lower().removeprefix("the ") in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(str(name).lower() for row in table("nations").values() for name in row["names"])


def may_speak(word: str) -> bool:
    """A word for a person, an institution or an outlet, in the singular or the plural: "officials", "ministry"."""
    key = word.lower().rstrip(".")
    return any(k in _words(kind) for k in (key, key.removesuffix("s")) for kind in ("roles", "institutions", "outlets"))


def is_role(token: Token) -> bool:
    key = token.key
    return key in _words("roles") or (key.endswith("s") and key[:-1] in _words("roles"))


def _name_run(tokens: list[Token], start: int) -> int:
    """How far a run of name words goes from `start`: capitals, with particles between them."""
    at = start
    while at < len(tokens):
        token = tokens[at]
        if (token.capital and token.form not in ",;()" and not POSSESSIVE.search(token.form)) or (
            token.form.lower() in _words("particles") and at > start and at + 1 < len(tokens) and tokens[at + 1].capital
        ):
            at += 1
        else:
            if token.capital and token.form not in ",;()":
                at += 1
            break
    return at


def looks_personal(tokens: list[Token]) -> bool:
    """One to four name words, none of which makes an institution or an office."""
    surnamed = len(tokens) > 1 and tokens[-1].key in _nationalities()  # "Michael German"
    first = tokens[:-1] if surnamed else tokens
    if not 1 <= len(tokens) <= 5 or any(t.key in _impersonal() or t.bare in _words("not_names") for t in first):
        return False
    return not any(t.bare.isupper() and len(t.bare) > 1 and not t.bare.endswith(".") for t in tokens)


@cache
def _impersonal() -> frozenset[str]:
    named_so = _words("institutions") | _words("outlets") | _words("geography") | _words("unlikely")
    parties = {w.lower() for name in _party_names() for w in name.split() if len(w) >= LONG and w[0].isupper()}
    return named_so | _nationalities() | _states() | parties


# A word of a party's name that is as long as this is nobody's forename or surname ("Hezbollah").
LONG = 6


def _party_names() -> Iterator[str]:
    for names in table("parties")["parties"].values():
        yield from map(str, names)


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(str(word).lower() for row in table("nations").values() for word in row["adjectives"])


def _named(text: str, tokens: list[Token], role: tuple[int, int] | None) -> Named:
    start, end = tokens[0].start, tokens[-1].end
    name = POSSESSIVE.sub("", text[start:end])
    return Named(name, (start, start + len(name)), _role(text[role[0] : role[1]]) if role else None, True)


def _role(words: str) -> str | None:
    """The role in what stands beside a name, without what else stands there ("On Tuesday, the mayor")."""
    parts = [
        p
        for p in words.strip(" ,").split(", ")
        if any(w.lower().rstrip(".") in _words("roles") for w in re.findall(r"[\w-]+", p))
    ]
    return (parts[-1] if parts and words.lstrip()[:1].isupper() else words.strip(" ,")) or None


def _person_beside_comma(text: str, tokens: list[Token]) -> Named | None:
    """ "Iva Moss, a spokeswoman for the army" and "the ministry head, Irina Dol"."""
    commas = [i for i, t in enumerate(tokens) if t.form in ",("]
    if not commas:
        return None
    first = commas[0]
    head, rest = tokens[:first], tokens[first + 1 :]
    if head and rest and all(t.capital or t.form.lower() in _words("particles") for t in head) and looks_personal(head):
        bare = [t for t in head if not is_role(t)]
        if bare and not (len(head) == 1 and head[0].key in _words("institutions")):
            end = rest[-1].end
            role = (rest[0].start, end) if any(is_role(t) for t in rest) or not rest[0].capital else None
            start = head.index(bare[0])
            return _named(text, head[start:], role or ((head[0].start, bare[0].start) if start else None))
    for at in (i + 1 for i in commas):
        end = _name_run(tokens, at)
        name = [t for t in tokens[at:end] if not is_role(t)]
        if name and any(is_role(t) for t in tokens[:at]) and looks_personal(name) and tokens[at:end][-1] is name[-1]:
            return _named(text, name, (tokens[0].start, tokens[at - 1].start))
    return None


def _person_before_role(text: str, tokens: list[Token]) -> Named | None:
    """ "Iva Moss spokeswoman for the army", in copy that lost its commas."""
    run = tokens[: _name_run(tokens, 0)]
    rest = tokens[len(run) :]
    if len(run) < 2 or not rest or rest[0].capital or not is_role(rest[0]) or not looks_personal(run):
        return None
    return _named(text, run, (rest[0].start, rest[-1].end))


def _person_after_role(text: str, tokens: list[Token]) -> Named | None:
    """ "army spokesman Pavel Orr", "UN Envoy for Tarn Ada de Moor": the run of capitals after the last role word."""
    roles = [i for i, t in enumerate(tokens) if is_role(t)]
    for i in reversed(roles):
        for start in range(i + 1, min(i + 8, len(tokens))):
            token = tokens[start]
            if token.form in ",;()":
                break
            if not token.capital:
                continue
            end = _name_run(tokens, start)
            run = tokens[start:end]
            between = tokens[i + 1 : start]
            if run and looks_personal(run) and _ends_phrase(tokens, end) and (not between or len(run) >= 2):
                if between:
                    run = run[-2:] if len(run) > 2 and not has_particle(run) else run
                    if len(between) and between[-1].key in ("of", "in", "for", "at", "the") and len(run) == end - start:
                        continue
                return _named(text, run, (tokens[0].start, run[0].start))
    return None


def has_particle(run: list[Token]) -> bool:
    return any(t.form.lower() in _words("particles") for t in run)


def _ends_phrase(tokens: list[Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at].capital


_OF_PLACE = re.compile(r"[A-Z][\w’'-]+ of [A-Z][\w’'-]+$")


def _person_alone(text: str, tokens: list[Token]) -> Named | None:
    """ "Pavel Orr" or "Orr": nothing but name words."""
    kept = [t for t in tokens if t.form not in ",;()"]
    capitals = all(t.capital or t.form.lower() in _words("particles") for t in kept)
    if len(kept) == len(tokens) >= 2 and capitals and looks_personal(kept):
        return _named(text, kept, None)
    if len(kept) == 3 and _OF_PLACE.match(text[kept[0].start : kept[-1].end]) and looks_personal(kept):
        return _named(text, kept, None)
    return None


_LEADING = re.compile(r"^(?:the|a|an|its|their|his|her|this|that|these|those|both|so-called)\s+", re.I)


_SPEAK_FOR = re.compile(
    r"(?:experts|analysts|researchers|investigators|monitors)\s+(?:at|of|from|in|with)\s+(?=the\s+[A-Z]|[A-Z])", re.I
)
_GROUP_OF = re.compile(
    r"(?:[\w’'-]+\s+){0,3}?(?:officials|members|people|leaders|sources|soldiers|residents|witnesses|fighters|activists|officers|"
    r"commanders|troops|families|relatives|supporters|prisoners|doctors|workers|spokes\w+)\s+(?:of|from|in|at|with|for|near)\s",
    re.I,
)


def _thing(text: str, tokens: list[Token]) -> Named:
    """An institution, an outlet, a group: the phrase itself, or the name inside it."""
    if not tokens:
        return Named(None, None, None, False)
    start, end = tokens[0].start, tokens[-1].end
    # "Experts at the Kestrel Institute" speak for it; "officials of the Karsk Council" are themselves a group.
    if speaking_for := _SPEAK_FOR.match(text, start, end):
        start = speaking_for.end()
    elif not _GROUP_OF.match(text, start, end):
        run = _institution(text, tokens)
        if run is not None:
            return run
    if speaking_for and (run := _institution(text, [t for t in tokens if t.start >= start])):
        return run
    start = tokens[0].start
    name = text[start:end].strip(" ,")
    return Named(name, (start, start + len(name)), None, False)


def _says_whence(token: Token) -> bool:
    """A nationality, a quarter of the world, a number: what stands before a noun and is nobody's name."""
    keys = {token.key, token.key.removesuffix("s"), token.key.removesuffix("-backed")}
    known = _nationalities() | _states() | _words("unlikely") | _words("geography") | _words("connectors")
    return bool(keys & known)


def _institution(text: str, tokens: list[Token]) -> Named | None:
    """The longest run of capitals (with of, for, and) that names an institution, and what stands around it as role."""
    best: list[Token] = []
    run: list[Token] = []
    for token in tokens:
        if token.capital or (run and token.form.lower() in _words("connectors")):
            run.append(token)
        else:
            best, run = max(best, _trim(run), key=len), []
    best = max(best, _trim(run), key=len)
    if all(_says_whence(token) for token in best):
        return None  # "One European official" is no European body
    if len(best) < 2 and not (best and len(best[0].bare) > 2 and best[0].bare.isupper()):
        return None
    if any(t.form.lower() in {"of", "for"} for t in best) and not any(t.key in _words("institutions") for t in best):
        return None
    start, end = best[0].start, best[-1].end
    before = _LEADING.sub("", text[tokens[0].start : start]).strip(" ,")
    after = text[end : tokens[-1].end].strip(" ,")
    if (
        after.startswith(("’", "'"))
        or re.search(r"\b(?:of|in|at|from|by|for|with|under|to)$", before)
        or POSSESSIVE.search(best[-1].form)
    ):
        return None
    name = text[start:end]
    return Named(name, (start, end), before or after or None, False)


def _trim(run: list[Token]) -> list[Token]:
    while run and run[-1].form.lower() in _words("connectors") and not run[-1].capital:
        run = run[:-1]
    while run and run[0].form in ("The", "A", "An", "In", "On"):
        run = run[1:]
    return run
