"""The toll of an article: how many were killed in the event that it is about, by who they were.

"A strike on Tarn killed 18, a monitor said. Among the dead were four fighters and three children": others 4, civilians
14, children 3. Women and children are civilians too; people of whom the text says no more are taken for civilians, as
those who code such reports do; "dozens" is no number. The event is the headline's, or else the first that is told: the
dead of the war so far and of other days' events are left aside, and later sentences only tell its dead apart. Limit: an
article on two events of equal weight gives the first alone.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.model.span import Span
from sayso.model.statement import Comparator
from sayso.read.segment import paragraphs, sentences
from sayso.read.toll_counts import CHILDREN, CIVILIANS, FIGHTERS, PEOPLE, WOMEN, Dead, dead

OTHERS = "others"
"""Those killed who were no civilians: soldiers, fighters, police."""

LARGEST_EVENT = 5000
"""As many dead are those of a war, not of one event of it: none of FA-KES has killed a fifth of that."""

LEAD = 3
"""Accounts after the first among which a fuller one of the same event is looked for."""

NEARLY = 1.1
"""How far above "more than 30" a number may lie that says the same more exactly."""

ROUNDING = 0.1
"""The share of the whole that a sum of single tolls may fall short of it and still be the whole told apart."""

WORDS_AFTER = 60
"""Code points after a number of killed in which its clause may say that the event was another ("two months ago")."""

_WAR = re.compile(
    r"\bsince\b[^.]{0,40}\b(?:war|conflict|uprising|revolution|crisis|start|beg[au]n|erupt\w+|\d{4})\b"
    r"|\b(?:war|conflict|uprising|crisis)\b(?! ?(?:plane|monitor|jet))[^.]{0,40}"
    r"\b(?:has|have|had|which|that|began|started|erupted)\b"
    r"|\bbegan in\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:elsewhere|meanwhile|separately|last (?:week|month|year)|earlier this|previously|ago|recently|"
    r"in (?:early |late |mid-?)?(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)(?: \d{4})?)\b",
    re.I,
)
_APART = re.compile(
    r"\b(?:after|before|earlier|later|since|meanwhile|while|said|says|according|another (?:attack|strike|raid))\b", re.I
)
_SAME_EVENT = re.compile(r"\btoll\b|\bthe (?:attack|strike|raid|blast|bombing)", re.I)
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|tens)\b", re.I)


@dataclass(frozen=True, slots=True)
class Toll:
    """How many of one kind the event killed: `who` is civilians, others, women or children.

    `span` is where the number, or the first of those it was reckoned from, stands; `why` says how it was reckoned.
    """

    who: str
    value: float
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class _Group:
    """A number of killed with the parts that are told of it."""

    total: Dead
    parts: tuple[Dead, ...] = ()

    @property
    def rows(self) -> tuple[Dead, ...]:
        return self.total, *self.parts


@dataclass(frozen=True, slots=True)
class _Account:
    """What one clause tells of one event, the sentence by its number; `loose` are parts of a whole told elsewhere."""

    sentence: int
    words: str
    groups: tuple[_Group, ...]
    loose: tuple[Dead, ...] = ()

    @property
    def total(self) -> float:
        return sum(group.total.value for group in self.groups)

    @property
    def rows(self) -> tuple[Dead, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def single(self) -> Dead | None:
        return self.groups[0].total if len(self.groups) == 1 else None


def tolls(text: str) -> tuple[Toll, ...]:
    """The toll of the text's event, one row for each kind of the dead that it names; none where it counts no dead."""
    near = [one for one in _accounts(text) if not _is_of_the_war(one)]
    told = [one for one in near if one.groups]
    if not told:
        return ()
    lead = [one for one in told[1:] if not _OTHER.search(one.words)][:LEAD]
    main = _fuller(told[0], lead)
    return _by_kind(_with_parts(_told_apart(main, told), near))


