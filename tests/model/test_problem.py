"""A fault as the analyst sees it."""

from sayso.model.problem import Problem, SaysoError

ROW = Problem("pile/0412.html", "no text in it", "not read", "Save the page with its text.")


def test_a_problem_is_one_row_in_plain_words() -> None:
    assert str(ROW) == "pile/0412.html: no text in it; not read. Save the page with its text."


def test_an_exception_carries_its_row() -> None:
    error = SaysoError(ROW)
    assert error.problem is ROW
    assert str(error) == str(ROW)
