"""JSON Lines: one object a line, UTF-8, as RFC 8259 and jsonlines.org have it.

Characters at which some reader breaks a line (U+0085, U+2028), on which a terminal acts (C1 controls, changes of
writing direction) or that have no UTF-8 (half a surrogate pair) are written as JSON escapes: the value is the same.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.export.exchange import document_row, statement_row
from sayso.model.reading import Reading

_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def line(row: Mapping[str, Any]) -> str:
    """The row on one line, without the line's end."""
    text = json.dumps(row, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def lines(reading: Reading) -> Iterator[str]:
    """A reading as lines: its document, then its statements in the order of the text."""
    yield line(document_row(reading.document))
    yield from (line(statement_row(statement)) for statement in reading.statements)
