"""Tokens: a visit's secret, kept in a cookie, and the word that a form must carry to show that it came from this desk.

Before the login a browser has a visit of its own, which nobody is; logging in gives it another, so that a visit that
somebody planted there is worth nothing afterwards.
"""

import hmac
import re
import secrets

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_PURPOSE = b"sayso: this form was made by the desk"


def fresh() -> str:
    """A new secret: 256 bits."""
    return secrets.token_urlsafe(32)


def sound(token: str | None) -> str | None:
    """The token, if it has the form of one."""
    return token if token is not None and _TOKEN.fullmatch(token) else None


def word(token: str) -> str:
    """What forms and programs must send along within this visit (a synchroniser token, bound to the visit by HMAC)."""
    return hmac.new(token.encode(), _PURPOSE, "sha256").hexdigest()


def is_word(token: str, given: str) -> bool:
    """Whether this is the word of this visit."""
    return hmac.compare_digest(word(token).encode(), given.encode("utf-8", "replace"))
