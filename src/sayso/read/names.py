"""Names: what a source phrase calls its speaker, and the fullest form of that name in the article.

"the ministry head, Irina Dol," names "Irina Dol", role "the ministry head"; a later "Dol" is filled up again.

Known limit: names are told by capitals and by the words around them, so a text without capitals has none.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import table
from sayso.model.span import Span

_TOKEN = re.compile(r"[\w’'.-]*\w|[,;()]", re.U)
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(str(w) for w in table("speakers")[kind])


@cache
def pronouns(kind: str) -> frozenset[str]:
    """Pronouns of one kind: person, thing, many, self or relative."""
    return frozenset(str(w) for w in table("speakers")["pronouns"][kind])


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase calls someone: the name and its span in the text, and the role beside it, as worded."""

    name: str | None
    span: Span | None
    role: str | None
    person: bool


@dataclass(frozen=True, slots=True)
class _Token:
    form: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        return _POSSESSIVE.sub("", self.form)

    @property
    def capital(self) -> bool:
        return self.form[0].isupper()

    @property
    def key(self) -> str:
        return self.bare.lower().rstrip(".")


def named(text: str, phrase: Span) -> Named:
    """Who a source phrase names; the phrase is a span of the article's text."""
    tokens = [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, *phrase)]
    for cut in (_person_beside_comma, _person_after_role, _person_alone):
        found = cut(text, tokens)
        if found is not None:
            return found
    return _thing(text, tokens)


def _role_word(token: _Token) -> bool:
    key = token.key
    return key in _words("roles") or (key.endswith("s") and key[:-1] in _words("roles"))


def _name_run(tokens: list[_Token], start: int) -> int:
    """How far a run of name words goes from `start`: capitals, with particles between them."""
    at = start
    while at < len(tokens):
        token = tokens[at]
        if (token.capital and token.form not in ",;()" and not _POSSESSIVE.search(token.form)) or (
            token.form.lower() in _words("particles") and at > start and at + 1 < len(tokens) and tokens[at + 1].capital
        ):
            at += 1
        else:
            if token.capital and token.form not in ",;()":
                at += 1
            break
    return at


def _looks_personal(tokens: list[_Token]) -> bool:
    """One to four name words, none of which makes an institution or an office."""
    if not 1 <= len(tokens) <= 5 or any(t.key in _impersonal() or t.bare in _SKIP for t in tokens):
        return False
    return not any(t.bare.isupper() and len(t.bare) > 1 and not t.bare.endswith(".") for t in tokens)


@cache
def _impersonal() -> frozenset[str]:
    states = {
        str(w).lower() for row in table("nations").values() for kind in ("names", "adjectives") for w in row[kind]
    }
    return _words("institutions") | _words("outlets") | _words("geography") | _words("unlikely") | states


def _named(text: str, tokens: list[_Token], role: tuple[int, int] | None) -> Named:
    start, end = tokens[0].start, tokens[-1].end
    name = _POSSESSIVE.sub("", text[start:end])
    return Named(name, (start, start + len(name)), _role(text[role[0] : role[1]]) if role else None, True)


def _role(words: str) -> str | None:
    """The role in what stands beside a name, without what else stands there ("On Tuesday, the mayor")."""
    parts = [
        p
        for p in words.strip(" ,").split(", ")
        if any(w.lower().rstrip(".") in _words("roles") for w in re.findall(r"[\w-]+", p))
    ]
    return (parts[-1] if parts and words.lstrip()[:1].isupper() else words.strip(" ,")) or None


def _person_beside_comma(text: str, tokens: list[_Token]) -> Named | None:
    """ "Iva Moss, a spokeswoman for the army" and "the ministry head, Irina Dol"."""
    commas = [i for i, t in enumerate(tokens) if t.form in ",("]
    if not commas:
        return None
    first = commas[0]
    head, rest = tokens[:first], tokens[first + 1 :]
    if (
        head
        and rest
        and all(t.capital or t.form.lower() in _words("particles") for t in head)
        and _looks_personal(head)
    ):
        bare = [t for t in head if not _role_word(t)]
        if bare and not (len(head) == 1 and head[0].key in _words("institutions")):
            end = rest[-1].end
            role = (rest[0].start, end) if any(_role_word(t) for t in rest) or not rest[0].capital else None
            start = head.index(bare[0])
            return _named(text, head[start:], role or ((head[0].start, bare[0].start) if start else None))
    for at in (i + 1 for i in commas):
        end = _name_run(tokens, at)
        name = [t for t in tokens[at:end] if not _role_word(t)]
        if (
            name
            and any(_role_word(t) for t in tokens[:at])
            and _looks_personal(name)
            and tokens[at:end][-1] is name[-1]
        ):
            return _named(text, name, (tokens[0].start, tokens[at - 1].start))
    return None


