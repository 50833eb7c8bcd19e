"""A claim out of its statements: the wording at its head, what it stands on, whether it is contested."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claim import Claim, Conflict, ConflictKind, Root, Standing, claim_id, conflict_id
from sayso.model.filed import Filed
from sayso.model.statement import Certainty, Interest, OriginKind, Voice
from sayso.weigh.claims import claim, plainest
from tests.link.telling import told

HELD = told("Varnian troops hold 31 settlements in the Tarn region", "Ministry of Defence", "Varnia", document="vna")
REPEATED = told("its forces hold 31 settlements and about 420 square kilometres", "Varnia", "Varnia", document="herald")
LONG = told(
    "Thirty-one villages and hamlets in the Tarn region, two of the oldest of the country among them, are held",
    "Defence Ministry",
    "Varnia",
    document="courier",
)
PERHAPS = told(
    "31 settlements in the Tarn region may be held", by="analysts", document="lens", certainty=Certainty.POSSIBLE
)
QUOTED = told("We hold 31 settlements in the Tarn region", "Radek Oslin", "Varnia", document="wire")
QUOTED = replace(QUOTED, statement=replace(QUOTED.statement, voice=Voice.DIRECT))
PILE = [HELD, REPEATED, LONG, PERHAPS, QUOTED]


def test_a_claim_is_told_whole() -> None:
    ids = tuple(sorted((HELD.statement.id, REPEATED.statement.id)))
    ministry = Root("Ministry of Defence", OriginKind.ORGANIZATION, "Varnia", Interest.OWN, ids)
    a, b = HELD.statement.id, PERHAPS.statement.id
    parted = Conflict(conflict_id(a, b, ConflictKind.FIGURE), a, b, ConflictKind.FIGURE, "31 and 12 do not overlap.")
    assert claim([REPEATED, HELD], [ministry], [parted]) == Claim(
        claim_id(ids),
        "Varnian troops hold 31 settlements in the Tarn region",
        ids,
        (ministry,),
        Standing.ECHOED,
        True,
        (
            "Root: Ministry of Defence (Varnia), 2 statements; it serves its own side.",
            "Echoed: 2 articles, one root: Ministry of Defence.",
            "Contested (figure): 31 and 12 do not overlap.",
        ),
    )


def test_who_only_denies_it_stands_not_behind_it() -> None:
    denied = told("Varnian troops hold 31 settlements", "Ostrel", "Ostrel", document="x", certainty=Certainty.DENIED)
    ministry = Root("Ministry of Defence", OriginKind.ORGANIZATION, "Varnia", Interest.OWN, (HELD.statement.id,))
    ostrel = Root("Ostrel", OriginKind.ORGANIZATION, "Ostrel", Interest.OWN, (denied.statement.id,))
    found = claim([HELD, denied], [ministry, ostrel])
    assert (found.standing, found.why[-2:]) == (
        Standing.ECHOED,
        ("Not counted: Ostrel, denying it.", "Echoed: 2 articles, one root: Ministry of Defence."),
    )
    assert claim([denied], [ostrel]).standing is Standing.SOLE


def test_who_dismisses_the_claim_stands_not_behind_it() -> None:
    words = "“arithmetic for the evening news” a Varnian claim to have captured 31 settlements"
    dismissed = told(words, "Lena Korvat", "Ostrel", document="x", sentence=f"The minister dismissed as {words}.")
    ministry = Root("Ministry of Defence", OriginKind.ORGANIZATION, "Varnia", Interest.OWN, (HELD.statement.id,))
    korvat = Root("Lena Korvat", OriginKind.PERSON, "Ostrel", Interest.OWN, (dismissed.statement.id,))
    found = claim([HELD, dismissed], [ministry, korvat])
    assert (found.standing, found.why[-2]) == (Standing.ECHOED, "Not counted: Lena Korvat, denying it.")


def test_the_head_is_certain_reported_and_can_be_read_alone() -> None:
    assert plainest(PILE) == HELD.words
    assert plainest([REPEATED, QUOTED]) == REPEATED.words
    assert plainest([REPEATED, LONG]) == LONG.words
    assert plainest([PERHAPS, QUOTED]) == QUOTED.words


def test_a_wording_in_forty_copies_counts_once() -> None:
    copies = [told(LONG.words, document=f"copy {n}") for n in range(40)]
    assert plainest([HELD, PERHAPS, told("Varnian troops hold 31 settlements", document="x"), *copies]) == HELD.words


def test_line_breaks_are_no_part_of_it() -> None:
    assert plainest([told("Varnian troops\n  hold Karsk")]) == "Varnian troops hold Karsk"


@given(st.permutations(PILE))
def test_no_order_changes_the_head(pile: list[Filed]) -> None:
    assert plainest(pile) == plainest(PILE)
