"""The tables of labels: nothing of a dataset or of ours is left without a place."""

from evals.labels import GUM, MILITARY, NAMES, PLOVER_16, PLOVER_18, RE3D, UNER, WNUT
from sayso.encoder.heads import EVENTS, MATTERS
from sayso.model.statement import Event


def test_both_codebooks_map_every_class_but_none_and_have_18_and_16_types() -> None:
    acts = set(EVENTS) - {"NONE"}
    assert set(PLOVER_18) == set(PLOVER_16) == acts
    assert (len(set(PLOVER_18.values())), len(set(PLOVER_16.values()))) == (18, 16)
    assert set(PLOVER_16.values()) == {event.value for event in Event}


def test_every_label_of_a_corpus_is_ours_or_has_no_counterpart() -> None:
    assert {kind for table in (UNER, WNUT, GUM) for kind in table.values()} == {*NAMES, None}
    assert set(RE3D.values()) == {*MATTERS, None}
    assert set(MILITARY) < set(MATTERS)
