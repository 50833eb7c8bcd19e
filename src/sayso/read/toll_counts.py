"""Counts of the dead: every number of killed that a sentence gives, and who they are.

"A strike killed 14 fighters and five civilians, including a child": 14 fighters, 5 civilians, and of the five one
child. Limit: who the dead are is told by the words of their own noun phrase ("rebel fighters", "members of one family")
and where that tells nothing they are `people`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from sayso.lexicon.load import lists, table
from sayso.model.span import Span
from sayso.model.statement import Comparator
from sayso.read.figures import Count, counts_of
from sayso.read.measures import DEAD, Token, is_size
from sayso.read.numerals import number_at, tokens_of, word_at
from sayso.read.outcomes import outcomes

PEOPLE, CIVILIANS, FIGHTERS, WOMEN, CHILDREN = "people", "civilians", "fighters", "women", "children"
"""Who the dead are: `people` where the words tell no more."""

PHRASE = 8
"""Words after a number in which its noun stands."""


@dataclass(frozen=True, slots=True)
class Dead:
    """A number of killed in a sentence and who they are.

    `part` and `whole` tie it to the number before: "including three children", "11 children among 18 dead"; `joined`
    follows that number directly ("14 fighters and five civilians"), `more` comes on top ("another five"), and `bare`
    has no noun of its own.
    """

    value: float
    who: str
    comparator: Comparator
    span: Span
    part: bool = False
    whole: bool = False
    joined: bool = False
    more: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Tables:
    """The lists of `toll.yaml`, compiled; `who` tells the kind of the dead by a word for them."""

    who: dict[str, str]
    civil: frozenset[str]
    armed: frozenset[str]
    part_before: frozenset[str]
    part_between: frozenset[str]
    part_after: frozenset[str]
    more: frozenset[str]
    joined: frozenset[str]
    own: frozenset[str]
    never_one: frozenset[str]
    killed_after: frozenset[str]
    plurals: frozenset[str]
    ends: frozenset[str]
    openings: frozenset[str]


_LISTS = "part_before part_between part_after more joined own never_one killed_after plurals ends openings"


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    known = table("toll")
    return _Tables(
        who={word: kind for kind in (PEOPLE, CIVILIANS, FIGHTERS, WOMEN, CHILDREN) for word in known[kind]},
        civil=frozenset(known["civil_bodies"]),
        armed=frozenset(known["armed_bodies"]),
        **lists("toll", _LISTS),
    )


def dead(text: str, sentence: Span) -> tuple[Dead, ...]:
    """The numbers of killed in one sentence, in its order."""
    tokens = tokens_of(text, sentence)
    counts = _with_singles(tokens, counts_of(tokens))
    found: list[Dead] = []
    before: Count | None = None
    for number, (count, outcome) in enumerate(zip(counts, outcomes(tokens, counts), strict=True)):
        bodies = outcome is None and word_at(tokens, count.stop - 1) in ("bodies", "corpses")
        if not (outcome == DEAD or bodies) or not _counts_people(tokens, count) or _is_age(tokens, count):
            continue
        bare = count.stop == count.end
        joined, whole = _is_joined(tokens, before, count), _is_whole(tokens, count)
        part = _is_part(tokens, count) or (joined and found[-1].part) or _is_of_whole(tokens, found, before, count)
        after = counts[number + 1] if bare and number + 1 < len(counts) else None
        found.append(
            Dead(
                value=count.value,
                who=_who_shared(tokens, count, after) if after else _who(tokens, count),
                comparator=count.comparator,
                span=(tokens[count.first].start, tokens[count.stop - 1].end),
                part=part and not whole,
                whole=whole,
                joined=joined,
                more=_is_more(tokens, count),
                bare=bare,
            )
        )
        before = count
    return tuple(found)


def _with_singles(tokens: list[Token], counts: list[Count]) -> list[Count]:
    """The counts, each to the end of its noun, with "a child" and "her child", which are no figures of a statement."""
    taken = [False] * len(tokens)
    found = []
    for count in counts:
        if count.unit != "years":
            found.append(replace(count, stop=_noun_end(tokens, count)))
            taken[count.first : found[-1].stop] = [True] * (found[-1].stop - count.first)
    for at, token in enumerate(tokens):
        if taken[at] or token.kind != "word" or word_at(tokens, at - 1) in ("them", "whom"):
            continue
        stop = _single(tokens, at)
        if stop and not any(taken[at:stop]):
            found.append(Count(at, at, at + 1, stop, 1.0, 1.0, 1.0, Comparator.EQUAL, None))
            taken[at:stop] = [True] * (stop - at)
    return sorted(found, key=lambda count: count.first)


def _single(tokens: list[Token], at: int) -> int:
    """The token after "a (young) child", "a 9-year-old girl", "his daughter", "Woman" in "Woman killed"; else 0."""
    known = _tables()
    low, before = tokens[at].low, word_at(tokens, at - 1)
    if known.who.get(low, PEOPLE) != PEOPLE and not _is_plural(low) and low not in known.never_one:
        headline = tokens[at].text[0].isupper() and word_at(tokens, at + 1) in known.killed_after
        if headline or before in known.part_before:
            return at + 1
    if low not in ("a", "an", "one") and not (low in known.own and before in ("and", "&", "plus", "with")):
        return 0
    for step in range(at + 1, min(at + 7, len(tokens))):
        token = tokens[step]
        if token.kind == "number" or token.low.endswith("old") or token.low == "year" or token.text in "-–":
            continue
        if token.kind != "word" or token.low in known.ends or token.low in ("number", "group", "total"):
            return 0
        if token.low in known.who and token.low not in known.never_one:
            after = word_at(tokens, step + 1)
            if after in known.who and after not in known.ends and after not in known.more:
                continue
            return step + 1 if not _is_plural(token.low) and _ends_phrase(tokens, step + 1) else 0
        if token.low.endswith("s") or step > at + 4:
            return 0
    return 0


def _ends_phrase(tokens: list[Token], at: int) -> bool:
    """Whether no further noun follows: "a child was", but "a terrorist attack"."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return True
    low = tokens[at].low
    return low in _tables().ends or low.endswith(("ed", "ing")) or tokens[at].text[0].isupper()


