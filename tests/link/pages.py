"""Pages of an invented war, for tests of copies."""

from datetime import date

from sayso.model.document import UNDATED, Document, Interval, document_id

WIRE = """More than 40 people were killed and at least 70 wounded when rockets struck the covered market in Belomir on \
Friday afternoon, the emergency service of Ostrel said.

Rescuers worked by hand through the night because the remaining beams of the roof could come down at any moment, and \
the street in front of the hall was closed to everyone but the crews of the ambulances.

"We hear them. We are digging by hand," the head of the service, Oskar Vidal, said in a video address.

Varnia said its artillery had hit a barracks next to the market and killed 17 soldiers. A spokesman for the defence \
ministry in Verem denied that any civilians had been targeted that day.

No barracks stands in that part of the city, according to the mayor. The nearest was moved out in 2019, she told \
reporters who had gathered in front of the burnt gate on the eastern side.

Schools across the Tarn region will stay closed until the middle of next week, and trams have stopped running between \
the station and the harbour while engineers examine the bridge over the Ilva."""

OTHER = """Rockets hit the covered market in Belomir on Friday. A nurse at the city hospital counted 43 bodies by the \
evening, she told the Lethian radio.

"We hear them. We are digging by hand," Oskar Vidal, head of the emergency service, said in a video.

The governor of Tarn called for blood donors and promised shelter to all who lost their homes around the square. In \
Verem the ministry of defence spoke of a barracks; people in the quarter had never seen one, they said.

Lethia, which mediates between the two states, asked both armies to keep away from towns before the talks on Monday."""


def page(
    text: str,
    name: str = "page.txt",
    outlet: str | None = None,
    day: date | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Document:
    """A document as cleaning would give it, without furniture."""
    written = UNDATED if day is None else Interval(day, day, ("printed on the page",))
    return Document(
        document_id(name, text.encode()), f"pile/{name}", url, title, outlet, "en", text, (), day, written
    )  # fmt: skip


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")
