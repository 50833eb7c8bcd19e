"""Translated: one text in two languages, by its names, figures and quotations in order."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.link.translated import translated
from sayso.model.claim import CopyKind
from sayso.model.document import Document
from tests.link.pages import page

ENGLISH = """Eight men who were exchanged in February were beaten at Dvorets, the group Pelion said on Monday.

They were held between 11 and 16 months, the lawyer Hanna Dorsk said.

"They called it the lie detector," said Milos Teren, who lost 23 kilograms.

Pelion found that at least 140 prisoners from Ostrel remained there.

A spokeswoman for Varnia, Kira Volen, said that all 412 inmates saw doctors.

The Red Cross was refused 14 times, said Oskar Vidal.

Ostrel says that 2,300 people are held in Varnia."""

RUSSIAN = """Восемь мужчин, обменянных в феврале, избивали в Дворце, сообщила в понедельник группа Пелион.

По словам адвоката Ханны Дорск, их держали от 11 до 16 месяцев.

«Они называли это детектором лжи», — сказал Милош Терен, потерявший 23 килограмма.

Как выяснил Пелион, там остаются не менее 140 пленных из Острели.

Представительница Варнии Кира Волен заявила, что все 412 заключённых видят врачей.

Красному Кресту отказали 14 раз, сказал Оскар Видал.

По данным Острели, в Варнии удерживают 2300 человек."""

REPORT = """Семьи пленных перекрыли в понедельник площадь в Остреване, сообщила полиция.

По словам Марты Колин, её сын весил 90 килограммов.

«Мы хотим нового обмена», — сказал Ян Ферро, который говорил о 200 пленных.

В Варнии, по данным Острели, удерживают 2300 человек.

Группа Пелион, по словам адвоката Ханны Дорск, опросила восемь мужчин.

Кира Волен из Варнии отрицает, что в Дворце избивают; там 140 пленных.

В акции участвовали 400 человек, задержали 11."""


def written(text: str, name: str, language: str, outlet: str | None = None, day: date | None = None) -> Document:
    return replace(page(text, name, outlet, day), language=language)


WIRE = written(ENGLISH, "wire.txt", "en", "Ostrel Wire", date(2024, 3, 12))
GAZETA = written(RUSSIAN, "gazeta.txt", "ru", "Tarn Gazeta", date(2024, 3, 11))


def test_an_article_beside_its_russian_original_is_a_translation_with_its_sentences() -> None:
    copy = translated(WIRE, GAZETA)
    assert copy is not None
    assert (copy.later, copy.earlier, copy.kind) == (WIRE.id, GAZETA.id, CopyKind.TRANSLATION)
    pairs = [(ENGLISH[slice(*p.here)], RUSSIAN[slice(*p.there)]) for p in copy.passages]
    assert pairs == list(zip(ENGLISH.split("\n\n"), RUSSIAN.split("\n\n"), strict=True))
    assert copy.why == (
        "wire.txt (Ostrel Wire) (en) has 7 figures (11, 14, 16, 23, 140) and 11 names (Dorsk, Hanna, Kira, Milos, "
        "Oskar) of gazeta.txt (Tarn Gazeta) (ru) in the same order, in 7 of its 7 sentences: a translation. "
        "wire.txt (Ostrel Wire) is the later: 2024-03-12 after 2024-03-11."
    )


def test_a_report_of_its_own_on_the_same_day_is_none() -> None:
    assert translated(WIRE, written(REPORT, "report.txt", "ru")) is None


def test_a_translation_in_another_order_is_not_told_from_a_report() -> None:
    turned = "\n\n".join(reversed(RUSSIAN.split("\n\n")))
    assert translated(WIRE, written(turned, "turned.txt", "ru")) is None


def test_one_language_is_no_translation_and_neither_is_an_unknown_one() -> None:
    assert translated(WIRE, replace(GAZETA, language="en")) is None
    assert translated(WIRE, replace(GAZETA, language=None)) is None


@pytest.mark.parametrize(
    "credit", ["Translated from Tarn Gazeta by Ada Rist", "First published by Tarn Gazeta in Russian"]
)
def test_a_page_that_says_so_itself_needs_fewer_sentences_and_is_the_later(credit: str) -> None:
    short = "\n\n".join([*ENGLISH.split("\n\n")[:4], credit])
    page_ = written(short, "short.txt", "en", "Ostrel Wire", date(2024, 3, 1))
    assert translated(replace(page_, text=short.removesuffix(credit)), GAZETA) is None
    copy = translated(page_, GAZETA)
    assert copy is not None
    assert copy.later == page_.id
    assert copy.why.endswith(f"It says so itself: “{credit}”.")


def test_a_credit_to_another_outlet_helps_nobody() -> None:
    short = "\n\n".join([*ENGLISH.split("\n\n")[:4], "Translated from Grenzbote"])
    assert translated(written(short, "short.txt", "en"), GAZETA) is None


def test_it_is_the_same_whichever_is_given_first() -> None:
    assert translated(WIRE, GAZETA) == translated(GAZETA, WIRE)
