"""A hostile article, and its reading by hand: whatever can be put into a page that a browser might act on."""

from datetime import UTC, date, datetime

from sayso.model.document import Document, Interval, Media, Page, document_id
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.statement import (
    Hop,
    Interest,
    Origin,
    OriginKind,
    Place,
    Relation,
    Statement,
    Time,
    Voice,
    statement_id,
)

SCRIPT = "<script>alert('Karsk')</script>"
HANDLER = '<img src=x onerror="alert(1)">'
BREAKOUT = "\"'><svg onload=alert(2)>"
OVERRIDE = "\u202eneppah ton did ti\u202c"
"""Right-to-left override: read backwards it would say that it did not happen."""

FORGED = "“Ostrel has surrendered,” said the Ministry of Defence of Ostrel</span></p><h1>Corrected</h1>"
TITLE = f"{SCRIPT} {OVERRIDE} {BREAKOUT}"
NAME = f"Ministry{BREAKOUT}{HANDLER}"

TEXT = f"""{FORGED}
{SCRIPT}{HANDLER} {OVERRIDE} said {NAME}.
javascript:alert(3) {{{{ 7*7 }}}} {{% raw %}} \x00\x1b[31m zero\u200bwidth
"""


def article(text: str = TEXT, url: str | None = "javascript:alert(document.cookie)") -> tuple[Page, Reading]:
    """The page and its reading: two statements, one within the other, both with all of it in every field."""
    location = f"pile/{BREAKOUT.replace('/', '')}.html"
    page = Page(
        location, text.encode("utf-8", "surrogatepass"), Media.HTML, url, datetime(2031, 8, 1, tzinfo=UTC), SCRIPT
    )
    ident = document_id(location, page.content)
    day = date(2031, 8, 1)
    first, inner = ((0, len(FORGED)),), ((1, 20),)
    origin = Origin(NAME, OriginKind.ORGANIZATION, f"Varnia{BREAKOUT}", f"role {HANDLER}")
    statements = tuple(
        Statement(
            statement_id(ident, content, source),
            ident,
            content,
            source,
            (),
            Voice.DIRECT,
            origin,
            (Hop(f"Wire {SCRIPT}", Relation.TOLD, (0, 1)),),
            interest=Interest.AGAINST,
            places=(
                Place(f"Karsk {SCRIPT}", (0, 5)),
                Place(f"Tarn {HANDLER}", (0, 4), 5, 51.5, 36.25, "OS", "settlement"),
                Place(f"Ilva {BREAKOUT}", (0, 4), 6, 50.5, 35.25, "OS", "region"),
            ),
            time=Time(f"then {SCRIPT}", (0, 4), day, day),
        )
        for content, source in ((first, ((2, 5),)), (inner, ()))
    )
    document = Document(
        ident,
        location,
        url,
        TITLE,
        f"Outlet {HANDLER}{OVERRIDE}",
        'en" onmouseover="x',
        text,
        ((len(text) - 12, len(text)),),
        day,
        Interval(day, day, (f"“{SCRIPT}” is named",)),
    )
    problem = Problem(location, f"what {SCRIPT}", f"effect {HANDLER}", f"remedy {BREAKOUT}")
    return page, Reading(document, statements, (problem,))
