"""Origins: one person and one body under all their names, and never two that only sound alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.origins import same_origin
from sayso.model.statement import Origin, OriginKind

ORGANIZATION, PERSON, GROUP = OriginKind.ORGANIZATION, OriginKind.PERSON, OriginKind.GROUP


def body(name: str, side: str = "none") -> Origin:
    return Origin(name, ORGANIZATION, side)


def person(name: str, side: str = "Ostrel", role: str | None = None) -> Origin:
    return Origin(name, PERSON, side, role)


ONE = [
    (body("Ministry of Defence", "Varnia"), body("Varnia’s defence ministry", "Varnia")),
    (body("the Varnian defence ministry", "Varnia"), body("Varnia's Defense Ministry", "Varnia")),
    (body("UK’s Ministry of Defence", "GB"), body("the British MoD", "GB")),
    (body("Ministry of Foreign Affairs", "IR"), body("Iran's foreign ministry", "IR")),
    (body("SOHR"), body("Syrian Observatory for Human Rights")),
    (body("the Observatory"), body("the Syrian Observatory for Human Rights")),
    (body("UN"), body("United Nations")),
    (body("the Israeli military", "IL"), body("IDF", "IL")),
    (body("health department", "Ostrel"), body("health department of Tarn region", "Ostrel")),
    (body("Kyiv", "UA"), body("the Ukrainian government", "UA")),
    (body("Ostrel's government", "Ostrel"), body("Ostrel", "Ostrel")),
    (body("Tarn's main opposition", "Tarn rebels"), Origin("the rebels", GROUP, "Tarn rebels")),
    (person("Brezhan"), person("Colonel Iva Brezhan")),
    (person("Volodymyr Zelenskiy", "UA"), person("President Zelensky", "UA")),
    (person("I. Brezhan"), person("Iva Brezhan", "unknown")),
    (person("Staffan Lorin", "none"), person("Staffan Lorin", "SY")),
]
TWO = [
    (body("Ministry of Defence", "Varnia"), body("Ministry of Defence", "Ostrel")),
    (body("Ministry of Defence"), body("Ministry of Defence")),
    (body("Ministry of Defence", "Varnia"), body("Ministry of Health", "Varnia")),
    (body("defence ministry", "Varnia"), body("the defence ministry's intelligence directorate", "Varnia")),
    (body("UN"), body("UN Human Rights Office")),
    (body("health department of Karsk", "Ostrel"), body("health department of Tarn region", "Ostrel")),
    (body("the Varnian army", "Varnia"), body("Varnia", "Varnia")),
    (body("the city council", "Ostrel"), body("Ostrel", "Ostrel")),
    (person("Iva Brezhan"), person("Marko Brezhan")),
    (person("Brezhan"), person("Brezhan", "Varnia")),
    (person("Ahmed", role="a resident of Tarn"), person("Ahmed", role="a baker")),
    (Origin("residents", GROUP, "Ostrel"), Origin("residents", GROUP, "Ostrel")),
    (Origin("a source", OriginKind.UNNAMED_PERSON), Origin("a source", OriginKind.UNNAMED_PERSON)),
    (Origin("Ostrelians", GROUP, "Ostrel"), body("Ostrel", "Ostrel")),
    (person("Ostrel"), body("Ostrel", "Ostrel")),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_under_two_names(a: Origin, b: Origin) -> None:
    assert same_origin(a, b)
    assert same_origin(b, a)


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_that_only_sound_alike(a: Origin, b: Origin) -> None:
    assert not same_origin(a, b)
    assert not same_origin(b, a)


EVERYONE = [origin for pair in (*ONE, *TWO) for origin in pair]


@given(st.sampled_from(EVERYONE), st.sampled_from(EVERYONE))
def test_it_does_not_matter_who_is_asked_about_first(a: Origin, b: Origin) -> None:
    assert same_origin(a, b) == same_origin(b, a)
