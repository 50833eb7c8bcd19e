"""Fetching a page by its address: only from the public Internet, however the address, the name or the site is twisted.

No test asks a network: names are looked up in a table, and every connection leads to a server of the test's own.
"""

import gzip
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from sayso.intake.fetch import Rules, fetched, target_of
from sayso.intake.hosts import is_public
from sayso.intake.robots import allows
from sayso.model.document import Media, Page
from sayso.model.problem import Problem, SaysoError

REPORT = b"<html><body><p>Karsk has fallen, the Ostrel army said on Monday.</p></body></html>"
PUBLIC = "93.184.215.14"
NAMES = {
    "karsk-courier.example": (PUBLIC,),
    "ostrel-wire.example": ("2606:4700::6810:84e5", PUBLIC),
    "inside.example": ("10.0.0.7",),
    "both.example": (PUBLIC, "192.168.1.1"),
    "metadata.example": ("169.254.169.254",),
    "six.example": ("fd00:ec2::254",),
    "mapped.example": ("::ffff:93.184.215.14",),
    "localhost": ("127.0.0.1",),
}

Answer = bytes | Callable[[socket.socket], None]


@dataclass
class Web:
    """A server that answers paths with bytes, and what it was asked."""

    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    reached: list[tuple[str, int]] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)

    def rules(self, **rest: object) -> Rules:
        return replace(Rules(resolver=self.resolve, connector=self.connect, total_seconds=5.0), **rest)  # type: ignore[arg-type]

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        self.looked_up.append(host)
        if host in NAMES:
            return NAMES[host]
        try:  # an address is its own name, in any of the forms that the system reads
            return tuple(str(row[4][0]) for row in socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST))
        except socket.gaierror:
            if host.replace(".", "").replace("x", "").isalnum() and host[:1].isdigit():
                return (socket.inet_ntoa(socket.inet_aton(host)),)
            raise

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.reached.append((address, port))
        ours, theirs = socket.socketpair()
        threading.Thread(target=self._serve, args=(theirs,), daemon=True).start()
        ours.settimeout(seconds)
        return ours

    def _serve(self, wire: socket.socket) -> None:
        with wire:
            head = b""
            while b"\r\n\r\n" not in head:
                more = wire.recv(4096)
                if not more:
                    return
                head += more
            path = head.split()[1].decode()
            self.asked.append(head.decode())
            answer = self.pages.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            try:
                if callable(answer):
                    answer(wire)
                else:
                    wire.sendall(answer)
            except OSError:  # the other side has heard enough
                pass


def ok(content: bytes, kind: str = "text/html; charset=utf-8", *more: str) -> bytes:
    lines = [f"Content-Type: {kind}", f"Content-Length: {len(content)}", *more]
    return ("HTTP/1.1 200 OK\r\n" + "\r\n".join(lines) + "\r\n\r\n").encode() + content


def onward(to: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()


def row(got: Page | Problem) -> str:
    assert isinstance(got, Problem)
    assert got.effect == "not fetched"
    return got.what


@pytest.fixture
def web() -> Web:
    return Web({"/2031/tarn": ok(REPORT)})


def test_a_page_is_fetched_with_where_it_came_from(web: Web) -> None:
    got = fetched("http://karsk-courier.example/2031/tarn", web.rules())
    assert isinstance(got, Page)
    assert (got.location, got.url) == ("http://karsk-courier.example/2031/tarn",) * 2
    assert (got.content, got.media) == (REPORT, Media.HTML)
    assert web.reached == [(PUBLIC, 80), (PUBLIC, 80)]
    robots, page = web.asked
    assert robots.startswith("GET /robots.txt HTTP/1.1\r\nHost: karsk-courier.example\r\nUser-Agent: sayso/")
    assert page.startswith("GET /2031/tarn HTTP/1.1\r\n")
    assert not {"cookie", "authorization", "referer"} & {line.split(":")[0].lower() for line in page.splitlines()}


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "only pages of http and https are fetched"),
        ("ftp://karsk-courier.example/", "only pages of http and https are fetched"),
        ("gopher://karsk-courier.example/", "only pages of http and https are fetched"),
        ("javascript:alert(1)", "only pages of http and https are fetched"),
        ("data:text/html,x", "only pages of http and https are fetched"),
        ("//karsk-courier.example/", "only pages of http and https are fetched"),
        ("karsk-courier.example", "only pages of http and https are fetched"),
        ("", "only pages of http and https are fetched"),
        ("http://", "the address names no site"),
        ("http:///2031/tarn", "the address names no site"),
        ("http://mara:word@karsk-courier.example/", "the address carries a name or password"),
        ("http://karsk-courier.example@inside.example/", "the address carries a name or password"),
        ("http://karsk-courier.example:22/", "port 22, and only 80 and 443 are asked"),
        ("http://karsk-courier.example:0/", "port 0, and only 80 and 443 are asked"),
        ("http://karsk-courier.example:99999/", "this is no address of a page"),
        ("http://karsk-courier.example\\@inside.example/", "this is no address of a page"),
        ("http://karsk-courier.example/a b", "this is no address of a page"),
        ("http://karsk-courier.example/\r\nHost: inside.example", "this is no address of a page"),
        ("http://karsk-courier.example/\u202e", "this is no address of a page"),
        ("http://[fe80::1%25eth0]/", "the address names no site"),
        ("http://[::1/", "this is no address of a page"),
        ("http://" + "a" * 300 + ".example/", "the name of the site is none"),
        ("http://nowhere.example/", "nowhere.example is the name of no site that can be found now"),
    ],
)
def test_an_address_that_is_none_is_refused_before_anything_is_asked(web: Web, url: str, why: str) -> None:
    assert row(fetched(url, web.rules())) == why
    assert web.reached == []


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "LOCALHOST", "127.0.0.1", "127.1", "127.9.9.9", "0.0.0.0", "0", "2130706433", "0x7f000001",
        "0x7f.1", "0177.0.0.1", "017700000001",
        "10.0.0.1", "172.16.9.1", "192.168.1.1", "169.254.169.254", "169.254.0.1",
        "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "198.18.0.1", "203.0.113.5", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:93.184.215.14]",
        "[::ffff:a9fe:a9fe]", "[::127.0.0.1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::1]", "[2002:7f00:1::]",
        "[2002:a9fe:a9fe::]", "[2001:0:4136:e378::]", "[2001:db8::1]", "[fe80::1]", "[fec0::1]", "[fc00::1]",
        "[fd00:ec2::254]", "[ff02::1]", "[3fff::1]", "[100::1]", "inside.example", "both.example", "metadata.example",
        "six.example", "mapped.example",
    ],
)  # fmt: skip
def test_what_is_not_public_is_never_reached(web: Web, host: str) -> None:
    assert row(fetched(f"http://{host}/", web.rules())).endswith(
        "is not in the public Internet: this machine and its network are never asked"
    )
    assert web.reached == []


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::6810:84e5"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", ["fe80::1%eth0", "karsk-courier.example", "", "1.2.3"])
def test_what_is_no_plain_address_is_not_public(address: str) -> None:
    assert not is_public(address)


