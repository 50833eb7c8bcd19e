"""Names of agencies and outlets as pages print them in credits, datelines and notes of their own."""

import re
from functools import cache

from sayso.lexicon.load import table


@cache
def agency() -> re.Pattern[str]:
    """Matches one agency's name, as printed ("Reuters", "AFP")."""
    return _any(table("outlets")["agencies"])


@cache
def outlet_name() -> re.Pattern[str]:
    """Matches one outlet's or agency's name, as printed."""
    raw = table("outlets")
    return _any([*raw["outlets"], *raw["agencies"]])


@cache
def own_sites() -> frozenset[str]:
    """Names of outlets and agencies in lower case without blanks, to compare with a site's name."""
    raw = table("outlets")
    return frozenset("".join(str(x).casefold().split()) for x in [*raw["outlets"], *raw["agencies"]])


def is_outlet_name(line: str) -> bool:
    """Whether a short line names an outlet: one of the table's, or by a word such as Post, Herald or Radio."""
    name, _, short = line.partition(" (")
    if {_joined(line), _joined(name), _joined(short.rstrip(")"))} & own_sites():
        return True
    words = [word.strip(".") for word in name.casefold().split()]
    raw = table("outlets")
    return len(words) > 1 and (words[-1] in raw["last_words"] or not {words[0], words[-1]}.isdisjoint(raw["words"]))


def _joined(name: str) -> str:
    return "".join(name.casefold().split())


def _any(names: list[str]) -> re.Pattern[str]:
    longest_first = sorted({str(x) for x in names}, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
