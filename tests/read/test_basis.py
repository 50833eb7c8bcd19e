"""How an origin would know, sliced by who it is."""

import pytest

from sayso.model.statement import Basis, OriginKind, Voice
from sayso.read.basis import basis

K = OriginKind


@pytest.mark.parametrize(
    ("kind", "role", "name", "words", "cue", "content", "expected"),
    [
        (K.PERSON, "army spokesman", "Jan Kadar", "Kadar", "said", "the port was hit", Basis.OFFICIAL),
        (K.PERSON, "army spokesman", "Jan Kadar", "Kadar", "said", "residents feel abandoned", Basis.HEARSAY),
        (K.UNNAMED_PERSON, "soldier", "one soldier", "one soldier", "told", "we gave them water", Basis.PARTICIPANT),
        (K.GROUP, "witnesses", "witnesses", "witnesses", "say", "barrel bombs are used", Basis.WITNESS),
        (K.PERSON, "resident", "Ana", "Ana", "said", "My house is gone", Basis.PARTICIPANT),
        (K.ORGANIZATION, "monitor", "Tarn Watch", "the monitoring group", "said", "43 people died", Basis.EXPERT),
        (K.PERSON, "retired general", "Ivo Hale", "retired general Ivo Hale", "said", "it will fail", Basis.EXPERT),
        (K.UNNAMED_PERSON, None, "a gunner", "a gunner", "wrote", "We are tired", Basis.DOCUMENT),
        (K.GROUP, None, "soldiers", "letters left by soldiers", "reveal", "fatigue", Basis.DOCUMENT),
        (K.RECORDING, None, "the footage", "the footage", "shows", "a crater", Basis.RECORDING),
        (K.OUTLET, None, "VTV", "VTV", "reported", "aid had come", Basis.UNSTATED),
        (K.UNSTATED, None, None, "", "is expected", "growth to fall", Basis.EXPERT),
        (K.PERSON, "baker", "Ana", "Ana", "said", "I heard two bangs and ran", Basis.WITNESS),
        (K.PERSON, "a former soldier", "Ivo", "Ivo", "said", "he was a friend to us", Basis.PARTICIPANT),
        (K.ORGANIZATION, None, "Tarn Observatory", "the Observatory, which documents raids", "said", "x", Basis.EXPERT),
        (K.ORGANIZATION, None, "rights groups", "rights groups", "said", "43 people died", Basis.EXPERT),
        (K.UNNAMED_PERSON, None, "a military commentator", "a military commentator", "said", "x", Basis.EXPERT),
        (K.GROUP, None, "sources", "sources close to the talks", "said", "the deal is dead", Basis.UNSTATED),
        (K.UNSTATED, None, None, "reports", "according to", "the town fell", Basis.UNSTATED),
    ],
)
def test_bases(
    kind: OriginKind, role: str | None, name: str | None, words: str, cue: str, content: str, expected: Basis
) -> None:
    assert basis(kind, role, name, words, cue, content, Voice.INDIRECT) is expected


def test_the_outlets_own_voice_states_no_basis() -> None:
    assert basis(K.OUTLET, None, "Tarn Daily", "", "", "Rain fell.", Voice.OUTLET) is Basis.UNSTATED
