"""The door of a desk: by which names it may be called, who is let in unasked, and how guessing is slowed."""

import socket

import pytest

from sayso.model.problem import SaysoError
from sayso.web.door import Door, host_of
from sayso.web.throttle import ADDRESS, MOST_KEPT, NAME, NAME_AND_ADDRESS, WINDOW, Throttle

TLS = "https://desk.example.org"


@pytest.mark.parametrize(
    ("door", "own", "secure", "cookie", "address"),
    [
        (Door(port=8765), True, False, "sayso-8765", "http://127.0.0.1:8765/"),
        (Door("::1", 8765), True, False, "sayso-8765", "http://[::1]:8765/"),
        (Door("localhost"), True, False, "sayso", "http://localhost/"),
        (Door(port=8765, shared=True), False, False, "sayso-8765", "http://127.0.0.1:8765/"),
        (Door("10.0.0.5", 80), False, False, "sayso-80", "http://10.0.0.5:80/"),
        (Door(port=8765, behind=TLS), False, True, "__Host-sayso", f"{TLS}/"),
        (Door(port=8765, behind="http://desk.example.org/"), False, False, "sayso-8765", "http://desk.example.org/"),
    ],
    ids=str,
)
def test_a_file_on_this_machine_is_ones_own(door: Door, own: bool, secure: bool, cookie: str, address: str) -> None:
    assert (door.own, door.secure, door.cookie, door.address) == (own, secure, cookie, address)


@pytest.mark.parametrize(
    ("door", "admitted", "refused"),
    [
        (Door(), ["127.0.0.1", "localhost:9", "[::1]:9", "127.0.0.2"], ["10.0.0.5", "desk.example.org", "0.0.0.0"]),
        (Door("10.0.0.5"), ["10.0.0.5:8765", "localhost", "192.168.1.4"], ["evil.example", "desk.example.org"]),
        (Door("desk.lan"), ["desk.lan", "DESK.lan:8765"], ["evil.lan", "desk.lan.evil.example"]),
        (Door("0.0.0.0"), ["10.0.0.5", "[2001:db8::1]:80", socket.gethostname()], ["evil.example"]),
        (Door(behind=TLS), ["desk.example.org", "127.0.0.1:8765"], ["evil.example", "www.desk.example.org"]),
    ],
    ids=str,
)
def test_a_desk_answers_to_its_own_names(door: Door, admitted: list[str], refused: list[str]) -> None:
    assert [host for host in admitted if not door.admits(host)] == []
    assert [host for host in refused if door.admits(host)] == []


@pytest.mark.parametrize("behind", ["desk.example.org", "ftp://desk.example.org", f"{TLS}/path", f"{TLS}?q", "https://",
                                    "https://mara@desk.example.org", "https://[", ""])  # fmt: skip
def test_what_is_no_address_of_a_site_is_a_row(behind: str) -> None:
    with pytest.raises(SaysoError, match="this is no address of a site"):
        Door(behind=behind)


def test_a_host_that_is_written_strangely_is_none() -> None:
    for header in ("a@b", "a/b", "a?b", "a#b", "a:b", "a:1:2", "[::1", "::1", "a:99999"):
        assert host_of(header) is None, header
    for header in ("127.0.0.1 ", "127.0.0.1,evil.example", "127.0.0.1\x00", "localhost.", "@127.0.0.1"):
        assert not Door().admits(header), header


def guesses(throttle: Throttle, name: str, address: str, most: int) -> int:
    """How many attempts are let through."""
    return sum(throttle.wait(name, address) == 0 for _ in range(most))


def test_one_name_from_one_address_waits_soonest_and_its_neighbours_do_not() -> None:
    now = [0.0]
    throttle = Throttle(now=lambda: now[0])
    assert guesses(throttle, "Mara", "198.51.100.7", 50) == NAME_AND_ADDRESS
    assert throttle.wait("mara ", "198.51.100.7") == WINDOW + 1
    assert throttle.wait("Ivo", "198.51.100.7") == 0
    assert throttle.wait("Mara", "203.0.113.5") == 0
    now[0] += WINDOW
    assert throttle.wait("Mara", "198.51.100.7") == 0


def test_many_names_from_one_address_wait_and_one_name_from_many_addresses() -> None:
    throttle = Throttle(now=lambda: 0.0)
    assert sum(throttle.wait(f"name {n}", "198.51.100.7") == 0 for n in range(99)) == ADDRESS
    throttle = Throttle(now=lambda: 0.0)
    assert sum(throttle.wait("Mara", f"198.51.{n // 250}.{n % 250}") == 0 for n in range(400)) == NAME


def test_an_ipv6_network_is_one_address_and_a_mapped_address_is_itself() -> None:
    throttle = Throttle(now=lambda: 0.0)
    assert sum(throttle.wait("Mara", f"2001:db8:1:2::{n:x}") == 0 for n in range(50)) == NAME_AND_ADDRESS
    assert guesses(throttle, "Ivo", "::ffff:198.51.100.7", 3) + guesses(throttle, "Ivo", "198.51.100.7", 9) == 6


def test_who_came_in_starts_anew_and_what_is_counted_stays_bounded() -> None:
    throttle = Throttle(now=lambda: 0.0)
    guesses(throttle, "Mara", "198.51.100.7", 9)
    throttle.forgive("Mara", "198.51.100.7")
    assert throttle.wait("Mara", "198.51.100.7") == 0
    for n in range(MOST_KEPT):
        throttle.wait(f"name {n}", f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}")
    assert len(throttle._counts) <= MOST_KEPT
