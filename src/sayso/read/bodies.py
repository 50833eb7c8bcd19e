"""Bodies: the institution, the outlet or the kind of people that a source phrase without a person's name stands for.

"experts at the Kestrel Institute" speak for it, and so does "a report by the Kestrel Institute"; "officials of the
Karsk Council" and "an Ostrel Wire photographer" are themselves who speaks.

Known limit: a body is told by its capitals, and by a word such as "ministry" in or beside them.
"""

import re
from functools import cache
from typing import TypeAlias

from sayso.lexicon import states
from sayso.lexicon.load import table
from sayso.lexicon.phrases import plural
from sayso.model.span import Span
from sayso.read.mentions import known
from sayso.read.tokens import POSSESSIVE, Token, is_role, listed

# Name, where it stands, and what stands beside it as a role.
Body: TypeAlias = tuple[str | None, Span | None, str | None]

_LEADING = re.compile(r"^(?:the|a|an|its|their|his|her|this|that|these|those|both|so-called)\s+", re.I)
_SPEAK_FOR = re.compile(
    r"(?:experts|analysts|researchers|investigators|monitors)\s+(?:at|of|from|in|with)\s+(?=the\s+[A-Z]|[A-Z])", re.I
)
_GROUP_OF = re.compile(
    r"(?:[\w’'-]+\s+){0,3}?(?:officials|members|people|leaders|sources|soldiers|residents|witnesses|fighters|activists|officers|"
    r"commanders|troops|families|relatives|supporters|prisoners|doctors|workers|spokes\w+)\s+(?:of|from|in|at|with|for|near)\s",
    re.I,
)
_NOUN_ENDS = re.compile(
    r"^(?:of|in|at|from|on|near|for|with|who|whose|which|that|to|by|based|working|inside|under|there|here|,|\()$"
)


def body(text: str, tokens: list[Token]) -> Body:
    """An institution, an outlet, a group: the phrase itself, or the name inside it."""
    if not tokens:
        return None, None, None
    start, end = tokens[0].start, tokens[-1].end
    if issued := papers().match(text, start, end):
        by = _from(tokens, issued.end())
        if run := _institution(text, by) or (_issuer(text, by) if issued["paper"].islower() else None):
            return run[0], run[1], None
    if owned := _of_owner().match(text, start, end):
        return owned["owner"], owned.span("owner"), None
    speaking_for = _SPEAK_FOR.match(text, start, end)
    if speaking_for and (run := _institution(text, _from(tokens, speaking_for.end()))):
        return run
    if not speaking_for and not _GROUP_OF.match(text, start, end) and not _are_people(tokens):
        run = _institution(text, tokens)
        if run is not None:
            return run
    if (runs_on := _RUNS_ON.match(text, start, end)) and runs_on["name"].lower() in listed("institutions"):
        return runs_on["name"], runs_on.span("name"), None
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,"))
    name = POSSESSIVE.sub("", text[start:end].strip(" ,"))
    if not name:
        return None, None, None
    return name, (start, start + len(name)), None


def _issuer(text: str, tokens: list[Token]) -> Body | None:
    """Who put out a paper, where no long name tells: "the Guardian", "the army"."""
    ends = next((i for i, t in enumerate(tokens) if _AFTER_ISSUER.match(t.form)), len(tokens))
    named = [t for t in tokens[:ends] if t.form.lower() not in _ARTICLES]
    if not named or not (named[0].capital or named[-1].key in listed("institutions") | listed("outlets")):
        return None
    first = named[0].start if named[0].capital else tokens[0].start
    name = POSSESSIVE.sub("", text[first : named[-1].end])
    return (name, (first, first + len(name)), None) if any(c.isalpha() for c in name) else None


# In copy without commas: "according to the Observatory the latest in a series of raids".
_RUNS_ON = re.compile(r"[Tt]he (?P<name>[A-Z][\w-]+) (?:the|an?|in|on|after|as|when|while|with|where)\s")
_ARTICLES = frozenset({"the", "a", "an"})
_AFTER_ISSUER = re.compile(r"(?:in|on|at|with|that|which|who|this|last|late|early|released|published|seen|,|\(|and)$")


def _from(tokens: list[Token], at: int) -> list[Token]:
    return [t for t in tokens if t.start >= at]


@cache
def papers() -> re.Pattern[str]:
    """ "A report published by", "the latest figures from": a paper through which a body speaks for itself."""
    nouns = "|".join(sorted({f for n in listed("papers") for f in (n, plural(n))}, key=len, reverse=True))
    return re.compile(
        rf"(?:[\w’'-]+\s+){{0,4}}?(?P<paper>{nouns})\s+(?:(?:published|released|issued|compiled|prepared|"
        r"conducted|written|carried out|put out|collected|provided|gathered)\s+)?(?:\w+\s+){0,2}?(?:from|by|of)\s+",
        re.I,
    )