def test_a_name_that_means_another_machine_a_moment_later_gains_nothing(web: Web) -> None:
    answers = iter([(PUBLIC,), (PUBLIC,), ("127.0.0.1",)])
    rules = web.rules(resolver=lambda host, port: next(answers))
    assert isinstance(fetched("http://rebinding.example/2031/tarn", rules), Page)
    assert {address for address, _ in web.reached} == {PUBLIC}
    assert next(answers) == ("127.0.0.1",)  # each request looked the name up once, and went where that look said


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("http://127.0.0.1/admin", "127.0.0.1 is not in the public Internet"),
        ("http://metadata.example/latest/", "metadata.example is not in the public Internet"),
        ("http://[::ffff:10.0.0.1]/", "::ffff:10.0.0.1 is not in the public Internet"),
        ("//inside.example/", "inside.example is not in the public Internet"),
        ("file:///etc/passwd", "the site leads on elsewhere: only pages of http and https are fetched"),
        ("http://karsk-courier.example:8080/", "the site leads on elsewhere: port 8080"),
        ("http://mara:word@karsk-courier.example/", "the site leads on elsewhere: the address carries"),
        ("http://[", "the site leads on to what is no address"),
    ],
)
def test_a_redirect_is_checked_as_if_a_person_had_given_it(web: Web, to: str, why: str) -> None:
    web.pages["/moved"] = onward(to)
    assert row(fetched("http://karsk-courier.example/moved", web.rules())).startswith(why)
    assert {address for address, _ in web.reached} == {PUBLIC}


def test_redirects_are_followed_a_few_times_and_no_more(web: Web) -> None:
    for step in range(9):
        web.pages[f"/{step}"] = onward(f"/{step + 1}")
    web.pages["/9"] = ok(REPORT)
    assert isinstance(fetched("http://karsk-courier.example/4", web.rules()), Page)
    assert row(fetched("http://karsk-courier.example/3", web.rules())) == "the site leads on more than 5 times"
    got = fetched("http://karsk-courier.example/8", web.rules())
    assert isinstance(got, Page)
    assert (got.location, got.url) == ("http://karsk-courier.example/8", "http://karsk-courier.example/9")


def test_a_redirect_from_https_to_http_is_refused(web: Web) -> None:
    class Bare:
        """Stands for TLS: what is tested is where the redirect may lead."""

        def wrap_socket(self, wire: socket.socket, server_hostname: str) -> socket.socket:
            return wire

    web.pages["/moved"] = onward("http://karsk-courier.example/2031/tarn")
    got = fetched("https://karsk-courier.example/moved", web.rules(tls=Bare))
    assert row(got).startswith("the site leads on from https to http")
    assert {port for _, port in web.reached} == {443}


