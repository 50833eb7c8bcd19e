"""The chain: through whom the words came, read from what stands around a content in its sentence.

"“…,” the governor told Ostrel TV, per a translation by Tarn Today" gives (Ostrel TV, told) and (Tarn Today,
translated). Relays come in the order in which the sentence names them, nearest the origin first.

Known limit: a relay is told by its preposition or verb and by its capitals; "the daily" needs a daily named before.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.outlets import outlet_name
from sayso.lexicon.states import as_written
from sayso.model.span import Span, Spans
from sayso.model.statement import Hop, Relation
from sayso.read.tokens import may_speak

_WORD = re.compile(r"\w(?:[\w’'.&+/-]*\w)?|[,;:()\"“”‘’'«»–—\0]")
_QUOTES = frozenset("\"“”‘’'«»")
_PERSONAL = re.compile(r"['’]s?$")
LONGEST_NAME = 10


@dataclass(frozen=True, slots=True)
class _Found:
    at: int
    hop: Hop


@cache
def _patterns() -> tuple[tuple[Relation, re.Pattern[str]], ...]:
    words = table("relays")

    def after(kind: str) -> str:
        # "spoke on" also stands as "spoke at length on".
        phrases = (re.escape(str(w)).replace(r"\ ", r"\s+(?:[a-z]+\s+){0,2}?") for w in words[kind])
        return rf"\b(?i:{'|'.join(phrases)})\s+"

    return (
        *((relation, re.compile(after(relation.value))) for relation in _RELATIONS),
        (Relation.TOLD, re.compile(after("interview"))),
    )


_RELATIONS = (
    Relation.TOLD,
    Relation.BROADCAST,
    Relation.PUBLISHED,
    Relation.TRANSLATED,
    Relation.FOUND,
    Relation.OBTAINED,
)


@cache
def _kinds() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words for outlets, words for institutions, names and adjectives of states: what stands beside a relay's name."""
    words = table("speakers")
    return (
        frozenset(map(str, words["outlets"])),
        frozenset(map(str, words["institutions"])),
        as_written(),
    )


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(str(word) for word in table("relays")[kind])


def _relay_name(frame: str, at: int, relation: Relation) -> tuple[str, int, int] | None:
    """The name in the noun phrase that opens at an offset: its words and where they stand; None where it has none.

    "the Ostreli state-run agency Belwire" is Belwire; "Varnian state television" is named by all of its words.
    """
    outlets, institutions, states = _kinds()
    tokens: list[re.Match[str]] = []
    for token in _WORD.finditer(frame, at):
        word = token.group()
        if word in _QUOTES:
            continue
        if len(tokens) == LONGEST_NAME or not (word[0].isalnum()) or word.lower() in _listed("days"):
            break
        if word in _listed("ends") and not (
            word.lower() in {"of", "and", "for"}
            and tokens
            and tokens[-1].group()[0].isupper()
            and _capital_follows(frame, token.end())
        ):
            break
        tokens.append(token)
        if word.endswith(("'s", "’s")) and _PERSONAL.sub("", word) not in states:
            break
    tokens = _behind_noun(tokens)
    runs: list[list[re.Match[str]]] = []
    for i, token in enumerate(tokens):
        word = token.group()
        joins = runs and runs[-1][-1] is tokens[i - 1] if i else False
        named = word[0].isupper() or _ARABIC.match(word)
        if (named and word not in {"The", "A", "An"}) or (
            joins
            and (word.lower() in {"of", "and", "for"} or (word == "the" and runs[-1][-1].group() in {"of", "for"}))
        ):
            if joins:
                runs[-1].append(token)
            else:
                runs.append([token])
    for run in [
        r for r in runs if not all(_PERSONAL.sub("", t.group()) in states or t.group().lower() in outlets for t in r)
    ] or [r for r in runs if len(r) > 1 and r[-1].group().lower() in outlets]:
        kept = list(run)
        while len(kept) > 1 and kept[0].group().endswith(("'s", "’s")):
            kept = kept[1:]
        if len(kept) > 1 and kept[0].group() in states and kept[1].group().lower() not in outlets:
            kept = kept[1:]
        if len(kept) > 1 and kept[0].group().endswith("-based"):
            kept = kept[1:]
        while len(kept) > 1 and kept[-1].group() in {"of", "and", "for", "the"}:
            kept = kept[:-1]
        end = _several(tokens, kept[-1]) or kept[-1].end()
        name = _PERSONAL.sub("", frame[kept[0].start() : end])
        return name, kept[0].start(), kept[0].start() + len(name)
    bodies = outlets | institutions if relation in (Relation.FOUND, Relation.OBTAINED) else outlets
    last = next((i for i, t in enumerate(tokens) if t.group().lower() in bodies), None)
    if last is None:
        return None
    while last + 1 < len(tokens) and tokens[last + 1].group().lower() in bodies:
        last += 1
    first = 1 if tokens[0].group().lower() in {"the", "a", "an", "its", "our"} and last > 0 else 0
    return frame[tokens[first].start() : tokens[last].end()], tokens[first].start(), tokens[last].end()


