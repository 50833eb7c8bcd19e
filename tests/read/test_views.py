"""Views: how somebody takes a thing, where nobody is heard to say it."""

import pytest

from sayso.read.attribute import tagged
from sayso.read.views import with_views
from tests.read.marked import paragraph


def runs(annotated: str) -> list[tuple[str, str]]:
    """The runs of one paragraph, with the views that it tells of."""
    text, cuts, words, tags = paragraph(annotated)
    found = with_views(text, cuts, tagged([(w.start, w.end) for w in words], tags))
    return [(run.role, text[slice(*run.span)]) for run in found]


@pytest.mark.parametrize(
    ("annotated", "source", "content"),
    [
        ("Varnia has long regarded the hill clans as a danger to its road.", "Varnia",
         "the hill clans as a danger to its road"),
        ("The raid goes on, but Ostrel sees it as a feint.", "Ostrel", "it as a feint"),
        ("Karsk is afraid of Varnia, which sees its guards as bandits.", "Varnia", "its guards as bandits"),
        ("Some see the raid as a feint, while it rains.", "Some", "the raid as a feint"),
        ("Its own ministers believe that the rebels still hold the hills.", "Its own ministers",
         "the rebels still hold the hills"),
    ],
)  # fmt: skip
def test_a_view_is_its_holders(annotated: str, source: str, content: str) -> None:
    if annotated.startswith("Varnia"):
        annotated += " Others live in Varnia too."  # a name that the text writes so within a sentence
    assert runs(annotated) == [("source", source), ("cue", runs(annotated)[1][1]), ("content", content)]


@pytest.mark.parametrize(
    "annotated",
    [
        "It is hard to see the raid as a feint.",
        "[s Moss] [q said] [c Ostrel sees it as a feint].",
        "The road is considered safe by night.",
        "This saw the town as never before.",
    ],
)
def test_no_view_is_made_of_other_words(annotated: str) -> None:
    text, cuts, words, tags = paragraph(annotated)
    before = tagged([(w.start, w.end) for w in words], tags)
    assert with_views(text, cuts, before) == before
