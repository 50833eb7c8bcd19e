"""States and armed parties that no table knows, read from the text itself."""

from sayso.read.invented import invented_sides
from sayso.read.parties import parties


def test_a_state_named_by_its_army_alone_is_taken_at_its_word_where_no_known_state_is() -> None:
    text = "Morvan patrols crossed the river. Tesk's army left the town, Tesk said its guns were silent."
    assert {named.side for _, named in invented_sides(text)} == {"Tesk", "Morvan"}
    assert dict(invented_sides("Morvian patrols crossed. The Morvian claim was denied."))["Morvian"].side == "Morvia"


def test_beside_known_states_a_mans_army_is_no_state() -> None:
    text = "Syria, Iran and Turkey met. Russian jets struck. Halim's army held the road, and Halim's air force flew."
    assert invented_sides(text) == ()


def test_a_person_with_troops_is_no_state() -> None:
    assert (
        invented_sides("General Jan Kadar spoke. Kadar's troops left the town and Kadar said its end was near.") == ()
    )


def test_an_armed_party_is_known_by_what_it_is_called_and_by_its_short_name() -> None:
    text = (
        "The Teveh Liberation Front (TLF), a hill movement, moved. The men of the Front dug in, said the TLF. the Front"
    )
    sides = {form: named.side for form, named in invented_sides(text)}
    assert sides == dict.fromkeys(("Teveh Liberation Front", "TLF", "Front"), "Teveh Liberation Front")
    assert "Eastern Guard" in parties("Fighters of the Eastern Guard shelled Karsk.").belligerents


def test_a_unit_of_an_army_is_no_party() -> None:
    assert invented_sides("Soldiers spoke of the Third Mountain Brigade and of the National Guard.") == ()


def test_the_capital_of_an_invented_state_stands_for_it() -> None:
    text = "Varnian troops left. Verem, the Varnian capital, was quiet; Varnia waits."
    assert dict(invented_sides(text))["Verem"].side == "Varnia"


def test_a_short_text_needs_one_mention_of_forces_for_a_belligerent() -> None:
    assert set(parties("Ostrel sappers mined it. Varnian brigades are cut off.").belligerents) == {"Ostrel", "Varnia"}
