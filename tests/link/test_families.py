"""Families of copies, each with its earliest."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.copies import compared
from sayso.link.families import Family, families
from sayso.link.fingerprints import candidates, fingerprints
from sayso.model.claim import Copy, CopyKind
from tests.link.pages import OTHER, WIRE, page, paragraphs


def edge(later: str, earlier: str, kind: CopyKind = CopyKind.COPY) -> Copy:
    return Copy(later, earlier, kind, 1.0, (), "")


def test_forty_papers_that_print_one_wire_are_one_family() -> None:
    friday = date(2024, 3, 15)
    wire = page(WIRE, "wire.txt", "Ostrel Wire", friday)
    copies = [
        page("\n\n".join(paragraphs(WIRE)[n % 3 : n % 3 + 4]), f"{n}.txt", f"Paper {n}", friday + timedelta(1 + n % 5))
        for n in range(40)
    ]
    pile = {each.id: each for each in (wire, *copies, page(OTHER, "radio.txt", "Radio Lethia", friday))}
    marks = {name: fingerprints(each.text, each.furniture) for name, each in pile.items()}
    found = [copy for a, b in candidates(marks) if (copy := compared(pile[a], pile[b]))]
    assert families(found) == (Family(wire.id, tuple(sorted(each.id for each in (wire, *copies)))),)


def test_a_part_joins_no_family() -> None:
    assert families([edge("b", "a"), edge("c", "b", CopyKind.PART)]) == (Family("a", ("a", "b")),)


def test_two_cuts_of_one_wire_meet_by_way_of_it() -> None:
    assert families([edge("a", "wire"), edge("b", "wire")]) == (Family("wire", ("a", "b", "wire")),)


IDS = st.sampled_from("abcdefgh")
EDGES = st.lists(
    st.builds(edge, IDS, IDS, st.sampled_from(CopyKind)).filter(lambda e: e.later != e.earlier), max_size=12
)


@settings(deadline=None)
@given(EDGES, st.randoms(use_true_random=False))
def test_families_do_not_depend_on_the_order(edges: list[Copy], random: object) -> None:
    shuffled = list(edges)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert families(shuffled) == families(edges)
    assert all(family.earliest in family.members for family in families(edges))
