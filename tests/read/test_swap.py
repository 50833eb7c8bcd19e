"""Swap the parties everywhere, and side and interest swap with them: one rule for all sides.

Each case is an invented statement in an invented war; the other half of the table is its mirror. The last test does the
same with every pair of states and of armed parties that the tables know.
"""

import re
from itertools import pairwise
from typing import NamedTuple

import pytest

from sayso.lexicon.load import table
from sayso.model.statement import Attitude, Event, Interest, Origin, OriginKind, Polarity
from sayso.read.interest import interest
from sayso.read.parties import ALLIANCES, ArticleParties, parties
from sayso.read.side import origin_side

MIRROR = {
    "Varnians": "Ostrelians",
    "Varnian": "Ostrelian",
    "Varnia": "Ostrelia",
    "Karsk": "Tarn",
    "Iva Moss": "Jan Kadar",
    "Moss": "Kadar",
}
MIRROR |= {theirs: ours for ours, theirs in MIRROR.items()}
_NAMES = re.compile("|".join(sorted(MIRROR, key=len, reverse=True)))

WAR = (
    "Varnian troops and Ostrelian troops fought on Monday. Varnia's army shelled Tarn, the capital of Ostrelia. "
    "Ostrelia's army shelled Karsk, the capital of Varnia. The Varnian defence ministry and the Ostrelian defence "
    "ministry both blamed the other. Iva Moss, the Varnian defence minister, spoke. Jan Kadar, the Ostrelian defence "
    "minister, spoke too. Fighting went on in Varnia and in Ostrelia, and a Varnian soldier and an Ostrelian soldier "
    "wrote home. The United Nations sent monitors."
)
PERSON, ORGANIZATION, GROUP = OriginKind.PERSON, OriginKind.ORGANIZATION, OriginKind.GROUP
UNNAMED, OUTLET = OriginKind.UNNAMED_PERSON, OriginKind.OUTLET
OWN, AGAINST, NEUTRAL, UNKNOWN = Interest.OWN, Interest.AGAINST, Interest.NEUTRAL, Interest.UNKNOWN
BITTER = Attitude(None, None, Polarity.NEGATIVE)


class Case(NamedTuple):
    """A statement: who says it and as what, what is said and with which cue, and what is to be read."""

    name: str | None
    role: str | None
    kind: OriginKind
    content: str
    cue: str
    side: str
    answer: Interest
    event: Event | None = None
    attitude: Attitude | None = None


MINISTRY = ("Varnian defence ministry", None, ORGANIZATION)
MINISTER = ("Iva Moss", "the Varnian defence minister", PERSON)
SOLDIER = ("a Varnian soldier", "soldier", UNNAMED)
CASES = {
    "foe shells a school": Case(*MINISTRY, "Ostrelian guns hit a school", "said", "Varnia", OWN, Event.ASSAULT),
    "foe kills": Case(*MINISTER, "Ostrelian missiles killed nine civilians", "said", "Varnia", OWN, Event.ASSAULT),
    "foe is to blame": Case(*MINISTER, "Ostrelia is responsible for the famine", "said", "Varnia", OWN, Event.ACCUSE),
    "foe lies": Case(*MINISTRY, "the Ostrelian report is propaganda", "said", "Varnia", OWN),
    "foe loses": Case(*MINISTRY, "Ostrelian troops fled their positions", "claimed", "Varnia", OWN, Event.RETREAT),
    "foe without a name": Case(*MINISTRY, "the enemy destroyed two bridges", "said", "Varnia", OWN, Event.ASSAULT),
    "foe as terrorists": Case(*MINISTRY, "terrorists kidnapped a family", "said", "Varnia", OWN, Event.COERCE),
    "own success": Case(*MINISTRY, "Varnian troops liberated the port", "said", "Varnia", OWN, Event.ASSAULT),
    "own aid": Case(*MINISTRY, "Varnian soldiers brought food to families", "said", "Varnia", OWN, Event.AID),
    "own law": Case(*MINISTER, "our forces act within the law", "said", "Varnia", OWN),
    "own target": Case(*MINISTRY, "it hit only military targets", "said", "Varnia", OWN, Event.ASSAULT),
    "own victims": Case(*MINISTER, "shells fell on homes and killed a child", "said", "Varnia", OWN, Event.ASSAULT),
    "denial": Case(*MINISTRY, "it had shelled a hospital", "denied", "Varnia", OWN, Event.ASSAULT),
    "rejection": Case(*MINISTRY, "the accusations", "dismissed", "Varnia", OWN),
    "vow": Case(*MINISTER, "Varnia will fight on", "vowed", "Varnia", OWN),
    "admitted losses": Case(*MINISTRY, "heavy casualties", "acknowledged", "Varnia", AGAINST),
    "admitted shell": Case(*MINISTER, "the shell was ours", "said", "Varnia", AGAINST, Event.ASSAULT),
    "own retreat": Case(*MINISTRY, "its brigade withdrew", "said", "Varnia", AGAINST, Event.RETREAT),
    "own shortage": Case(*MINISTER, "our gunners are short of shells and unable to answer", "said", "Varnia", AGAINST),
    "tired soldier": Case(*SOLDIER, "We are exhausted", "wrote", "Varnia", AGAINST, None, BITTER),
    "hungry soldier": Case(*SOLDIER, "we had no bread, only hungry nights", "wrote", "Varnia", AGAINST),
    "mother": Case("a Varnian mother", "mother", UNNAMED, "our sons should come home", "said", "Varnia", AGAINST),
    "talks": Case(*MINISTER, "the next round of talks will be on Friday", "said", "Varnia", NEUTRAL, Event.CONSULT),
    "no comment": Case(*MINISTRY, "it declined to comment", "said", "Varnia", NEUTRAL),
    "villager": Case("a Varnian villager", None, UNNAMED, "the road to the mill is long", "said", "Varnia", NEUTRAL),
    "state media": Case(
        "Varnian state television", "state television", OUTLET, "Ostrelian guns struck a market", "reported", "Varnia",
        OWN, Event.ASSAULT,
    ),
    "by a capital": Case("Karsk", None, ORGANIZATION, "Ostrelian planes bombed a convoy", "said", "Varnia", OWN),
    "monitor": Case("United Nations", None, ORGANIZATION, "Ostrelian guns hit a school", "said", "none", NEUTRAL),
    "nobody": Case(None, None, OriginKind.UNSTATED, "Ostrelian guns hit a school", "it is said", "unknown", UNKNOWN),
}  # fmt: skip


