"""Intake as the analyst meets it: pages in order, one row for each thing that cannot be read."""

import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.intake import page_of_text, pages
from sayso.intake.files import MAX_BYTES, printable, problem_of
from sayso.model.document import Media, Page
from sayso.model.problem import Problem

REPORT = "Karsk has fallen, the Ostrel army said on Monday.\n"


def one(path: Path | str) -> Page | Problem:
    (row,) = pages([path])
    return row


def problem(path: Path | str) -> Problem:
    row = one(path)
    assert isinstance(row, Problem)
    return row


def test_a_folder_gives_its_files_in_order_and_leaves_hidden_ones_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "note", ".hidden.txt", "deep/c.md", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<html><p>Tarn</p>" if name.endswith("html") else REPORT)
    found = [(Path(p.location).name, p.media) for p in pages([tmp_path]) if isinstance(p, Page)]
    assert found == [("a.html", Media.HTML), ("b.txt", Media.TEXT), ("c.md", Media.TEXT), ("note", Media.TEXT)]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    assert len(list(pages([tmp_path / "a.txt", tmp_path, str(tmp_path / "a.txt")]))) == 1


def test_a_missing_path_is_one_row_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    missing = tmp_path / "gone.txt"
    first, second = pages([missing, tmp_path / "a.txt"])
    assert first == Problem(str(missing), "no such file or folder", "not read", "Check the path.")
    assert isinstance(second, Page)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\n ", "the file is empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "binary data, not text"),
        ("letter", b"PK\x03\x04" + b"word" * 10, "binary data, not text"),
        ("zeros.txt", b"Karsk\0\0\0fell", "binary data, not text"),
        ("list.csv", b"a,b\n1,2\n", "a .csv file is no article"),
        ("gold.json", b"{}", "a .json file is no article"),
    ],
)
def test_what_is_no_article_is_one_row(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(content)
    row = problem(tmp_path / name)
    assert (row.where, row.what, row.effect) == (str(tmp_path / name), what, "not read")
    assert row.remedy


def test_a_file_of_fifty_megabytes_is_refused_without_being_loaded(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    row = problem(big)
    assert row.what == f"50 MB, over the limit of {MAX_BYTES // 1_000_000} MB for one article"


def test_a_folder_without_articles_is_one_row(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text(REPORT)
    assert problem(tmp_path) == Problem(
        str(tmp_path), "no articles in this folder", "nothing read", "Put .txt or .html files into it."
    )


def test_no_permission_is_said_in_those_words() -> None:
    assert problem_of(Path("a.txt"), PermissionError(13, "Permission denied")) == Problem(
        "a.txt", "no permission to read it", "not read", "Allow reading: chmod u+r 'a.txt'."
    )


def test_a_file_closed_to_us_is_one_row() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        closed = Path(folder) / "closed.txt"
        closed.write_text(REPORT)
        closed.chmod(0)
        with nobody():
            assert problem(closed).what == "no permission to read it"


@contextmanager
def nobody() -> Iterator[None]:
    """Root may read everything, and so is somebody else for a while."""
    us, other = os.geteuid(), 65534
    if us == 0:
        os.seteuid(other)
    try:
        yield
    finally:
        os.seteuid(us)


def test_pipes_and_sockets_are_rows_and_nothing_waits_for_them(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        rows = list(pages([tmp_path]))
    assert [row.what for row in rows if isinstance(row, Problem)] == [
        "neither a file nor a folder (a pipe, socket or device)"
    ] * 2


def test_links_in_a_circle_are_rows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    rows = list(pages([tmp_path]))
    assert [isinstance(row, Page) for row in rows] == [True, False, False]
    assert {row.what for row in rows[1:] if isinstance(row, Problem)} == {"a link that leads round in a circle"}


def test_names_with_odd_characters_are_read_and_can_be_printed(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    for name in (b"new\nline.txt", b"caf\xe9.txt", "Тарн 🕊.txt".encode(), b"-rf *.txt"):
        with open(folder + b"/" + name, "wb") as file:
            file.write(REPORT.encode())
    rows = list(pages([tmp_path]))
    assert [isinstance(row, Page) for row in rows] == [True] * 4
    names = [row.location.rsplit("/", 1)[-1] for row in rows if isinstance(row, Page)]
    assert names == ["-rf *.txt", "caf\\xe9.txt", "new\\nline.txt", "Тарн 🕊.txt"]
    assert all(name.isprintable() and name.encode("utf-8") for name in names)


def test_a_path_with_a_nul_is_a_row() -> None:
    assert problem("a\0b.txt").where == "a\\x00b.txt"


def test_printable_leaves_plain_paths_alone() -> None:
    assert printable("pile/0412.html") == "pile/0412.html"


def test_a_text_at_hand_becomes_a_page_with_its_location() -> None:
    page = page_of_text(REPORT, "note")
    assert (page.location, page.content, page.media, page.url) == ("note", REPORT.encode(), Media.TEXT, None)
    assert page.tool.startswith("sayso")
    assert page.captured.tzinfo is not None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_text_in_utf16_without_its_mark_is_told_from_binary_data(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(("“Karsk has fallen” – the army\n" + REPORT).encode(encoding))
    assert problem(tmp_path / "a.txt") == Problem(
        str(tmp_path / "a.txt"), "text in UTF-16 without its byte order mark", "not read", "Save it again as UTF-8."
    )
