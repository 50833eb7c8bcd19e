"""One page, whatever it does to the reader: a reading, or a row that says why there is none."""

from collections.abc import Callable

from sayso.model.document import Page
from sayso.model.problem import Problem, SaysoError
from sayso.model.reading import Reading

Reader = Callable[[Page], Reading | Problem]


def attempt(read: Reader, page: Page) -> Reading | Problem:
    """The reading of a page, or a row about it, also where the reader itself breaks down."""
    try:
        return read(page)
    except SaysoError as error:
        return error.problem
    except Exception as error:  # the last net under hostile input: whatever one page does, the next is still read
        return Problem(
            page.location,
            f"the reader broke down over it ({type(error).__name__}: {error})",
            "not read",
            "Please report it, with the page: this is a fault of sayso.",
        )
