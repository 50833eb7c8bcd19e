"""One page fetched from the web, because a person gave its address: nothing else here ever asks a network.

Names are looked up here, every address that comes back is checked, and the connection goes to the checked address
itself, so that a name cannot mean another machine a moment later. Each redirect is a new address and is checked anew.
What comes is bounded in bytes and in seconds; no cookies, no passwords, no scripts. The limit accepted: how long a name
may take to be looked up is the system's to say.
"""

import http.client
import io
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from sayso.intake import robots
from sayso.intake.hosts import is_public
from sayso.intake.tool import tool
from sayso.model.document import Media, Page
from sayso.model.problem import Problem, SaysoError

MEDIA = {"text/html": Media.HTML, "application/xhtml+xml": Media.HTML, "text/plain": Media.TEXT}

Resolver = Callable[[str, int], Sequence[str]]
Connector = Callable[[str, int, float], socket.socket]

_UNREAD = "not fetched"
_SAVE = "Save the page yourself and upload it, or paste its text."
_MOST_URL = 2_000


def looked_up(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, as the system knows them."""
    return tuple(dict.fromkeys(str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def connected(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to an address, which is no name."""
    return socket.create_connection((address, port), seconds)


@dataclass(frozen=True, slots=True)
class Rules:
    """What is fetched: from which ports, how much, how long it may take in seconds, and how the network is asked."""

    ports: frozenset[int] = frozenset({80, 443})
    most_bytes: int = 10_000_000
    connect_seconds: float = 10.0
    total_seconds: float = 45.0
    redirects: int = 5
    resolver: Resolver = looked_up
    connector: Connector = connected
    tls: Callable[[], ssl.SSLContext] = ssl.create_default_context


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: `https://karsk-courier.example/2031/tarn?page=2`."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.site}{self.path}"

    @property
    def site(self) -> str:
        """Host and port, as a Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.scheme == "https" else 80) else f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    location: str | None
    kind: str
    content: bytes


class _Not(SaysoError):
    """Why an address is not fetched."""


def fetched(url: str, rules: Rules | None = None) -> Page | Problem:
    """The page at an address that a person gave, or the row that says why there is none."""
    rules = rules or Rules()
    shown = url.strip()[:_MOST_URL]
    until = time.monotonic() + rules.total_seconds
    try:
        target, answer = _followed(shown, rules, until)
        if answer.status != 200:
            raise _not(
                shown, f"the site answered {answer.status} {http.client.responses.get(answer.status, '')}".strip()
            )
        if answer.kind not in MEDIA:
            raise _not(shown, f"{answer.kind or 'something of no named kind'}, and no page of text")
        if not answer.content.strip():
            raise _not(shown, "the site sent an empty page")
    except _Not as refusal:
        return refusal.problem
    return Page(shown, answer.content, MEDIA[answer.kind], target.url, datetime.now(UTC), tool())


def target_of(url: str, rules: Rules) -> Target:
    """An address taken apart; raises SaysoError for what is not fetched whoever asks."""
    if len(url) > _MOST_URL or any(c.isspace() or not c.isprintable() or c == "\\" for c in url):
        raise _not(url, "this is no address of a page", "Give one that begins with https://, without blanks.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _not(url, "this is no address of a page", "Give one that begins with https://.") from None
    if parts.scheme not in ("http", "https"):
        raise _not(url, "only pages of http and https are fetched", "Give an address that begins with https://.")
    if parts.username is not None or parts.password is not None:
        raise _not(url, "the address carries a name or password", "Give it without what stands before the @.")
    if not host or "%" in host:
        raise _not(url, "the address names no site", "Give it in full: https://karsk-courier.example/2031/tarn.")
    port = port if port is not None else (443 if parts.scheme == "https" else 80)
    if port not in rules.ports:
        allowed = " and ".join(map(str, sorted(rules.ports)))
        raise _not(url, f"port {port}, and only {allowed} are asked", _SAVE)
    try:
        plain = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise _not(url, "the name of the site is none", "Check the address.") from None
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    )
    return Target(parts.scheme, plain.casefold(), port, path)


def _followed(url: str, rules: Rules, until: float) -> tuple[Target, _Answer]:
    """The answer at the end of the redirects; every site on the way is asked whether it lets programs read the page."""
    target, read = target_of(url, rules), dict[str, str]()
    for _ in range(rules.redirects + 1):
        site = f"{target.scheme}://{target.site}"
        if site not in read:
            read[site] = _robots(url, target, rules, until)
        if not robots.allows(read[site], target.path):
            raise _not(url, f"{target.site} asks programs to leave this page alone (robots.txt)")
        answer = _get(url, target, rules, until)
        if not _leads_on(answer):
            return target, answer
        target = _next(url, target, answer.location or "", rules)
    raise _not(url, f"the site leads on more than {rules.redirects} times")


def _robots(url: str, target: Target, rules: Rules, until: float) -> str:
    """A site's robots.txt: nothing where it has none, and a refusal where it cannot be told (RFC 9309, 2.3.1)."""
    at = Target(target.scheme, target.host, target.port, "/robots.txt")
    for _ in range(rules.redirects + 1):
        answer = _get(url, at, rules, until, is_robots=True)
        if not _leads_on(answer):
            break
        at = _next(url, at, answer.location or "", rules)
    if answer.status == 200:
        return answer.content.decode("utf-8", "replace")
    if 400 <= answer.status < 500:
        return ""
    raise _not(url, f"{target.site} does not tell whether programs may read it (robots.txt: {answer.status})")


def _leads_on(answer: _Answer) -> bool:
    return answer.status in (301, 302, 303, 307, 308) and bool(answer.location)


def _next(url: str, target: Target, location: str, rules: Rules) -> Target:
    """Where a redirect leads, checked as if a person had given it."""
    try:
        onward = target_of(urljoin(target.url, location), rules)
    except ValueError:
        raise _not(url, "the site leads on to what is no address") from None
    except _Not as refusal:
        raise _not(url, f"the site leads on elsewhere: {refusal.problem.what}") from None
    if target.scheme == "https" and onward.scheme != "https":
        raise _not(url, "the site leads on from https to http, where anybody on the way could write the page")
    return onward


def _get(url: str, target: Target, rules: Rules, until: float, *, is_robots: bool = False) -> _Answer:
    """One request and its answer, whatever its status; its bytes only where they are wanted."""
    wire = _opened(url, target, rules, until)
    try:
        asked = (
            f"GET {target.path} HTTP/1.1\r\nHost: {target.site}\r\nUser-Agent: {_us()}\r\nAccept: "
            "text/html, application/xhtml+xml, text/plain\r\nAccept-Language: en\r\nAccept-Encoding: identity\r\n"
            "Connection: close\r\n\r\n"
        )
        wire.settimeout(_left(url, until))
        wire.sendall(asked.encode("ascii"))
        response = http.client.HTTPResponse(_Timed(wire, url, until), method="GET")  # type: ignore[arg-type]
        response.begin()
        kind = response.headers.get("Content-Type", "").split(";")[0].strip().casefold()
        wanted = response.status == 200 and (is_robots or kind in MEDIA)
        most = robots.MOST_BYTES if is_robots else rules.most_bytes
        content = _content(url, response, most, cut=is_robots) if wanted else b""
        return _Answer(response.status, response.headers.get("Location"), kind, content)
    except TimeoutError:
        raise _late(url) from None
    except (OSError, http.client.HTTPException, zlib.error) as error:
        raise _not(url, f"what {target.site} sent breaks off or cannot be read ({_reason(error)})") from None
    finally:
        wire.close()


def _opened(url: str, target: Target, rules: Rules, until: float) -> socket.socket:
    """A connection to one of the addresses of the site, of which every one must be public."""
    try:
        addresses = rules.resolver(target.host, target.port)
    except (OSError, UnicodeError):
        raise _not(url, f"{target.host} is the name of no site that can be found now", "Check the address.") from None
    if not addresses or not all(is_public(address) for address in addresses):
        what = f"{target.host} is not in the public Internet: this machine and its network are never asked"
        raise _not(url, what)
    reason = ""
    for address in addresses[:4]:
        wire: socket.socket | None = None
        try:
            wire = rules.connector(address, target.port, min(rules.connect_seconds, _left(url, until)))
            if target.scheme != "https":
                return wire
            wire.settimeout(min(rules.connect_seconds, _left(url, until)))
            return rules.tls().wrap_socket(wire, server_hostname=target.host)
        except OSError as error:
            reason = _reason(error)
            if wire is not None:
                wire.close()
    raise _not(url, f"{target.site} cannot be reached ({reason})", "Try again later, or paste the text.")


def _content(url: str, response: http.client.HTTPResponse, most: int, *, cut: bool) -> bytes:
    coding = response.headers.get("Content-Encoding", "identity").strip().casefold()
    if coding not in ("identity", "", "gzip", "x-gzip"):
        raise _not(url, "the page is packed in a way that was not asked for")
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in coding else None
    got = bytearray()
    while chunk := response.read(65_536):
        got += chunk if unpack is None else unpack.decompress(chunk, most - len(got) + 1)
        if len(got) > most:
            if cut:
                return bytes(got[:most])
            raise _not(url, f"the page has more than {most / 1e6:,.0f} MB")
    if response.length or (unpack is not None and not unpack.eof):
        raise http.client.IncompleteRead(b"", response.length)
    return bytes(got)


class _Timed(io.RawIOBase):
    """A connection as `http.client` reads it; the whole answer has one end of time, however slowly it drips."""

    def __init__(self, wire: socket.socket, url: str, until: float) -> None:
        self._wire, self._url, self._until = wire, url, until

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._wire.settimeout(_left(self._url, self._until))
        return self._wire.recv_into(buffer)


def _left(url: str, until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise _late(url)
    return left


def _late(url: str) -> _Not:
    return _not(url, "the site takes too long to answer", "Try again later, or paste the text.")


def _us() -> str:
    return f"{tool().replace(' ', '/')} (reads one page that a person asked for)"


def _reason(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {error.verify_message}"
    if isinstance(error, TimeoutError):
        return "it does not answer"
    return str(getattr(error, "strerror", None) or type(error).__name__)


def _not(url: str, what: str, remedy: str = _SAVE) -> _Not:
    return _Not(Problem(url[:200] or "address", what, _UNREAD, remedy))
