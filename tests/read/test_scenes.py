"""Where a statement is set."""

from sayso.read.places import mentions
from sayso.read.scenes import of_statement


def test_a_clause_of_place_is_set_in_the_place_before_it() -> None:
    text = "He spoke in Kharkiv of the men in Lysychansk, from which 32 residents have left."
    start = text.index("from which")
    found = of_statement(text, (0, len(text)), ((start, len(text) - 1),), mentions(text), ())
    assert [place.text for place in found] == ["Lysychansk"]
