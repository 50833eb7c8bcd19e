"""An invented article on an invented conflict, and its reading by hand: what a pipeline would give for it."""

from datetime import UTC, date, datetime

from sayso.model.document import Document, Interval, Media, Page, document_id
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.span import Span, Spans
from sayso.model.statement import (
    Attitude,
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
    Polarity,
    Relation,
    Statement,
    Time,
    Voice,
    statement_id,
)

TEXT = """Ostrel says it holds 41 villages as Varnian families wait for news

The Karsk Courier
- Advertisement -

Ostrel's forces have taken 41 villages around Tarn since Tuesday, the Ministry of Defence of the Republic of Ostrel \
said on 14 August.
"We left the bridge at Belomir under fire," one Varnian soldier told Radio Tarn, according to a translation by \
Ostrel Wire.
The ministry denied that the dam at Karsk had been hit.
Mothers of conscripts no longer trust the general staff, said Irina Lask, who heads the Committee of Families.
No shelling was heard in Karsk on Wednesday night.
Click to comment
"""
LOCATION = "pile/karsk-courier.txt"
CAPTURED = datetime(2031, 8, 20, 9, 30, tzinfo=UTC)


def at(words: str, after: str = "") -> Span:
    """Where the words stand in the example, looking from `after` on."""
    start = TEXT.index(words, TEXT.index(after))
    return start, start + len(words)


def page(text: str = TEXT, location: str = LOCATION) -> Page:
    """The example as it was received."""
    return Page(location, text.encode(), Media.TEXT, None, CAPTURED, "tests 1")


def document() -> Document:
    """The example, cleaned."""
    return Document(
        id=document_id(LOCATION, TEXT.encode()),
        location=LOCATION,
        url="https://karsk-courier.example/2031/tarn",
        title="Ostrel says it holds 41 villages as Varnian families wait for news",
        outlet="The Karsk Courier",
        language="en",
        text=TEXT,
        furniture=(at("- Advertisement -"), at("Click to comment")),
        page_date=date(2031, 8, 20),
        published=Interval(
            date(2031, 8, 14),
            date(2031, 8, 17),
            (
                "“14 August” is named as a day that has been",
                "“since Tuesday” and “on Wednesday night” still name the week of 11 to 17 August",
            ),
        ),
    )


def _statement(content: Spans, source: Spans, cue: Spans, voice: Voice, origin: Origin, **rest: object) -> Statement:
    name = document_id(LOCATION, TEXT.encode())
    return Statement(statement_id(name, content, source), name, content, source, cue, voice, origin, **rest)  # type: ignore[arg-type]


