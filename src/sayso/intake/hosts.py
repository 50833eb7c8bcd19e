"""Hosts: to which addresses a page may be fetched from, once a name has been looked up.

Only what is in the public Internet: never this machine, its network, or the service by which a cloud tells a machine
its secrets. The limit accepted: a network that reaches IPv4 by NAT64 alone gives addresses of 64:ff9b::/96, and is
refused, because such an address can stand for any IPv4 address, a private one too.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_V4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # shared by a provider's customers; a cloud's metadata at 100.100.100.200
            "127.0.0.0/8",  # this machine
            "168.63.129.16/32",  # a cloud's own service, at a public address
            "169.254.0.0/16",  # link-local; most clouds' metadata at 169.254.169.254
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments; a cloud's metadata at 192.0.0.192
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # relays of 6to4
            "192.168.0.0/16",  # private
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, broadcast
        ),
    )
)
"""IPv4 that is not global (IANA's special-purpose registry), and what clouds use."""

_GLOBAL_V6 = IPv6Network("2000::/3")
_V6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments, Teredo among them
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4: any IPv4 address
            "3fff::/20",  # documentation
        ),
    )
)
"""IPv6 outside 2000::/3 is refused as a whole: loopback, mapped and translated IPv4, private, link-local, multicast."""


def is_public(address: str) -> bool:
    """Whether a page may be fetched from this address: `192.168.1.1` and `::ffff:8.8.8.8` are refused."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return not any(found in network for network in _V4)
    assert isinstance(found, IPv6Address)
    return found.scope_id is None and found in _GLOBAL_V6 and not any(found in network for network in _V6)
