"""One file as a page, or the row that says why it is none."""

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

from sayso.intake.sniff import HEAD, is_binary, is_other, is_unmarked_utf16, media_of
from sayso.intake.tool import tool
from sayso.model.document import Page
from sayso.model.problem import Problem

MAX_BYTES = 20_000_000
"""The largest file that is read: the longest real page in the shared web collections has under 5 MB."""

_UNREAD = "not read"
_ACCEPTED = "Give the article as .txt or .html"


def printable(path: Path | str) -> str:
    """A path as it can be shown: bytes that are no UTF-8, line breaks and other control characters are escaped."""
    raw = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in raw)


def page_of_file(path: Path) -> Page | Problem:
    """The page in a file; a file that is empty, too large, binary, special or closed to us is a problem."""
    where = printable(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Problem(where, "neither a file nor a folder (a pipe, socket or device)", _UNREAD, f"{_ACCEPTED}.")
        if is_other(path.name):
            return Problem(where, f"a {path.suffix.casefold()} file is no article", _UNREAD, f"{_ACCEPTED}.")
        if status.st_size > MAX_BYTES:
            return _too_large(where, status.st_size)
        content = _read(path)
    except OSError as error:
        return problem_of(path, error)
    if len(content) > MAX_BYTES:
        return _too_large(where, len(content))
    if not content.strip():
        return Problem(where, "the file is empty", _UNREAD, "Save the article again, with its text.")
    if is_binary(content[:HEAD]):
        if is_unmarked_utf16(content[:HEAD]):
            return Problem(where, "text in UTF-16 without its byte order mark", _UNREAD, "Save it again as UTF-8.")
        return Problem(where, "binary data, not text", _UNREAD, "Save the article as plain text in UTF-8, or as HTML.")
    return Page(
        location=where,
        content=content,
        media=media_of(path.name, content[:HEAD]),
        url=None,
        captured=datetime.now(UTC),
        tool=tool(),
    )


def problem_of(path: Path, error: OSError) -> Problem:
    """The row for what the operating system said."""
    where = printable(path)
    match error:
        case FileNotFoundError():
            return Problem(where, "no such file or folder", _UNREAD, "Check the path.")
        case PermissionError():
            return Problem(where, "no permission to read it", _UNREAD, f"Allow reading: chmod u+r {where!r}.")
    if error.errno == errno.ELOOP:
        return Problem(
            where, "a link that leads round in a circle", _UNREAD, "Remove the link or give the file itself."
        )
    return Problem(where, printable(error.strerror or type(error).__name__).lower(), _UNREAD, "Check the path.")


def _too_large(where: str, size: int) -> Problem:
    what = f"{size / 1e6:,.0f} MB, over the limit of {MAX_BYTES / 1e6:.0f} MB for one article"
    return Problem(where, what, _UNREAD, "Split it into one file an article.")


def _read(path: Path) -> bytes:
    """At most one byte more than the limit, so that a file that grows while it is read stays bounded."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(descriptor, "rb") as file:
        return file.read(MAX_BYTES + 1)
