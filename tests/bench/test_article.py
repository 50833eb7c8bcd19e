"""The invented article that clocks run on."""

from bench.article import TITLE, article


def test_the_same_seed_gives_the_same_article() -> None:
    assert article(300, seed=4) == article(300, seed=4)
    assert article(300, seed=4) != article(300, seed=5)


def test_it_is_as_long_as_asked_and_little_longer() -> None:
    for words in (1, 50, 5000):
        assert words <= len(article(words).split()) < words + 250


def test_it_has_what_reports_have() -> None:
    text = article(5000)
    assert text.startswith(TITLE)
    assert all(mark in text for mark in ("“", "”", "told", "According to", "quoted", "1,200", "Zorin", "(Ostrel Wire)"))
    assert "{" not in text
