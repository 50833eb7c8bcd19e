"""Who "he", "the ministry head" and "the group" are: the speakers of an article, as a reader comes to know them.

Known limit: no syntax is parsed. A pronoun goes to the nearest fitting person who spoke or who opened a
sentence; a description goes to the last speaker whose name or role answers to its head noun.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicon.load import table
from sayso.model.span import Span
from sayso.read.directory import Directory
from sayso.read.names import Named, named, pronouns

_WORD = re.compile(r"[\w’'-]*\w")
_DEFINITE = re.compile(r"^(?:the|this|that|these|those)\s+(?:same\s+)?", re.I)
_OPENER = re.compile(r"^(?:\W*)((?:[A-Z][\w’'.-]*\s+|(?:of|the|al|el|bin|von|van|de)\s+){0,6}[A-Z][\w’'-]*)")
_HE_OR_SHE = re.compile(r"\W*(he|she)\s", re.I)
_NAMES = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:of|al|el|bin|von|van|de)\s+|\s+)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
_GOVERNED = re.compile(
    r"\b(?:of|in|at|to|for|by|with|from|near|against|between|on|under|after|before|and)\s+(?:the\s+)?$", re.I
)
# A name this near to the start of a sentence may be its subject.
OPENING = 80
_AGED = re.compile(r"^the\s+\d+-year-old\b", re.I)
_ITS = re.compile(r"(?:its|their)\s+([a-z][\w’' -]*)$", re.I)
_TAIL = re.compile(r"\s+(?:of|in|at|for|from|who|that|which|with|on|to|near|under|inside|based)\s.*$|,.*$", re.S)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone or something that speaks: fullest name, role, and the words that a description may pick them by."""

    name: str
    span: Span
    role: str | None
    words: str
    person: bool
    heads: frozenset[str]
    gender: str | None = None


@cache
def _answers() -> dict[str, frozenset[str]]:
    return {str(k): frozenset(map(str, v)) for k, v in table("speakers")["answers"].items()}


@cache
def _gendered(kind: str) -> frozenset[str]:
    return frozenset(map(str, table("speakers")[kind]))


@cache
def _roles() -> frozenset[str]:
    return frozenset(map(str, table("speakers")["roles"]))


@cache
def _institutions() -> frozenset[str]:
    return frozenset(map(str, table("speakers")["institutions"])) | frozenset(map(str, table("speakers")["outlets"]))


@cache
def _states() -> frozenset[str]:
    return frozenset(
        form
        for row in table("nations").values()
        for kind in ("names", "adjectives")
        for word in row[kind]
        for form in (str(word).lower(), f"{word}'s".lower(), f"{word}’s".lower())
    )


_SMALL = frozenset({"a", "an", "the", "of", "in", "for", "s", "former", "deputy"})


