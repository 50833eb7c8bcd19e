"""The time of the claim, by kind of sentence, in an article of 10 to 12 May 2023."""

from datetime import date

import pytest

from sayso.model.document import UNDATED, Interval
from sayso.read.times import mentions, read_time

WRITTEN = Interval(date(2023, 5, 10), date(2023, 5, 12), ())


def time_of(
    sentence: str, content: str | None = None, published: Interval = WRITTEN
) -> tuple[str, str | None, str | None] | None:
    start = sentence.index(content) if content else 0
    span = (start, start + len(content or sentence))
    found = read_time(sentence, (0, len(sentence)), (span,), published)
    if found is None:
        return None
    assert sentence[found.span[0] : found.span[1]] == found.text
    return found.text, found.start and found.start.isoformat(), found.end and found.end.isoformat()


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("A bomb hit a convoy on Wednesday.", ("on Wednesday", "2023-05-10", "2023-05-10")),
        ("Karsk has been besieged for more than two years.", ("for more than two years", "2021-05-10", "2023-05-12")),
        ("Their forces have taken 74 towns as of Tuesday.", ("as of Tuesday", "2023-05-09", "2023-05-09")),
        ("The envoys will meet in Tarn on Monday.", ("on Monday", "2023-05-15", "2023-05-15")),
        ("Tarn was held since the beginning of the war and was retaken on September 10.",
         ("on September 10", "2022-09-10", "2022-09-10")),
        ("Flights are to resume beginning Monday.", ("beginning Monday", "2023-05-15", "2023-05-15")),
        ("Strikes have killed 100 since the war broke out in March 2011.",
         ("since the war broke out in March 2011", "2011-03-01", "2023-05-12")),
        ("By the end of 2025 the bridge will stand.", ("By the end of 2025", None, "2025-12-31")),
        ("Karsk was shelled in the first half of 2021.", ("in the first half of 2021", "2021-01-01", "2021-06-30")),
        ("Gunmen fired at the bridge over the weekend.", ("over the weekend", "2023-05-06", "2023-05-07")),
        ("He has led the town for decades and in effect the county since 2014.",
         ("since 2014", "2014-01-01", "2023-05-12")),
        ("Late last year, Ostrel took the county.", ("Late last year", "2022-10-01", "2022-12-31")),
        ("Ostrel intervened in the war in Varnia in August 2016.", ("in August 2016", "2016-08-01", "2016-08-31")),
        ("Ninety have died in recent months, and nine on Wednesday.", ("on Wednesday", "2023-05-10", "2023-05-10")),
    ],
)  # fmt: skip
def test_the_time_of_a_sentence(sentence: str, time: tuple[str, str | None, str | None]) -> None:
    assert time_of(sentence) == time


def test_the_day_of_the_saying_is_not_the_time_of_the_claim() -> None:
    sentence = "The bridge was blown up in April, the army said on Friday."
    assert time_of(sentence, "The bridge was blown up in April") == ("in April", "2023-04-01", "2023-04-30")
    assert time_of("The bridge is gone, the army said on Friday.", "The bridge is gone") is None


def test_a_time_that_opens_the_sentence_holds_for_the_claim() -> None:
    sentence = "On Wednesday, the ministry said it had opened a crossing."
    assert time_of(sentence, "it had opened a crossing") == ("On Wednesday", "2023-05-10", "2023-05-10")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ostrel still backs the 2015 accord.",
        "He is held with a reporter held by militants since 2012.",
        "The six-year civil war has killed many.",
        "Now the town is empty, and then came the rain.",
        "More than 2000 people left Tarn.",
        "It was the deadliest raid since 2014.",
        "It was their fastest advance since 2014.",
        "Tarn is ravaged by the conflict that began with protests in March 2011.",
        "The burned houses look like the ones in Tarn in 2014, similar to the raid of May 2015.",
    ],
)
def test_a_time_inside_a_name_or_an_aside_is_none_of_the_claim(sentence: str) -> None:
    assert time_of(sentence) is None


def test_the_day_on_which_words_were_spoken_is_not_theirs() -> None:
    sentence = "On Wednesday, the mayor said in a speech, “The bridge is gone.”"
    assert time_of(sentence, "The bridge is gone") is None
    assert time_of("Last week’s raid followed a strike on the bridge.", "a strike on the bridge") is None


def test_a_month_is_of_no_year_where_the_article_may_be_of_two() -> None:
    loose = Interval(date(2021, 1, 1), date(2023, 5, 12), ())
    assert time_of("Karsk fell in April.", published=loose) is None


def test_without_a_day_of_writing_only_printed_years_give_days() -> None:
    assert time_of("Karsk fell on 3 March 2021.", published=UNDATED) == ("on 3 March 2021", "2021-03-03", "2021-03-03")
    assert time_of("Tarn has been held since 2013.", published=UNDATED) == ("since 2013", "2013-01-01", None)
    assert time_of("Karsk fell on Wednesday.", published=UNDATED) is None


def test_mentions_keep_the_words_of_a_time_without_days() -> None:
    (found,) = mentions("Karsk fell on Wednesday.", UNDATED)
    assert (found.text, found.start, found.end) == ("on Wednesday", None, None)


def test_the_start_of_a_known_war_is_known() -> None:
    sentence = "Russia has shelled Ukraine since the beginning of the invasion."
    assert time_of(sentence) == ("since the beginning of the invasion", "2022-02-24", "2023-05-12")
