"""A problem: one row about bad input, in the analyst's terms."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """`pile/0412.html: no text in it; not read. Save the page with its text, or give the text as .txt.`"""

    where: str
    what: str
    effect: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.effect}. {self.remedy}"


class SaysoError(Exception):
    """The root of every exception that sayso raises itself; it carries the row that a user is shown."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
