"""Whether the words around an expression look ahead."""

import pytest

from sayso.read.timex_scene import sentence_ahead


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("The envoys will meet on [Monday].", True),
        ("The envoys met on [Monday].", False),
        ("On [Monday], the envoys will meet.", True),
        ("On [Monday], the army planned to leave.", False),
        ("The guidelines are to be published in [May].", True),
        ("They will talk. The army left Karsk on [Monday].", False),
        ("A calm [Monday].", None),
    ],
)
def test_the_nearest_verb_of_the_sentence_tells(text: str, ahead: bool | None) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert sentence_ahead(text.replace("[", "").replace("]", ""), (start, end)) is ahead
