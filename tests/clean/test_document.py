"""From a page to a document: the text as received, HTML without its boilerplate, one row where there is no text."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean import document
from sayso.intake import page_of_text
from sayso.model.document import Document, Interval, Media, Page
from sayso.model.problem import Problem

BODY = "".join(
    f"<p>The army of Ostrel said on Wednesday that its {n}th brigade had left the town of Karsk after heavy fighting, "
    "and residents told the Belomir Courier that the streets were empty.</p>"
    for n in range(3, 9)
)


def page(content: bytes, media: Media = Media.TEXT) -> Page:
    return Page("pile/a", content, media, None, datetime(2024, 3, 5, tzinfo=UTC), "test")


def cleaned(content: bytes | str, media: Media = Media.TEXT) -> Document:
    found = document(page(content.encode() if isinstance(content, str) else content, media))
    assert isinstance(found, Document)
    return found


def test_text_is_kept_as_python_reads_the_file(tmp_path: Path) -> None:
    raw = "\ufeffToll rises in Karsk\r\n\r\n  The army said so.\tTwice.\u00a0\r\rIt left\u2028on Monday.\n\n".encode()
    (tmp_path / "a.txt").write_bytes(raw)
    assert cleaned(raw).text == (tmp_path / "a.txt").read_text(encoding="utf8")


def test_a_text_becomes_a_document_with_all_that_the_page_tells() -> None:
    text = (
        "Army leaves Karsk | Belomir Courier\n\nTuesday 5 March 2024\n\nKARSK (Reuters) - The army of Ostrel left "
        "the town of Karsk on Tuesday, the ministry said in a statement.\n\nShare\n"
    )
    found = document(page_of_text(text, "pile/karsk.txt"))
    assert isinstance(found, Document)
    assert [text[a:b] for a, b in found.furniture] == [
        "| Belomir Courier",
        "Tuesday 5 March 2024",
        "KARSK (Reuters) -",
        "Share",
    ]
    assert (found.outlet, found.language, found.page_date) == ("Belomir Courier", "en", date(2024, 3, 5))
    assert found.published == Interval(
        date(2024, 3, 5),
        date(2024, 3, 5),
        ("The printed date is 2024-03-05, a Tuesday.", "“on Tuesday” is then 2024-03-05, which agrees."),
    )


def test_html_gives_its_paragraphs_as_lines_and_its_declared_date() -> None:
    html = (
        "<html lang='en'><head><title>Army leaves Karsk</title><meta property='og:site_name' content='Belomir Courier'>"
        "<meta property='article:published_time' content='2024-03-06T10:00:00Z'></head><body><nav>World | Sport</nav>"
        f"<script>document.write('never')</script><article><h1>Army leaves Karsk</h1>{BODY}</article></body></html>"
    )
    found = cleaned(html, Media.HTML)
    assert found.title == "Army leaves Karsk"
    assert (found.outlet, found.page_date) == ("Belomir Courier", date(2024, 3, 6))
    assert found.published.earliest == found.published.latest == date(2024, 3, 6)
    assert "never" not in found.text
    assert "Sport" not in found.text
    assert found.text.count("brigade") == 6
    assert len(found.text.splitlines()) >= 6


@pytest.mark.parametrize(
    ("content", "media", "what"),
    [
        (b"<html><body><script>alert(1)</script></body></html>", Media.HTML, "HTML without the text of an article"),
        (b"<div>" * 5000, Media.HTML, "HTML without the text of an article"),
        (b"1 2 3 --- ...", Media.TEXT, "a text without words"),
        (b"\xff\xfe\x00\xd8\x00\xd8", Media.TEXT, "its encoding cannot be told, the bytes give no readable text"),
        (bytes(range(128, 256)) * 40, Media.TEXT, "its encoding cannot be told, the bytes give no readable text"),
    ],
)  # fmt: skip
def test_a_page_without_readable_text_is_one_row(content: bytes, media: Media, what: str) -> None:
    row = document(page(content, media))
    assert isinstance(row, Problem)
    assert (row.where, row.what, row.effect) == ("pile/a", what, "not read")


def test_a_text_with_half_a_character_is_refused_and_not_mended() -> None:
    assert isinstance(document(page_of_text("Karsk has \ud800 fallen, the army said.")), Problem)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
def test_other_encodings_are_read(encoding: str) -> None:
    text = "Войска оставили город Тарн после тяжёлых боёв, сообщили местные власти в понедельник. " * 12
    found = cleaned(text.encode(encoding))
    assert (found.text, found.language) == (text, "ru")


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_any_text_gives_a_row_or_a_document_whose_spans_fit(text: str) -> None:
    found = document(page_of_text(text))
    if isinstance(found, Document):
        edges = [n for span in found.furniture for n in span]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(found.text) for start, end in found.furniture)


@settings(deadline=None, max_examples=30)
@given(st.binary(max_size=300), st.sampled_from(Media))
def test_any_bytes_give_a_row_or_a_document(content: bytes, media: Media) -> None:
    assert isinstance(document(page(content, media)), Document | Problem)
