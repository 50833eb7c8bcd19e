"""Accuracy, macro F1 and confusions of choices."""

import pytest

from evals.judged import Judged, accuracy, by_kind, confusions, figures, macro_f1
from evals.labels import POLARITIES


def choices(*pairs: tuple[str, str]) -> list[Judged]:
    return [Judged("here", "", gold, read, {"mention": gold[:3]}) for gold, read in pairs]


def test_macro_f1_counts_each_light_alike_even_one_that_is_never_met() -> None:
    found = choices(("negative", "negative"), ("negative", "negative"), ("neutral", "negative"))
    assert macro_f1(found, POLARITIES) == pytest.approx((4 / 5 + 0 + 0) / 3)
    assert accuracy(found).f1 == pytest.approx(2 / 3)
    assert confusions(found) == [("neutral", "negative", 1)]
    assert {kind: len(those) for kind, those in by_kind(found)["mention"].items()} == {"neg": 2, "neu": 1}


def test_figures_hold_the_headline_each_class_each_kind_and_what_is_taken_for_what() -> None:
    found = choices(("positive", "positive"), ("neutral", "positive"))
    assert figures(found, POLARITIES) == {
        "macro_f1": 0.222,
        "accuracy": 0.5,
        "count": 2,
        "neutral": {"precision": 0.0, "recall": 0.0, "f1": 0.0},
        "positive": {"precision": 0.5, "recall": 1.0, "f1": 0.667},
        "by mention": {
            "neu": {"macro_f1": 0.0, "accuracy": 0.0, "count": 1},
            "pos": {"macro_f1": 1.0, "accuracy": 1.0, "count": 1},
        },
        "taken": [{"gold": "neutral", "read": "positive", "count": 1}],
    }


def test_nothing_judged_is_nothing_right() -> None:
    assert (macro_f1([], POLARITIES), accuracy([]).f1, confusions([])) == (0.0, 0.0, [])
