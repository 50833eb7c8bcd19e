"""Roots: six pages, one ministry; and what no name and no copy ties together stays apart."""

from collections.abc import Iterable, Mapping
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.roots import roots
from sayso.model.claim import Root
from sayso.model.filed import Filed
from sayso.model.statement import Interest, OriginKind, Relation
from tests.link.claims import DOCUMENT, GROUP, OUTLET, PERSON, UNNAMED, UNSTATED, WORDS, says

NO_COPIES: Mapping[str, str] = {}
MINISTRY = says("VNA", "Ministry of Defence", "Varnia", interest=Interest.OWN)


def shown(found: Iterable[Root]) -> list[tuple[str | None, str, int]]:
    """Each root by name, side and how many statements are folded into it."""
    return [(root.name, root.side, len(root.statements)) for root in found]


def test_six_pages_are_one_ministry() -> None:
    pile = [
        MINISTRY,
        says("Frontier Post", "Ministry of Defence", "Varnia", via="VNA", relation=Relation.PUBLISHED),
        says("Verem Courier", "Defence Ministry", "Varnia"),
        says("Radio Lethia", "the Varnian defence ministry", "Varnia"),
        says("Ostrel Wire", "Varnia", "Varnia"),
        says("Verem Today", "a Defence Ministry spokesman", "Varnia", UNNAMED),
    ]
    (root,) = roots(pile, {"VNA": "VNA", "Frontier Post": "VNA"})
    assert root == Root(
        "the Varnian defence ministry",
        OriginKind.ORGANIZATION,
        "Varnia",
        Interest.OWN,
        tuple(sorted(each.statement.id for each in pile)),
        why=(
            "Frontier Post has the text of VNA.",
            "“Defence Ministry” in Verem Courier and “Ministry of Defence” in Frontier Post are other names of "
            "the Varnian defence ministry.",
            "A Defence Ministry spokesman speaks for Ministry of Defence.",
            "Counted with Ministry of Defence, who alone speaks for that side here: “Varnia” in Ostrel Wire.",
        ),
    )


def test_two_officials_of_one_ministry_are_two_origins_of_one_voice() -> None:
    found = roots(
        [
            says("VNA", "Radek Oslin", "Varnia", PERSON, role="Colonel, a spokesman for the defence ministry in Verem"),
            says("Radio Lethia", "Marta Venn", "Varnia", PERSON, role="deputy defence minister"),
        ],
        NO_COPIES,
    )
    assert [(root.name, root.voice) for root in found] == [
        ("Marta Venn", "the defence ministry"),
        ("Radek Oslin", "the defence ministry"),
    ]


def test_an_army_and_its_staff_are_one_voice_and_two_governors_are_two() -> None:
    army = [
        says("VNA", "General Staff of the Armed Forces of Varnia", "Varnia"),
        says("Radio Lethia", "Ilya Zorin", "Varnia", PERSON, role="Commander-in-Chief of the Armed Forces"),
    ]
    governors = [
        says("VNA", "Ada Renn", "Varnia", PERSON, role="governor of Karsk region"),
        says("Radio Lethia", "Ilya Zorin", "Varnia", PERSON, role="governor of Tarn region"),
    ]
    assert [root.voice for root in roots(army, NO_COPIES)] == ["the armed forces", "the armed forces"]
    assert [root.voice for root in roots(governors, NO_COPIES)] == [None, None]


def test_a_body_and_its_envoy_in_one_article_are_one() -> None:
    pile = [
        says("Tarn Today", "United Nations", "none"),
        says("Tarn Today", "Aino Lehto", "none", PERSON, role="UN Special Envoy for Ostrel", start=90),
    ]
    assert [len(root.statements) for root in roots(pile, NO_COPIES)] == [2]
    assert len(roots([pile[0], says("VNA", "Aino Lehto", "none", PERSON, role="UN Special Envoy")], NO_COPIES)) == 2


def test_an_outlets_own_sentence_goes_with_whom_it_names_for_the_same() -> None:
    pile = [says("VNA", start=0), says("VNA", "Ministry of Defence", "Varnia", start=200)]
    (root,) = roots(pile, NO_COPIES)
    assert (root.name, len(root.statements), root.own_voice) == ("Ministry of Defence", 2, False)
    assert root.why == ("VNA says so in its own voice, and gives it to Ministry of Defence.",)


def test_an_own_sentence_of_other_words_or_of_the_other_answer_stays_the_outlets() -> None:
    mayor = says("Tarn Today", "Irena Soltan", "Ostrel", PERSON, words="rockets hit our market", start=90)
    for words in ("Varnia has widened its offensive", "No rockets ever came near the market"):
        assert len(roots([says("Tarn Today", words=words), mayor], NO_COPIES)) == 2