def _accounts(text: str) -> list[_Account]:
    found: list[_Account] = []
    for number, (start, end) in enumerate(_sentences(text)):
        runs: list[list[Dead]] = []
        for row in dead(text, (start, end)):
            if not row.value or _VAGUE.search(text, *row.span):
                continue
            alone = not (row.part or row.whole)
            if not runs or (alone and _APART.search(text, runs[-1][-1].span[1], row.span[0])):
                runs.append([])
            runs[-1].append(row)
        for at, run in enumerate(runs):
            after = runs[at + 1][0].span[0] if at + 1 < len(runs) else end
            stop = min(run[-1].span[1] + WORDS_AFTER, after)
            groups, loose = _grouped(run)
            found.append(_Account(number, text[start:stop], groups, loose))
            start = stop
    return found


def _sentences(text: str) -> Iterable[Span]:
    """The sentences; a headline that the body says again before its first sentence is left out there."""
    headline = ""
    for number, paragraph in enumerate(paragraphs(text)):
        for start, end in sentences(text, paragraph):
            if number == 0:
                headline = headline or text[slice(*paragraph)]
            elif (again := text.find(headline, start, end)) >= 0 and again + len(headline) < end - 1:
                start = again + len(headline)
            yield start, end


def _grouped(rows: Sequence[Dead]) -> tuple[tuple[_Group, ...], tuple[Dead, ...]]:
    """The numbers of a clause as wholes with their parts, and the parts that have no whole there."""
    groups: list[_Group] = []
    loose: list[Dead] = []
    for row in rows:
        last = groups[-1] if groups else None
        if last is None:
            (loose if row.part else groups).append(row if row.part else _Group(row))  # type: ignore[arg-type]
        elif row.whole and last.total.value < row.value:
            del groups[-1]
            if not groups or groups[-1].total.value != row.value:
                groups.append(_Group(row, (*last.parts, replace(last.total, part=True))))
        elif row.part and row.value > last.total.value:
            loose.append(row)
        elif row.part or _is_part_of(row, last):
            if row.joined or not any((row.who, row.value) == (old.who, old.value) for old in last.parts):
                groups[-1] = _Group(last.total, (*last.parts, row))
        elif not _is_repeat(last.total, row):
            like = row.bare and row.who == PEOPLE and last.total.who == FIGHTERS
            groups.append(_Group(replace(row, who=FIGHTERS) if like else row))
    return tuple(_folded(groups)), tuple(loose)


def _is_part_of(row: Dead, last: _Group) -> bool:
    """ "16 civilians and three children": the children are of them; so is the man of "three, two women and a man"."""
    whole = last.total
    if not row.joined or whole.who not in (CIVILIANS, PEOPLE) or not 1 < whole.value >= row.value:
        return False
    rest = whole.value - sum(part.value for part in last.parts if part.joined)
    return row.who in (CHILDREN, WOMEN) or (rest < whole.value and rest == row.value)


def _is_repeat(before: Dead, row: Dead) -> bool:
    """ "At least 11 civilians died … almost a dozen civilians": the same number, told again."""
    if row.more or row.joined or (row.who != before.who and PEOPLE not in (row.who, before.who)):
        return False
    about = row.comparator is Comparator.ABOUT and abs(row.value - before.value) <= before.value * 2 * ROUNDING
    return about or row.value == before.value


def _folded(groups: list[_Group]) -> list[_Group]:
    """ "Three civilians, two women and a man, died": those after are the first number told apart."""
    if len(groups) < 3 or sum(group.total.value for group in groups[1:]) != groups[0].total.value:
        return groups
    return [_Group(groups[0].total, tuple(row for group in groups for row in group.rows)[1:])]


def _is_of_the_war(account: _Account) -> bool:
    return account.total >= LARGEST_EVENT or bool(_WAR.search(account.words))


def _fuller(first: _Account, lead: Sequence[_Account]) -> _Account:
    """The first account, or a later one of the same event: a more exact number, or all of whom the first gave some."""
    only = first.single
    if only is None:
        return first
    for one in lead:
        exact = only.comparator is Comparator.MORE and first.total < one.total <= first.total * NEARLY + 1
        others = any(group.total.who != only.who for group in one.groups)
        some = only.who != PEOPLE and any((row.value, row.who) == (only.value, only.who) for row in one.rows)
        if exact or (some and others and one.total > first.total):
            return one
    if first.sentence:  # no headline with a number: accounts of one event part, and the highest is coded
        highest = max([first, *lead[:2]], key=lambda one: one.total)
        if _SAME_EVENT.search(highest.words):
            return highest
    return first


