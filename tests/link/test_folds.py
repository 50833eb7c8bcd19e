"""Folds: what they join, and how they are told for one and for many."""

from sayso.link.folds import Joined, Kind, listed, sentences


def test_folds_join_and_are_told_by_whom_they_are_folded_into() -> None:
    joined = Joined(5)
    joined.fold(Kind.COPY, 0, 1, "Frontier Post", "VNA")
    joined.fold(Kind.COPY, 0, 2, "Verem Courier", "VNA")
    joined.fold(Kind.SPEAKS, 4, 2, "a spokesman", "Ministry of Defence")
    (first, folds), (other, none) = joined.groups()
    assert (first, other, none) == ([0, 1, 2, 4], [3], [])
    assert sentences(folds) == (
        "Frontier Post and Verem Courier have the text of VNA.",
        "A spokesman speaks for Ministry of Defence.",
    )


def test_a_long_list_is_cut() -> None:
    assert listed(["VNA"]) == "VNA"
    assert listed(["A", "B", "C", "D", "E"]) == "A, B, C, D and E"
    assert listed(["A", "B", "C", "D", "E", "F"]) == "A, B, C, D and 2 more"
