"""Nested sayings: a content that opens with a saying of its own."""

import pytest

from sayso.read.nested import inner


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the ministry had promised that fuel would come", ("the ministry", "had promised", "fuel would come")),
        ("a guard as saying the gate was shut", ("a guard", "as saying", "the gate was shut")),
        ("According to his family, nobody has heard of him", ("his family", "According to", "nobody has heard of him")),
        ("officials told her that the bridge was mined", ("officials", "told her", "the bridge was mined")),
        ("he believed that the gate was shut", None),
        ("the bridge had fallen on Monday", None),
        ("the army announced a truce in Tarn", None),
    ],
)
def test_who_is_said_to_have_said_it(content: str, expected: tuple[str, str, str] | None) -> None:
    found = inner(content, ((0, len(content)),))
    read = found and tuple(content[slice(*span)] for span in (found.source, found.cue, found.content[0]))
    assert read == expected
