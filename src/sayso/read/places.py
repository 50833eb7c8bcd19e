"""Places: the names of places in a text and where on Earth they are.

"Residents fled Karsk, in Ostrel's north" names Karsk and Ostrel: `toponyms` finds the names, `resolve` tells which
place of each name is meant, `scenes` where a statement is set. Limit: no map but the gazetteer's; a village that it
lacks stands, at best, among the places that the text names beside it.
"""

from collections.abc import Sequence

from sayso.model.statement import Place
from sayso.read.bearers import named
from sayso.read.marked import Name
from sayso.read.resolve import beside, placed
from sayso.read.scenes import of_statement
from sayso.read.toponyms import toponyms

__all__ = ["mentions", "of_statement", "resolve"]


def mentions(text: str, names: Sequence[Name] = ()) -> tuple[Place, ...]:
    """Every place named in the text, in its order; one that no gazetteer knows has no id and no precision.

    `names` are the encoder's, where it has read the text.
    """
    return placed(text, toponyms(text, names))


def resolve(name: str, context: Sequence[Place]) -> Place | None:
    """The place that a name most likely means beside these others; None where the gazetteer knows none."""
    place = beside(named(name, 0, len(name)), context)
    return None if place.precision is None else place
