"""Prints: one sentence in many papers, for which a few speak."""

from datetime import date

from sayso.link.features import Features, features
from sayso.link.linked import linked
from sayso.link.prints import SPEAKERS, by_print, print_of, spoken
from tests.link.said import said

WORDS = "Twelve people were killed when rockets struck the covered market in Belomir"


def told(words: str, article: str, **more: object) -> Features:
    return features(said(words, article=article, **more))  # type: ignore[arg-type]


def test_the_same_words_of_one_day_are_one_print_whatever_the_article() -> None:
    assert print_of(told(WORDS, "a")) == print_of(told(WORDS.upper(), "b", at=90))


def test_another_day_source_place_or_word_makes_another_print() -> None:
    every = [
        told(WORDS, "a"),
        told(WORDS, "a", on=date(2025, 1, 1)),
        told(WORDS, "a", by="the mayor"),
        told(WORDS, "a", places=("Belomir",)),
        told(WORDS.replace("Twelve", "Ten"), "a"),
    ]
    assert len({print_of(each) for each in every}) == len(every)


def test_a_dozen_articles_speak_and_the_others_go_where_the_first_of_them_goes() -> None:
    pile = [told(WORDS, f"{number:02d}") for number in range(SPEAKERS + 2)]
    speaking = spoken(by_print(pile))
    assert speaking["00#0"] == (f"{SPEAKERS}#0", f"{SPEAKERS + 1}#0")
    assert len(speaking) == SPEAKERS


def test_a_hundred_papers_that_print_one_sentence_make_one_claim_and_few_judgements() -> None:
    pile = [said(WORDS, article=f"{number:03d}") for number in range(100)]
    found = linked(pile)
    assert found.claims == (tuple(each.statement.id for each in pile),)
    assert found.judged <= SPEAKERS * SPEAKERS
