"""Which act a content reports."""

import pytest

from sayso.encoder.heads import EVENTS
from sayso.model.statement import Event
from sayso.read.events import acts, class_of, event

PLAIN = pytest.mark.xfail(strict=True, reason="the short list of plain war words does not see what hangs on what")


@pytest.mark.parametrize(
    ("content", "cue", "expected"),
    [
        ("Varnian guns shelled the port of Tarn", "said", Event.ASSAULT),
        ("At least 43 people were killed in a suicide attack", "said", Event.ASSAULT),
        ("its troops captured three villages", "said", Event.ASSAULT),
        ("two volunteers were captured near Karsk and the men were taken north", "said", Event.COERCE),
        ("soldiers imposed a curfew in Belomir", "", Event.COERCE),
        ("the army was pulling out of Tarn", "said", Event.RETREAT),
        ("Ostrel deployed tanks along the river", "", Event.MOBILIZE),
        ("troops had started providing humanitarian aid to locals", "reported", Event.AID),
        ("Ostrel will provide aid to Tarn", "said", Event.AGREE),
        ("both sides to stop", "called on", Event.REQUEST),
        ("the raids as barbarism", "condemned", Event.ACCUSE),
        ("Varnia rejected the plan", "", Event.REJECT),
        ("Thousands marched through the capital", "", Event.PROTEST),
        ("the two ministers met with envoys in Tarn", "", Event.CONSULT),
        ("the evacuation of refugees went on all night", "said", Event.AID),
        ("Ostrel launched a hotline for residents", "", None),
        ("its columns are advancing along the coast", "said", Event.ASSAULT),
        ("it will not budge on the border", "signalled", Event.REJECT),
        ("Prisoners held without charge should be released", "", Event.REQUEST),
        ("We want our sons to come back", "says", Event.REQUEST),
        ("Bring us our fathers", "reads", Event.REQUEST),
        ("shops opened in the captured villages", "", None),
        ("the city is old", "", None),
        ("Varnia could attack the bridge", "warned", None),
        ("the hardest winter since the invasion of the north", "", None),
        ("Ostrel unleashed a salvo of rockets on the port", "", Event.ASSAULT),
        ("A blast near the mill left 12 people dead", "", Event.ASSAULT),
        ("The column was moving dozens of tanks to the coast", "said", Event.MOBILIZE),
        ("A surveyor who went to Tarn to draw maps has been killed", "", Event.ASSAULT),
        ("the town took nothing in a Varnian-occupied district", "said", None),
        ("The state should also restore the telephone lines", "said", Event.REQUEST),
        pytest.param("Shelling a town would be a crime", "said", None, marks=PLAIN),
        ("More than a dozen air strikes had been carried out on Tarn", "said", Event.ASSAULT),
        ("they have recorded dozens of cases of gas attacks", "say", Event.ASSAULT),
        ("Those killed were mostly millers", "said", Event.ASSAULT),
        ("most of the dead were millers", "said", Event.ASSAULT),
        ("the death toll was likely to rise", "said", None),
        ("Varnian howitzers responded with artillery fire", "said", Event.ASSAULT),
        ("Its men took back two villages from the rebels", "reported", Event.ASSAULT),
        ("The columns met fierce resistance", "", Event.ASSAULT),
        pytest.param("they heard the blast", "said", None, marks=PLAIN),
        ("They feared that their sons would be arrested", "", None),
        pytest.param("The offensive has not started yet", "", None, marks=PLAIN),
        ("Karsk is the biggest oil and gas field of Varnia", "", None),
        ("Fighters captured eight villages near Tarn", "", Event.ASSAULT),
        pytest.param("Men opposed to the council had retreated to Tarn", "said", Event.RETREAT, marks=PLAIN),
        ("Ostrel is opposed to the plan", "", Event.REJECT),
        ("The rebels control Tarn and the hills", "", None),
        ("Cutting off the water would never be justified", "said", None),
        ("it would not cede any of the coast", "insisted", Event.REJECT),
        ("the right to march freely is protected", "", None),
        ("The talks ended before noon", "", Event.CONSULT),
        pytest.param("the raids on Tarn", "slammed", Event.ACCUSE, marks=PLAIN),
        ("if the camp would be closed", "was asked", None),
    ],
)
def test_events(content: str, cue: str, expected: Event | None) -> None:
    assert event(content, cue) is expected


def shares(**given: float) -> list[float]:
    return [given.get(name, 0.0) for name in EVENTS]


@pytest.mark.parametrize(
    ("content", "given", "expected"),
    [
        ("the city is old", {"NONE": 0.6, "ASSAULT": 0.4}, None),
        ("the city is old", {"NONE": 0.2, "FIGHT": 0.5, "ASSAULT": 0.3}, Event.ASSAULT),
        ("Ostrel shelled Tarn", {"NONE": 0.6, "ASSAULT": 0.4}, Event.ASSAULT),
        ("the Union criticised Ostrel", {"NONE": 0.5, "DISAPPROVE": 0.3, "REJECT": 0.2}, Event.ACCUSE),
    ],
)
def test_words_and_network_both_count(content: str, given: dict[str, float], expected: Event | None) -> None:
    assert event(content, shares=shares(**given)) is expected


def test_a_text_that_reports_an_act_has_a_class_and_a_type_of_its_codebook() -> None:
    assert class_of("Prosecutors in Tarn opened an inquiry") == "INVESTIGATE"
    assert class_of("The city is old", shares(NONE=0.9, AID=0.1)) == "AID"
    later = {name: "ACCUSE" if name in ("DISAPPROVE", "INVESTIGATE") else name for name in EVENTS}
    even = shares(INVESTIGATE=0.3, DISAPPROVE=0.3, REJECT=0.4)
    assert [class_of("The city is old", even, book) for book in (None, later)] == ["REJECT", "ACCUSE"]


def test_a_cue_that_is_an_act_outweighs_the_content() -> None:
    weights = acts("both sides to stop shelling Tarn", "called on")
    assert EVENTS[weights.index(max(weights))] == "REQUEST"