def test_a_certificate_that_is_not_valid_is_refused(web: Web) -> None:
    assert "cannot be reached" in row(fetched("https://karsk-courier.example/2031/tarn", web.rules()))
    assert web.asked == []


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (ok(b"%PDF-1.7", "application/pdf"), "application/pdf, and no page of text"),
        (ok(b"x", "image/svg+xml"), "image/svg+xml, and no page of text"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", "something of no named kind, and no page of text"),
        (b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "the site answered 403 Forbidden"),
        (b"HTTP/1.1 304 Not Modified\r\n\r\n", "the site answered 304 Not Modified"),
        (ok(b" \n "), "the site sent an empty page"),
        (ok(REPORT)[:-9], "what karsk-courier.example sent breaks off or cannot be read (IncompleteRead)"),
        (b"SSH-2.0-OpenSSH\r\n\r\n", "what karsk-courier.example sent breaks off or cannot be read (BadStatusLine)"),
        (ok(b"x" * 2000), "the page has more than 0 MB"),
        (ok(gzip.compress(b"x" * 2_000), "text/html", "Content-Encoding: gzip"), "the page has more than 0 MB"),
        (ok(b"??", "text/html", "Content-Encoding: br"), "the page is packed in a way that was not asked for"),
        (
            ok(b"not packed", "text/html", "Content-Encoding: gzip"),
            "what karsk-courier.example sent breaks off or cannot be read (error)",
        ),
    ],
)
def test_what_is_no_page_of_text_is_a_row(web: Web, answer: bytes, why: str) -> None:
    web.pages["/page"] = answer
    assert row(fetched("http://karsk-courier.example/page", web.rules(most_bytes=1000))) == why


def test_a_packed_page_is_unpacked_and_one_without_a_length_is_read_to_its_end(web: Web) -> None:
    web.pages["/packed"] = ok(gzip.compress(REPORT), "text/html", "Content-Encoding: gzip")
    web.pages["/open"] = b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nKarsk has fallen."
    packed = fetched("http://karsk-courier.example/packed", web.rules())
    plain = fetched("http://ostrel-wire.example/open", web.rules())
    assert isinstance(packed, Page)
    assert isinstance(plain, Page)
    assert (packed.content, plain.content, plain.media) == (REPORT, b"Karsk has fallen.", Media.TEXT)


@pytest.mark.parametrize("first", [b"HTTP/1.1 200 OK\r\nX-Slow: ", ok(b"y" * 10_000)[:-10_000]])
def test_a_site_that_drips_is_left_when_the_time_is_over(web: Web, first: bytes) -> None:
    def drip(wire: socket.socket) -> None:
        wire.sendall(first)
        while True:
            wire.sendall(b"z")
            time.sleep(0.05)

    web.pages["/drip"] = drip
    begun = time.monotonic()
    why = row(fetched("http://karsk-courier.example/drip", web.rules(total_seconds=0.6)))
    assert why == "the site takes too long to answer"
    assert time.monotonic() - begun < 3


def test_a_site_that_says_nothing_is_left_when_the_time_is_over(web: Web) -> None:
    web.pages["/mute"] = lambda wire: time.sleep(5)
    begun = time.monotonic()
    assert isinstance(fetched("http://karsk-courier.example/mute", web.rules(total_seconds=0.5)), Problem)
    assert time.monotonic() - begun < 3


def test_a_site_that_asks_programs_away_is_left_alone(web: Web) -> None:
    web.pages["/robots.txt"] = ok(b"User-agent: *\nDisallow: /2031/\n", "text/plain")
    why = row(fetched("http://karsk-courier.example/2031/tarn", web.rules()))
    assert why == "karsk-courier.example asks programs to leave this page alone (robots.txt)"
    assert len(web.asked) == 1
    web.pages["/robots.txt"] = b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"
    assert "does not tell whether programs may read it" in row(
        fetched("http://karsk-courier.example/2031/tarn", web.rules())
    )
    web.pages["/robots.txt"] = onward("http://inside.example/robots.txt")
    assert row(fetched("http://karsk-courier.example/2031/tarn", web.rules())).startswith("inside.example is not")


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\nAllow: /news", "/news/1", True),
        ("User-agent: *\nAllow: /\nDisallow: /news/*.pdf$", "/news/1.pdf", False),
        ("User-agent: *\nDisallow: /news/*.pdf$", "/news/1.pdf?x", True),
        ("User-agent: sayso\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: SaySo\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("User-agent: *\nDisallow: /a" + "*a" * 5000 + "$", "/" + "a" * 2000 + "b", True),
        ("Disallow: /", "/a", True),
    ],
)
def test_the_longest_rule_of_robots_decides(robots: str, path: str, allowed: bool) -> None:
    assert allows(robots, path) is allowed


def test_an_address_is_written_as_it_is_asked() -> None:
    target = target_of("https://Bücher.example/Straße?q=ä#part", Rules())
    assert target.url == "https://xn--bcher-kva.example/Stra%C3%9Fe?q=%C3%A4"
    with pytest.raises(SaysoError):
        target_of("http://karsk-courier.example:8080/", Rules())
    assert target_of("http://karsk-courier.example:8080/", Rules(ports=frozenset({8080}))).site.endswith(":8080")
