"""Bytes to text: by byte order mark, declared charset, UTF-8, and last by what the bytes look like.

A page of cyrillic letters in windows-1251 is read as such; bytes that give only garbage are refused, for a
replacement character would change what somebody said. The limit accepted: a short text in an undeclared eight-bit
encoding can be taken for a sister encoding.
"""

import codecs
import re

from charset_normalizer import from_bytes

from sayso.model.document import Media

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})|<\?xml[^>]{0,100}?encoding=["']([\w-]{1,40})""", re.I
)
DECLARED_WITHIN = 4096
MOST_CHAOS = 0.2
"""charset-normalizer's share of unlikely neighbours; its own default for a match worth reporting."""
SAMPLE = 200_000
MOST_STRANGE = 0.02
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff]")


def decode(content: bytes, media: Media) -> str | None:
    """The text with line breaks made "\\n", or None where no encoding gives readable text.

    A UTF-8 mark stays as the first character, as reading the file as UTF-8 gives it, so that offsets agree.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _checked(content, name)
    if media is Media.HTML:
        declared = _DECLARED.search(content[:DECLARED_WITHIN])
        if declared:
            text = _checked(content, (declared[1] or declared[2]).decode("ascii"))
            if text is not None:
                return text
    text = _checked(content, "utf-8")
    if text is not None:
        return text
    best = from_bytes(content[:SAMPLE]).best()
    if best is None or best.chaos > MOST_CHAOS or not (best.coherence or best.encoding.startswith(("utf", "ascii"))):
        return None
    return _checked(content, best.encoding)


def _checked(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    head = text[:SAMPLE]
    if len(_STRANGE.findall(head)) > MOST_STRANGE * len(head):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