def _told_apart(main: _Account, told: Sequence[_Account]) -> _Account:
    """The same number with what other sentences add to it: who they were, and parts."""
    for one in told:
        if one is main:
            continue
        if one.total == main.total and len(one.groups) > len(main.groups) == 1:
            if any(group.total.who != PEOPLE for group in one.groups):
                main = replace(main, groups=one.groups)
        elif one.total == main.total and len(one.groups) == len(main.groups):
            pairs = zip(main.groups, one.groups, strict=True)
            main = replace(main, groups=tuple(_merged(mine, other) for mine, other in pairs))
        elif main.single:
            for group in one.groups:
                if group.total.value == main.total:
                    main = replace(main, groups=(_merged(main.groups[0], group),))
    return main


def _merged(mine: _Group, other: _Group) -> _Group:
    kinds = {part.who for part in mine.parts}
    total = mine.total if mine.total.who != PEOPLE else replace(mine.total, who=other.total.who)
    return _Group(total, (*mine.parts, *(part for part in other.parts if part.who not in kinds)))


def _with_parts(main: _Account, near: Sequence[_Account]) -> _Account:
    """With the parts of other sentences: "among the dead were three children", or single tolls that make up all."""
    kinds = {row.who for row in main.rows}
    young = bool(kinds & {CHILDREN, WOMEN})
    ours, left = True, main.total
    added: list[Dead] = []
    single: list[Dead] = []
    seen: set[float] = set()
    for one in near:
        if one.sentence < main.sentence:
            continue
        if one.groups:
            ours = main.total in (one.total, *(group.total.value for group in one.groups))
        if _OTHER.search(one.words):
            continue
        if ours:
            fresh = [row for row in one.loose if row.who not in {PEOPLE, *kinds} and row.value <= main.total]
            added += fresh
            kinds |= {row.who for row in fresh}
        elif one.groups and one.total not in seen:
            seen.add(one.total)
            left -= one.total
            single += [row for row in one.rows if row.who in (CHILDREN, WOMEN)]
    if 0 <= left <= main.total * ROUNDING and not young and not kinds & {CHILDREN, WOMEN}:
        added += single
    first = main.groups[0]
    return replace(main, groups=(_Group(first.total, (*first.parts, *added)), *main.groups[1:]))


def _by_kind(main: _Account) -> tuple[Toll, ...]:
    found: dict[str, list[tuple[float, Dead, str]]] = {CIVILIANS: [], OTHERS: [], WOMEN: [], CHILDREN: []}
    for total, parts in ((group.total, group.parts) for group in main.groups):
        part = {
            who: sum(row.value for row in parts if row.who == who) for who in (FIGHTERS, CIVILIANS, WOMEN, CHILDREN)
        }
        if total.who == FIGHTERS:
            civil = min(total.value, part[CIVILIANS] + part[WOMEN] + part[CHILDREN])
        elif total.who == PEOPLE and part[CIVILIANS] and not part[FIGHTERS]:
            civil = min(total.value, part[CIVILIANS])
        else:
            civil = total.value - min(total.value, part[FIGHTERS])
        why = f"{total.value:g} {total.who} killed"
        told = "".join(f", {value:g} of them {who}" for who, value in part.items() if value)
        found[CIVILIANS].append((civil, total, why + told))
        found[OTHERS].append((total.value - civil, total, why + told))
        for who in (WOMEN, CHILDREN):
            if total.who == who:
                found[who].append((total.value, total, why))
            found[who] += [
                (row.value, row, f"{row.value:g} {who} among them") for row in parts if row.who == who != total.who
            ]
    return tuple(
        Toll(who, sum(value for value, _, _ in rows), rows[0][1].span, "; ".join(why for _, _, why in rows))
        for who, kept in found.items()
        if (rows := [row for row in kept if row[0] > 0])
    )
