"""sayso reads conflict reporting the way a source critic does: who says each claim, through whom, on what ground.

`sayso.read("pile/0412.html")` reads one article; `sayso.Workspace("war.sayso")` keeps many. Public names only;
what is heavy is loaded when it is first used.
"""

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.model.document import Document
    from sayso.model.party import Party
    from sayso.model.problem import Problem, SaysoError
    from sayso.model.reading import Reading
    from sayso.model.statement import Statement
    from sayso.workspace import Workspace, read

    __version__: str

__all__ = ["Document", "Party", "Problem", "Reading", "SaysoError", "Statement", "Workspace", "__version__", "read"]

_HOMES = {
    "Document": "sayso.model.document",
    "Party": "sayso.model.party",
    "Problem": "sayso.model.problem",
    "Reading": "sayso.model.reading",
    "SaysoError": "sayso.model.problem",
    "Statement": "sayso.model.statement",
    "Workspace": "sayso.workspace",
}


class _ReadingRoom(ModuleType):
    """The room `sayso.read`, which is also the function of that name: `sayso.read(text_or_path)`."""

    def __call__(self, text_or_path: Any, parties: "tuple[Party, ...]" = ()) -> "Reading":
        from sayso.workspace import read

        return read(text_or_path, parties)


class _House(ModuleType):
    """The package: it keeps `sayso.read` callable, whoever imports the room of that name, and when."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "read" and type(value) is ModuleType:
            value.__class__ = _ReadingRoom
        super().__setattr__(name, value)


if not TYPE_CHECKING:  # a type checker would take every misspelt name for Any

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            from importlib.metadata import version

            return version("sayso")
        if name == "read":
            return importlib.import_module("sayso.read")
        if name in _HOMES:
            return getattr(importlib.import_module(_HOMES[name]), name)
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _House
