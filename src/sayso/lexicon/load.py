"""The loader of the tables that ship with the package.

`table("hedges")` is the content of `hedges.yaml`, parsed once a process. The value is shared: callers compile it into
frozen values of their own and never change it.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def table(name: str) -> Any:
    """The table `name`, without its ending; raises FileNotFoundError where the package holds none of that name."""
    text = files("sayso.lexicon").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)


def lists(name: str, keys: str) -> dict[str, frozenset[str]]:
    """Some lists of a table as sets, each under its key: `lists("scenes", "within toward")`."""
    known = table(name)
    return {key: frozenset(known[key]) for key in keys.split()}
