"""Who "he", "the ministry head" and "the group" are: the speakers of an article, as a reader comes to know them.

Known limit: no syntax is parsed. A pronoun goes to the nearest fitting person who spoke or who opened a
sentence; a description goes to the last speaker whose name or role answers to its head noun.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lexicon.alike import same_name
from sayso.lexicon.load import table
from sayso.lexicon.outlets import outlet_name
from sayso.lexicon.states import capitals, state_of, states_of
from sayso.model.span import Span
from sayso.model.statement import Hop, OriginKind
from sayso.read.described import (
    OF_A_PLACE,
    Description,
    Speaker,
    answers,
    answers_to,
    core_of,
    is_anothers,
    office_words,
    placed,
    words_of_phrase,
)
from sayso.read.described import (
    description as described,
)
from sayso.read.directory import directory
from sayso.read.kind import heads
from sayso.read.names import Named, named
from sayso.read.sources import speaker_at_end
from sayso.read.subjects import OPENING, acting_body, acting_people
from sayso.read.tokens import listed, pronouns

__all__ = ["Cast", "Speaker", "names_of"]

_WORD = re.compile(r"[\w’'-]*\w")
_OPENER = re.compile(r"^(?:\W*)((?:[A-Z][\w’'.-]*\s+|(?:of|the|al|el|bin|von|van|de)\s+){0,6}[A-Z][\w’'-]*)")
_UNNAMED = re.compile(r"(?:an?|one|another|the)\s", re.I)
_QUOTE = re.compile(r"[“\"«„]")
_DESCRIBES = re.compile(r"the [a-z]", re.I)
# Who will not be named, and so is not whoever is named next.
_HIDDEN = re.compile(r"\b(?:sources?|insiders?|anonym\w+|unnamed|unidentified|not to be (?:named|identified))\b", re.I)
_HUNG_ON = re.compile(r"\b(?:when|after|before|as|while|although|though|because|which)\s+$")
_HE_OR_SHE = re.compile(r"\W*(?:(?:But|And|Yet|Then|Later|Earlier|However|Instead|Still|Now),?\s+)?(he|she)\s", re.I)
_LED = re.compile(
    r"\W*(?:(?:On|In|At|By|Late|Early|Since|After|Before|Earlier|Last|Meanwhile|But|And|However|Then|Later)\b"
    r"[^.;:“\"]{0,60}?[,\s]\s*)?(?P<name>(?!The\b)[A-Z][\w’-]+)\s+(?:also\s+)?(?!and\b|of\b|in\b|or\b)[a-z]"
)
_ONE = re.compile(
    r"\W*(?P<whole>(?:(?:An?|One|Another)\s+(?:[\w’-]+\s+){0,2}?(?P<head>[a-z-]+)|"
    r"The\s+(?:[\w’-]+\s+){0,2}?(?P<of_whom>[a-z-]+)(?=\s+(?:of|from|in|at)\s))"
    r"(?:\s+(?:of|from|in|at)\s+(?:[\w’-]+\s+){0,8}?[\w’-]+)?)\s+(?:[a-z]+ed|was|is|has|had|went|told|took|came)\b"
)
_NAMES = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:of|al|el|bin|von|van|de)\s+|\s+)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
_GOVERNED = re.compile(
    r"\b(?:of|in|at|to|for|by|with|from|near|against|between|on|under|after|before|and)\s+(?:the\s+)?$", re.I
)
_APPOSED = re.compile(
    r"(?: \([A-Z][\w-]+\))?,? (?:or [A-Z]+, )?(?:an?|the) (?P<what>(?:[\w’'.-]+ ){0,6}?[a-z-]+)"
    r"(?=[,.;]| that | which | of | in | for )"
)
_NAME_BEFORE = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: (?:al-|[a-z]{2,3} )?[A-Z][\w’'-]+){1,3}), $")
_AGED = re.compile(r"^the\s+\d+-year-old\b", re.I)
_ITS = re.compile(r"(?:its|their)\s+([a-z][\w’' -]*)$", re.I)


_PIECE = re.compile(
    r"(?:(?:an?|one|another|the|this|several|two|some|recent) (?:[a-z-]+ )?)?"
    r"(?:articles?|pieces?|editorials?|op-eds?|columns?|commentar(?:y|ies))",
    re.I,
)


@cache
def _gendered(kind: str) -> frozenset[str]:
    return frozenset(map(str, table("speakers")[kind]))


# A name stands so near, in characters, behind whom it names.
INTRODUCED_WITHIN = 700
# "The agency" is the one named within so many characters before.
OUTLET_WITHIN = 600


class Cast:
    """The speakers of one article in the order in which they came up; the last is the most recent."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._directory = directory(text)
        self._spoke_at = self._spoke_to = -1
        self.introduced: dict[str, Speaker] = {}
        self._seen: list[Speaker] = []
        self._openers: list[tuple[int, Speaker]] = []
        self._aside: Speaker | None = None
        self._asides: list[Speaker] = []
        self._people: list[Speaker] | None = None
        self._relays: list[Speaker] = []
        self._subject: tuple[int, Span] | None = None
        self._before: tuple[int, Span] | None = None
        self._acted: tuple[int, Span] | None = None
        self._many: Span | None = None
        self._many_before: Span | None = None
        self._asked: Speaker | None = None
        self._told_of: tuple[int, Speaker] | None = None
        self.turned_at = -1

    def meet(self, sentence: Span) -> None:
        """Note who opens a sentence: "Oleh Sar has fought for a year. He …" makes Sar the one who is "he"."""
        words = self._text[sentence[0] : sentence[1]]
        self._before, self._subject = self._subject, acting_body(sentence, words)
        self._acted = self._before or self._acted
        self._many_before, self._many = self._many, acting_people(sentence, words)
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
        quote = _QUOTE.search(words)  # whom a quotation names is not who acts
        words = words[: quote.start()] if quote else words
        opener = _OPENER.match(words)
        if opener and (bearer := self._surnamed(opener[1])):
            self._told_of = sentence[0], bearer
        if opener and (speaker := self._person(sentence[0] + opener.start(1), sentence[0] + opener.end(1))):
            self._openers.append((sentence[0], speaker))
            return
        if (led := _LED.match(words)) and (
            speaker := self._by_surname(sentence[0] + led.start("name"), sentence[0] + led.end("name"))
        ):
            self._openers.append((sentence[0] + led.start("name"), speaker))
            return
        if (told := _ONE.match(words)) and heads().get(told["head"] or told["of_whom"]) is OriginKind.UNNAMED_PERSON:
            span = sentence[0] + told.start("whole"), sentence[0] + told.end("whole")
            self._openers.append((span[0], self._who_are(span)))
            return
        for found in _NAMES.finditer(words[:OPENING]):
            if not _GOVERNED.search(words, 0, found.start()) and (
                speaker := self._person(sentence[0], sentence[0] + found.end())
                or self._person(sentence[0] + found.start(), sentence[0] + found.end())
            ):
                self._openers.append((sentence[0] + found.start(), speaker))
                return
        for found in reversed(list(_NAMES.finditer(words))):
            if speaker := self._person(sentence[0] + found.start(), sentence[0] + found.end()):
                self._aside = speaker
                self._asides.append(speaker)
                return

    def _surnamed(self, name: str) -> Speaker | None:
        """Who spoke before and bears a surname: "Orr has lived here for years" tells of Pavel Orr."""
        return next(
            (s for s in reversed(self._seen) if s.person and " " in s.name and s.name.split()[-1] == name), None
        )

    def _acting(self, span: Span) -> Speaker | None:
        who = named(self._text, span)
        return None if who.person else self._speaker(who, span)

    def _person(self, start: int, end: int) -> Speaker | None:
        who = named(self._text, (start, end))
        return self._speaker(who, (start, end)) if who.person and who.name and who.span else None

    def _by_surname(self, start: int, end: int) -> Speaker | None:
        """The person whom a surname means that the article has told in full: "In May Sar went home"."""
        speaker = self._speaker(named(self._text, (start, end)), (start, end))
        return speaker if speaker.person and " " in speaker.name else None

    def who(self, source: Span, goes_on: bool = False) -> Speaker:
        """The speaker that a source phrase names, added to the cast; `goes_on` where they add to what they said."""
        words = self._text[source[0] : source[1]]
        who = named(self._text, source)
        if who.person and who.role and is_anothers(who.role):
            heads = frozenset(w.lower() for w in _WORD.findall(words))
            return self._takes_the_floor(source, Speaker(words, source, None, words, False, heads))
        speaker = (
            None
            if who.person
            else self._pronoun(words, source)
            or self._theirs(words, source)
            or self._described(words)
            or (self._described(who.name) if who.name and _DESCRIBES.match(who.name) and who.name != words else None)
            or (self._same_again(words) if goes_on else None)
            or self._of_a_paper(words, source)
        )
        speaker = speaker or self._speaker(who, source)
        if words.lower() in _gendered("feminine") | _gendered("masculine"):
            speaker = replace(speaker, gender="f" if words.lower() in _gendered("feminine") else "m")
        return self._takes_the_floor(source, self._introduced(speaker, who, source))

    def _takes_the_floor(self, source: Span, speaker: Speaker) -> Speaker:
        self._spoke_at, self._spoke_to = source
        self._seen = [s for s in self._seen if s.name != speaker.name]
        self._seen.append(speaker)
        return speaker

    def last(self) -> Speaker | None:
        """Whoever spoke last."""
        return self._seen[-1] if self._seen else None

    def turn_to(self, at: int, whom: Span | None) -> None:
        """The narrator asks somebody, whose answer is awaited; where nobody is named, whoever was asked before."""
        self.turned_at = at
        if whom is not None:
            self._asked = self.who(whom)

    def floor(self) -> Speaker | None:
        """Whoever speaks where nobody is named: the one asked, where the narrator asked since anybody spoke.

        Else a person who spoke before and of whom the outlet has told since; else whoever spoke last.
        """
        if self.turned_at > self._spoke_at:
            return self._asked or next((s for s in reversed(self._seen) if s.person), None) or self.last()
        opened = max((o for o in (*self._openers[-1:], self._told_of) if o), key=lambda o: o[0], default=None)
        since = opened[1].name if opened and opened[0] > self._spoke_to else None
        return next((s for s in self._seen if s.name == since), None) or self.last()

    def _introduced(self, speaker: Speaker, who: Named, source: Span) -> Speaker:
        """A full name without a role, first read right behind somebody unnamed, is theirs.

        "An adviser to the minister said so. “They waited,” Pavel Orr said." makes Orr the adviser.
        """
        last = self._seen[-1] if self._seen else None
        untold = speaker.role is None or all(w.lower().rstrip(".") in _titles() for w in speaker.role.split())
        if not (who.person and untold and " " in speaker.name and last and not last.person):
            return speaker
        nobody_else = source[0] - self._spoke_at <= INTRODUCED_WITHIN and self._text.find(speaker.name) == source[0]
        if not (nobody_else and _UNNAMED.match(last.words) and _one_person(last)) or _HIDDEN.search(last.words):
            return speaker
        if last.words.lower().startswith("the ") and not last.heads & _offices():
            return speaker
        heads = speaker.heads | last.heads
        named_so = replace(speaker, role=last.words, heads=heads, gender=speaker.gender or last.gender)
        self.introduced[last.name] = named_so
        self._seen = [s for s in self._seen if s.name != last.name]
        return named_so

    def again(self, speaker: Speaker) -> None:
        """Who goes on speaking: one who told what another had said."""
        self._seen = [*(s for s in self._seen if s.name != speaker.name), speaker]

    def answering(self, description: str) -> Speaker | None:
        """The last speaker who answers to "the programme", "the group"."""
        return self._described(description)

    def outlet_before(self, description: str, at: int) -> Speaker | None:
        """The outlet that the text last named before an offset, for "the news agency" and "the paper"."""
        asked = described(description)
        if asked is None or asked.head not in listed("outlets"):
            return None
        named_so = list(outlet_name().finditer(self._text, max(0, at - OUTLET_WITHIN), at))
        if not named_so:
            return None
        found = named_so[-1]
        return Speaker(found.group(), found.span(), None, description, False, frozenset({found.group().lower()}))

    def _of_a_paper(self, words: str, source: Span) -> Speaker | None:
        """The outlet that the text named last, for "one piece" and "articles" that nobody else has written."""
        if not _PIECE.fullmatch(words):
            return None
        low = max(0, source[0] - OUTLET_WITHIN)
        found = max(outlet_name().finditer(self._text, low, source[0]), key=lambda m: m.start(), default=None)
        if found is None:
            return None
        return Speaker(found.group(), found.span(), None, found.group(), False, frozenset({found.group().lower()}))

    def _speaker(self, who: Named, source: Span) -> Speaker:
        name, span = who.name or self._text[source[0] : source[1]], who.span or source
        role = who.role
        known = next((s for s in reversed(self._seen) if same_name(s.name, name, s.person)), None)
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
            known_by = self._directory
            role = known_by.role_of(name) or known_by.role_of(name.split()[-1]) or known_by.government_of(name)
        elif role is None and " " not in name:
            role = self._directory.government_of(name)
        name = " ".join(name.split())
        words = self._text[source[0] : source[1]]
        said = f"{role or ''} {words if not person else ''} {'' if person else self._apposed(source[1])}"
        heads = frozenset(w.lower() for w in _WORD.findall(said)) | (known.heads if known else frozenset())
        return Speaker(
            name, span, _clean_role(role), words, person, heads, _gender(heads) or (known.gender if known else None)
        )

    def _apposed(self, at: int) -> str:
        """What a body is, said right behind its name: "the Tarn Fund, a relief agency that …" is an agency."""
        found = _APPOSED.match(self._text, at)
        return found["what"] if found else ""

    def _pronoun(self, words: str, source: Span) -> Speaker | None:
        key = words.lower()
        if key in pronouns("person"):
            gender = "f" if key in _gendered("feminine") else "m"
            known = self._nearest_person(source[0], gender) or next(iter(reversed(self._asides)), None)
            return known or next((s for s in reversed(self._seen) if _is_surname(s)), None) or self.last()
        if key in pronouns("thing"):
            body = self._it(source) or next((s for s in reversed(self._seen) if not s.person), None)
            return body or (self._acting(self._acted[1]) if self._acted else None)
        if key in pronouns("many"):
            return self._they(source) or next((s for s in reversed(self._seen) if not s.person), None) or self.last()
        if key in pronouns("relative"):
            who = self._antecedent(source[0])
            return who or self.last()
        return self.last() if key in pronouns("self") else None

    def _it(self, source: Span) -> Speaker | None:
        """ "It" as a body that acts and has not spoken: in "Ostrel gave up when it said so", Ostrel.

        At the head of a sentence it is the subject of the one before, if nobody has spoken since.
        """
        if self._subject and _HUNG_ON.search(self._text, self._subject[0], source[0]):
            return self._acting(self._subject[1])
        opens = not _WORD.search(self._text[max(0, source[0] - 2) : source[0]]) and source[1] - source[0] <= len("It")
        if opens and self._before and self._text[source[0]].isupper() and self._spoke_at < self._before[0]:
            return self._acting(self._before[1])
        return None

    def _they(self, source: Span) -> Speaker | None:
        """The people who are the subject of this sentence, or of the one before if nobody has spoken since."""
        if self._many and self._many[1] < source[0]:
            return self._who_are(self._many)
        if self._many_before and self._spoke_at < self._many_before[0]:
            return self._who_are(self._many_before)
        return None

    def _who_are(self, span: Span) -> Speaker:
        return self._described(self._text[slice(*span)]) or self._speaker(named(self._text, span), span)

    def _antecedent(self, at: int) -> Speaker | None:
        """Whom "who" stands for: the phrase right before it."""
        start = self._text.rfind("\n", 0, at) + 1
        words = self._text[max(start, at - 160) : at].rstrip(" ,")
        opened = speaker_at_end(words)
        if opened is None:
            return None
        apposed = _NAME_BEFORE.search(words, 0, opened)
        first = apposed.start("name") if apposed else opened  # "Iva Moss, a member of the council, who …"
        span = max(start, at - 160) + first, max(start, at - 160) + len(words)
        who = named(self._text, span)
        if apposed and who.person:
            return self._speaker(who, span)
        return self._described(words[opened:]) or self._speaker(who, span)

    def _theirs(self, words: str, source: Span) -> Speaker | None:
        """ "Its analysts", "their spokesman": those of the institution spoken of last."""
        owned = _ITS.match(words)
        acted = self._before or self._acted
        if owned and acted and acted[0] > self._spoke_at:
            owner = self._acting(acted[1])
        else:
            owner = next((s for s in reversed(self._seen) if not s.person and s.name[:1].isupper()), None)
        if owned is None or owner is None:
            return None
        rest = owned.group(1)
        if rest.split()[-1].lower().removesuffix("s") in listed("papers"):
            return owner
        return Speaker(
            f"{owner.name} {rest}", source, rest, words, False, frozenset(rest.lower().split()) | owner.heads
        )

    def _nearest_person(self, at: int, gender: str) -> Speaker | None:
        spoke = next((s for s in reversed(self._seen) if _one_person(s) and s.gender in (None, gender)), None)
        opened = next(
            ((where, s) for where, s in reversed(self._openers) if where < at and s.gender in (None, gender)), None
        )
        if opened and (spoke is None or opened[0] >= self._spoke_to):
            return opened[1]
        return spoke

    def _described(self, words: str) -> Speaker | None:
        if _AGED.match(words):
            return self._nearest_person(10**9, "") or None
        asked = described(words)
        if asked is None or (asked.definite and len(asked.telling) > 1 and asked.capital_head):
            return None  # "the Tarn Relief Committee" is a name
        if not asked.definite:
            return self._in_office(words)
        for speaker in reversed(self._seen):
            if answers_to(speaker, asked):
                return speaker
        if asked.head.removesuffix("s") in listed("utterances") and not asked.telling:
            return self.last()
        if asked.capital_head and asked.head in listed("institutions") | listed("outlets"):
            whole = self._directory.institution(words_of_phrase(core_of(words))[-1])
            if whole is not None:
                heads = frozenset(w.lower() for w in words_of_phrase(whole[0]))
                return Speaker(whole[0], whole[1], None, words, False, heads)
        return self._in_office(words) or self._mentioned(asked) or self._epithet(asked) or self._passed_on(asked)

    def relayed(self, hop: Hop) -> None:
        """Note an outlet through which words came, for "the channel" and "the agency"."""
        words = self._text[slice(*hop.span)]
        heads = frozenset(w.lower() for w in _WORD.findall(f"{words} {hop.name}"))
        if heads & listed("outlets") or outlet_name().fullmatch(hop.name):
            self._relays.append(Speaker(hop.name, hop.span, None, words, False, heads))

    def _passed_on(self, asked: Description) -> Speaker | None:
        """The outlet that passed on what somebody said, for "the channel"."""
        if asked.head not in listed("outlets") or asked.telling:
            return None
        return next((s for s in reversed(self._relays) if answers_to(s, asked) or s.name.isupper()), None)

    def _mentioned(self, asked: Description) -> Speaker | None:
        """A person named in the text so far as the president, for "the leader"."""
        if asked.head not in answers():
            return None
        return next((s for _, s in reversed(self._openers) if s.heads & asked.wanted and answers_to(s, asked)), None)

    def _epithet(self, asked: Description) -> Speaker | None:
        """ "The former miner" right after somebody by name: whoever spoke last, said in other words.

        An office is no such word: "the governor" is whoever governs.
        """
        last = self._seen[-1] if self._seen else None
        if last is None or not last.person or asked.head not in _epithets() or asked.telling:
            return None
        return last if last.role is None or not last.heads & _offices() else None

    def _same_again(self, words: str) -> Speaker | None:
        """ "The Tarn peer and former pilot added", whoever else might be one: the person who spoke last."""
        asked, last = described(words), self.last()
        if asked is None or last is None or not asked.definite or _HIDDEN.search(words):
            return None
        one = asked.head in listed("roles") | _singulars() and (last.person or _is_surname(last))
        return replace(last, heads=last.heads | {asked.head}) if one else None

    def _in_office(self, words: str) -> Speaker | None:
        """Whom the article names elsewhere in the very role that a phrase without a name describes."""
        parts = words_of_phrase(core_of(words) if _COMPLEMENT.search(words) else words)
        every = words_of_phrase(words[1:])
        if any(w[0].isupper() and state_of(w) is None for w in every):
            return None
        wanted = office_words(w for w in parts if state_of(w) is None)
        asked = states_of(words_of_phrase(words))
        if not wanted & listed("roles"):
            return None
        if self._people is None:
            self._people = [self._speaker(who, span) for who, span in self._directory.people]
        stateless: dict[str, Speaker] = {}
        for speaker in self._people:
            role = words_of_phrase(speaker.role or "")
            held = states_of(role)
            if not (wanted <= (own := office_words(role)) or (wanted - OF_A_PLACE <= own and placed(role))):
                continue
            if not asked or asked <= held:
                return speaker
            if not held:
                stateless[speaker.name] = speaker
        if len(stateless) == 1 and not self._held_elsewhere(wanted, asked):
            (holder,) = stateless.values()
            self.introduced[holder.name] = replace(holder, role=words)
            return self.introduced[holder.name]
        return None

    def _held_elsewhere(self, office: frozenset[str], known: frozenset[str]) -> bool:
        """Another state's holder of the office stands in the article too."""
        said = "|".join(sorted(office, key=len, reverse=True))
        for found in re.finditer(
            rf"\b([A-Z][\w-]+)(?:['’]s)? (?:(?:{said})\b[ ,]?){{{len(office)}}}", self._text, re.I
        ):
            state = state_of(found[1])
            if state is not None and state not in known:
                return True
        return False


