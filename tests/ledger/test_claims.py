"""Claims as a ledger tells of them: who should look at what first, what is asked for, and what it stands on."""

from collections.abc import Iterator
from datetime import date

import pytest

from sayso.ledger import Ledger
from sayso.ledger.derivation import compared, derived
from sayso.ledger.wanted import Wanted
from sayso.model.claim import ConflictKind, CopyKind, Standing
from sayso.model.problem import SaysoError
from sayso.model.statement import Event
from tests.conftest import Place
from tests.ledger.pile import DENIED, FIRST, HELD, ROAD, SECOND, TWELVE, Article, articles, kept


@pytest.fixture(scope="module")
def ledger(shared_place: Place) -> Iterator[Ledger]:
    with Ledger.open(kept(shared_place()), write=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def pile() -> dict[str, Article]:
    return {article.name: article for article in articles()}


def texts(ledger: Ledger, **wanted: object) -> list[str]:
    return [each.claim.text for each in ledger.claims.listed(Wanted(**wanted))]  # type: ignore[arg-type]


def test_contested_claims_come_first_then_echoes_then_the_rest(ledger: Ledger) -> None:
    listed = list(ledger.claims.listed())
    assert listed[0].claim.text == HELD
    assert [(each.claim.contested, each.claim.standing, each.articles, each.of) for each in listed] == [
        (True, Standing.ECHOED, 3, 6),
        (True, Standing.SOLE, 1, 6),
        (True, Standing.SOLE, 1, 6),
        (False, Standing.ECHOED, 2, 6),
        (False, Standing.ECHOED, 2, 6),
        (False, Standing.UNSOURCED, 1, 6),
    ]


def test_a_page_of_the_list_tells_how_many_there_are(ledger: Ledger) -> None:
    assert [(each.claim.text, each.of) for each in ledger.claims.listed(limit=1)] == [(HELD, 6)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"side": "varnia"}, {HELD, ROAD}),
        ({"place": "Karsk"}, {ROAD}),
        ({"place": "the Tarn region"}, {HELD, TWELVE}),
        ({"place": "Nowhere"}, set()),
        ({"event": Event.ASSAULT, "side": "Ostrel"}, {SECOND}),
        ({"standing": Standing.SOLE}, {TWELVE, DENIED}),
        ({"contested": False, "standing": Standing.ECHOED}, {SECOND, ROAD}),
        ({"words": "settlements -about there"}, {DENIED}),
        ({"words": "Kestrel OR convoy"}, {TWELVE, ROAD}),
        ({"place": "Tarn", "side": "none"}, {TWELVE}),
        ({"since": date(2024, 3, 18)}, {TWELVE}),
        ({"until": date(2024, 3, 13), "contested": False}, {ROAD}),
    ],
)
def test_a_claim_is_found_by_what_one_of_its_statements_is(
    ledger: Ledger, wanted: dict[str, object], found: set[str]
) -> None:
    assert set(texts(ledger, **wanted)) == found


def test_a_claim_is_found_by_its_id_and_by_those_of_its_statements(ledger: Ledger, pile: dict[str, Article]) -> None:
    held = next(ledger.claims.listed()).claim
    assert ledger.claims.find(held.id[:10]) == held
    assert ledger.claims.find(pile["post.txt"].statements[0].id.upper()) == held
    for prefix, what in (("ffff", "no claim or statement in"), ("", "no claim or statement in")):
        with pytest.raises(SaysoError, match=what):
            ledger.claims.find(prefix)


def test_an_id_that_begins_several_is_asked_for_more_digits(ledger: Ledger) -> None:
    first = {each.claim.id[0] for each in ledger.claims.listed()}
    many = [digit for digit in first if sum(each.claim.id[0] == digit for each in ledger.claims.listed()) > 1]
    statements = [each.id[0] for each in ledger.statements()]
    several = many or [digit for digit in statements if statements.count(digit) > 1]
    with pytest.raises(SaysoError, match="more than one id begins so"):
        ledger.claims.find(several[0])


