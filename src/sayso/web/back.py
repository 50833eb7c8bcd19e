"""Where to go on after a form: a page of this desk, whatever the address that was given says."""

import re

_INSIDE = re.compile(r"/(?![/\\])[^\\\s\x00-\x1f\x7f-\x9f]*")


def inside(address: str, otherwise: str = "/claims") -> str:
    """The address if it leads to a page of the desk: `/claim/3f2a?x=1`; `//elsewhere.example` does not."""
    return address if _INSIDE.fullmatch(address) else otherwise
