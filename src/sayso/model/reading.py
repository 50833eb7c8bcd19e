"""A reading: a document, what was read in it, and what could not be."""

from dataclasses import dataclass, field

from sayso.model.document import Document
from sayso.model.filed import Filed
from sayso.model.problem import Problem
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """One article read: statements in the order of the text, and the problems met on the way.

    `filed` has, for some or all of the statements, what linking needs to know of them beside.
    """

    document: Document
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...] = ()
    filed: tuple[Filed, ...] = field(default=(), compare=False, repr=False)
