"""A real server of the desk, in a thread, on a port of its own."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

SOON = 20.0
"""Seconds in which a server must have come up."""


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address at which the desk answers while this lasts."""
    door = socket.socket()
    door.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="on"))
    runs = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    runs.start()
    begun = time.monotonic()
    while not server.started:
        assert time.monotonic() - begun < SOON, "the desk did not come up"
        assert runs.is_alive(), "the desk went down"
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
    finally:
        server.should_exit = True
        runs.join(SOON)
        door.close()
