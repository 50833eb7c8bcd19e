"""Prints: one sentence in many papers, for which a few of them speak.

Four hundred papers print "12 people were killed in Karsk, the ministry said" on one day: the reading tells the same of
each, so that what is alike to one is alike to all. `SPEAKERS` of them are judged, those in the articles with the least
ids, so that the same articles speak for all their sentences; the others go where the first of them goes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from sayso.link.features import Features
from sayso.link.means import WITNESSES, Group

SPEAKERS = WITNESSES
"""Statements of one print that are judged: as many as are asked of a group."""


def print_of(told: Features) -> int:
    """A number of 63 bits that statements share of which the same is told, whatever article they stand in.

    A word, a day, a figure or a source that differs makes another print.
    """
    figures = [(count.value, count.kind) for count in told.figures]
    who = (told.origin, told.side, told.feeling, told.denied, told.negated, told.event)
    same = (told.wording, sorted(told.places), told.days, told.published, figures, who)
    digest = blake2b(repr(same).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def alone(statement: str) -> int:
    """The print of a statement that speaks for itself whatever it says."""
    digest = blake2b(f"alone {statement}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def spoken(prints: Mapping[int, Iterable[tuple[str, str]]]) -> dict[str, Group]:
    """Those who speak, each with the silent ones that go where it goes; prints are of (document, statement)."""
    found: dict[str, Group] = {}
    for members in prints.values():
        first, *rest = (statement for _, statement in sorted(members))
        found[first] = tuple(rest[SPEAKERS - 1 :])
        found |= dict.fromkeys(rest[: SPEAKERS - 1], ())
    return found


def by_print(told: Iterable[Features]) -> Mapping[int, list[tuple[str, str]]]:
    """Documents and statements by their print."""
    prints: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for each in told:
        prints[print_of(each)].append((each.document, each.id))
    return prints


def joined(groups: Iterable[Group], speaking: Mapping[str, Sequence[str]]) -> list[Group]:
    """The groups of those who speak, with the silent ones."""
    return [tuple(sorted((*group, *(s for each in group for s in speaking[each])))) for group in groups]
