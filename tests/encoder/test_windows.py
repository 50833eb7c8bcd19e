"""Windows: no word lost or doubled, never too long, and each opening with what stood before it."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder.pieces import CLS, SEP, Pieces
from sayso.encoder.windows import CONTEXT, CONVENTIONS, LIMIT, Window, windows

# What a window holds beside word pieces: its first two marks and the mark behind its last paragraph.
MARKS = 3


class ByLength(Pieces):
    """As many pieces for a word as it has letters."""

    def __init__(self) -> None:
        pass

    def of(self, form: str) -> list[int]:
        return [1000 + ord(letter) for letter in form] or [100]


def laid_out(paragraphs: list[list[str]], convention: str = "guide") -> list[Window]:
    return list(windows(paragraphs, ByLength(), convention))


def of_sizes(*sizes: int) -> list[list[str]]:
    """Paragraphs of so many words of one piece each."""
    return [["a"] * size for size in sizes]


def spoken(window: Window) -> tuple[list[int], list[int]]:
    """The words of a window that are context, and those that are its own."""
    return list(window.words[: window.fresh]), list(window.words[window.fresh :])


def test_a_short_article_is_one_window_with_a_mark_behind_each_paragraph() -> None:
    (window,) = laid_out([["ab", "c"], ["d"]])
    a, b, c, d = (1000 + ord(letter) for letter in "abcd")
    assert window.ids == (CLS, CONVENTIONS["guide"], a, b, c, SEP, d, SEP)
    assert window.first == (2, 4, 6)
    assert window.words == (0, 1, 2)
    assert window.fresh == 0
    assert [feature > 0 for feature in window.features] == [False, False, True, True, True, False, True, False]


def test_the_convention_is_the_second_piece() -> None:
    assert [laid_out([["a"]], c)[0].ids[1] for c in ("polnear", "guide")] == [1, 2]


def test_the_next_window_opens_with_the_short_paragraphs_before_it() -> None:
    first, second = laid_out(of_sizes(180, 20, 20, 100))
    assert spoken(first) == ([], list(range(220)))
    assert spoken(second) == (list(range(180, 220)), list(range(220, 320)))


def test_a_long_paragraph_is_no_context() -> None:
    _, second = laid_out(of_sizes(200, CONTEXT + 1, 10))
    assert spoken(second) == ([], list(range(200, 275)))
    _, second = laid_out(of_sizes(220, 100))
    assert spoken(second) == ([], list(range(220, 320)))


def test_context_gives_way_to_a_paragraph_that_needs_the_room() -> None:
    _, second = laid_out(of_sizes(180, 40, 230))
    assert spoken(second) == ([], list(range(220, 450)))


def test_a_paragraph_longer_than_a_window_is_cut_between_words() -> None:
    found = laid_out([["abc"] * 200])
    assert [len(w.words) - w.fresh for w in found] == [85, 85, 30]
    assert all(len(w.ids) <= LIMIT + MARKS for w in found)


def test_nothing_makes_no_window() -> None:
    assert laid_out([]) == laid_out([[]]) == laid_out([[], []]) == []


WORDS = st.text("abcDE1“”—", min_size=1, max_size=12)
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=90), max_size=12)


@given(PARAGRAPHS)
def test_no_word_is_lost_or_doubled_and_the_limit_is_kept(paragraphs: list[list[str]]) -> None:
    forms = [form for paragraph in paragraphs for form in paragraph]
    pieces = ByLength()
    own: list[int] = []
    for window in laid_out(paragraphs):
        context, fresh = spoken(window)
        assert fresh
        assert context == list(range(len(own) - len(context), len(own)))
        own += fresh
        assert len(window.ids) == len(window.features)
        assert sum(len(pieces.of(forms[w])) for w in window.words) <= LIMIT
        assert len(window.ids) <= LIMIT + MARKS
        assert sum(len(pieces.of(forms[w])) for w in context) <= CONTEXT
        assert len(window.first) == len(window.words)
        for at, word in zip(window.first, window.words, strict=True):
            assert list(window.ids[at : at + len(pieces.of(forms[word]))]) == pieces.of(forms[word])
    assert own == list(range(len(forms)))
