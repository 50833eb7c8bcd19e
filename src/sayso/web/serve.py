"""`sayso serve LEDGER`: opens the desk."""

import errno
import os
import signal
import socket
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.model.problem import Problem, SaysoError

if TYPE_CHECKING:
    from fastapi import FastAPI
    from uvicorn import Config

    from sayso.intake.fetch import Rules

PORT = 8765
"""The usual port: among those that IANA keeps for nobody in particular, and easily typed."""

LAST_SECONDS = 10
"""How long those who are being answered when the desk is closed are waited for."""

_SHUT = "the desk was not opened"


def serve(
    ledger: Annotated[
        str, typer.Argument(metavar="LEDGER", envvar="SAYSO_LEDGER", help="The ledger: a file, or postgresql://…")
    ],
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            "-p",
            min=0,
            max=65535,
            show_default=False,
            help=f"The port, 0 for a free one; else {PORT}, or a free one if that is taken.",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", metavar="FILE", show_default=False, help="The parties; else sayso.toml, where there is one."
        ),
    ] = None,
    open_: Annotated[
        bool | None,
        typer.Option("--open/--no-open", show_default=False, help="Open the browser; else if run on a terminal."),
    ] = None,
    behind: Annotated[
        str | None,
        typer.Option(
            "--behind", metavar="URL", show_default=False, help="The public address, behind a proxy: https://…"
        ),
    ] = None,
    proxy: Annotated[
        str, typer.Option("--proxy", metavar="HOST", help="With --behind: where the proxy speaks from.")
    ] = "127.0.0.1",
    fetch_port: Annotated[
        list[int] | None,
        typer.Option(
            "--fetch-port", min=1, max=65535, help="A port, beside 80 and 443, from which pages may be fetched."
        ),
    ] = None,
) -> None:
    """Open the desk: the ledger in a browser. It asks the network for nothing but pages whose address somebody gives.

    A ledger in a file is open to this machine without a password, as long as it has no people (see: sayso people);
    at any other address, or in PostgreSQL, it asks for one.
    """
    from sayso.web.app import desk
    from sayso.web.door import Door
    from sayso.web.porter import nobody
    from sayso.workspace import Workspace, named_parties

    with Workspace(ledger) as workspace:
        store = workspace.open().location
        named = workspace.people.any()
    parties = named_parties(config)
    wire = listening(host, port)
    try:
        door = Door(host, wire.getsockname()[1], behind, shared=store.path is None)
        if not named and not door.own:
            raise SaysoError(nobody(str(store)))
        app = desk(ledger, parties=parties, door=door, rules=_rules(fetch_port))
        listens = f" (it listens on {host}:{door.port})" if behind else ""
        typer.echo(f"The desk is open: {door.address}{listens}")
        if not door.own and not door.secure:
            _warn(door.address)
        if open_ if open_ is not None else _has_browser():
            Timer(0.7, webbrowser.open, (door.address,)).start()
        _run(app, wire, proxy if behind else None)
    finally:
        wire.close()
    typer.echo("The desk is closed.")


def listening(host: str, port: int | None) -> socket.socket:
    """A socket that listens there; raises SaysoError where none can."""
    wanted = PORT if port is None else port
    try:
        return _bound(host, wanted)
    except OSError as error:
        if error.errno == errno.EADDRINUSE and port is None:
            return listening(host, 0)
        raise SaysoError(_unbound(host, wanted, error)) from error


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    wire = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        wire.bind(address)
        wire.listen(256)
    except OSError:
        wire.close()
        raise
    return wire


def _unbound(host: str, port: int, error: OSError) -> Problem:
    where = f"{host}:{port}"
    if error.errno == errno.EADDRINUSE:
        return Problem(
            where, "another program listens there", _SHUT, "Give another port, or 0 for a free one: --port 0."
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return Problem(where, "this port is the system's", _SHUT, f"Give one over 1023: --port {PORT}.")
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return Problem(where, "this machine has no such address", _SHUT, "Give one that it has: --host 127.0.0.1.")
    return Problem(
        where, f"it cannot be listened on ({error.strerror or error})", _SHUT, "Give another --host or --port."
    )


def configured(app: "FastAPI", proxy: str | None) -> "Config":
    """How the server runs: what a proxy says of where people come from is believed from that proxy alone."""
    import uvicorn

    return uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=proxy is not None,
        forwarded_allow_ips=proxy or [],
        timeout_graceful_shutdown=LAST_SECONDS,
        limit_concurrency=500,
    )


def _run(app: "FastAPI", wire: socket.socket, proxy: str | None) -> None:
    import uvicorn

    server = uvicorn.Server(configured(app, proxy))
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a service manager's request is a person's Ctrl-C
    with suppress(KeyboardInterrupt):  # what stopped it is told again when it has stopped
        server.run(sockets=[wire])
    if not server.started:
        raise typer.Exit(1)


def _warn(address: str) -> None:
    what = "others reach this desk without encryption"
    effect = "passwords and articles can be read on the way"
    row = Problem(address, what, effect, "Put a proxy with TLS before it: docs/service.md.")
    typer.echo(str(row), err=True)


def _has_browser() -> bool:
    """Whether somebody sits there: a terminal, and a screen where the system has such (no browser in the terminal)."""
    screen = sys.platform in ("darwin", "win32") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return sys.stdout.isatty() and screen


def _rules(ports: list[int] | None) -> "Rules":
    from sayso.intake.fetch import Rules

    return Rules(ports=Rules().ports | frozenset(ports or ()))
