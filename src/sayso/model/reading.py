"""A reading: a document, what was read in it, and what could not be."""

from dataclasses import dataclass

from sayso.model.document import Document
from sayso.model.problem import Problem
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """One article read: statements in the order of the text, and the problems met on the way."""

    document: Document
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...] = ()
