"""Asked: what a list's address asks for, read with care, and addresses that ask for more or less.

`/claims?side=Ostrel&since=2024-03-15&sort=newest` asks for what one statement of Ostrel's tells of the time since.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Self, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Query

from sayso.ledger.briefs import Order
from sayso.ledger.wanted import Wanted
from sayso.model.claim import ConflictKind, Standing
from sayso.model.problem import Problem, SaysoError
from sayso.model.statement import Event, Interest

LONGEST = 400
"""Characters of anything that is asked for."""

Choice = TypeVar("Choice", bound=StrEnum)
Text = Annotated[str, Query(max_length=LONGEST)]

LABELS = {
    "place": "at",
    "since": "since",
    "until": "until",
    "event": "act",
    "side": "said by",
    "standing": "",
    "contested": "",
    "interest": "",
    "parts": "parts by",
    "kind": "parts by",
    "measure": "counting",
    "words": "with",
}
"""What a chip says before the value."""

TOLD = {"contested": {"yes": "contested", "no": "not contested"}}
INTERESTS = {Interest.OWN: "serves own side", Interest.AGAINST: "against own side", Interest.NEUTRAL: "serves no side"}


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that is asked for, in words, and the address that no longer asks for it."""

    told: str
    without: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the claims, in which order, and the address's own words for it."""

    wanted: Wanted
    order: Order
    after: str | None
    path: str
    given: tuple[tuple[str, str], ...]

    def value(self, name: str) -> str:
        """What the address says for a name; nothing where it says nothing."""
        return dict(self.given).get(name, "")

    def address(self, **changed: str | None) -> str:
        """The address with these names changed, and from the first page on."""
        kept = {name: value for name, value in self.given if name != "after"} | changed
        query = urlencode([(name, value) for name, value in kept.items() if value])
        return f"{self.path}?{query}" if query else self.path

    def on(self, path: str, **renamed: str) -> Self:
        """The same asked of another page, where some names are others."""
        return replace(self, path=path, given=tuple((renamed.get(name, name), value) for name, value in self.given))

    def of_claims(self) -> Wanted:
        """What is asked of a claim by itself, without how it parts."""
        return replace(self.wanted, parts=None)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What is asked for, one by one."""
        return tuple(
            Chip(_told(name, value), self.address(**{name: None})) for name, value in self.given if name in LABELS
        )


def asked(
    place: Annotated[str, Query(max_length=LONGEST, description="Said of this place.")] = "",
    since: Annotated[str, Query(max_length=10, description="Of this day or later.")] = "",
    until: Annotated[str, Query(max_length=10, description="Of this day or earlier.")] = "",
    event: Annotated[str, Query(max_length=16, description="Of this kind of act.")] = "",
    side: Annotated[str, Query(max_length=LONGEST, description="Said by an origin of this side.")] = "",
    standing: Annotated[str, Query(max_length=16, description="Of this standing.")] = "",
    contested: Annotated[str, Query(max_length=16, description="yes or no.")] = "",
    interest: Annotated[str, Query(max_length=16, description="own: it serves its own side; against; neutral.")] = "",
    parts: Annotated[str, Query(max_length=16, description="In a conflict of this kind.")] = "",
    words: Annotated[str, Query(max_length=LONGEST, description="With these words, as search takes them.")] = "",
    sort: Annotated[str, Query(max_length=16, description="need, newest, articles or roots.")] = "",
    after: Annotated[str, Query(max_length=LONGEST, description="Where the page before ended.")] = "",
    measure: Annotated[str, Query(max_length=LONGEST, description="With a figure that counts this.")] = "",
) -> Asked:
    """What an address asks for; raises SaysoError with the row that says what of it cannot be understood."""
    said = {
        "place": place,
        "since": since,
        "until": until,
        "event": event,
        "side": side,
        "standing": standing,
        "contested": contested,
        "interest": interest,
        "parts": parts,
        "words": words,
        "measure": measure,
        "sort": sort,
        "after": after,
    }
    given = tuple((name, value.strip()) for name, value in said.items() if value.strip())
    told = dict(given)
    wanted = Wanted(
        place=told.get("place"),
        since=_day("since", told),
        until=_day("until", told),
        event=_choice(Event, "event", told),
        side=told.get("side"),
        words=told.get("words"),
        standing=_choice(Standing, "standing", told),
        contested=_yes("contested", told),
        interest=_choice(Interest, "interest", told),
        parts=_choice(ConflictKind, "parts", told),
        measure=told.get("measure"),
    )
    return Asked(wanted, _choice(Order, "sort", told) or Order.NEED, told.get("after"), "/claims", given)


AskedFor = Annotated[Asked, Depends(asked)]


def _told(name: str, value: str) -> str:
    told = TOLD.get(name, {}).get(value, value)
    if name == "interest":
        told = next((words for each, words in INTERESTS.items() if each.value == value), value)
    if name == "event":
        told = value.lower()
    return f"{LABELS[name]} {told}".strip()


def _day(name: str, told: dict[str, str]) -> date | None:
    if name not in told:
        return None
    try:
        return date.fromisoformat(told[name])
    except ValueError:
        raise _wrong(name, told[name], "Give a day so: 2024-03-15.") from None


def _choice(kind: type[Choice], name: str, told: dict[str, str]) -> Choice | None:
    if name not in told:
        return None
    for each in kind:
        if each.value.casefold() == told[name].casefold():
            return each
    raise _wrong(name, told[name], f"Choose one of: {', '.join(kind)}.")


def _yes(name: str, told: dict[str, str]) -> bool | None:
    if name not in told:
        return None
    if told[name] not in ("yes", "no"):
        raise _wrong(name, told[name], "Choose yes or no.")
    return told[name] == "yes"


def _wrong(name: str, value: str, remedy: str) -> SaysoError:
    return SaysoError(Problem(f"{name}={value}", "this cannot be asked for", "nothing shown", remedy))
