"""Standing: what a claim stands on, by a short table of rules that is the same for every side.

    unsourced    only outlets in their own voice, or origins that nobody names
    sole         one root, one article
    echoed       one root, several articles: eleven pages, one ministry
    cross-side   independent roots of different sides, or a third party's beside another, or an admission against its
                 own side's interest beside another root
    one-sided    several independent roots, and no second side among them

Each rule is a function of what answers for the claim that gives its sentence, or None where it does not apply; the
first that applies decides. Roots that speak in one body's name are one voice, and voices are what is counted.

Known limits: whether two roots know it from each other is not asked, only whether the articles say so; a side's ally
is another side.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sayso.lexicon.load import table
from sayso.model.claim import Root, Standing
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Interest, OriginKind

SHOWN = 4
"""Names that a sentence lists before it says how many more there are."""
LOOP = "A loop:"
"""How a root says that it is outlets which cite each other."""
PAIR = 2


@dataclass(frozen=True, slots=True)
class Weighed:
    """A standing with the steps that led to it, as sentences in their order."""

    standing: Standing
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What counts once: a root, or all those that speak in one body's name."""

    name: str
    side: str
    roots: tuple[Root, ...]

    @property
    def admits(self) -> bool:
        """One of its roots says so against the interest of its own side."""
        return any(root.interest is Interest.AGAINST for root in self.roots)

    @property
    def gains(self) -> bool:
        """It serves the side that says it."""
        return not self.admits and any(root.interest is Interest.OWN for root in self.roots)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a rule looks at: the roots, the voices among them that answer for the claim, the articles it stands in."""

    roots: tuple[Root, ...]
    voices: tuple[Voice, ...]
    articles: int
    denying: tuple[Root, ...] = ()


Rule = Callable[[Ground], str | None]


def weighed(roots: Sequence[Root], articles: int, denials: Collection[str] = ()) -> Weighed:
    """What a claim with these roots stands on; `articles` is in how many of them it stands.

    `denials` are the statements that deny what the others of the claim say: who only denies it stands not behind it.
    """
    denying = tuple(root for root in roots if denials and set(root.statements) <= set(denials))
    behind = tuple(root for root in roots if root not in denying)
    ground = Ground(behind, voices(behind), articles, denying)
    steps = [*map(told_of, roots), *voices_told(ground), *uncounted(ground)]
    for standing, rule in TABLE:
        why = rule(ground)
        if why is not None:
            return Weighed(standing, (*steps, why))
    raise AssertionError("the last rule applies to every claim")


def is_unsourced(ground: Ground) -> str | None:
    """ "The town has fallen", and nobody is named who says so."""
    if ground.voices:
        return None
    if any(line.startswith(LOOP) for root in ground.roots for line in root.why):
        return "Unsourced: outlets cite each other for it, and nobody stands behind them."
    own, left = _kinds(ground)
    one = ground.articles == 1
    if own and left:
        where = "the outlet says so in its own voice or leaves" if one else "outlets say so in their own voice or leave"
        return f"Unsourced: {where} open who says so; nobody is named."
    if left:
        return f"Unsourced: {'the article leaves' if one else f'{ground.articles} articles leave'} open who says so."
    who = "the outlet says so in its" if one else f"{ground.articles} articles say so in their outlets'"
    return f"Unsourced: {who} own voice, and nobody is named."


def is_sole(ground: Ground) -> str | None:
    """One root, one article."""
    if len(ground.voices) > 1 or ground.articles > 1:
        return None
    return f"Sole: one article, {_one(ground.voices[0])}."


def is_echoed(ground: Ground) -> str | None:
    """One root, several articles: all have it from one."""
    return f"Echoed: {ground.articles} articles, {_one(ground.voices[0])}." if len(ground.voices) == 1 else None


def is_of_two_sides(ground: Ground) -> str | None:
    """Independent roots of different sides."""
    sides = {voice.side for voice in ground.voices} - {UNKNOWN_SIDE, NO_SIDE}
    if len(sides) < PAIR:
        return None
    return f"Cross-side: {len(ground.voices)} independent roots, of {_listed(sorted(map(side_name, sides)))}."


def is_of_third_party(ground: Ground) -> str | None:
    """A third party's root beside another: a monitor, a UN body, a witness from elsewhere."""
    third = [voice.name for voice in ground.voices if voice.side == NO_SIDE]
    others = len(ground.voices) - len(third)
    if not third or len(ground.voices) < PAIR:
        return None
    if not others:
        return f"Cross-side: {len(third)} independent roots of no side, {_listed(third)}."
    return f"Cross-side: {_listed(third)}, of no side, beside {_counted(others, 'other root')}."


def is_admitted(ground: Ground) -> str | None:
    """An admission against its own side's interest beside another root."""
    admitted = [voice for voice in ground.voices if voice.admits]
    if not admitted or len(ground.voices) < PAIR:
        return None
    side = side_name(admitted[0].side)
    others = _counted(len(ground.voices) - 1, "other root")
    return f"Cross-side: an admission by {admitted[0].name} against the interest of {side}, beside {others}."


