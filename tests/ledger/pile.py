"""A pile of invented articles on an invented war, read by hand: what is copied, what is told alike, what parts.

VNA, 13 March            Varnia's ministry: 31 settlements; the road is open
Frontier Post, 14 March  the same text again
Norhaven Herald, 17      the ministry's 31 again, by way of VNA, and Ostrel's army, which denies it
Ilva Tally, 18           the Kestrel Institute counts 12
Tarn Today, 15 and 16    the market in Belomir: at least 23 killed, then 29
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from sayso.ledger import Ledger
from sayso.model.document import Document, Interval, Media, Page, document_id
from sayso.model.reading import Reading
from sayso.model.statement import (
    Basis,
    Certainty,
    Comparator,
    Event,
    Figure,
    Hop,
    Interest,
    Origin,
    OriginKind,
    Place,
    Relation,
    Statement,
    Voice,
    statement_id,
)

Where = TypeVar("Where", str, Path)

MINISTRY = Origin("Ministry of Defence of Varnia", OriginKind.ORGANIZATION, "Varnia")
KESTREL = Origin("Kestrel Institute", OriginKind.ORGANIZATION, "none")
ARMY = Origin("Ostrel's army", OriginKind.ORGANIZATION, "Ostrel")
HEALTH = Origin("Tarn health department", OriginKind.ORGANIZATION, "Ostrel")
OUTLET = Origin(None, OriginKind.OUTLET)

HELD = "Varnian troops hold 31 settlements in the Tarn region"
ROAD = "the road from Karsk to the river is open to every convoy of the brigade"
DENIED = "Varnian troops hold 31 settlements there"
TWELVE = "Varnian troops hold about 12 settlements in the Tarn region"
FIRST = "At least 23 people were killed in the covered market in Belomir on Friday"
SECOND = "29 people were killed in the covered market in Belomir on Friday"

WIRE = f"""{HELD}, the Ministry of Defence of Varnia said on Wednesday, eleven days after the first columns crossed \
the Ilva at dawn. The ministry told reporters in Verem that {ROAD} and that the engineers have begun to clear the \
mines along the eastern bank, where the snow is still lying and the villagers have been asked to keep off the fields.
"""

HERALD = f"""{HELD}, the Ministry of Defence of Varnia said, VNA reported.
Ostrel's army denied that {DENIED}.
Nobody has been to see. Our correspondent was turned back twice at the bridge, once by either side, and spent the \
night in a school among families from the villages, who had walked for two days with what they could carry and did not \
wish to be asked any more about who holds which of them now.
"""


class Article:
    """An article that is written statement by statement."""

    def __init__(self, name: str, outlet: str, day: int, title: str, text: str) -> None:
        self.name, self.outlet, self.title, self.text = name, outlet, title, text
        self.id = document_id(f"pile/{name}", text.encode())
        self.written = date(2024, 3, day)
        self.statements: list[Statement] = []

    def says(self, words: str, origin: Origin = OUTLET, source: str = "", relay: str = "", **rest: object) -> "Article":
        """One statement more."""
        content, named = self._span(words), (self._span(source),) if source else ()
        figures = rest.pop("figures", ())
        at = rest.pop("at", "")
        self.statements.append(
            Statement(
                statement_id(self.id, (content,), named),
                self.id,
                (content,),
                named,
                (),
                Voice.INDIRECT if source else Voice.OUTLET,
                origin,
                (Hop(relay, Relation.PUBLISHED, self._span(relay)),) if relay else (),
                places=(Place(str(at), self._span(str(at), words)),) if at else (),
                figures=tuple(self._figure(words, *each) for each in figures),  # type: ignore[attr-defined]
                **rest,  # type: ignore[arg-type]
            )
        )
        return self

    def read(self) -> tuple[Page, Reading]:
        """The article as received, and its reading."""
        page = Page(
            f"pile/{self.name}", self.text.encode(), Media.TEXT, None, datetime(2024, 3, 20, tzinfo=UTC), "tests 1"
        )
        written = Interval(self.written, self.written, ("printed on the page",))
        document = Document(
            self.id, page.location, None, self.title, self.outlet, "en", self.text, (), self.written, written
        )
        return page, Reading(document, tuple(self.statements))

    def _span(self, words: str, after: str = "") -> tuple[int, int]:
        start = self.text.index(words, self.text.index(after))
        return start, start + len(words)

    def _figure(
        self, words: str, text: str, value: float, unit: str, measure: str, comparator: Comparator = Comparator.EQUAL
    ) -> Figure:
        low = value * 0.9 if comparator is Comparator.ABOUT else value
        high = value * 1.1 if comparator is Comparator.ABOUT else value
        most = None if comparator is Comparator.AT_LEAST else high
        return Figure(text, self._span(text, words), value, low, most, comparator, unit, measure)


HELD_31 = ("31 settlements", 31.0, "settlements", "settlements held")
HELD_12 = ("about 12 settlements", 12.0, "settlements", "settlements held", Comparator.ABOUT)


def articles() -> Iterator[Article]:
    """The pile."""
    official = {"basis": Basis.OFFICIAL, "interest": Interest.OWN}
    for name, outlet, day, title, text in (
        ("vna.txt", "VNA", 13, "Thirty-one settlements", WIRE),
        ("post.txt", "Frontier Post", 14, "Varnia counts its settlements", f"{WIRE}Source: VNA\n"),
    ):
        yield (
            Article(name, outlet, day, title, text)
            .says(
                HELD,
                MINISTRY,
                "the Ministry of Defence of Varnia",
                event=Event.ASSAULT,
                at="Tarn",
                figures=(HELD_31,),
                **official,
            )
            .says(ROAD, MINISTRY, "The ministry", at="Karsk", **official)
        )
    yield (
        Article("herald.txt", "The Norhaven Herald", 17, "Two weeks on the Ilva", HERALD)
        .says(HELD, MINISTRY, "the Ministry of Defence of Varnia", "VNA", figures=(HELD_31,), **official)
        .says(DENIED, ARMY, "Ostrel's army", certainty=Certainty.DENIED, figures=(HELD_31,), **official)
        .says("Nobody has been to see")
    )
    text = f"{TWELVE}, the Kestrel Institute said.\n"
    yield Article("tally.txt", "Ilva Tally", 18, "What is held", text).says(
        TWELVE, KESTREL, "the Kestrel Institute", at="Tarn", figures=(HELD_12,), basis=Basis.EXPERT
    )
    text = f"{FIRST}, the health department said.\n"
    yield Article("market.txt", "Tarn Today", 15, "Rockets on the market", text).says(
        FIRST,
        HEALTH,
        "the health department",
        event=Event.ASSAULT,
        at="Belomir",
        figures=(("At least 23 people", 23.0, "people", "people killed", Comparator.AT_LEAST),),
        basis=Basis.OFFICIAL,
    )
    yield Article("toll.txt", "Tarn Today", 16, "The toll rises", f"{SECOND}, the health department said.\n").says(
        SECOND,
        HEALTH,
        "the health department",
        event=Event.ASSAULT,
        at="Belomir",
        figures=(("29 people", 29.0, "people", "people killed"),),
        basis=Basis.OFFICIAL,
    )


def kept(place: Where) -> Where:
    """A ledger of the pile, at a path or a URL."""
    with Ledger.open(place) as ledger:
        for article in articles():
            ledger.add(*article.read())
    return place
