"""The outlet by where the page names it, and pages that name none."""

import pytest

from sayso.clean.furniture import furniture
from sayso.clean.outlet import outlet

BODY = (
    "The army of Ostrel left the town of Karsk overnight, the ministry said in a statement, and residents who had "
    "hidden for weeks in their cellars came out to look for bread and for their neighbours.\n"
)
HEADLINE = "Army leaves Karsk after weeks of fighting"


def named(text: str, sitename: str | None = None) -> str | None:
    return outlet(text, furniture(text), sitename)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{HEADLINE} | Karsk Times\n\n{BODY}", "Karsk Times"),
        (f"{HEADLINE} - Karsk Times\n\n{BODY}", "Karsk Times"),
        (f"THE KARSK POST\n14/03/2024\n\n{HEADLINE}\n\n{BODY}", "The Karsk Post"),
        (f"Harbour Relief\nDonate | About us\n\n{HEADLINE}\n\n{BODY}", "Harbour Relief"),
        (f"{HEADLINE}\n\nBELOMIR (Ostrel Wire) - {BODY}", "Ostrel Wire"),
        (f"{HEADLINE}\n\n{BODY}(Source: Karsk Monitor)\n", "Karsk Monitor"),
        (f"Karsk Post\nHome > War\n\n{HEADLINE}\n\n{BODY}Source: VNA\n", "Karsk Post"),
        (f"{HEADLINE}\n\n{BODY}The post\n{HEADLINE}\nappeared first on\nTarn Relief Watch\n.\n", "Tarn Relief Watch"),
        (f"{HEADLINE}\n\n{BODY}Kyiv Post could not independently verify the claims.\n", "Kyiv Post"),
    ],
)
def test_the_page_names_its_outlet(text: str, name: str) -> None:
    assert named(text) == name


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\n{BODY}",
        f"{HEADLINE}\n\n{BODY}\nX (Twitter)\nShare\n",
        f"{HEADLINE}\n\n- Advertisement -\n\n{BODY}",
        f"{HEADLINE}\n\n{BODY}Source: Reuters\n",
        f"Harbour news | Tide table | Death notices | Crossword\n\n{HEADLINE}\n\n{BODY}",
    ],
)
def test_a_page_that_names_none_has_none(text: str) -> None:
    assert named(text) is None


def test_a_site_s_own_name_stands_before_an_agency_s_dateline() -> None:
    assert named(f"{HEADLINE}\n\nBELOMIR (Reuters) - {BODY}", "Karsk Times") == "Karsk Times"
