"""robots.txt: what a site asks those to leave alone who fetch pages by program (RFC 9309).

    User-agent: *
    Disallow: /archive/

The longest rule that matches a path decides, an allowing one where two are as long; `*` and a `$` at the end are read.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

US = "sayso"

MOST_BYTES = 512_000
"""As much of the file as RFC 9309, 2.5, asks to be read."""

MOST_RULES = 5_000


def allows(robots: str, path: str, agent: str = US) -> bool:
    """Whether the file lets this program fetch that path with its query."""
    own, everyone, named = list[tuple[str, bool]](), list[tuple[str, bool]](), False
    for agents, rules in _groups(robots):
        if agent.casefold() in agents:
            own, named = own + rules, True
        if "*" in agents:
            everyone += rules
    plain = _plain(path)
    best, verdict = -1, True
    for pattern, allowed in (own if named else everyone)[:MOST_RULES]:
        if len(pattern) >= best and _matches(pattern, plain) and (len(pattern) > best or allowed):
            best, verdict = len(pattern), allowed
    return verdict


def _groups(robots: str) -> Iterator[tuple[set[str], list[tuple[str, bool]]]]:
    agents, rules = set[str](), list[tuple[str, bool]]()
    for line in robots.removeprefix("\ufeff").splitlines():
        key, colon, value = line.split("#", 1)[0].partition(":")
        key, value = key.strip().casefold(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if rules:
                yield agents, rules
                agents, rules = set(), []
            found = re.match(r"\*|[A-Za-z_-]+", value)
            agents.add(found.group().casefold() if found else "")
        elif key in ("allow", "disallow") and agents:
            if value:
                rules.append((_plain(value), key == "allow"))
            elif not rules:
                rules.append(("", True))
    if agents:
        yield agents, rules


def _matches(pattern: str, path: str) -> bool:
    """Without regular expressions, which a hostile pattern of many stars could keep busy for ever."""
    ends = pattern.endswith("$")
    parts = pattern.removesuffix("$").split("*")
    if not path.startswith(parts[0]):
        return False
    at = len(parts[0])
    for part in parts[1:-1]:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if len(parts) == 1:
        return not ends or at == len(path)
    if ends:
        return len(path) - len(parts[-1]) >= at and path.endswith(parts[-1])
    return path.find(parts[-1], at) >= 0


def _plain(path: str) -> str:
    """One spelling for the characters that an address may write in two ways."""
    return quote(unquote(path, errors="replace"), safe="/*$?&=:@!,;+'()~%")
