"""What kind of bytes a file holds, told from its name and its first bytes: an article's text, HTML, or neither.

A Word file named report.txt is told by its bytes. The limit accepted: text of a kind that no name and no mark
gives away is taken for an article, and cleaning says later whether it has words.
"""

import codecs
import re
from pathlib import PurePath

from sayso.model.document import Media

TEXT_ENDINGS = frozenset({"", ".txt", ".text", ".md", ".markdown"})
HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
OTHER_ENDINGS = frozenset(
    [
        ".7z", ".avi", ".bin", ".bz2", ".css", ".csv", ".db", ".doc", ".docx", ".eml", ".epub", ".exe", ".gif", ".gz",
        ".ico", ".ini", ".jpeg", ".jpg", ".js", ".json", ".jsonl", ".log", ".mbox", ".mkv", ".mov", ".mp3", ".mp4",
        ".odt", ".ods", ".pdf", ".png", ".ppt", ".pptx", ".py", ".rtf", ".sayso", ".sqlite", ".svg", ".tar", ".tif",
        ".tiff", ".toml", ".tsv", ".warc", ".wacz", ".wav", ".webm", ".webp", ".woff", ".woff2", ".xls", ".xlsx",
        ".xml", ".yaml", ".yml", ".zip",
    ]
)  # fmt: skip
HEAD = 8192
MAGIC = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\x7fELF", b"MZ\x90",
    b"{\\rtf", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf", b"Rar!", b"SQLite format 3", b"OggS", b"ID3", b"\xfd7zXZ", b"RIFF",
)  # fmt: skip
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = frozenset(range(32)) - {8, 9, 10, 11, 12, 13, 27}
MOST_CONTROL = 0.02
"""Text has next to no control characters; one byte in fifty leaves room for a damaged page."""

MOST_LATIN = 0.7
"""English in UTF-16 has over 0.95 of its high bytes zero; the rest are quotation marks and dashes."""

_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.I)


def is_other(name: str) -> bool:
    """Whether a name's ending says that the file is no article at all ("photo.jpg", "list.csv")."""
    return PurePath(name).suffix.casefold() in OTHER_ENDINGS


def is_binary(head: bytes) -> bool:
    """Whether the first bytes are no text in any encoding: a known file mark, NULs, many control characters."""
    if head.startswith(MARKS):
        return False
    if head.startswith(MAGIC):
        return True
    return b"\0" in head or sum(byte in _CONTROL for byte in head) > MOST_CONTROL * len(head)


def is_unmarked_utf16(head: bytes) -> bool:
    """Whether it is text in UTF-16 that lacks its mark: in Latin script every second byte is a NUL."""
    even = head[: len(head) // 2 * 2]
    half = len(even) // 2
    for zeros, letters in ((even[1::2], even[::2]), (even[::2], even[1::2])):
        if half and zeros.count(0) > MOST_LATIN * half and 0 not in letters:
            return True
    return False


def media_of(name: str, head: bytes) -> Media:
    """HTML where the name or the first bytes say so, else text."""
    if PurePath(name).suffix.casefold() in HTML_ENDINGS:
        return Media.HTML
    if PurePath(name).suffix.casefold() in (".md", ".markdown"):
        return Media.TEXT
    found = _HTML.search(head)
    return (
        Media.HTML
        if found and found.start() < HEAD and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
        else Media.TEXT
    )
