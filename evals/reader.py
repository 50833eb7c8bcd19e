"""The one place where evals call the reader: an article's file in, rows of the exchange format out."""

from pathlib import Path

from evals.quotes import Row
from sayso.export.exchange import document_row, statement_row
from sayso.model.problem import Problem
from sayso.workspace import readings


def rows_of(path: Path) -> list[Row] | Problem:
    """The document and statements read in one file, or why there are none."""
    for reading in readings([path]):
        if isinstance(reading, Problem):
            return reading
        return [document_row(reading.document), *map(statement_row, reading.statements)]
    return Problem(str(path), "no article in it", "nothing read", "Give a file with an article.")
