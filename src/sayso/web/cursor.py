"""Cursors: where a list goes on behind the last row of a page, as a short word in an address.

It holds the values by which the list is sorted; nothing in it is secret, and one that is no such word is a problem row.
"""

import base64
import binascii
import json
from collections.abc import Sequence

from sayso.model.problem import Problem, SaysoError

LONGEST = 2_000


def cursor(values: Sequence[int | str]) -> str:
    """The values as a word of letters, digits, `-` and `_`."""
    return base64.urlsafe_b64encode(json.dumps(list(values)).encode()).decode().rstrip("=")


def behind(word: str | None, *kinds: type) -> tuple[int | str, ...] | None:
    """The values in such a word, of these kinds; None where there is none. Raises SaysoError for any other word."""
    if not word:
        return None
    try:
        if len(word) > LONGEST:
            raise ValueError(word)
        values = json.loads(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)))
        if not isinstance(values, list) or [type(each) for each in values] != list(kinds):
            raise ValueError(word)
        if any(isinstance(each, int) and abs(each) >= 1 << 63 for each in values):
            raise ValueError(word)
    except (ValueError, binascii.Error, RecursionError) as error:
        what, remedy = "this is no place in the list", "Begin at its first page."
        raise SaysoError(Problem("after", what, "nothing shown", remedy)) from error
    return tuple(values)
