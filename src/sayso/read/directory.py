"""The directory of an article: who is named in it in full, and in what role, wherever that stands.

An article that says "Dol" in its first line and "Irina Dol, the mayor of Tarn" in its last has Irina Dol in both.
Everything is looked up once an article, so that reading stays linear in its length.

Known limit: two people of one surname are told apart only where both are named in full each time.
"""

import re
from collections import Counter
from functools import cache, cached_property, lru_cache

from sayso.lexicon import states
from sayso.lexicon.alike import name_key, name_keys
from sayso.lexicon.load import table
from sayso.model.span import Span
from sayso.read.names import Named, has_particle, looks_personal, named
from sayso.read.tokens import POSSESSIVE, Token, is_role, tokens_of

_CAPITAL = r"[A-ZÀ-ÞŁŚŻČŠŽĐ][\w’'-]+"
_PARTICLE = r"(?:al|el|bin|ibn|von|van|der|de|di|da|la|le|abu|ben)"
_RUN = re.compile(rf"{_CAPITAL}(?: +(?:{_PARTICLE}[ -])?{_CAPITAL})+")
_SHORT_RUN = rf"{_CAPITAL}(?: (?:{_PARTICLE}[ -])?{_CAPITAL}){{1,3}}"
_WITH_ROLE = (
    re.compile(rf"\b(?:[Tt]he |[A-Z][\w-]+[’']s |[A-Z]?[\w-]+ ){{0,4}}[A-Za-z][a-z-]+,? {_SHORT_RUN}"),
    re.compile(
        rf"{_SHORT_RUN}, (?:who (?:is|was|has been|served as) )?(?:an? |the |head |chief )?"
        rf"(?:[\w’'-]+ ){{0,7}}?[\w’'-]+(?=[,.])"
    ),
)
_TITLED = re.compile(rf"{_CAPITAL}(?:(?: (?:for|of|and|on)(?: the)?)? {_CAPITAL})+(?: \((?P<initials>[A-Z]{{2,7}})\))?")
_GOVERNMENT = re.compile(
    r"\b(?P<who>[A-ZÀ-ÞŁŚŻČŠŽĐ][\w-]+)(?:['’]s)? (?:own )?(?i:administration|government|regime|presidency|cabinet)\b"
)
_NATION = re.compile(r"(?:ian|ese|ish|can|ean|i|aqi|aeli)$|^(?:US|UK|UN|EU|French|German|Dutch|Greek|Czech)$")
# A name has at most so many words before the surname.
FORENAMES = 3
# Initials that the text does not explain must be so many letters to be known by the words they begin.
SHORTEST_INITIALS = 3
# So many words before the one that an institution is called by belong to its name.
BEFORE = 4


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(str(word) for word in table("speakers")[kind])


