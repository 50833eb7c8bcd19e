"""Credits: the agency that a page credits is a relay of what others say in it."""

import pytest

from sayso.model.statement import Hop, Relation
from sayso.read.credits import credit, own_agencies


def credited(line: str, outlet: str | None = None) -> Hop | None:
    text = f"Karsk falls\n\n{line}\n\nThe army left."
    at = text.index(line)
    found = credit(text, ((at, at + len(line)),), outlet)
    if found:
        assert text[slice(*found.span)] == found.name
    return found


@pytest.mark.parametrize(
    "line",
    [
        "(Reuters)",
        "KARSK (Reuters) -",
        "Source: Reuters",
        "Reuters",
        "KARSK, March 5 (Reuters) -",
    ],
)
def test_an_agency_credit_is_a_relay(line: str) -> None:
    found = credited(line)
    assert found
    assert (found.name, found.relation) == ("Reuters", Relation.PUBLISHED)


@pytest.mark.parametrize("line", ["Photo by Reuters and others", "AFP\nReuters", "Follow us on Telegram", "Must read"])
def test_other_furniture_and_several_agencies_are_no_relay(line: str) -> None:
    assert credited(line) is None


def test_the_agencys_own_article_has_no_relay() -> None:
    assert credited("(Reuters)", outlet="Reuters") is None


def test_the_credit_of_a_picture_within_the_text_is_none_of_the_article() -> None:
    line = "(Reuters)"
    text = f"{'Snow fell on Tarn. ' * 60}\n{line}\n{'The bridge held. ' * 60}"
    at = text.index(line)
    assert credit(text, ((at, at + len(line)),), None) is None


def test_the_agency_whose_correspondent_saw_it_tells_it_itself() -> None:
    assert own_agencies("An AFP correspondent saw smoke over Karsk. The mayor told Reuters.") == {"AFP"}
