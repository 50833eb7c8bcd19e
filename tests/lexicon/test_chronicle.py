"""The table of wars: general, even, and sound."""

from datetime import date

from sayso.lexicon.chronicle import campaigns, campaigns_in


def test_the_table_covers_the_world_and_its_rows_are_sound() -> None:
    rows = campaigns()
    assert len(rows) >= 60
    assert len({row.name for row in rows}) == len(rows)
    assert all(date(1998, 1, 1) <= row.start <= date(2025, 12, 31) for row in rows)
    assert all(row.end is None or row.end > row.start for row in rows)
    assert all(row.units <= {"day", "week", "month", "year"} for row in rows)


def test_a_text_has_the_campaigns_of_which_it_has_all_the_words() -> None:
    text = "Fighters of the Houthi movement hold Sanaa, and Saudi aircraft bombed Yemen."
    assert [each.name for each in campaigns_in(text)] == ["the Saudi-led intervention in Yemen"]