class Directory:
    """Full names in one article's text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._roles: dict[str, str | None] | None = None
        self._known: dict[tuple[str, bool], tuple[str, Span] | None] = {}

    def fullest(self, name: str, person: bool) -> tuple[str, Span] | None:
        """The form in which the article most often names in full whom `name` names, and where it first stands.

        None where the article has no longer form.
        """
        if (name, person) not in self._known:
            self._known[name, person] = self._fullest(name, person)
        return self._known[name, person]

    def _fullest(self, name: str, person: bool) -> tuple[str, Span] | None:
        counted: Counter[str] = Counter()
        where: dict[str, Span] = {}
        for run in self._runs_with.get(name_key(name.split()[-1]), ()):
            kept = self._without_role(run, person)
            if len(kept) < 2 or (person and not looks_personal(kept)):
                continue
            span = kept[0].start, kept[-1].end
            form = self._text[slice(*span)]
            counted[form] += 1
            where.setdefault(form, span)
        fuller = [f for f in counted if len(f) > len(name) and _fits(name, f)]
        if not fuller:
            return None
        best = max(fuller, key=lambda form: (counted[form], -where[form][0]))
        return best, where[best]

    @cached_property
    def _runs_with(self) -> dict[str, list[list[Token]]]:
        """By each word that may be a surname, the runs of capitals that end on it."""
        runs: dict[str, list[list[Token]]] = {}
        for found in _RUN.finditer(self._text):
            tokens = tokens_of(self._text, found.span())
            for at, token in enumerate(tokens):
                if at and token.capital:
                    runs.setdefault(name_key(token.bare), []).append(_closed(tokens[max(0, at - FORENAMES) : at + 1]))
        return runs

    def _without_role(self, run: list[Token], person: bool) -> list[Token]:
        offices = [i for i, token in enumerate(run[:-1]) if is_role(token)] if person else []
        kept = run[offices[-1] + 1 :] if offices else run  # "Foreign Minister Iva Moss"
        while kept and (is_role(kept[0]) or kept[0].key in _listed("institutions") or _foreign(kept[0])):
            kept = kept[1:]
        if person and len(kept) > 2 and not has_particle(kept):
            nation = any(_NATION.search(token.form) for token in kept[:-2])
            if nation or _opens_sentence(self._text, kept[0].start):
                kept = kept[-2:]
        return kept

    def institution(self, word: str) -> tuple[str, Span] | None:
        """The fullest name of an institution called by one of its words ("the Observatory") or by its initials."""
        best: tuple[str, Span] | None = None
        if word.isupper() and len(word) >= SHORTEST_INITIALS and all(i != word for i, _ in self._titles):
            return next((named for _, tokens in self._titles if (named := self._spelt(word, tokens))), None)
        for initials, tokens in self._titles:
            if word.isupper():
                if initials == word and (named := self._spelt(word, tokens)):
                    return named
                continue
            at = next((i for i, token in enumerate(tokens) if token.form == word), None)
            if at is None:
                continue
            kept = tokens[max(0, at - BEFORE) :]
            while kept[0].form in _listed("not_names") or not kept[0].capital:
                kept = kept[1:]
            span = kept[0].start, kept[-1].end
            if len(kept) > 1 and (best is None or span[1] - span[0] > len(best[0])):
                best = self._text[slice(*span)], span
        return best

    @cached_property
    def _titles(self) -> list[tuple[str | None, list[Token]]]:
        found = []
        for match in _TITLED.finditer(self._text):
            end = match.start("initials") - 2 if match["initials"] else match.end()
            found.append((match["initials"], tokens_of(self._text, (match.start(), end))))
        return found

    def _spelt(self, initials: str, tokens: list[Token]) -> tuple[str, Span] | None:
        for first in range(len(tokens)):
            if "".join(t.form[0] for t in tokens[first:] if t.capital) == initials:
                span = tokens[first].start, tokens[-1].end
                return self._text[slice(*span)], span
        return None

    @cached_property
    def people(self) -> tuple[tuple[Named, Span], ...]:
        """Everyone whom the article names with a role beside the name, in order, and the phrases it was read from."""
        spans = sorted(match.span() for beside in _WITH_ROLE for match in beside.finditer(self._text))
        found = ((named(self._text, span), span) for span in spans)
        return tuple((who, span) for who, span in found if who.person and who.name and who.role and who.span)

    @cached_property
    def _governs(self) -> dict[str, str]:
        """By the name that a government goes by, the words for it: "the Moss administration"."""
        return {found["who"]: found.group() for found in reversed(list(_GOVERNMENT.finditer(self._text)))}

    def government_of(self, name: str) -> str | None:
        """The words in which the article speaks of somebody's government, by the last word of the name."""
        return self._governs.get(name.split()[-1])

    def role_of(self, name: str) -> str | None:
        """The role in which the article first names a person, whom a full name or a surname calls."""
        if self._roles is None:
            self._roles = {}
            for who, _ in self.people:
                for key in (who.name or "", (who.name or "").split()[-1]):
                    self._roles.setdefault(key, who.role)
        return self._roles.get(name)


def _closed(run: list[Token]) -> list[Token]:
    """The end of a run behind its last possessive: in "Tarn's Iva Moss", "Iva Moss"."""
    owners = [i for i, token in enumerate(run[:-1]) if POSSESSIVE.search(token.form)]
    return run[owners[-1] + 1 :] if owners else run


def _foreign(token: Token) -> bool:
    placed = token.key in states.capitals() or token.key in states.names()
    return placed or token.bare.rstrip(".") in _listed("not_names") or bool(POSSESSIVE.search(token.form))


def _opens_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].strip()
    return not before or before[-1] in ".!?\n"


def _fits(short: str, long: str) -> bool:
    """Every word of the short form is in the long one."""
    if {w.lower() for w in short.split()} <= {w.lower() for w in long.split()}:
        return True
    return set(name_keys(short)) <= set(name_keys(long))


@lru_cache(maxsize=2)
def directory(text: str) -> Directory:
    """The directory of an article, made once for all who ask."""
    return Directory(text)
