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


def _any(names: list[str]) -> re.Pattern[str]:
    longest_first = sorted({str(x) for x in names}, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
