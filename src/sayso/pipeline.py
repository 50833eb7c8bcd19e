"""The stages in order, as pure functions: a page is cleaned into a document, the document is read into statements."""

from sayso import clean
from sayso.model.document import Page
from sayso.model.party import Party
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.read.reader import read

# The languages whose attributions the encoder was trained to see.
READ = frozenset({"en"})


def read_page(page: Page, parties: tuple[Party, ...] = ()) -> Reading | Problem:
    """Read one page; a Problem where there is no article in it.

    `parties` are those to the conflict, where they have been named. An article in a language that is not read is kept,
    with one problem that says so and no statements.
    """
    document = clean.document(page)
    if isinstance(document, Problem):
        return document
    if document.language is not None and document.language not in READ:
        what = f"written in another language than English ({document.language})"
        problem = Problem(
            page.location, what, "kept, its statements not read", "Give a translation beside it to have it read."
        )
        return Reading(document, (), (problem,))
    found = read(document, parties=parties)
    return Reading(document, tuple(one.statement for one in found), filed=found)
