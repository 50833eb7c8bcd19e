"""Names: what a source phrase calls its speaker.

"the ministry head, Irina Dol," names "Irina Dol", role "the ministry head".

Known limit: names are told by capitals and by the words around them, so a text without capitals has none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import states
from sayso.lexicon.load import table
from sayso.model.span import Span
from sayso.read.bodies import body, papers
from sayso.read.tokens import POSSESSIVE, Token, is_role, listed, may_speak, tokens_of


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase calls someone: the name and its span in the text, and the role beside it, as worded."""

    name: str | None
    span: Span | None
    role: str | None
    person: bool


_CALLED = re.compile(r"\s+(?:named|called|nicknamed|identified as|known as|going by the name of)\s+(?=[A-Z])")


def named(text: str, phrase: Span) -> Named:
    """Who a source phrase names; the phrase is a span of the article's text."""
    tokens = tokens_of(text, phrase)
    issued = papers().match(text, *phrase)
    if issued and (by := named(text, (issued.end(), phrase[1]))).person:
        return by  # "a message posted by Iva Moss"
    if called := _CALLED.search(text, *phrase):
        by = named(text, (called.end(), phrase[1]))
        if by.person:
            return Named(by.name, by.span, text[phrase[0] : called.start()].strip(" ,"), True)
        run = tokens_of(text, (called.end(), phrase[1]))
        if run and run[0].capital and looks_personal(run[: _name_run(run, 0)]):
            return _named(text, run[: _name_run(run, 0)], (phrase[0], called.start()))
    found = _in_phrase(text, tokens)
    if clause := _RELATIVE.search(text, *phrase):
        head = _in_phrase(text, tokens_of(text, (phrase[0], clause.start())))
        if head.person and head.name != found.name:
            return head  # "Iva Moss, who met the envoy Dr Orr in Tarn": he whom she met does not speak
    return found


_RELATIVE = re.compile(r",\s+(?:who|whom|whose)\s")


def _in_phrase(text: str, tokens: list[Token]) -> Named:
    """The person whom a phrase without a further clause names, else the body."""
    for cut in (_person_beside_comma, _person_before_role, _person_after_role, _person_before_title, _person_alone):
        found = cut(text, tokens)
        if found is not None:
            return Named(*body(text, tokens), False) if _of_many(text, tokens, found) else found
    return Named(*body(text, tokens), False)


_MANY_BEHIND = re.compile(r" (?P<noun>[a-z]{4,}s)$")


def _of_many(text: str, tokens: list[Token], found: Named) -> bool:
    """Whether a supposed name only says which people are meant: "Upper Tarn rebels", "Karsk Hill residents"."""
    if found.span is None or found.span[0] > tokens[0].start + len("The "):
        return False
    behind = _MANY_BEHIND.fullmatch(text, found.span[1], tokens[-1].end)
    return behind is not None and may_speak(behind["noun"])


def _name_run(tokens: list[Token], start: int) -> int:
    """How far a run of name words goes from `start`: capitals, with particles between them."""
    at = start
    while at < len(tokens):
        token = tokens[at]
        if (token.capital and token.form not in ",;()" and not POSSESSIVE.search(token.form)) or (
            token.form.lower() in listed("particles") and at > start and at + 1 < len(tokens) and tokens[at + 1].capital
        ):
            at += 1
        else:
            if token.capital and token.form not in ",;()":
                at += 1
            break
    return at


def looks_personal(tokens: list[Token]) -> bool:
    """One to four name words, none of which makes an institution or an office."""
    surnamed = len(tokens) > 1 and tokens[-1].key in states.adjectives()  # "Michael German"
    first = tokens[:-1] if surnamed else tokens
    if not 1 <= len(tokens) <= 5 or any(t.key in _impersonal() or t.bare in listed("not_names") for t in first):
        return False
    whole = " ".join(t.bare for t in tokens)
    if whole.lower() in states.capitals() or states.state_of(whole) is not None:
        return False
    last = len(tokens) - 1
    return not any(
        t.bare.isupper()
        and len(t.bare) > 1
        and not _INITIALS.match(t.bare)
        and not (i == last > 0 and _NUMBERED.match(t.bare))
        for i, t in enumerate(tokens)
    )


_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?$")  # "J.D. Moss"
_NUMBERED = re.compile(r"(?:II|III|IV|VI{0,3}|XI{0,3}|XIV|XVI{0,3})$")  # "Iva Moss III"


@cache
def _impersonal() -> frozenset[str]:
    named_so = listed("institutions") | listed("outlets") | listed("geography") | listed("unlikely")
    parties = {w.lower() for name in _party_names() for w in name.split() if len(w) >= LONG and w[0].isupper()}
    return named_so | states.adjectives() | states.names() | parties


# A word of a party's name that is as long as this is nobody's forename or surname ("Hezbollah").
LONG = 6


def _party_names() -> Iterator[str]:
    for names in table("parties")["parties"].values():
        yield from map(str, names)


def _named(text: str, tokens: list[Token], role: tuple[int, int] | None) -> Named:
    start, end = tokens[0].start, tokens[-1].end
    name = POSSESSIVE.sub("", text[start:end])
    return Named(name, (start, start + len(name)), _role(text[role[0] : role[1]]) if role else None, True)


