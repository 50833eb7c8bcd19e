"""The parties that a user names in `sayso.toml`: read whole, or one row that says what is wrong."""

from pathlib import Path

import pytest

from sayso.intake.settings import parties_of
from sayso.model.party import Party
from sayso.model.problem import Problem

WHOLE = """
# The war for Tarn
[[party]]
name = "Sea League"
aliases = ["League", "Leaguers"]
members = ["Harbour Guard"]
places = ["Belomir"]

[[party]]
name = "Western Coast"
states = ["FR"]
"""


def kept(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "sayso.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_parties_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    league = Party("Sea League", ("League", "Leaguers"), (), ("Harbour Guard",), ("Belomir",))
    coast = Party("Western Coast", states=("FR",))
    assert parties_of(kept(tmp_path, WHOLE)) == (league, coast)
    assert (league.side, coast.side) == ("Sea League", "FR")


def test_an_empty_file_names_nobody(tmp_path: Path) -> None:
    assert parties_of(kept(tmp_path, "")) == ()


NAME = '[[party]]\nname = "Varnia"\n'


@pytest.mark.parametrize(
    ("content", "where", "what"),
    [
        ("[[party]\n", "", "it is no TOML: Expected ']]' at the end of an array declaration (at line 1, column 8)"),
        (b"\xff\xfe[[party]]", "", "it is no UTF-8 text"),
        ("[parties]\n", "", "it has the key “parties”, which is not known"),
        ('party = "Varnia"\n', "", "“party” is no list of tables"),
        ("party = [1]\n", "", "“party” is no list of tables"),
        ("[[party]]\n", ", party 1", "it has no name"),
        ("[[party]]\nname = 3\n", ", party 1", "it has no name"),
        (f"{NAME}leader = 'Kadar'\n", ", party 1", "it has the key “leader”, which is not known"),
        (f"{NAME}aliases = 'Varnian'\n", ", party 1", "“aliases” is no list of words"),
        (f"{NAME}members = ['VNA', 7]\n", ", party 1", "“members” is no list of words"),
        (f"{NAME}places = ['']\n", ", party 1", "“places” is no list of words"),
        (f"{NAME}states = ['Varnia']\n", ", party 1", "“Varnia” is the code of no state"),
        (f"{NAME}{NAME}", "", "“Varnia” stands under two parties"),
        (f"{NAME}[[party]]\nname = 'Ostrel'\nplaces = ['Tarn']\naliases = ['Varnia']\n", "", None),
    ],
)
def test_a_fault_anywhere_is_one_row_and_nothing_is_used(
    tmp_path: Path, content: str | bytes, where: str, what: str | None
) -> None:
    path = kept(tmp_path, content)
    found = parties_of(path)
    assert isinstance(found, Problem)
    assert found.where == f"{path}{where}"
    assert found.what == (what or "“Varnia” stands under two parties")
    assert found.effect == "nothing read"
    assert found.remedy


def test_a_file_that_is_not_there_and_a_folder_are_rows(tmp_path: Path) -> None:
    missing, folder = parties_of(tmp_path / "none.toml"), parties_of(tmp_path)
    assert missing == Problem(f"{tmp_path}/none.toml", "no such file or folder", "nothing read", "Check the path.")
    assert folder == Problem(str(tmp_path), "this is no file", "nothing read", "Give the file of the parties.")


def test_endless_nesting_is_a_row(tmp_path: Path) -> None:
    assert isinstance(parties_of(kept(tmp_path, f"a = {'[' * 100_000}")), Problem)


def test_the_example_of_the_readme_is_read(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    example = readme.split("```toml\n")[1].split("```")[0]
    varnia = Party("Varnia", ("Varnian", "Varnians"), (), ("Varnian Guard", "VNA"), ("Karsk",))
    assert parties_of(kept(tmp_path, example)) == (varnia,)
