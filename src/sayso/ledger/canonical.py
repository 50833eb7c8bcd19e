"""A frozen value as canonical JSON, and back: how the ledger keeps a whole document or statement in one cell.

The same value always gives the same characters, so that a changed reading shows. A field that a later
version added takes its default where an older ledger does not have it. This is the ledger's own form;
what other programs read is the exchange format (`export.exchange`).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")

# Half of a surrogate pair has no UTF-8, and a page or a file name can hold one.
_SURROGATE = re.compile("[\ud800-\udfff]")


def canonical(value: object) -> str:
    """One line of JSON, keys in order, without needless blanks; always encodable, never with a raw NUL."""
    text = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def revived(kind: type[Value], text: str) -> Value:
    """The value of that dataclass that `canonical` wrote."""
    made: Value = _revive(kind, json.loads(text))
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _revive(kind: Any, raw: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return None if raw is None else _revive(next(arm for arm in get_args(kind) if arm is not NoneType), raw)
    if get_origin(kind) is tuple:
        arms = get_args(kind)
        each = [arms[0]] * len(raw) if arms[-1] is Ellipsis else arms
        return tuple(_revive(arm, item) for arm, item in zip(each, raw, strict=True))
    if is_dataclass(kind):
        return _built(kind, raw)
    if kind is date:
        return date.fromisoformat(raw)
    if isinstance(kind, type) and issubclass(kind, (Enum, float)):
        return kind(raw)
    return raw


def _built(kind: Any, raw: Mapping[str, Any]) -> Any:
    return kind(**{name: _revive(hint, raw[name]) for name, hint in _hints(kind).items() if name in raw})


@lru_cache(maxsize=64)
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