def test_an_own_sentence_beside_two_who_are_named_is_nobodys() -> None:
    pile = [
        says("VNA"),
        says("VNA", "Ministry of Defence", "Varnia", start=100),
        says("VNA", "Kestrel Institute", "none", start=200),
    ]
    assert shown(roots(pile, NO_COPIES)) == [
        ("Kestrel Institute", "none", 1),
        ("Ministry of Defence", "Varnia", 1),
        ("VNA", "unknown", 1),
    ]


def test_an_outlets_own_voice_is_one_in_all_its_articles_and_each_outlets_its_own() -> None:
    pile = [says("VNA", page="1"), says("VNA", page="2", words="31 villages are held"), says("Ostrel Wire", words="31")]
    assert shown(roots(pile, NO_COPIES)) == [("Ostrel Wire", "unknown", 1), ("VNA", "unknown", 2)]
    assert all(root.own_voice for root in roots(pile, NO_COPIES))


def test_sources_not_named_fold_in_copies_and_by_their_words_alone() -> None:
    long = "the column turned back at the Ilva bridge before dawn because its fuel had not come"
    a = says("VNA", "a source", kind=UNNAMED, words="the column turned back")
    b = says("Ostrel Wire", "a source", kind=UNNAMED, words="the column withdrew")
    assert len(roots([a, b], NO_COPIES)) == 2
    assert len(roots([a, b], {"Ostrel Wire": "VNA", "VNA": "VNA"})) == 1
    quoted = [says("VNA", "a source", kind=UNNAMED, words=long), says("Lens", "one officer", kind=UNNAMED, words=long)]
    (root,) = roots(quoted, NO_COPIES)
    assert root.why == ("VNA has it in the same words as Lens.",)


def test_another_soldier_is_not_the_first() -> None:
    pile = [
        says("Lens", "One soldier", "Ostrel", UNNAMED),
        says("Lens", "Another soldier", "Ostrel", UNNAMED, start=90),
        says("Lens", "the soldier", "Ostrel", UNNAMED, start=180),
        says("Lens", "a soldier", "Ostrel", UNNAMED, start=270),
    ]
    assert [len(root.statements) for root in roots(pile, NO_COPIES)] == [1, 1, 2]


def test_a_relay_that_names_no_origin_is_none() -> None:
    relay = says("Karsk Lens", "VNA", "Varnia", OUTLET)
    unstated = says("Tarn Today", kind=UNSTATED, via="VNA")
    (root,) = roots([MINISTRY, relay, unstated], NO_COPIES)
    assert root.name == "Ministry of Defence"
    assert root.why == ("Karsk Lens and Tarn Today have it from VNA, and that article is here.",)


def test_a_loop_is_found_and_nobody_stands_behind_it() -> None:
    bridge = "the road bridge at Ozrel has been blown up"
    ring = [
        says("Frontier Post", "Karsk Lens", "Ostrel", OUTLET, words=bridge),
        says("Karsk Lens", "the site Ilva Monitor", "none", OUTLET, words=bridge),
        says("Ilva Monitor", "Frontier Post", "Varnia", OUTLET, words=bridge),
    ]
    pair = [ring[0], says("Karsk Lens", "Frontier Post", "Varnia", OUTLET, words=bridge)]
    (root,) = roots(pair, NO_COPIES)
    assert root == Root(
        None,
        OriginKind.UNSTATED,
        "unknown",
        Interest.UNKNOWN,
        tuple(sorted(each.statement.id for each in pair)),
        why=("A loop: Frontier Post cites Karsk Lens and Karsk Lens cites Frontier Post; nobody stands behind it.",),
    )
    ring[1] = says("Karsk Lens", "Ilva Monitor", "none", OUTLET, words=bridge)
    assert [(each.name, len(each.statements)) for each in roots(ring, NO_COPIES)] == [(None, 3)]


def test_who_passes_on_what_another_told_him_has_it_from_him() -> None:
    pile = [
        says("Lens", "Anton Brezhan", "Ostrel", PERSON, via="Kaya Morel"),
        says("Lens", "Kaya Morel", "none", PERSON, start=90),
    ]
    (root,) = roots(pile, NO_COPIES)
    assert (root.name, root.why) == ("Anton Brezhan", ("Kaya Morel passes on what Anton Brezhan says.",))


def test_a_report_and_its_authors_are_one() -> None:
    role = "report by legal scholars and monitors"
    pile = [
        says("Lens", "The report", "none", DOCUMENT, role=role),
        says("Lens", "30 legal scholars", "none", GROUP, role="legal scholars", start=90),
    ]
    assert shown(roots(pile, NO_COPIES)) == [("The report", "none", 2)]


