"""Tokens: the words of a phrase that may name a speaker, and what the lexicon knows of each."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.load import table
from sayso.model.span import Span

_TOKEN = re.compile(r"[\w’'.-]*\w|[,;()]", re.U)
_AL_NAME = re.compile(r"(?:al|el|an|ar|as|ash|at|ad|az)-[A-ZÀ-Þ]")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")


@cache
def listed(kind: str) -> frozenset[str]:
    """A list of `speakers.yaml`: roles, institutions, outlets, particles …"""
    return frozenset(str(w) for w in table("speakers")[kind])


@cache
def pronouns(kind: str) -> frozenset[str]:
    """Pronouns of one kind: person, thing, many, self or relative."""
    return frozenset(str(w) for w in table("speakers")["pronouns"][kind])


@cache
def every_pronoun() -> frozenset[str]:
    """All pronouns that may stand for a speaker."""
    return frozenset(str(w) for kind in table("speakers")["pronouns"].values() for w in kind)


REMEMBERED = 16_384
"""Word forms whose shapes are remembered: an article says the same words many times."""


@dataclass(frozen=True, slots=True)
class Token:
    form: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        return _bare(self.form)

    @property
    def capital(self) -> bool:
        return _is_capital(self.form)

    @property
    def key(self) -> str:
        return _key(self.form)


@lru_cache(maxsize=REMEMBERED)
def _bare(form: str) -> str:
    return POSSESSIVE.sub("", form)


@lru_cache(maxsize=REMEMBERED)
def _is_capital(form: str) -> bool:
    return form[0].isupper() or bool(_AL_NAME.match(form))


@lru_cache(maxsize=REMEMBERED)
def _key(form: str) -> str:
    return _bare(form).lower().rstrip(".")


def tokens_of(text: str, span: Span) -> list[Token]:
    """The words and marks of a phrase."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, *span)]


def may_speak(word: str) -> bool:
    """A word for a person, an institution or an outlet, in the singular or the plural: "officials", "ministry"."""
    key = word.lower().rstrip(".")
    single = key.removesuffix("s")
    listed_so = any(k in listed(kind) for k in (key, single) for kind in ("roles", "institutions", "outlets"))
    return listed_so or key in _people() or single in _people()


@cache
def _people() -> frozenset[str]:
    """Nouns for people and for groups of them: "family", "farmers", "source"."""
    offices = table("offices")
    rows = [*offices["people"].values(), *offices["groups"].values()]
    return frozenset(str(noun) for row in rows for noun in row) - listed("unlikely")


def is_role(token: Token) -> bool:
    key = token.key
    return key in listed("roles") or (key.endswith("s") and key[:-1] in listed("roles"))