# "The governor, who had fled" is the governor.
_COMPLEMENT = re.compile(r",|\s(?:who|which)\s")


@cache
def _epithets() -> frozenset[str]:
    people = table("offices")["people"]
    return frozenset(
        str(noun) for kind in ("resident", "soldier", "expert", "press", "relative", "witness") for noun in people[kind]
    )


@cache
def _offices() -> frozenset[str]:
    return frozenset(str(noun) for noun in table("offices")["people"]["official"])


def _one_person(speaker: Speaker) -> bool:
    """A named person, or an unnamed one: not an institution, not a group."""
    if speaker.person:
        return True
    head = core_of(speaker.words.lower()).split()
    return bool(head) and (head[-1] in listed("roles") or head[-1] in _singulars())


def _is_surname(speaker: Speaker) -> bool:
    """One word with a capital that is no state, capital city or body: "Moss", in an article that never says more."""
    name = speaker.name
    one = " " not in name and name[:1].isupper() and not name.isupper() and state_of(name) is None
    return one and name.lower() not in capitals() and not speaker.heads & (listed("institutions") | listed("outlets"))


@cache
def _titles() -> frozenset[str]:
    """Titles and ranks that stand before a name and tell no office: "Gen Sir"."""
    return frozenset(str(title).lower() for title in table("offices")["titles"])


@cache
def _singulars() -> frozenset[str]:
    """Nouns for one person: "a source", "an insider", "a netizen"."""
    return frozenset(str(noun).rsplit(" ", 1)[-1] for row in table("offices")["people"].values() for noun in row)


def _gender(heads: frozenset[str]) -> str | None:
    if heads & _gendered("feminine"):
        return "f"
    return "m" if heads & _gendered("masculine") else None


_WHOM = re.compile(r"^who(?:m)?\s+(?:the|an?|his|her|their|they|he|she)\b.*$", re.S)
_WHO_IS = re.compile(r"^who\s+(?:is|was|has been|served as)\s+")


def _clean_role(role: str | None) -> str | None:
    role = re.sub(r"\s+(?:the|an?)$", "", (role or "").strip(" ,;–—-"))
    role = _WHOM.sub("", _WHO_IS.sub("", role))
    return role or None


def names_of(speakers: Sequence[Speaker]) -> tuple[str, ...]:
    """Their names, in order."""
    return tuple(s.name for s in speakers)