class Cast:
    """The speakers of one article in the order in which they came up; the last is the most recent."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._directory = Directory(text)
        self._spoke_at = -1
        self._seen: list[Speaker] = []
        self._openers: list[tuple[int, Speaker]] = []
        self._aside: Speaker | None = None
        self._asides: list[Speaker] = []
        self._people: list[Speaker] | None = None

    def meet(self, sentence: Span) -> None:
        """Note who opens a sentence: "Oleh Sar has fought for a year. He …" makes Sar the one who is "he"."""
        words = self._text[sentence[0] : sentence[1]]
        pronoun = _HE_OR_SHE.match(words)
        if pronoun:
            gender = "f" if pronoun.group(1).lower() == "she" else "m"
            who = (
                self._aside
                if self._aside and self._aside.gender in (None, gender)
                else self._nearest_person(sentence[0], gender)
            )
            if who is not None:
                self._openers.append((sentence[0], replace(who, gender=gender)))
            self._aside = None
            return
        self._aside = None
        opener = _OPENER.match(words)
        if opener and (speaker := self._person(sentence[0] + opener.start(1), sentence[0] + opener.end(1))):
            self._openers.append((sentence[0], speaker))
            return
        for found in _NAMES.finditer(words[:OPENING]):
            if not _GOVERNED.search(words, 0, found.start()) and (
                speaker := self._person(sentence[0], sentence[0] + found.end())
                or self._person(sentence[0] + found.start(), sentence[0] + found.end())
            ):
                self._openers.append((sentence[0], speaker))
                return
        for found in reversed(list(_NAMES.finditer(words))):
            if speaker := self._person(sentence[0] + found.start(), sentence[0] + found.end()):
                self._aside = speaker
                self._asides.append(speaker)
                return

    def _person(self, start: int, end: int) -> Speaker | None:
        who = named(self._text, (start, end))
        return self._speaker(who, (start, end)) if who.person and who.name and who.span else None

    def who(self, source: Span) -> Speaker:
        """The speaker that a source phrase names, added to the cast."""
        words = self._text[source[0] : source[1]]
        who = named(self._text, source)
        speaker = (
            None
            if who.person
            else self._pronoun(words, source) or self._theirs(words, source) or self._described(words)
        )
        speaker = speaker or self._speaker(who, source)
        if words.lower() in _gendered("feminine") | _gendered("masculine"):
            speaker = replace(speaker, gender="f" if words.lower() in _gendered("feminine") else "m")
        self._spoke_at = source[0]
        self._seen = [s for s in self._seen if s.name != speaker.name]
        self._seen.append(speaker)
        return speaker

    def last(self) -> Speaker | None:
        """Whoever spoke last."""
        return self._seen[-1] if self._seen else None

    def answering(self, description: str) -> Speaker | None:
        """The last speaker who answers to "the programme", "the group"."""
        return self._described(description)

    def _speaker(self, who: Named, source: Span) -> Speaker:
        name, span = who.name or self._text[source[0] : source[1]], who.span or source
        role = who.role
        known = next((s for s in reversed(self._seen) if _same(s.name, name, s.person)), None)
        person = who.person
        if (" " not in name and name[:1].isupper()) or person:
            longer = (
                self._directory.institution(name)
                if name.isupper()
                else self._directory.fullest(name, person or " " not in name)
            )
            if longer is not None:
                name, span = longer
                person = person or (
                    not who.person and not (who.name or "").isupper() and named(self._text, span).person
                )
        if known is not None:
            if len(known.name) >= len(name):
                name, span = known.name, known.span
            role, person = known.role or role, person or known.person
        if person and role is None:
            role = self._directory.role_of(name) or self._directory.role_of(name.split()[-1])
        name = " ".join(name.split())
        words = self._text[source[0] : source[1]]
        said = f"{role or ''} {words if not person else ''}"
        heads = frozenset(w.lower() for w in _WORD.findall(said)) | (known.heads if known else frozenset())
        return Speaker(
            name, span, _clean_role(role), words, person, heads, _gender(heads) or (known.gender if known else None)
        )

    def _pronoun(self, words: str, source: Span) -> Speaker | None:
        key = words.lower()
        if key in pronouns("person"):
            gender = "f" if key in _gendered("feminine") else "m"
            return self._nearest_person(source[0], gender) or next(iter(reversed(self._asides)), None) or self.last()
        if key in pronouns("thing"):
            return next((s for s in reversed(self._seen) if not s.person), None)
        if key in pronouns("many"):
            return next((s for s in reversed(self._seen) if not s.person), None) or self.last()
        if key in pronouns("self") or key in pronouns("relative"):
            return self.last()
        return None

    def _theirs(self, words: str, source: Span) -> Speaker | None:
        """ "Its analysts", "their spokesman": those of the institution spoken of last."""
        owned = _ITS.match(words)
        owner = (
            next((s for s in reversed(self._seen) if not s.person and s.name[:1].isupper()), None) if owned else None
        )
        if owned is None or owner is None:
            return None
        rest = owned.group(1)
        return Speaker(
            f"{owner.name} {rest}", source, rest, words, False, frozenset(rest.lower().split()) | owner.heads
        )

    def _nearest_person(self, at: int, gender: str) -> Speaker | None:
        spoke = next((s for s in reversed(self._seen) if _one_person(s) and s.gender in (None, gender)), None)
        opened = next(
            ((where, s) for where, s in reversed(self._openers) if where < at and s.gender in (None, gender)), None
        )
        if opened and (spoke is None or opened[0] > self._spoke_at):
            return opened[1]
        return spoke

    def _described(self, words: str) -> Speaker | None:
        if _AGED.match(words):
            return self._nearest_person(10**9, "") or None
        if not _DEFINITE.match(words):
            return self._in_office(words)
        core = _TAIL.sub("", _DEFINITE.sub("", words).strip())
        parts = _WORD.findall(core)
        if not parts:
            return None
        capitals = {p.lower() for p in parts if p[0].isupper()}
        head = parts[-1].lower()
        wanted = _answers().get(head, frozenset({head})) | {head}
        for speaker in reversed(self._seen):
            if speaker.person and head in _institutions():
                continue
            own = speaker.heads | {w.lower() for w in _WORD.findall(speaker.name)}
            if not own & wanted or speaker.name.lower() == words.lower():
                continue
            if parts[-1][0].isupper() and head not in own:
                continue
            telling = {c for c in capitals if not c.endswith("-based") and c not in _states()}
            if len(parts) > 1 and parts[-1][0].isupper() and not telling <= own:
                continue
            return speaker
        if parts[-1][0].isupper() and head in _institutions() and (whole := self._directory.institution(parts[-1])):
            return Speaker(
                whole[0], whole[1], None, words, False, frozenset(w.lower() for w in _WORD.findall(whole[0]))
            )
        return self._in_office(words) or self._mentioned(head, wanted)

    def _mentioned(self, head: str, wanted: frozenset[str]) -> Speaker | None:
        """A person named in the text so far as the president, for "the leader"."""
        for _, speaker in reversed(self._openers):
            if speaker.heads & wanted and head in _answers():
                return speaker
        return None

    def _in_office(self, words: str) -> Speaker | None:
        """Whom the article names elsewhere in the very role that a phrase without a name describes."""
        wanted = {w.lower() for w in _WORD.findall(_DEFINITE.sub("", words))} - _SMALL
        if not wanted & _roles() or any(
            w[0].isupper() and w.lower() not in _states() for w in _WORD.findall(words[1:])
        ):
            return None
        if self._people is None:
            self._people = [self._speaker(who, span) for who, span in self._directory.people]
        for speaker in self._people:
            if speaker.role and wanted <= {w.lower() for w in _WORD.findall(speaker.role)}:
                return speaker
        return None


def _one_person(speaker: Speaker) -> bool:
    """A named person, or an unnamed one: not an institution, not a group."""
    if speaker.person:
        return True
    head = _TAIL.sub("", speaker.words.lower()).split()
    return bool(head) and head[-1] in _roles()


def _gender(heads: frozenset[str]) -> str | None:
    if heads & _gendered("feminine"):
        return "f"
    return "m" if heads & _gendered("masculine") else None


def _same(a: str, b: str, persons: bool) -> bool:
    x, y = a.lower().split(), b.lower().split()
    if not x or not y:
        return False
    return x == y or (persons and x[-1] == y[-1]) or (persons and len(y) == 1 and y[0] in x)


def _clean_role(role: str | None) -> str | None:
    role = re.sub(r"\s+(?:the|an?)$", "", (role or "").strip(" ,;–—-"))
    return role or None


def names_of(speakers: Sequence[Speaker]) -> tuple[str, ...]:
    """Their names, in order."""
    return tuple(s.name for s in speakers)