def _noun_end(tokens: list[Token], count: Count) -> int:
    """The token after the noun that a number counts, where the noun is one for people."""
    known = _tables()
    last = count.end
    for at in range(count.end, min(count.end + PHRASE, len(tokens))):
        token = tokens[at]
        mark = token.kind != "word" and token.text not in "()[]\"“”'-"
        if mark or token.low in known.ends or number_at(tokens, at):
            break
        if token.low in known.who:
            last = at + 1
            if _is_plural(token.low):
                break
    return last if last > count.end else max(count.stop, count.end)


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in _tables().plurals


def _counts_people(tokens: list[Token], count: Count) -> bool:
    """Whether a number of killed counts people: "23", "23 fighters", "14 of them"; not "30 percent"."""
    known = _tables()
    if count.stop == count.end and word_at(tokens, count.stop) == "of":
        tail = [token.low for token in tokens[count.stop + 1 : count.stop + 5]]
        return any(word in known.part_after or word in known.who for word in tail)
    if count.unit is None:
        return count.stop > count.end or not _is_stray(tokens, count)
    named = any(token.low in known.who for token in tokens[count.end : count.stop])
    return named or not is_size(count.unit)


def _is_stray(tokens: list[Token], count: Count) -> bool:
    """A number that another sentence begins after, whose stop was lost: "4016 At least 12 civilians"."""
    if count.end >= len(tokens) or tokens[count.at].kind != "number":
        return False
    return tokens[count.end].text in _tables().openings or number_at(tokens, count.end) is not None


def _is_age(tokens: list[Token], count: Count) -> bool:
    """ "A boy, 12, died", "children aged 4", "under the age of eight"."""
    before = [token.low for token in tokens[max(0, count.first - 2) : count.first]]
    aside = count.stop == count.end and before[-1:] == [","] and word_at(tokens, count.end) == ","
    return aside or not {"aged", "ages", "age"}.isdisjoint(before)


