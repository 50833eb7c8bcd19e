"""Settings: the parties to a conflict, from a `sayso.toml`.

    [[party]]
    name = "Varnia"
    aliases = ["Varnian", "Varnians"]
    members = ["Varnian Guard", "VNA"]
    places = ["Karsk"]

A file that is wrong anywhere is one problem and nothing of it is used.
"""

import tomllib
from pathlib import Path
from typing import Any

from sayso.intake.files import printable, problem_of
from sayso.lexicon.load import table
from sayso.model.party import Party
from sayso.model.problem import Problem

FILE = "sayso.toml"
"""The name under which settings are looked for in the working directory."""

MOST_BYTES = 1_000_000
"""No list of parties is longer; a device or a dump given by mistake is not read to its end."""

_LISTS = ("aliases", "states", "members", "places")
_UNUSED = "nothing read"


def parties_of(path: Path) -> tuple[Party, ...] | Problem:
    """The parties that a file names, in its order, or the one row that says what is wrong with it."""
    where = printable(path)
    try:
        if path.exists() and not path.is_file():
            return _wrong(where, "this is no file", "Give the file of the parties.")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            return _wrong(where, f"longer than {MOST_BYTES:,} bytes", "Give the file of the parties, and only them.")
        rows = tomllib.loads(content.decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        return _unreadable(path, error)
    unknown = sorted(set(rows) - {"party"})
    if unknown:
        return _wrong(where, f"it has the key “{unknown[0]}”, which is not known", "Write parties only: [[party]].")
    listed = rows.get("party", [])
    if not isinstance(listed, list) or not all(isinstance(row, dict) for row in listed):
        return _wrong(where, "“party” is no list of tables", "Begin each party with a line [[party]].")
    found: list[Party] = []
    for number, row in enumerate(listed, 1):
        party = _party(f"{where}, party {number}", row)
        if isinstance(party, Problem):
            return party
        found.append(party)
    return _clash(where, found) or tuple(found)


def _party(where: str, row: dict[str, Any]) -> Party | Problem:
    unknown = sorted(set(row) - {"name", *_LISTS})
    if unknown:
        known = ", ".join(("name", *_LISTS))
        return _wrong(where, f"it has the key “{unknown[0]}”, which is not known", f"Known are: {known}.")
    name = row.get("name")
    if not isinstance(name, str) or not name.strip():
        return _wrong(where, "it has no name", 'Give it one: name = "Varnia".')
    lists: dict[str, tuple[str, ...]] = {}
    for key in _LISTS:
        words = row.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            return _wrong(where, f"“{key}” is no list of words", f'Write it so: {key} = ["…", "…"].')
        lists[key] = tuple(word.strip() for word in words)
    strange = [code for code in lists["states"] if code not in table("nations")]
    if strange:
        return _wrong(
            where, f"“{strange[0]}” is the code of no state", "Give two capitals by ISO 3166, as in FR or IN."
        )
    return Party(name.strip(), **lists)


def _clash(where: str, found: list[Party]) -> Problem | None:
    """What two parties both claim: the reader could give it to neither."""
    owner: dict[str, int] = {}
    for number, party in enumerate(found):
        for word in sorted({party.name, *party.aliases, *party.members, *party.places, *party.states}):
            if owner.setdefault(word, number) != number:
                return _wrong(where, f"“{word}” stands under two parties", "Leave it to the one that it belongs to.")
    return None


def _unreadable(path: Path, error: OSError | ValueError | RecursionError) -> Problem:
    if isinstance(error, OSError):
        problem = problem_of(path, error)
        return Problem(problem.where, problem.what, _UNUSED, problem.remedy)
    why = "no UTF-8 text" if isinstance(error, UnicodeDecodeError) else f"no TOML: {error}"
    return _wrong(printable(path), f"it is {why}", "Mend it, or move it away to read without it.")


def _wrong(where: str, what: str, remedy: str) -> Problem:
    return Problem(where, what, _UNUSED, remedy)
