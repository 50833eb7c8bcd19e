"""Which act a content reports."""

import pytest

from sayso.model.statement import Event
from sayso.read.events import event


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
    ],
)
def test_events(content: str, cue: str, expected: Event | None) -> None:
    assert event(content, cue) is expected
