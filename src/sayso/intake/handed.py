"""What a person hands in at the desk, as a page: a text that was pasted, a file that was uploaded."""

import re
from datetime import UTC, date, datetime

from sayso.intake.files import MAX_BYTES, printable
from sayso.intake.sniff import HEAD, is_binary, is_other, is_unmarked_utf16, media_of
from sayso.intake.tool import tool
from sayso.model.document import Media, Page
from sayso.model.problem import Problem

LONGEST_NAME = 150
FIRST_WORDS = 8
_UNREAD = "not read"


def page_of_paste(
    text: str, by: str, *, title: str = "", outlet: str = "", day: date | None = None, url: str | None = None
) -> Page | Problem:
    """A pasted text. What its person knows of it is put over it in lines, as a page prints them, and read with it.

    `page_of_paste("The bridge …", "Mara Venn", outlet="Frontier Post", day=date(2024, 3, 21), title="Bridge down")`
    begins "Frontier Post / 21 March 2024 / Bridge down". The limit accepted: an outlet whose name says nothing of
    news or press may be taken for a part of the headline, as on a page.
    """
    body = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    named = _line(title) or " ".join(body.split()[:FIRST_WORDS])
    where = url or f"pasted: {_name(named)}"
    if not body.strip():
        return Problem("pasted text", "there is no text in it", _UNREAD, "Paste the article with its text.")
    printed = [_line(outlet), f"{day.day} {day:%B %Y}" if day else ""]
    over = "\n".join(line for line in printed if line)
    whole = "\n\n".join(part for part in (over, _line(title), body) if part) + "\n"
    content = whole.encode("utf-8", "surrogatepass")
    if len(content) > MAX_BYTES:
        return _too_large(where)
    return Page(where, content, Media.TEXT, url, datetime.now(UTC), f"{tool()}, pasted by {by}")


def page_of_upload(name: str, content: bytes, by: str) -> Page | Problem:
    """An uploaded file. Its name says of what kind it is and is shown; it is never a path here."""
    where = _name(re.split(r"[/\\]", name)[-1]) or "file without a name"
    if is_other(where):
        return Problem(where, "a file of this kind is no article", _UNREAD, "Give the article as .txt or .html.")
    if len(content) > MAX_BYTES:
        return _too_large(where)
    if not content.strip():
        return Problem(where, "the file is empty", _UNREAD, "Save the article again, with its text.")
    if is_binary(content[:HEAD]):
        if is_unmarked_utf16(content[:HEAD]):
            return Problem(where, "text in UTF-16 without its byte order mark", _UNREAD, "Save it again as UTF-8.")
        return Problem(where, "binary data, not text", _UNREAD, "Save the article as plain text in UTF-8, or as HTML.")
    media = media_of(where, content[:HEAD])
    return Page(where, content, media, None, datetime.now(UTC), f"{tool()}, uploaded by {by}")


def _too_large(where: str) -> Problem:
    return Problem(where, f"over the limit of {MAX_BYTES / 1e6:.0f} MB for one article", _UNREAD, "Split it.")


def _line(words: str) -> str:
    return " ".join(words.split())


def _name(words: str) -> str:
    return printable(_line(words).replace("/", " ").replace("\\", " "))[:LONGEST_NAME].strip()