def _person_after_role(text: str, tokens: list[_Token]) -> Named | None:
    """ "army spokesman Pavel Orr", "UN Envoy for Tarn Ada de Moor": the run of capitals after the last role word."""
    roles = [i for i, t in enumerate(tokens) if _role_word(t)]
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
            if run and _looks_personal(run) and _ends_phrase(tokens, end) and (not between or len(run) >= 2):
                if between:
                    run = run[-2:] if len(run) > 2 and not _particle_inside(run) else run
                    if len(between) and between[-1].key in ("of", "in", "for", "at", "the") and len(run) == end - start:
                        continue
                return _named(text, run, (tokens[0].start, run[0].start))
    return None


def _particle_inside(run: list[_Token]) -> bool:
    return any(t.form.lower() in _words("particles") for t in run)


def _ends_phrase(tokens: list[_Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at].capital


_OF_PLACE = re.compile(r"[A-Z][\w’'-]+ of [A-Z][\w’'-]+$")


def _person_alone(text: str, tokens: list[_Token]) -> Named | None:
    """ "Pavel Orr" or "Orr": nothing but name words."""
    kept = [t for t in tokens if t.form not in ",;()"]
    capitals = all(t.capital or t.form.lower() in _words("particles") for t in kept)
    if len(kept) == len(tokens) >= 2 and capitals and _looks_personal(kept):
        return _named(text, kept, None)
    if len(kept) == 3 and _OF_PLACE.match(text[kept[0].start : kept[-1].end]) and _looks_personal(kept):
        return _named(text, kept, None)
    return None


_LEADING = re.compile(r"^(?:the|a|an|its|their|his|her|this|that|these|those|both|so-called)\s+", re.I)


def _thing(text: str, tokens: list[_Token]) -> Named:
    """An institution, an outlet, a group: the phrase itself, or the name inside it."""
    if not tokens:
        return Named(None, None, None, False)
    start, end = tokens[0].start, tokens[-1].end
    phrase = text[start:end]
    quoted = re.match(
        r"^(?:members|experts|analysts|officials|sources|people|researchers|leaders)\s+(?:at|of|from|in)\s+(?=the\s+[A-Z]|[A-Z])",
        phrase,
        re.I,
    )
    if quoted and not phrase.lower().startswith(("officials", "members", "people", "leaders")):
        start += quoted.end()
    run = _institution(text, [t for t in tokens if t.start >= start])
    if run is not None:
        return run
    name = text[start:end].strip(" ,")
    return Named(name, (start, start + len(name)), None, False)


def _institution(text: str, tokens: list[_Token]) -> Named | None:
    """The longest run of capitals (with of, for, and) that names an institution, and what stands around it as role."""
    best: list[_Token] = []
    run: list[_Token] = []
    for token in tokens:
        if token.capital or (run and token.form.lower() in _words("connectors")):
            run.append(token)
        else:
            best, run = max(best, _trim(run), key=len), []
    best = max(best, _trim(run), key=len)
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
        or _POSSESSIVE.search(best[-1].form)
    ):
        return None
    name = text[start:end]
    return Named(name, (start, end), before or after or None, False)


def _trim(run: list[_Token]) -> list[_Token]:
    while run and run[-1].form.lower() in _words("connectors") and not run[-1].capital:
        run = run[:-1]
    while run and run[0].form in ("The", "A", "An", "In", "On"):
        run = run[1:]
    return run


def people(text: str) -> list[tuple[Named, Span]]:
    """Everyone whom the article names with a role beside the name, in order, and the phrases it was read from."""
    found = []
    for match in _WITH_ROLE.finditer(text):
        who = named(text, match.span())
        if who.person and who.name and who.role and who.span:
            found.append((who, match.span()))
    return found