def is_one_sided(ground: Ground) -> str | None:
    """Several independent roots, and no second side among them."""
    count = len(ground.voices)
    sides = Counter(voice.side for voice in ground.voices)
    unknown = sides.pop(UNKNOWN_SIDE, 0)
    if not sides:
        return f"One-sided: {count} independent roots, and the side of none is known: no second side can be shown."
    side = side_name(min(sides))
    if unknown:
        whose = "1 whose side is" if unknown == 1 else f"{unknown} whose sides are"
        return f"One-sided: {count} independent roots, {count - unknown} of {side} and {whose} not known."
    every = "both" if count == PAIR else "all"
    serving = sum(voice.gains for voice in ground.voices)
    if serving == count:
        return f"One-sided: {count} independent roots, {every} of {side}, which it serves."
    rest = f"; it serves that side as {serving} of them {'tells' if serving == 1 else 'tell'} it" if serving else ""
    return f"One-sided: {count} independent roots, {every} of {side}{rest}."


TABLE: tuple[tuple[Standing, Rule], ...] = (
    (Standing.UNSOURCED, is_unsourced),
    (Standing.SOLE, is_sole),
    (Standing.ECHOED, is_echoed),
    (Standing.CROSS_SIDE, is_of_two_sides),
    (Standing.CROSS_SIDE, is_of_third_party),
    (Standing.CROSS_SIDE, is_admitted),
    (Standing.ONE_SIDED, is_one_sided),
)
"""The rules in the order in which they are asked."""


def answers(root: Root) -> bool:
    """Somebody but the outlet itself answers for it: an outlet that another one names does, its own voice does not."""
    return root.kind is not OriginKind.UNSTATED and not root.own_voice


def voices(roots: Sequence[Root]) -> tuple[Voice, ...]:
    """What answers for a claim, those that speak in one body's name as one."""
    found: dict[tuple[str, ...], list[Root]] = {}
    for root in roots:
        if answers(root):
            key = ("voice", root.voice, root.side) if root.voice is not None else ("root", *root.statements)
            found.setdefault(key, []).append(root)
    return tuple(Voice(some[0].voice or name_of(some[0]), some[0].side, tuple(some)) for some in found.values())


def told_of(root: Root) -> str:
    """ "Root: Ministry of Defence (Varnia), 6 statements; it serves its own side." """
    count = _counted(len(root.statements), "statement")
    if not answers(root):
        return f"Root: {name_of(root)}, {count}."
    serves = {Interest.OWN: "; it serves its own side", Interest.AGAINST: "; an admission against its own side"}
    return f"Root: {name_of(root)} ({side_name(root.side)}), {count}{serves.get(root.interest, '')}."


def voices_told(ground: Ground) -> list[str]:
    """ "Radek Oslin and Marta Venn speak for the defence ministry: 2 origins, one voice." """
    return [
        f"{_listed([name_of(root) for root in voice.roots])} speak for {voice.name}: "
        f"{len(voice.roots)} origins, one voice."
        for voice in ground.voices
        if len(voice.roots) > 1
    ]


def uncounted(ground: Ground) -> list[str]:
    """ "Not counted: 2 outlets in their own voice." Nothing where nobody answers: the rule says so then."""
    own, left = _kinds(ground)
    parts = []
    if own:
        parts.append(f"{_counted(own, 'outlet')} in {'its' if own == 1 else 'their'} own voice")
    if left:
        parts.append(f"{_counted(left, 'origin')} left open")
    if ground.denying:
        parts.append(f"{_listed([name_of(root) for root in ground.denying])}, denying it")
    return [f"Not counted: {_listed(parts)}."] if parts and (ground.voices or ground.denying) else []


def name_of(root: Root) -> str:
    """Who a root is, in words."""
    if root.own_voice:
        return f"{root.name or 'an outlet'} in its own voice"
    if root.name is not None:
        return root.name
    return "an origin left open" if root.kind is OriginKind.UNSTATED else "somebody not named"


def side_name(side: str) -> str:
    """A side in words: the state of a code, a party by its name."""
    if side == UNKNOWN_SIDE:
        return "side not known"
    if side == NO_SIDE:
        return "of no side"
    row = table("nations").get(side)
    return str(row["names"][0]) if row else side


def _kinds(ground: Ground) -> tuple[int, int]:
    """How many outlets speak in their own voice, and how many origins are left open."""
    own = sum(root.own_voice for root in ground.roots)
    return own, sum(not answers(root) for root in ground.roots) - own


def _one(voice: Voice) -> str:
    count = len(voice.roots)
    return f"one root: {voice.name}" if count == 1 else f"{count} roots of one voice: {voice.name}"


def _listed(names: Sequence[str]) -> str:
    if len(names) > SHOWN + 1:
        return f"{', '.join(names[:SHOWN])} and {len(names) - SHOWN} more"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
