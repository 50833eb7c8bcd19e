"""Throttling: who guesses passwords waits. Counted in memory: a restart of the desk forgets it.

Each attempt is counted before the password is looked at, so that many at once are no way round. Three counts: of one
name from one address, of one address, of one name from anywhere. The last is the widest: it bounds guessing from many
addresses, and lets nobody lock another out with a handful of wrong passwords.
"""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from threading import Lock

WINDOW = 15 * 60.0
"""Seconds in which attempts are counted."""

NAME_AND_ADDRESS, ADDRESS, NAME = 6, 30, 100
"""Attempts in that time. NIST SP 800-63B-4, 3.2.2, allows 100 in a row for one account."""

MOST_KEPT = 20_000
"""Names and addresses that are counted at once; the longest untouched are forgotten first."""


@dataclass(slots=True)
class Throttle:
    """`throttle.wait("ada", "203.0.113.9")` counts an attempt: 0 if it may be made, else the seconds to wait."""

    now: Callable[[], float] = time.monotonic
    _counts: "OrderedDict[tuple[str, ...], deque[float]]" = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, name: str, address: str) -> int:
        """Count an attempt; what must wait is not counted."""
        limits = dict(zip(_keys(name, address), (NAME_AND_ADDRESS, ADDRESS, NAME), strict=True))
        with self._lock:
            at = self.now()
            counts = {key: self._recent(key, at) for key in limits}
            waits = [counts[key][0] + WINDOW - at for key, most in limits.items() if len(counts[key]) >= most]
            if waits:
                return int(max(waits)) + 1
            for each in counts.values():
                each.append(at)
            while len(self._counts) > MOST_KEPT:
                self._counts.popitem(last=False)
        return 0

    def forgive(self, name: str, address: str) -> None:
        """Forget the attempts of one who came in; those of the address stay."""
        with self._lock:
            both, _, _ = _keys(name, address)
            self._counts.pop(both, None)

    def _recent(self, key: tuple[str, ...], at: float) -> "deque[float]":
        kept = self._counts.setdefault(key, deque())
        self._counts.move_to_end(key)
        while kept and kept[0] <= at - WINDOW:
            kept.popleft()
        return kept


def _keys(name: str, address: str) -> tuple[tuple[str, ...], ...]:
    who, where = name.strip().casefold()[:100], _network(address)
    return ("both", who, where), ("address", where), ("name", who)


def _network(address: str) -> str:
    """An IPv6 network for its addresses: whoever has one has a whole /64 of them (RFC 4291, 2.5.4)."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped) if found.ipv4_mapped else found.exploded[:19]
    return address