def swapped(words: str) -> str:
    """The words with the two parties' names, towns and people exchanged."""
    return _NAMES.sub(lambda found: MIRROR[found.group()], words)


def read(case: Case, article: ArticleParties) -> tuple[str, Interest]:
    """The side and the interest that are read."""
    side = origin_side(case.name, case.role, case.name or "", case.kind, article)
    origin = Origin(case.name, case.kind, side, case.role)
    return side, interest(origin, case.content, case.event, case.attitude, article, case.cue)


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_swapped_parties_swap_the_answers(case: Case) -> None:
    mirrored = case._replace(
        name=case.name and swapped(case.name), role=case.role and swapped(case.role), content=swapped(case.content)
    )
    assert read(case, parties(WAR)) == (case.side, case.answer)
    assert read(mirrored, parties(swapped(WAR))) == (swapped(case.side), case.answer)
    assert read(mirrored, parties(WAR)) == (swapped(case.side), case.answer)


def _adjectives() -> dict[str, str]:
    """Every side of the tables that can fight, and the word by which its troops go."""
    states = {code: row["adjectives"][0] for code, row in table("nations").items() if row["adjectives"]}
    armed = {side: names[0] for side, names in table("parties")["parties"].items() if side not in ALLIANCES}
    return states | armed


SIDES = _adjectives()
PAIRS = [*pairwise(SIDES), ("RU", "UA"), ("IL", "Hamas"), ("SY", "Islamic State"), ("TR", "PKK"), ("US", "Taliban")]
SAID = [
    ("{foe} fighters killed six civilians in a school", "said", Event.ASSAULT, OWN),
    ("{own} fighters repelled the attack", "said", Event.ASSAULT, OWN),
    ("{foe} fighters fled", "said", Event.RETREAT, OWN),
    ("heavy losses of the brigade", "acknowledged", None, AGAINST),
    ("the shell that struck the school was ours", "said", Event.ASSAULT, AGAINST),
    ("it was targeting civilians", "denied", Event.ASSAULT, OWN),
    ("the next round of talks is on Monday", "said", Event.CONSULT, NEUTRAL),
]


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda side: side)
def test_every_party_of_the_tables_is_read_by_the_same_rule(one: str, other: str) -> None:
    ours, theirs = SIDES[one], SIDES[other]
    text = f"{ours} forces fought {theirs} forces. {theirs} troops shelled a town. {ours} troops shelled another."
    for mine, foe, side in ((ours, theirs, one), (theirs, ours, other)):
        article = parties(text)
        name = f"{mine} military command"
        whose = origin_side(name, None, f"the {name}", ORGANIZATION, article)
        origin = Origin(name, ORGANIZATION, whose)
        answers = [
            interest(origin, said.format(own=mine, foe=foe), act, None, article, cue) for said, cue, act, _ in SAID
        ]
        assert (whose, answers) == (side, [answer for *_, answer in SAID])
