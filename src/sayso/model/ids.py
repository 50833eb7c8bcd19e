"""Content-hash ids: the same thing has the same id on every machine and in every order of arrival."""

from hashlib import sha256

LENGTH = 16


def content_id(kind: str, *parts: str | bytes | int) -> str:
    """Sixteen hexadecimal digits of SHA-256 over the kind and the parts, each with its length before it."""
    digest = sha256()
    for part in (kind, *parts):
        raw = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()[:LENGTH]