def test_two_claims_part_once_though_two_pairs_of_their_statements_do(ledger: Ledger) -> None:
    folded = list(ledger.claims.conflicts(folded=True))
    assert [(each.conflict.kind, each.pairs, each.of) for each in folded] == [
        (ConflictKind.DENIAL, 2, 2),
        (ConflictKind.FIGURE, 2, 2),
    ]
    assert {folded[1].a.words, folded[1].b.words} == {HELD, TWELVE}
    assert len(list(ledger.claims.conflicts())) == 4
    assert [each.pairs for each in ledger.claims.conflicts(ConflictKind.FIGURE)] == [1, 1]


def test_conflicts_are_found_by_place_and_words_of_either_side(ledger: Ledger) -> None:
    assert [each.conflict.kind for each in ledger.claims.conflicts(words="Kestrel", folded=True)] == ["figure"]
    assert list(ledger.claims.conflicts(place="Belomir")) == []
    assert len(list(ledger.claims.conflicts(place="Tarn", limit=2))) == 2


def test_a_copy_stems_from_the_article_that_it_copies(ledger: Ledger, pile: dict[str, Article]) -> None:
    post, vna = pile["post.txt"].id, pile["vna.txt"].id
    (copy,) = ledger.claims.copies()
    assert (copy.later, copy.earlier, copy.kind) == (post, vna, CopyKind.COPY)
    assert list(ledger.claims.copies((vna,))) == [copy]
    assert list(ledger.claims.copies((pile["tally.txt"].id,))) == []
    assert ledger.claims.stems() == {post: vna}


def test_a_derivation_has_all_that_a_claim_stands_on(ledger: Ledger, pile: dict[str, Article]) -> None:
    held = next(ledger.claims.listed()).claim
    found = derived(ledger.claims, held.id, folded=True)
    assert found.claim == held
    assert [(each.outlet, each.words) for each in found.filed] == [
        ("VNA", HELD),
        ("Frontier Post", HELD),
        ("The Norhaven Herald", HELD),
    ]
    assert [copy.later for copy in found.copies] == [pile["post.txt"].id]
    assert [(each.conflict.kind, each.pairs) for each in found.conflicts] == [("denial", 2), ("figure", 2)]
    (root,) = held.roots
    assert (root.name, root.side, len(root.statements)) == ("Ministry of Defence of Varnia", "Varnia", 3)


def test_two_statements_are_compared_with_reasons_that_add_up(ledger: Ledger, pile: dict[str, Article]) -> None:
    vna, herald, tally = (pile[name].statements[0].id for name in ("vna.txt", "herald.txt", "tally.txt"))
    alike = compared(ledger.claims, vna, herald)
    assert (alike.together, alike.conflicts, alike.by_way_of) == (True, (), ())
    assert alike.likeness.score == pytest.approx(sum(each.weight for each in alike.likeness.reasons), abs=0.1)
    apart = compared(ledger.claims, tally, vna)
    assert not apart.together
    assert [each.conflict.kind for each in apart.conflicts] == ["figure"]


def test_a_figure_is_of_a_place_by_its_own_words_or_by_those_of_its_claim(ledger: Ledger) -> None:
    assert {each.words for each in ledger.claims.figured("Belomir")} == {FIRST, SECOND}
    of_tarn = list(ledger.claims.figured("Tarn"))
    assert sorted(each.words for each in of_tarn) == [HELD, HELD, HELD, TWELVE]
    assert [each.outlet for each in of_tarn if not each.statement.places] == ["The Norhaven Herald"]
    assert len(list(ledger.claims.figured())) == 7


def test_removing_an_article_takes_its_claims_and_words_with_it(place: Place, pile: dict[str, Article]) -> None:
    with Ledger.open(kept(place())) as ledger:
        before = list(ledger.claims.listed()), list(ledger.claims.search("settlements"))
        ledger.remove(pile["tally.txt"].id)
        assert texts(ledger, contested=True) == [HELD, DENIED]
        assert list(ledger.claims.search("Kestrel")) == []
        ledger.add(*pile["tally.txt"].read())
        assert (list(ledger.claims.listed()), list(ledger.claims.search("settlements"))) == before
