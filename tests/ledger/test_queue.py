"""What was handed in waits in the ledger until its fate is known, whatever happens to the desk meanwhile."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from sayso import workspace
from sayso.ledger import Ledger, queue
from sayso.ledger.queue import LEASE, MOST_TRIES, Address
from sayso.model.problem import Problem, SaysoError
from sayso.workspace import Workspace
from tests import conftest
from tests.ledger.example import numbered, read_page

ROW = Problem("photo.jpg", "no article", "not read", "Give text.")


@pytest.fixture
def desk(place: conftest.Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A workspace on a new ledger, with a reader that needs no model."""
    monkeypatch.setattr(workspace, "read_page", read_page)
    Ledger.open(place()).close()
    with Workspace(place()) as opened:
        yield opened


def fates(desk: Workspace, job: str) -> list[tuple[str, str | None, int]]:
    return [(each.location, each.fate, each.statements) for each in desk.queue.job(job).arrivals]


def test_pages_are_read_in_their_order_and_rows_stand_at_once(desk: Workspace) -> None:
    one, two = numbered(1)[0], numbered(2)[0]
    job = desk.hand_in([one, ROW, two, one], "Mara Venn")
    assert fates(desk, job) == [
        (one.location, None, 0),
        ("photo.jpg", "skipped", 0),
        (two.location, None, 0),
        (one.location, None, 0),
    ]
    assert desk.queue.job(job).waiting == 3
    while desk.read_next() is not None:
        pass
    assert [fate for _, fate, _ in fates(desk, job)] == ["read", "skipped", "read", "known"]
    done = desk.queue.job(job)
    assert (done.person, done.pages, done.waiting) == ("Mara Venn", 4, 0)
    assert done.arrivals[1].problems == (ROW,)
    assert sorted(each.location for each in desk.list()) == sorted({one.location, two.location})
    assert [each.id for each in desk.queue.jobs(9)] == [job]


def test_a_page_whose_reader_was_killed_is_read_when_the_desk_opens_again(desk: Workspace) -> None:
    job = desk.hand_in([numbered(1)[0]], "Mara Venn")
    assert desk.queue.take() is not None  # and then the desk is killed
    assert desk.read_next() is None
    desk.queue.release()
    outcome = desk.read_next()
    assert outcome is not None
    assert fates(desk, job)[0][1] == "read"


def test_another_desk_takes_a_page_that_one_has_held_too_long(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.hand_in([numbered(1)[0]], "Mara Venn")
    first = desk.queue.take()
    assert first is not None
    later = datetime.now(UTC) + LEASE + timedelta(seconds=1)

    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return later

    monkeypatch.setattr(queue, "datetime", Later)
    second = desk.queue.take()
    assert second is not None
    desk.queue.settle(second, "read", None, 3, ())
    desk.queue.settle(first, "known", None, 0, ())
    (arrival,) = desk.queue.job(first.job).arrivals
    assert (arrival.fate, desk.queue.job(first.job).waiting) == ("read", 0)


def test_a_page_over_which_the_desk_dies_again_and_again_is_given_up(desk: Workspace) -> None:
    job = desk.hand_in([numbered(1)[0]], "Mara Venn")
    for _ in range(MOST_TRIES):
        assert desk.queue.take() is not None
        desk.queue.release()
    outcome = desk.read_next()
    assert outcome is not None
    (arrival,) = desk.queue.job(job).arrivals
    assert (arrival.fate, arrival.problems[0].what) == ("skipped", "the desk stopped 3 times while it read this")


def test_a_page_that_the_ledger_could_not_take_waits_on_however_often(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = desk.hand_in([numbered(1)[0]], "Mara Venn")
    full = Problem("war.sayso", "the disk cannot take more", "not kept", "Make room.")

    def refused(*given: object) -> None:
        raise SaysoError(full)

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "add", refused)
        for _ in range(MOST_TRIES + 2):
            with pytest.raises(SaysoError):
                desk.read_next()
    assert fates(desk, job)[0][1] is None
    assert desk.read_next() is not None
    assert fates(desk, job)[0][1] == "read"


def test_more_than_can_wait_is_refused_and_nothing_of_it_is_kept(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST_WAITING", 2)
    desk.hand_in([numbered(1)[0]], "Mara Venn")
    with pytest.raises(SaysoError, match="1 pages wait"):
        desk.hand_in([numbered(2)[0], numbered(3)[0]], "Mara Venn")
    assert len(desk.queue.jobs(9)) == 1


def test_an_address_waits_like_a_page_and_is_kept_with_who_asked(desk: Workspace) -> None:
    asked = Address("https://karsk-courier.example/2031", datetime(2031, 8, 20, tzinfo=UTC), "sayso, asked for by Mara")
    job = desk.hand_in([asked], "Mara Venn")
    taken = desk.queue.take()
    assert taken is not None
    assert taken.handed == asked
    assert fates(desk, job) == [(asked.url, None, 0)]


def test_no_job_of_that_id_is_a_row(desk: Workspace) -> None:
    with pytest.raises(SaysoError, match="no job has this id"):
        desk.queue.job("0")
