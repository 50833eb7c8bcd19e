"""The adder: a thread of the desk that reads what people handed in, one page after the other.

The queue is in the ledger, so that a desk that is stopped or killed goes on where it stopped when it is opened again.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event, Lock, Thread

from sayso.intake.fetch import Rules
from sayso.model.party import Party
from sayso.model.problem import SaysoError
from sayso.model.store import StoreName
from sayso.workspace import Workspace

LOOK_SECONDS = 20.0
"""How often the queue is looked at unasked: for what another desk on the same ledger left behind."""

LAST_SECONDS = 15.0
"""How long a desk that is stopped waits for the page at hand; what is not done is read when it is opened again."""


class Adder:
    """`adder.wake()` after something was handed in; the thread begins with the first of it, and ends with the desk."""

    def __init__(self, location: StoreName, parties: tuple[Party, ...], rules: Rules) -> None:
        self._location, self._parties, self._rules = location, parties, rules
        self._lock, self._something, self._over = Lock(), Event(), Event()
        self._thread: Thread | None = None

    @asynccontextmanager
    async def alive(self, workspace: Workspace) -> AsyncIterator[None]:
        """While the desk is open; what was left in the queue of a ledger of one's own is taken up at once."""
        if self._location.path is not None:
            workspace.queue.release()
        self.wake()
        try:
            yield
        finally:
            self.stop()
            workspace.close()

    def wake(self) -> None:
        """Say that something is in the queue."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, name="adder", daemon=True)
                self._thread.start()
        self._something.set()

    def stop(self) -> None:
        """End after the page at hand."""
        self._over.set()
        self._something.set()
        if self._thread is not None:
            self._thread.join(LAST_SECONDS)

    def _work(self) -> None:
        with Workspace(self._location, self._parties) as workspace:
            while not self._over.is_set():
                self._something.clear()
                try:
                    while not self._over.is_set() and workspace.read_next(self._rules) is not None:
                        pass
                except SaysoError:  # the ledger is full, gone or held: what waits in it waits on
                    self._over.wait(LOOK_SECONDS)
                self._something.wait(LOOK_SECONDS)
