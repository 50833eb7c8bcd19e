"""Matter: how much speaks for two statements being of one event or thing."""

from sayso.link.matter import common, names, places_part, points, same_figure, shared_names
from tests.link.telling import figure, told

SUNK = told("it had sunk the Varnian frigate Admiral Senn off the coast", "the navy", at="", document="wire")
TOWED = told("the frigate Admiral Senn was being towed to port", "Verem", "Varnia", at="", document="wire", start=100)


def test_names_and_things_in_common_and_how_near_they_stand() -> None:
    assert shared_names(SUNK, TOWED) == {"admiral", "senn"}
    assert "ship" in common(SUNK, TOWED)
    elsewhere = told("the frigate Admiral Senn was being towed to port", "Verem", "Varnia", at="", document="other")
    assert points(SUNK, TOWED) > points(SUNK, elsewhere) >= 2.0


def test_one_side_seldom_parts_with_itself() -> None:
    own = told("the frigate Admiral Senn was being towed to port", "a captain", at="", document="wire", start=100)
    assert points(SUNK, own) < points(SUNK, TOWED)


def test_weeks_apart_nothing_speaks_for_one_matter() -> None:
    assert points(SUNK, told("the frigate Admiral Senn was towed to port", "Verem", "Varnia", at="", day=2)) == 0


def test_neither_days_nor_sides_are_names() -> None:
    assert names(told("On Friday Ostrel's guards shot at Pavel Trenn", at="")) == {"ostrel", "pavel", "trenn"}
    assert shared_names(SUNK, TOWED) & {"varnian"} == set()


def test_places_that_are_not_known_do_not_part() -> None:
    assert not places_part(told("it fell", at="Karsk"), told("it fell", "the mayor", at="Belomir"))


def test_one_large_number_speaks_for_one_matter() -> None:
    lost = told("Mandar lost 5,000 men", figures=(figure("5,000 men", 5000),))
    assert same_figure(lost, told("it had lost 5,000 men", "Mandar", "Mandar", figures=(figure("5,000 men", 5000),)))
    assert not same_figure(lost, told("two men", "Mandar", figures=(figure("two men", 2),)))