def _several(tokens: list[re.Match[str]], last: re.Match[str]) -> int | None:
    """The end of the outlets that a name's last word only tells apart: "Western media", "Ostrel state media"."""
    behind = tokens[tokens.index(last) + 1 :][:2]
    words = [t.group() for t in behind]
    for size in range(1, len(words) + 1):
        if words[size - 1] in _listed("several") and all(word.islower() for word in words[:size]):
            return behind[size - 1].end()
    return None


_ARABIC = re.compile(r"al-[A-Z]")


def _behind_noun(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """ "the Lethian site Ilva Monitor": a name behind a noun is the name, and what stands before the noun is not."""
    forms_ = [t.group() for t in tokens]
    for i in range(len(tokens) - 1, 1, -1):
        if (
            (
                (forms_[i][0].isupper() or _ARABIC.match(forms_[i]))
                and forms_[i - 1].islower()
                and forms_[i - 1] not in _listed("joins")
                and forms_[i - 2][0].isupper()
            )
            and forms_[i - 2] not in {"The", "A", "An"}
            and forms_[i].lower() not in _kinds()[0]
        ):
            return tokens[i:]
    return tokens


def _capital_follows(frame: str, at: int) -> bool:
    return bool(re.match(r"\s+(?:the\s+)?[A-Z]", frame[at : at + 8]))


@cache
def _platforms() -> re.Pattern[str]:
    # A platform whose name is also a word counts only behind "on" or before "post", "channel", "account".
    names = [str(p) for p in table("relays")["platforms"]]
    plain = [p for p in names if p not in {"X", "Signal", "Threads", "Discord", "Gab", "Rumble"}]
    every = "|".join(re.escape(p) for p in names)
    return re.compile(
        rf"\b(?:(?:on|via|to)\s+(?:(?:his|her|its|their|the)\s+(?:[\w-]+\s+)?)?(?P<on>{every})\b|"
        rf"(?P<of>{every})\s+(?:post|posts|channel|account|page|message|video|thread|statement)\b|"
        rf"(?P<plain>{'|'.join(map(re.escape, plain))})\b)"
    )


@cache
def _nobody() -> frozenset[str]:
    return frozenset(str(w).lower() for w in table("relays")["nobody"])


@cache
def _to_nobody() -> re.Pattern[str]:
    return re.compile(rf"(?:the\s+|an?\s+)?(?:{'|'.join(map(re.escape, _nobody()))})\b")


def hops(
    text: str,
    sentence: Span,
    contents: Spans,
    resolve: Callable[[str], tuple[str, Span] | None],
    barred: Callable[[str], bool],
) -> tuple[Hop, ...]:
    """The relays named in one sentence outside its contents.

    `resolve` tells whom "the programme" stands for; `barred` says which names are no relay (a state, say).
    """
    frame = masked(text, sentence, contents)
    found: list[_Found] = []
    for relation, pattern in _patterns():
        for match in pattern.finditer(frame):
            hop = _hop(frame, match, sentence[0], relation, resolve)
            if hop is not None and not barred(hop.name):
                found.append(_Found(match.start(), hop))
    for match in _platforms().finditer(frame):
        group = next(g for g in ("on", "of", "plain") if match[g])
        span = sentence[0] + match.start(group), sentence[0] + match.end(group)
        found.append(_Found(match.start(), Hop(match[group], Relation.POSTED, span)))
    kept: list[Hop] = []
    for one in sorted(found, key=lambda f: f.hop.span):
        if not any(
            one.hop.name == k.name or (one.hop.span[0] < k.span[1] and k.span[0] < one.hop.span[1]) for k in kept
        ):
            kept.append(one.hop)
    return tuple(kept)


def masked(text: str, sentence: Span, contents: Spans) -> str:
    """The sentence with its contents blanked out, so that offsets stay."""
    frame = list(text[sentence[0] : sentence[1]].replace("\n", " "))
    for start, end in contents:
        for i in range(max(start, sentence[0]), min(end, sentence[1])):
            frame[i - sentence[0]] = "\0"
    return "".join(frame)


def _hop(
    frame: str,
    match: re.Match[str],
    offset: int,
    relation: Relation,
    resolve: Callable[[str], tuple[str, Span] | None],
) -> Hop | None:
    found = _relay_name(frame, match.end(), relation)
    if found is None:
        return None
    name, start, end = found
    *_, states = _kinds()
    if _to_nobody().match(frame, match.end()):
        return None
    if name.lower() in _nobody() or name in states:
        return None
    if not any(c.isupper() for c in name) and frame[match.end() : match.end() + 4].lower() == "the ":
        known = resolve(f"the {name}")
        return Hop(known[0], relation, (offset + start, offset + end)) if known else None
    return Hop(name, relation, (offset + start, offset + end))


_CITING = re.compile(r"\b(?:citing|quoting)\s+(?=\S)")


def citing(text: str, sentence: Span, contents: Spans) -> Span | None:
    """Where "X reported, citing Y" names Y: the span of Y, or None."""
    frame = masked(text, sentence, contents)
    found = _CITING.search(frame)
    if not found:
        return None
    rest = re.match(r"[^\0,;:.()]+", frame[found.end() :])
    if not rest or not rest.group().strip():
        return None
    words = re.sub(r"\s+(?:as saying|as having said|on|in|at|that)\b.*$", "", rest.group()).rstrip(_EDGES)
    start = sentence[0] + found.end() + len(words) - len(words.lstrip(_EDGES))
    words = words.lstrip(_EDGES)
    if not any(w[0].isupper() or may_speak(w) for w in re.findall(r"[\w’'-]+", words)):
        return None  # "citing the loss of the bridge"
    return start, start + len(words)


_CITER = re.compile(
    r"\W*(?P<name>(?:[Tt]he\s+)?[A-Z][\w’'.&-]*(?:\s+(?:(?:of|the|and|for)\s+)?[A-Z][\w’'.&-]*){0,5})\s*"
    r"(?:,\s*|(?:\s(?:has|had))?\s(?:reported|said|wrote|reports|says|writes|claimed)\b[^.]{0,60}?)(?:citing|quoting)\b"
)


def citer(text: str, sentence: Span) -> Hop | None:
    """Who cites at the head of a sentence: "Ostrel Wire reported, citing the ministry, that …"."""
    found = _CITER.match(text, *sentence)
    return Hop(found["name"], Relation.PUBLISHED, found.span("name")) if found else None


@cache
def _passing() -> re.Pattern[str]:
    """ "…, according to the Ostrel Wire news agency" and "…, Ostrel Wire reported": who passes on another's words."""
    name = r"(?:the\s+)?(?P<{}>(?:[A-Z][\w’'.&-]*\s+){{0,4}}[A-Z][\w’'.&-]*|(?:local|state|Russian|regional)\s+media)"
    kind = rf"(?:\s+(?:{'|'.join(sorted(_kinds()[0], key=len, reverse=True))}))*"
    return re.compile(
        rf"\baccording\s+to\s+{name.format('by')}(?P<kind>{kind})\s*(?=[,.\0]|$)|"
        rf"(?:^|[,\0])\s*{name.format('who')}(?P<sort>{kind})\s+(?:has\s+|have\s+|had\s+)?(?:also\s+)?"
        r"(?:reported|reports|report|wrote|quoted)\b"
    )


def passed_on(text: str, sentence: Span, taken: Spans) -> Hop | None:
    """The outlet that a sentence names beside its speaker as the one who reports it; None where it names none."""
    frame = masked(text, sentence, taken)
    for found in _passing().finditer(frame):
        group = "by" if found["by"] else "who"
        name, words = found[group], f"{found[group]} {found['kind'] or found['sort'] or ''}".lower().split()
        if outlet_name().fullmatch(name) or any(w in _kinds()[0] for w in words):
            span = sentence[0] + found.start(group), sentence[0] + found.end(group)
            return Hop(name, Relation.PUBLISHED, span)
    return None


_EDGES = " \n\t\"“”‘’'«»"