def _role(words: str) -> str | None:
    """The role in what stands beside a name, without what else stands there ("On Tuesday, the mayor")."""
    parts = [
        p
        for p in words.strip(" ,").split(", ")
        if any(w.lower().rstrip(".") in listed("roles") for w in re.findall(r"[\w-]+", p))
    ]
    found = parts[-1] if parts and words.lstrip()[:1].isupper() else words.strip(" ,")
    return found if any(letter.isalpha() for letter in found) else None  # "Iva Moss, 18,"


_LED = re.compile(
    r"[^,]*\b(?:following|after|before|with|by|from|as|when|while|that|than|between|told|met|said|but|like)\s+(?=\S)"
)


def _has_role(words: str) -> bool:
    return any(w.lower().rstrip(".") in listed("roles") for w in re.findall(r"[\w-]+", words))


def _person_beside_comma(text: str, tokens: list[Token]) -> Named | None:
    """ "Iva Moss, a spokeswoman for the army" and "the ministry head, Irina Dol"."""
    commas = [i for i, t in enumerate(tokens) if t.form in ",("]
    if not commas:
        return None
    first = commas[0]
    head, rest = tokens[:first], tokens[first + 1 :]
    if head and rest and all(t.capital or t.form.lower() in listed("particles") for t in head) and looks_personal(head):
        bare = [t for t in head if not is_role(t)]
        if _is_a_body(rest):
            return None
        if bare and not (len(head) == 1 and head[0].key in listed("institutions")):
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


def _is_a_body(rest: list[Token]) -> bool:
    """The apposition is of no person: "Tarn Radar, a measurement platform that watches networks"."""
    if rest[0].form not in _ARTICLES:
        return False
    ends = next((i for i, t in enumerate(rest) if i and (t.form in _AFTER_NOUN or t.form in ",;()")), len(rest))
    bodies = listed("institutions") | listed("outlets")
    return rest[ends - 1].key in bodies - listed("roles") and not any(is_role(t) for t in rest[:ends])


_AFTER_NOUN = frozenset({"that", "which", "who", "of", "in", "at", "for", "with", "from", "on", "to", "based"})
# So many words may stand between an article and the role that it opens: "a former international development minister".
ROLE_WITHIN = 6
_ARTICLES = frozenset({"the", "a", "an"})


def _person_before_role(text: str, tokens: list[Token]) -> Named | None:
    """ "Iva Moss spokeswoman for the army" and "Moss the former mayor of Tarn", in copy that lost its commas."""
    run = tokens[: _name_run(tokens, 0)]
    rest = tokens[len(run) :]
    if not run or not rest or rest[0].capital or not looks_personal(run):
        return None
    if rest[0].form in _ARTICLES:
        if any(is_role(t) for t in rest[1 : ROLE_WITHIN + 1]) and not any(is_role(t) for t in run):
            return _named(text, run, (rest[0].start, rest[-1].end))
        return None
    if rest[0].form.isdigit():  # "Moss 55 who fled Tarn"
        return _named(text, run, (rest[0].start, rest[-1].end))
    of_body = rest[0].form == "of" and len(rest) > 1 and rest[1].form == "the"
    belongs = (
        of_body or is_role(rest[0]) or rest[0].form in ("at", "from", "with")
    )  # "Iva Moss at the Kestrel Institute"
    return _named(text, run, (rest[0].start, rest[-1].end)) if len(run) > 1 and belongs else None


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
                    if len(between) and between[-1].key in listed("governors") and len(run) == end - start:
                        continue
                led = _LED.match(text, tokens[0].start, run[0].start)  # "talks with President Iva Moss"
                opens = led.end() if led and _has_role(text[led.end() : run[0].start]) else tokens[0].start
                return _named(text, run, (opens, run[0].start))
    return None


def _person_before_title(text: str, tokens: list[Token]) -> Named | None:
    """ "Iva Moss WHO Representative in Tarn": a name, and a role in capitals, without a comma."""
    run = tokens[: _name_run(tokens, 0)]
    at = next((i for i, t in enumerate(run) if i > 1 and (is_role(t) or (t.bare.isupper() and len(t.bare) > 1))), None)
    if at is None or not any(is_role(t) for t in run[at:]) or not looks_personal(run[:at]):
        return None
    return _named(text, run[:at], (run[at].start, tokens[-1].end))


def has_particle(run: list[Token]) -> bool:
    return any(t.form.lower() in listed("particles") for t in run)


def _ends_phrase(tokens: list[Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at].capital


_OF_PLACE = re.compile(r"[A-Z][\w’'-]+ of [A-Z][\w’'-]+$")


def _person_alone(text: str, tokens: list[Token]) -> Named | None:
    """ "Pavel Orr" or "Orr": nothing but name words."""
    kept = [t for t in tokens if t.form not in ",;()"]
    capitals = all(t.capital or t.form.lower() in listed("particles") for t in kept)
    if len(kept) == len(tokens) >= 2 and capitals and looks_personal(kept):
        return _named(text, kept, None)
    if len(kept) == 3 and _OF_PLACE.match(text[kept[0].start : kept[-1].end]) and looks_personal(kept):
        return _named(text, kept, None)
    return None
