"""A page cleaned into a document: text, furniture, language, outlet and dates, each by its own file."""

import re

from sayso.clean.body import body, title_of
from sayso.clean.dates import dates
from sayso.clean.decoding import decode
from sayso.clean.furniture import furniture
from sayso.clean.language import language
from sayso.clean.outlet import outlet
from sayso.model.document import Document, Media, Page, document_id
from sayso.model.problem import Problem

MAX_CHARACTERS = 5_000_000
"""The longest text that is kept: some 800,000 words, eight times the longest article that must be read."""

_WORD = re.compile(r"[^\W\d_]{2,}|[\u3040-\u9fff\uac00-\ud7af]")


def document(page: Page) -> Document | Problem:
    """The document in a page, or the one row that says why there is none."""
    where = page.location
    decoded = decode(page.content, page.media)
    if decoded is None:
        return Problem(
            where, "its encoding cannot be told, the bytes give no readable text", "not read", "Save it again as UTF-8."
        )
    if len(decoded) > MAX_CHARACTERS and page.media is Media.TEXT:
        what = f"{len(decoded):,} characters, over the limit of {MAX_CHARACTERS:,} for one article"
        return Problem(where, what, "not read", "Split it into one file an article.")
    found = body(decoded, page.media)
    if found is None:
        return Problem(
            where,
            "HTML without the text of an article",
            "not read",
            "Save the page with its text, or give the text as .txt.",
        )
    if not _WORD.search(found.text):
        return Problem(where, "a text without words", "not read", "Save the article again, with its text.")
    marked = furniture(found.text)
    title = found.title or (title_of(found.text, marked) if page.media is Media.TEXT else None)
    page_date, published = dates(found.text, marked, title, found.declared)
    return Document(
        id=document_id(where, page.content),
        location=where,
        url=page.url or found.url,
        title=title,
        outlet=outlet(found.text, marked, found.sitename),
        language=language(found.text),
        text=found.text,
        furniture=marked,
        page_date=page_date,
        published=published,
    )
