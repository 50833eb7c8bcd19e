"""Files of gold, good and bad, and the fold that no weights were made on."""

from pathlib import Path

from evals.lines import Row, neighbours, records, words_of


def number_of(row: Row, number: int) -> tuple[int, int]:
    return number, row["n"]


def written(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_every_fourth_record_is_counted_over_blank_lines_and_bad_ones(tmp_path: Path) -> None:
    path = written(tmp_path, '{"n": 1}', "", "bad", '{"n": 3}', '{"n": 4}', *['{"n": 5}'] * 4)
    assert records(path, number_of, "n", every_fourth=True) == ([(5, 4), (9, 5)], [])
    found, problems = records(path, number_of, "n")
    assert [number for number, _ in found] == [1, 4, 5, 6, 7, 8, 9]
    assert [problem.where for problem in problems] == [f"{path}:3"]


def test_a_fold_that_is_empty_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, *['{"n": 1}'] * 3)
    found, problems = records(path, number_of, "n", every_fourth=True)
    assert (found, [p.what for p in problems]) == ([], ["only 3 records, none of them the fourth"])


def test_a_file_of_another_form_is_one_row(tmp_path: Path) -> None:
    path = written(tmp_path, '{"m": 1}', "[]", "{")
    found, problems = records(path, number_of, "A line has n.")
    assert (found, [(p.where, p.what, p.remedy) for p in problems]) == (
        [],
        [(str(path), "none of 3 lines can be scored; the first: no 'n' in it", "A line has n.")],
    )


def test_a_file_that_is_not_there_empty_or_binary_is_one_row(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00\x80")
    (tmp_path / "empty").write_text("\n")
    for path in (tmp_path / "absent", tmp_path, tmp_path / "binary", tmp_path / "empty"):
        found, problems = records(path, number_of, "A line has n.")
        assert (found, [p.where for p in problems]) == ([], [str(path)])


def test_neighbouring_lines_of_one_article_are_joined_and_no_others() -> None:
    parts = [("karsk", 1), ("karsk", 2), ("tarn", 3), ("karsk", 4)]
    assert neighbours(parts) == [[1, 2], [3], [4]]


def test_the_word_lists_hold_words_only() -> None:
    for name in ("pronouns", "articles", "titles", "joining", "joining_wide", "behind", "marks"):
        assert all(isinstance(word, str) for word in words_of(name))
