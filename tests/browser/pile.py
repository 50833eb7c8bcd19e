"""The ledger that the browser looks at: a war in a few articles read by hand, and one that means harm."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sayso.model.document import Page
from sayso.model.reading import Reading
from sayso.model.statement import Basis, Event, Interest, Origin, OriginKind, Place, Time
from sayso.workspace import Workspace
from tests.ledger import example
from tests.ledger.pile import HELD, MINISTRY, Article, articles

ALERT = '"><script>document.title="broken"</script><img src=x onerror=\'document.title="broken"\'>'
"""What would run wherever it is not escaped."""

HOSTILE = f"The bridge at Ozrel {ALERT} fell on Monday\u202eylno\u202c"
CLERK = Origin(f"Clerk {ALERT}", OriginKind.PERSON, f"Ardun {ALERT}", f"clerk {ALERT}")
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
"""A word that fits into no column."""


def hostile() -> Article:
    """An article of which every word that a page shows has something in it that a browser would act on."""
    text = f"{HOSTILE}, Clerk {ALERT} said by way of Wire {ALERT}, {LONG}.\n"
    return Article(f"bad{ALERT.replace('/', '')}.txt", f"Post {ALERT}", 19, f"Title {ALERT} {LONG}", text).says(
        HOSTILE,
        CLERK,
        f"Clerk {ALERT}",
        f"Wire {ALERT}",
        basis=Basis.WITNESS,
        event=Event.ASSAULT,
        interest=Interest.AGAINST,
        at="Ozrel",
    )


def readings() -> Iterator[tuple[Page, Reading]]:
    """Every article with its reading; the towns have their places on the map, and Wednesday its day."""
    for each in (*articles(), hostile()):
        page, reading = each.read()
        yield page, replace(reading, statements=tuple(map(_placed, reading.statements)))
    yield example.page(), example.reading()


WHERE = {
    "Tarn": (48.42, 36.91, "region"),
    "Karsk": (48.61, 37.33, "settlement"),
    "Belomir": (48.52, 36.62, "settlement"),
    "Ozrel": (48.31, 37.02, "settlement"),
}


def _placed(statement):  # type: ignore[no-untyped-def]
    places = tuple(
        Place(each.text, each.span, 900_000 + len(each.text), *WHERE[each.text][:2], None, WHERE[each.text][2])
        if each.text in WHERE
        else each
        for each in statement.places
    )
    timed = statement.time or (Time("", (0, 0), date(2024, 3, 13), date(2024, 3, 15)) if places else None)
    return replace(statement, places=places, time=timed)


def fill(location: str) -> None:
    """Keep the pile in a ledger."""
    from sayso.ledger import Ledger

    with Ledger.open(location) as ledger:
        for page, reading in readings():
            ledger.add(page, reading)


@dataclass(frozen=True)
class Known:
    """Ids that the paths of the pages are made of."""

    claim: str
    hostile: str
    article: str
    bad: str
    statement: str
    other: str
    first: str
    copy: str
    source: str


def known(location: str) -> Known:
    """The ids of the pile."""
    with Workspace(location) as workspace:
        by_text = {each.claim.text: each.claim for each in workspace.claims()}
        by_title = {each.title: each.id for each in workspace.list()}
        source = next(each.id for each in workspace.origins.listed(None, None, 50, 0) if each.name == MINISTRY.name)
    held, bad = by_text[HELD], next(claim for text, claim in by_text.items() if ALERT in text)
    return Known(
        held.id,
        bad.id,
        by_title["Two weeks on the Ilva"],
        next(i for t, i in by_title.items() if t and ALERT in t),
        held.statements[0],
        held.statements[1],
        by_title["Thirty-one settlements"],
        by_title["Varnia counts its settlements"],
        source,
    )


def copied(location: Path, to: Path) -> Path:
    """The same ledger again, for a test that writes in it."""
    to.write_bytes(location.read_bytes())
    return to