def reading() -> Reading:
    """Five statements: a ministry's figures, a soldier through two relays, a denial, a mother's voice, the outlet."""
    ministry = Origin(
        "Ministry of Defence of the Republic of Ostrel",
        OriginKind.ORGANIZATION,
        "Ostrel",
        None,
        at("Ministry of Defence of the Republic of Ostrel"),
    )
    return Reading(
        document(),
        (
            _statement(
                (at("Ostrel's forces have taken 41 villages around Tarn since Tuesday"),),
                (at("the Ministry of Defence of the Republic of Ostrel"),),
                (at("said", "Republic of Ostrel said"),),
                Voice.INDIRECT,
                ministry,
                basis=Basis.OFFICIAL,
                interest=Interest.OWN,
                event=Event.ASSAULT,
                places=(Place("Tarn", at("Tarn"), None, 51.5, 36.25, "OS", "settlement"),),
                time=Time("since Tuesday", at("since Tuesday"), date(2031, 8, 12), date(2031, 8, 14)),
                figures=(
                    Figure(
                        "41 villages",
                        at("41 villages around"[:11], "forces have"),
                        41.0,
                        41.0,
                        41.0,
                        Comparator.EQUAL,
                        "villages",
                        "villages taken",
                    ),
                ),
            ),
            _statement(
                (at("We left the bridge at Belomir under fire"),),
                (at("one Varnian soldier"),),
                (at("told"),),
                Voice.DIRECT,
                Origin(
                    "one Varnian soldier", OriginKind.UNNAMED_PERSON, "Varnia", "soldier", at("one Varnian soldier")
                ),
                chain=(
                    Hop("Radio Tarn", Relation.TOLD, at("Radio Tarn")),
                    Hop("Ostrel Wire", Relation.TRANSLATED, at("Ostrel Wire")),
                ),
                basis=Basis.PARTICIPANT,
                interest=Interest.AGAINST,
                event=Event.RETREAT,
                places=(Place("Belomir", at("Belomir")),),
            ),
            _statement(
                (at("the dam at Karsk had been hit"),),
                (at("The ministry", "Wire."),),
                (at("denied"),),
                Voice.INDIRECT,
                ministry,
                basis=Basis.OFFICIAL,
                certainty=Certainty.DENIED,
                interest=Interest.OWN,
                event=Event.ASSAULT,
                places=(Place("Karsk", at("Karsk", "dam")),),
            ),
            _statement(
                (at("Mothers of conscripts no longer trust the general staff"),),
                (at("Irina Lask, who heads the Committee of Families"),),
                (at("said", "general staff,"),),
                Voice.INDIRECT,
                Origin(
                    "Irina Lask", OriginKind.PERSON, "Varnia", "head of the Committee of Families", at("Irina Lask")
                ),
                basis=Basis.HEARSAY,
                interest=Interest.AGAINST,
                attitude=Attitude("mothers of conscripts", "the general staff", Polarity.NEGATIVE),
            ),
            _statement(
                (at("No shelling was heard in Karsk on Wednesday night"),),
                (),
                (),
                Voice.OUTLET,
                Origin("The Karsk Courier", OriginKind.OUTLET),
                places=(Place("Karsk", at("Karsk", "heard in")),),
                time=Time("on Wednesday night", at("on Wednesday night"), date(2031, 8, 13), date(2031, 8, 14)),
            ),
        ),
        (Problem(LOCATION, "the date on the page is later than the text", "the text was believed", "Check the date."),),
    )


SYLLABLES = ("ka", "be", "lo", "mir", "tar", "ost", "ven", "sul", "dra", "hol")
"""Of these the numbered articles' towns are made, so that no two of them make one claim."""


def numbered(number: int) -> tuple[Page, Reading]:
    """Another article of the same kind: one statement, its own bytes, town and name."""
    town = "".join(SYLLABLES[int(digit)] for digit in f"{number:04}").capitalize()
    text = f"The army lost {number} drones over {town}, VNA reported.\n"
    received = page(text, f"pile/{number:04}.txt")
    name = document_id(received.location, received.content)
    words = ((0, text.index(",")),)
    source = ((text.index("VNA"), text.index("VNA") + 3),)
    statement = Statement(
        statement_id(name, words, source),
        name,
        words,
        source,
        ((text.index("reported"), text.index("reported") + 8),),
        Voice.INDIRECT,
        Origin("VNA", OriginKind.ORGANIZATION, "Varnia"),
        places=(Place(town, (text.index(town), text.index(town) + len(town))),),
    )
    kept = Document(name, received.location, None, None, None, "en", text, (), None, Interval(None, None, ()))
    return received, Reading(kept, (statement,))


def read_page(received: Page) -> Reading | Problem:
    """A reader for tests: the example, numbered articles, one in another language, and pages that break it."""
    text = received.content.decode()
    name = document_id(received.location, received.content)
    if text == TEXT:
        from dataclasses import replace

        found = reading()
        kept = replace(found.document, id=name, location=received.location)
        return Reading(kept, tuple(replace(s, document=name, id=s.id) for s in found.statements), found.problems)
    if "лет" in text:
        kept = Document(name, received.location, None, None, None, "ru", text, (), None, Interval(None, None, ()))
        why = Problem(received.location, "Russian is not read yet", "kept, but not read", "Wait for a later sayso.")
        return Reading(kept, (), (why,))
    if text.startswith("!"):
        raise ZeroDivisionError(text.strip())
    if "drones" not in text:
        return Problem(received.location, "no article in it", "not read", "Save the page with its text.")
    from dataclasses import replace

    _, found = numbered(int("".join(c for c in text if c.isdigit())))
    statements = tuple(replace(s, document=name, id=statement_id(name, s.content, s.source)) for s in found.statements)
    return Reading(replace(found.document, id=name, location=received.location), statements)
