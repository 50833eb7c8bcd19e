"""A text that a caller already holds, as a page."""

from datetime import UTC, datetime

from sayso.intake.tool import tool
from sayso.model.document import Media, Page


def page_of_text(text: str, location: str = "text") -> Page:
    """The page of a text: `page_of_text("Karsk has fallen, the army said.", "note")`.

    A text with lone surrogates keeps them in its bytes; cleaning then says that it cannot be decoded.
    """
    return Page(
        location=location,
        content=text.encode("utf-8", "surrogatepass"),
        media=Media.TEXT,
        url=None,
        captured=datetime.now(UTC),
        tool=tool(),
    )
