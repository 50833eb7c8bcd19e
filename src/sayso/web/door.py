"""The desk's door: the address it listens on, the names by which it may be called, and who may come in unasked.

On 127.0.0.1 a ledger in a file is the own of whoever started the desk, and nobody is asked for a password while it has
no people. A page of another site that makes its name point at 127.0.0.1 (DNS rebinding) is turned away by that name.
The limit accepted: on a machine that several people log in to, each of them reaches every 127.0.0.1; name people there.
"""

import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from sayso.model.problem import Problem, SaysoError

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Door:
    """Where a desk listens (`host`, `port`), its public address behind a proxy, whether a team shares the ledger."""

    host: str = "127.0.0.1"
    port: int | None = None
    behind: str | None = None
    shared: bool = False

    def __post_init__(self) -> None:
        if self.behind is None:
            return
        try:
            parts = urlsplit(self.behind)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.path in ("", "/")
            sound = sound and not (parts.query or parts.fragment or parts.username or parts.port == 0)
        except ValueError:
            sound = False
        if not sound:
            what, remedy = "this is no address of a site", "Give it as https://desk.example.org, without a path."
            raise SaysoError(Problem(self.behind, what, "the desk was not opened", remedy))

    @property
    def own(self) -> bool:
        """Whether a ledger without people is open to whoever is at this machine."""
        return _is_loopback(self.host) and self.behind is None and not self.shared

    @property
    def secure(self) -> bool:
        """Whether people reach it by TLS."""
        return self.behind is not None and urlsplit(self.behind).scheme == "https"

    @property
    def cookie(self) -> str:
        """The name of the session's cookie; browsers keep cookies by host, not by port, so that the port is in it."""
        if self.secure:
            return "__Host-sayso"
        return "sayso" if self.port is None else f"sayso-{self.port}"

    @property
    def address(self) -> str:
        """What to type into a browser: `http://127.0.0.1:8765/`."""
        if self.behind is not None:
            return self.behind.rstrip("/") + "/"
        host = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname(), "": socket.gethostname()}.get(
            self.host, self.host
        )
        return f"http://{f'[{host}]' if ':' in host else host}{f':{self.port}' if self.port else ''}/"

    def admits(self, host: str) -> bool:
        """Whether a request may call the desk by this Host header: by an own name, never by one that DNS could turn."""
        name = host_of(host)
        if name is None:
            return False
        if self.behind is not None and name == urlsplit(self.behind).hostname:
            return True
        if name in LOCAL_NAMES or name == self.host.casefold():
            return True
        if _is_loopback(self.host):
            return _is_loopback(name)
        return _is_address(name) or name in {socket.gethostname().casefold(), socket.getfqdn().casefold()}

    def is_own_origin(self, origin: str, host: str) -> bool:
        """Whether a request that carries this Origin comes from the desk's own pages."""
        if self.behind is not None and origin.casefold() == self.behind.rstrip("/").casefold():
            return True
        return self.behind is None and origin.casefold() == f"http://{host}".casefold()


def host_of(header: str) -> str | None:
    """The name or address in a Host header, without its port: `[::1]:8765` is `::1`; None for what is none."""
    try:
        parts = urlsplit(f"//{header}")
        port = parts.port
    except ValueError:
        return None
    name = parts.hostname
    plain = f"{f'[{name}]' if name and ':' in name else name}{'' if port is None else f':{port}'}"
    return name if name and plain == header.casefold() else None


def _is_loopback(host: str) -> bool:
    return host.casefold() == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
