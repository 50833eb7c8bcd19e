"""Happenings of the table, found where their words stand together."""

from datetime import date

from sayso.lexicon.incidents import incidents, tellings


def test_the_table_is_sound() -> None:
    assert len({each.name for each in incidents()}) == len(incidents())
    assert all(len(each.words) >= 2 and date(2001, 1, 1) <= each.day <= date(2025, 12, 31) for each in incidents())


def test_a_happening_is_known_by_its_words_near_each_other() -> None:
    told = "Ukrainian forces were ordered to withdraw from Sievierodonetsk, the governor said."
    assert [(t.incident.day, told[t.start : t.end]) for t in tellings(told)] == [
        (date(2022, 6, 24), "ordered to withdraw from Sievierodonetsk")
    ]
    assert list(tellings("Sievierodonetsk lies in Luhansk. " + "The road is long. " * 30 + "They will withdraw.")) == []


def test_the_newest_comes_first() -> None:
    both = "A missile hit Vinnytsia. Mosul was lost when fighters of Islamic State overran the soldiers of Maliki."
    assert [t.incident.day.year for t in tellings(both)] == [2022, 2014]