@cache
def _of_owner() -> re.Pattern[str]:
    """ "The ministry's latest report", "a council's designation": a body's word in a paper of its own."""
    nouns = "|".join(sorted({f for n in listed("papers") for f in (n, plural(n))}, key=len, reverse=True))
    platform = r"(?:Telegram |social media |Twitter |X |Facebook |YouTube )?"
    own = rf"web ?sites?|web ?pages?|{platform}(?:channel|account|page|feed)"
    return re.compile(
        rf"(?P<owner>(?:[Tt]he\s+|an?\s+)?[^,’']+?)(?:['’]s|(?<=s)['’])\s+(?:[\w-]+\s+){{0,3}}?(?:{nouns}|{own})$", re.I
    )


@cache
def _experts() -> frozenset[str]:
    nouns = [str(noun) for noun in table("offices")["people"]["expert"]]
    return frozenset(form for noun in nouns for form in (noun, plural(noun)))


def _are_people(tokens: list[Token]) -> bool:
    """The head of the phrase is a word for people: "an Ostrel Wire photographer", "U.S. officials"."""
    ends = next((i for i, t in enumerate(tokens) if i and _NOUN_ENDS.match(t.form)), len(tokens))
    head = tokens[ends - 1]
    return ends > 1 and not head.capital and (is_role(head) or head.key in _people()) and head.key not in _experts()


@cache
def _people() -> frozenset[str]:
    """Nouns for people, without those for experts, who speak for their house."""
    rows = table("offices")["people"]
    nouns = [str(noun) for kind, row in rows.items() if kind != "expert" for noun in row if " " not in str(noun)]
    return frozenset(form for noun in nouns for form in (noun, plural(noun)))


def _says_whence(token: Token) -> bool:
    """A nationality, a quarter of the world, a number: what stands before a noun and is nobody's name."""
    key, known = token.key, _whence()
    if key == "who" and token.bare.isupper():
        return False  # the World Health Organization by its initials
    return any(k in known for k in (key, key.removesuffix("s"), key.removesuffix("-backed"), key.replace(".", "")))


@cache
def _whence() -> frozenset[str]:
    return states.adjectives() | states.names() | listed("unlikely") | listed("geography") | listed("connectors")


def _institution(text: str, tokens: list[Token]) -> Body | None:
    """The longest run of capitals (with of, for, and) that names an institution, and what stands around it as role."""
    best: list[Token] = []
    run: list[Token] = []
    for token in tokens:
        led = run and _BASED.search(token.form)  # "Tarn Observatory a Karsk-based group"
        glossed = text[max(0, token.start - 1) : token.start] == "["  # "the Tarn Fund [TF] group"
        if not led and not glossed and (token.capital or (run and _joins(token, run))):
            run.append(token)
        else:
            best, run = max(best, _trim(run), key=len), []
    best = max(best, _trim(run), key=len)
    if all(_says_whence(token) for token in best):
        return None  # "One European official" is no European body
    if len(best) < 2 and not (best and len(best[0].bare) > 2 and best[0].bare.isupper()):
        return None
    bodies = listed("institutions") | listed("outlets")
    noun = next((t for t in reversed(tokens) if t.end < best[0].start), None)
    called = noun is not None and noun.key in bodies and not noun.capital  # "the group Doctors for Tarn"
    if any(t.form.lower() in {"of", "for"} for t in best) and not (
        called or known(best[0].form) or any(t.key in bodies for t in best)
    ):
        return None
    best = _with_noun(tokens, best)
    start, end = best[0].start, best[-1].end
    before = _LEADING.sub("", text[tokens[0].start : start]).strip(" ,")
    after = text[end : tokens[-1].end].strip(" ,")
    if (
        after.startswith(("’", "'"))
        or re.search(r"\b(?:of|in|at|on|from|by|for|with|under|to)$", before)
        or POSSESSIVE.search(best[-1].form)
    ):
        return None
    name = text[start:end]
    return name, (start, end), before or after or None


def _with_noun(tokens: list[Token], run: list[Token]) -> list[Token]:
    """A name with the plain words behind it that make it a body's: "Upper Tarn Countryside local council"."""
    if len(run) < 2 or any(t.key in listed("institutions") | listed("outlets") for t in run):
        return run
    rest = tokens[tokens.index(run[-1]) + 1 :]
    words = rest[: next((i for i, t in enumerate(rest) if t.capital or _NOUN_ENDS.match(t.form)), len(rest))]
    return [*run, *words] if words and words[-1].key in listed("institutions") else run


def _joins(token: Token, run: list[Token]) -> bool:
    """A small word within a name: "of", and behind a word for a body "on", "to", "against" ("Council on Grain")."""
    form = token.form.lower()
    if form in listed("connectors"):
        return True
    if form == "a":
        return run[-1].form.lower() in listed("connectors")  # "Centre for a New Ostrel"
    return form in listed("inner") and any(t.key in listed("institutions") for t in run)


_BASED = re.compile(r"-(?:based|backed|led|run|controlled|allied|aligned|affiliated|owned)$")


def _trim(run: list[Token]) -> list[Token]:
    """The run without what only leads to a name or trails off from it: "the London-based", "of"."""
    small = listed("connectors") | listed("inner")
    while run and run[-1].form.lower() in small and not run[-1].capital:
        run = run[:-1]
    while run and (run[0].form in ("The", "A", "An", "In", "On") or _BASED.search(run[0].form)):
        run = run[1:]
    if len(run) > 2 and run[1].form == "Based":
        run = run[2:]
    return run
