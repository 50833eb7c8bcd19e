"""What the pages of one desk share: its ledger, and what is costly to ask for again with each page."""

import time
from dataclasses import dataclass, field
from threading import Lock

from sayso.web.sides import Palette
from sayso.workspace import Workspace

FRESH_SECONDS = 5.0
"""How long the colours of the sides are kept: a new side may be grey for so long after its first article."""


@dataclass(slots=True)
class Desk:
    """A ledger that is being worked at; many pages may be asked for at once."""

    workspace: Workspace
    name: str
    _palette: Palette | None = None
    _asked: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def palette(self) -> Palette:
        """The colours of the ledger's sides."""
        with self._lock:
            if self._palette is None or time.monotonic() - self._asked > FRESH_SECONDS:
                self._palette, self._asked = Palette.of(self.workspace.sides()), time.monotonic()
            return self._palette