def test_a_surname_of_two_goes_with_the_one_in_its_own_article() -> None:
    pile = [
        says("VNA", "Radek Oslin", "Varnia", PERSON),
        says("VNA", "Oslin", "Varnia", PERSON, start=90),
        says("Ostrel Wire", "Marta Oslin", "Varnia", PERSON),
        says("Tarn Today", "Oslin", "Varnia", PERSON),
    ]
    assert shown(roots(pile, NO_COPIES)) == [
        ("Marta Oslin", "Varnia", 1), ("Oslin", "Varnia", 1), ("Radek Oslin", "Varnia", 2),
    ]  # fmt: skip


def test_a_copy_tells_nothing_of_side_and_interest_that_its_source_does_not() -> None:
    copy = says("Frontier Post", "Ministry of Defence", "Ostrel", interest=Interest.AGAINST)
    (root,) = roots([MINISTRY, copy], {"Frontier Post": "VNA"})
    assert (root.side, root.interest) == ("Varnia", Interest.OWN)


def test_a_passage_taken_from_elsewhere_is_of_the_family_it_was_taken_from() -> None:
    taken = says("Lens", "a source", kind=UNNAMED, words="31")
    own = says("VNA", "a source", kind=UNNAMED, words="thirty-one")
    assert len(roots([taken, own], {taken.statement.id: "VNA"})) == 1


_TOLD = st.builds(
    says,
    st.sampled_from(["VNA", "Ostrel Wire", "Tarn Today", "Karsk Lens"]),
    st.sampled_from(
        ["Ministry of Defence", "Varnia", "VNA", "Karsk Lens", "Radek Oslin", "Oslin", "a source", "UN", None]
    ),
    st.sampled_from(["Varnia", "Ostrel", "none", "unknown"]),
    st.sampled_from([OriginKind.ORGANIZATION, PERSON, UNNAMED, OUTLET, UNSTATED, GROUP]),
    role=st.sampled_from([None, "defence ministry spokesman", "a resident", "UN envoy"]),
    via=st.sampled_from([None, "VNA", "Radek Oslin"]),
    start=st.integers(0, 3),
)
_PILES = st.lists(_TOLD, min_size=1, max_size=9, unique_by=lambda each: each.statement.id)


@settings(max_examples=150, deadline=None)
@given(_PILES, st.randoms(use_true_random=False))
def test_no_order_of_the_statements_changes_the_roots(pile: list[Filed], random: object) -> None:
    shuffled = list(pile)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    family = {"Tarn Today": "VNA"}
    found = roots(pile, family)
    assert roots(shuffled, family) == found
    assert sorted(s for root in found for s in root.statements) == sorted(each.statement.id for each in pile)


@settings(max_examples=100, deadline=None)
@given(_PILES)
def test_a_copy_of_an_article_adds_no_root(pile: list[Filed]) -> None:
    copied = [again(each) for each in pile if each.outlet == "VNA"]
    before, after = roots(pile, NO_COPIES), roots([*pile, *copied], {"Frontier Post": "VNA"})
    assert sorted(map(_plainly, after)) == sorted(map(_plainly, before))


def _plainly(root: Root) -> tuple[str, str, str, str]:
    return root.name or "", root.kind, root.side, root.interest


def again(filed: Filed) -> Filed:
    origin = filed.statement.origin
    by = None if filed.statement.voice == "outlet" else origin.name
    start = filed.statement.content[0][0]
    via = filed.statement.chain[0].name if filed.statement.chain else None
    return says("Frontier Post", by, origin.side, origin.kind, role=origin.role, via=via, start=start)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        _TOLD.filter(lambda each: each.outlet == "VNA"), min_size=1, max_size=6, unique_by=lambda e: e.statement.id
    )
)
def test_a_relay_without_an_origin_adds_no_root(pile: list[Filed]) -> None:
    relay = says("Frontier Post", "VNA", "Varnia", OUTLET)
    assert len(roots([*pile, relay], NO_COPIES)) == len(roots(pile, NO_COPIES))


def test_a_thousand_statements_in_forty_families_take_no_time() -> None:
    names = ["Ministry of Defence", "Varnia’s defence ministry", "Varnia", "Kestrel Institute", None]
    pile = [says(f"Paper {n}", names[n % 5], "none" if n % 5 == 3 else "Varnia", page=str(n)) for n in range(1000)]
    family = {each.statement.document: f"Paper {n % 40}{n % 40}" for n, each in enumerate(pile)}
    started = perf_counter()
    found = roots(pile, family)
    assert perf_counter() - started < 1.0  # a tenth of it on a quiet machine
    assert {root.name for root in found if not root.own_voice} == {"Kestrel Institute", "Varnia’s defence ministry"}
    assert WORDS