_RUN = r"[A-ZÀ-Þ][\w’'-]+(?: (?:al|el|bin|ibn|von|van|der|de|di|da|abu)[ -])?(?: ?[A-ZÀ-Þ][\w’'-]+){1,3}"
_WITH_ROLE = re.compile(
    rf"(?:\b(?:[Tt]he |[A-Z][\w-]+[’']s |[A-Z]?[\w-]+ ){{0,4}}[A-Za-z][a-z-]+,? {_RUN}|"
    rf"{_RUN}, (?:an? |the |head |chief )?(?:[\w’'-]+ ){{0,7}}?[\w’'-]+(?=[,.]))"
)


def institution(text: str, word: str) -> tuple[str, Span] | None:
    """The fullest name of an institution that is called by one of its words ("the Observatory") or by its initials."""
    best: tuple[str, Span] | None = None
    if word.isupper() and 2 <= len(word) <= 7:
        for found in re.finditer(
            rf"((?:[A-Z][\w’'-]+(?: (?:of|for|and|the|on|in))* ){{2,7}})\({re.escape(word)}\)", text
        ):
            parts = found.group(1).split()
            for first in range(len(parts)):
                if "".join(p[0] for p in parts[first:] if p[0].isupper()) == word:
                    name = " ".join(parts[first:])
                    at = found.start() + found.group(1).index(name)
                    return name, (at, at + len(name))
        return None
    more = r"(?: (?:for|of|and|on)(?: the)? [A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+)*)*"
    pattern = rf"(?:[A-Z][\w’'-]+ ){{0,4}}{re.escape(word)}{more}"
    for found in re.finditer(pattern, text):
        name = found.group()
        start = found.start()
        while name.split(" ", 1)[0] in _SKIP and " " in name:
            start += len(name.split(" ", 1)[0]) + 1
            name = name.split(" ", 1)[1]
        if len(name.split()) >= 2 and (best is None or len(name) > len(best[0])):
            best = name, (start, start + len(name))
    return best


_NAME_BEFORE = r"((?:[A-ZÀ-ÞŁŚŻČŠŽĐ][\w’'-]+(?: +(?:al|el|bin|ibn|von|van|der|de|di|da|la|le|abu|ben)[ -])?[ -]+){1,3})"


def fullest(text: str, name: str, person: bool) -> tuple[str, Span] | None:
    """The longest form in which the article names whom `name` names, and where; None where it stands alone."""
    if not name or len(name) < 3:
        return None
    surname = name.split()[-1]
    counted: Counter[str] = Counter()
    where: dict[str, Span] = {}
    for found in re.finditer(_NAME_BEFORE + re.escape(surname) + r"\b", text):
        tokens = [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, *found.span())]
        while tokens and (
            _role_word(tokens[0]) or tokens[0].key in _words("institutions") or _skipped(text, tokens[0])
        ):
            tokens = tokens[1:]
        if person and len(tokens) > 2 and not _particle_inside(tokens):
            tokens = (
                tokens[-2:]
                if any(_NATION.search(t.form) for t in tokens[:-2]) or _sentence_start(text, tokens[0].start)
                else tokens
            )
        if len(tokens) < 2 or (person and not _looks_personal(tokens)):
            continue
        form = text[tokens[0].start : tokens[-1].end]
        counted[form] += 1
        where.setdefault(form, (tokens[0].start, tokens[-1].end))
    fuller = [f for f in counted if len(f) > len(name) and _fits(name, f)]
    if not fuller:
        return None
    best = max(fuller, key=lambda f: (counted[f], -where[f][0]))
    return best, where[best]


_NATION = re.compile(r"(?:ian|ese|ish|can|ean|i|aqi|aeli)$|^(?:US|UK|UN|EU|French|German|Dutch|Greek|Czech)$")
_SKIP = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "But",
        "And",
        "As",
        "While",
        "When",
        "After",
        "Before",
        "If",
        "Since",
        "Although",
        "However",
        "Yet",
        "For",
        "With",
        "By",
        "From",
        "To",
        "Of",
        "That",
        "This",
        "These",
        "Those",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "He",
        "She",
        "It",
        "They",
        "According",
        "Meanwhile",
        "Earlier",
        "Later",
        "Speaking",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)


def _skipped(text: str, token: _Token) -> bool:
    return token.bare in _SKIP or token.bare.rstrip(".") in _SKIP or bool(_POSSESSIVE.search(token.form))


def _sentence_start(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].strip()
    return not before or before[-1] in ".!?\n"


def _fits(short: str, long: str) -> bool:
    """Every word of the short form is in the long one."""
    return {w.lower() for w in short.split()} <= {w.lower() for w in long.split()}