def _who(tokens: list[Token], count: Count) -> str:
    """Who is counted, by the last telling word of the noun phrase; for "members" and "bodies" by whose they are."""
    known = _tables()
    phrase = tokens[count.at if tokens[count.at].low in known.who else count.end : count.stop]
    words = {token.low for token in phrase}
    for token in reversed(phrase):
        if known.who.get(token.low, PEOPLE) != PEOPLE:
            return known.who[token.low]
    tail = [token.low for token in tokens[count.stop : count.stop + PHRASE]]
    if {"members", "member"} & words:
        return _whose_members(phrase, words, tail)
    if tail[:1] != ["of"] or (words & known.who.keys() and not words & {"bodies", "more", "others", "lives"}):
        return PEOPLE
    if len(tail) > 1 and (tail[1] in known.part_after or tail[1] == "the"):
        return next((kind for word in tail[1:] if (kind := known.who.get(word, PEOPLE)) != PEOPLE), PEOPLE)
    return next((kind for word in tail[1:5] if (kind := known.who.get(word, PEOPLE)) != PEOPLE), PEOPLE)


def _whose_members(phrase: list[Token], words: set[str], tail: list[str]) -> str:
    """ "Members of one family" are civilians, "militia members" and "members of IS" fighters."""
    known = _tables()
    if words & known.civil or not known.civil.isdisjoint(tail[:5]):
        return CIVILIANS
    armed = any(word in known.armed or known.who.get(word) == FIGHTERS for word in tail[:6])
    named = any(token.text[0].isupper() for token in phrase)
    return FIGHTERS if armed or named or words & known.armed else PEOPLE


def _who_shared(tokens: list[Token], count: Count, after: Count) -> str:
    """ "Killed 28 and wounded 30 militants": by the noun of the number after, where this one has none."""
    own = _who(tokens, count)
    between = {token.low for token in tokens[count.stop : min(after.first, count.stop + 4)]}
    near = after.first - count.stop <= 3 and between & {"and", "wounded", "injured", "injuring", "wounding"}
    return _who(tokens, after) if near and own == PEOPLE else own


def _is_joined(tokens: list[Token], before: Count | None, count: Count) -> bool:
    """Whether a number goes on a list: "14 fighters and five civilians"."""
    if before is None or count.first - before.stop > PHRASE:
        return False
    return all(token.low in _tables().joined for token in tokens[before.stop : count.first])


def _is_whole(tokens: list[Token], count: Count) -> bool:
    """ "Three children were among 18 dead": the number is that of all."""
    among = ("among", "amongst")
    before = word_at(tokens, count.first - 1)
    return before in among or (before == "the" and word_at(tokens, count.first - 2) in among)


def _is_of_whole(tokens: list[Token], found: Sequence[Dead], before: Count | None, count: Count) -> bool:
    """ "Among the 23 killed were three children"."""
    if not found or not found[-1].whole or before is None:
        return False
    return any(token.low in ("was", "were") for token in tokens[before.stop : before.stop + PHRASE])


def _is_part(tokens: list[Token], count: Count) -> bool:
    """ "Including six children", "among them six children", "six of them children", "six were among the dead"."""
    known = _tables()
    after = [token.low for token in tokens[count.stop : count.stop + 5]]
    among = (that for word, that in pairwise(after) if word in ("among", "amongst"))
    if any(that in known.part_after or that == "the" for that in among):
        return True
    if after[:1] == ["of"] and next((word for word in after[1:] if word != "the"), "") in known.part_after:
        return True
    for at in range(count.first - 1, max(-1, count.first - 5), -1):
        if tokens[at].low in known.part_before:
            return True
        if tokens[at].low not in known.part_between:
            return False
    return False


def _is_more(tokens: list[Token], count: Count) -> bool:
    """ "Another five", "five more", "five others"; but not "more than five"."""
    before = tokens[count.first : count.at] or tokens[max(0, count.first - 1) : count.first]
    words = [token.low for token in (*before, *tokens[count.end : count.stop + 2])]
    return any(word in _tables().more and after != "than" for word, after in pairwise(words))
