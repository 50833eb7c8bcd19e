"""Passwords: which are taken, and what is kept of them (Argon2id, RFC 9106).

"four towns on the Ilva" is taken; "Varnia2024!" is too short. What is kept tells nobody the password.
"""

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from sayso.model.problem import Problem, SaysoError

LEAST = 15
"""Characters: NIST SP 800-63B-4 (2025), 3.1.1.2, for a password that nothing else stands beside."""

MOST = 256
"""Characters: longer ones cost the hashing nothing, but have no reason."""

DIFFERENT = 5
"""Different characters, so that a key held down is none."""

_HASHER = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
"""64 MiB, three passes, four lanes: 0.1 to 0.2 seconds on two cores."""

_NOBODYS = "$argon2id$v=19$m=65536,t=3,p=4$tlzkktWhodcmFU6AG13LHQ$ceRjOdwlTo+x2enlQiXxPMNL+WtqHGixYybJfCevtVk"
"""What the password of an unknown name is held against, so that its answer takes as long as a known one's."""


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _HASHER.hash(_plain(password))


def is_right(kept: str | None, password: str) -> bool:
    """Whether the password is the one of which this was kept; without anything kept the answer takes as long."""
    try:
        right = _HASHER.verify(kept or _NOBODYS, _plain(password))
    except (VerificationError, InvalidHashError):
        return False
    return right and kept is not None


def is_outdated(kept: str) -> bool:
    """Whether it was hashed with less than is used now; it is then hashed again at the next login."""
    return _HASHER.check_needs_rehash(kept)


def check(password: str, name: str) -> None:
    """Raises SaysoError where a password is too easily guessed to be taken."""
    plain = _plain(password)
    if len(plain) < LEAST:
        what = f"a password of {len(plain)} characters" if plain else "no password was given"
        raise _refused(name, what)
    if len(plain) > MOST:
        raise _refused(name, f"a password of more than {MOST} characters")
    if len(set(plain.casefold())) < DIFFERENT:
        raise _refused(name, f"a password of fewer than {DIFFERENT} different characters")
    if len("".join(plain.casefold().replace(_plain(name).casefold(), "").split())) < LEAST // 2:
        raise _refused(name, "a password made of the name")


def _plain(password: str) -> str:
    """One form for the characters that keyboards write in several; half surrogates, which no keyboard writes, go."""
    return unicodedata.normalize("NFKC", password.encode("utf-8", "replace").decode("utf-8"))


def _refused(name: str, what: str) -> SaysoError:
    remedy = f"Take at least {LEAST} characters: four words that do not belong together do."
    return SaysoError(Problem(name or "password", what, "nothing was changed", remedy))
