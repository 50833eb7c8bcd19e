"""What the pages of one desk share: its ledger, and what is costly to ask for again with each page."""

import time
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

from sayso.model.store import StoreName
from sayso.web.adder import Adder
from sayso.web.door import Door
from sayso.web.sides import Palette
from sayso.web.throttle import Throttle
from sayso.workspace import Workspace

FRESH_SECONDS = 5.0
"""How long the colours of the sides are kept: a new side may be grey for so long after its first article."""


def called(store: StoreName) -> str:
    """What a ledger is called over its pages: `war` for `pile/war.sayso` and `postgresql://db.example/war`."""
    return store.path.stem if store.path is not None else urlsplit(str(store)).path.strip("/") or "ledger"


@dataclass(slots=True)
class Desk:
    """A ledger that is being worked at; many pages may be asked for at once."""

    workspace: Workspace
    name: str
    door: Door
    adder: Adder
    throttle: Throttle = field(default_factory=Throttle)
    _palette: Palette | None = None
    _asked: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def palette(self) -> Palette:
        """The colours of the ledger's sides."""
        with self._lock:
            if self._palette is None or time.monotonic() - self._asked > FRESH_SECONDS:
                self._palette, self._asked = Palette.of(self.workspace.sides()), time.monotonic()
            return self._palette
