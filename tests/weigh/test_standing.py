"""Standing: each rule with its sentence, and the table as a whole, the same for every side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claim import Root, Standing
from sayso.model.statement import Interest, OriginKind
from sayso.weigh.standing import Weighed, told_of, voices, weighed

OWN, AGAINST, NEUTRAL, UNKNOWN = Interest.OWN, Interest.AGAINST, Interest.NEUTRAL, Interest.UNKNOWN


def root(
    name: str | None,
    side: str = "unknown",
    interest: Interest = UNKNOWN,
    kind: OriginKind = OriginKind.ORGANIZATION,
    *,
    voice: str | None = None,
    count: int = 1,
    why: tuple[str, ...] = (),
) -> Root:
    return Root(name, kind, side, interest, tuple(f"{name} {n}" for n in range(count)), voice, why=why)


def own_voice(outlet: str | None = "Tarn Today") -> Root:
    return Root(outlet, OriginKind.OUTLET, "unknown", UNKNOWN, (f"{outlet}",), own_voice=True)


MINISTRY = root("Ministry of Defence", "Varnia", OWN, count=6)
MAYOR = root("Irena Soltan", "Ostrel", OWN, OriginKind.PERSON)
MONITOR = root("Kestrel Institute", "none", NEUTRAL)
OPEN = root(None, kind=OriginKind.UNSTATED)
LOOP = root(None, kind=OriginKind.UNSTATED, why=("A loop: A cites B and B cites A; nobody stands behind it.",))
SOURCE = root("a source", kind=OriginKind.UNNAMED_PERSON)
OSLIN = root("Radek Oslin", "Varnia", OWN, OriginKind.PERSON, voice="the defence ministry")
VENN = root("Marta Venn", "Varnia", AGAINST, OriginKind.PERSON, voice="the defence ministry")
ZORIN = root("Ilya Zorin", "Varnia", OWN, OriginKind.PERSON)
SOLDIERS = root("Varnian soldiers", "Varnia", AGAINST, OriginKind.GROUP)

CASES: list[tuple[str, list[Root], int, Standing, str]] = [
    ("an outlet alone", [own_voice()], 1, Standing.UNSOURCED,
     "Unsourced: the outlet says so in its own voice, and nobody is named."),
    ("outlets alone", [own_voice("A"), own_voice("B")], 2, Standing.UNSOURCED,
     "Unsourced: 2 articles say so in their outlets' own voice, and nobody is named."),
    ("an origin left open", [OPEN], 1, Standing.UNSOURCED, "Unsourced: the article leaves open who says so."),
    ("origins left open", [OPEN, OPEN], 3, Standing.UNSOURCED, "Unsourced: 3 articles leave open who says so."),
    ("own voice and open", [own_voice(), OPEN], 2, Standing.UNSOURCED,
     "Unsourced: outlets say so in their own voice or leave open who says so; nobody is named."),
    ("a loop", [LOOP],
     2, Standing.UNSOURCED, "Unsourced: outlets cite each other for it, and nobody stands behind them."),
    ("one root", [MINISTRY], 1, Standing.SOLE, "Sole: one article, one root: Ministry of Defence."),
    ("one who is not named", [SOURCE], 1, Standing.SOLE, "Sole: one article, one root: a source."),
    ("one voice in one article", [OSLIN, VENN], 1, Standing.SOLE,
     "Sole: one article, 2 roots of one voice: the defence ministry."),
    ("one ministry, eleven pages", [MINISTRY], 11, Standing.ECHOED,
     "Echoed: 11 articles, one root: Ministry of Defence."),
    ("an outlet that others cite", [root("VNA", "Varnia", OWN, OriginKind.OUTLET)], 2, Standing.ECHOED,
     "Echoed: 2 articles, one root: VNA."),
    ("an outlet beside a named root", [MINISTRY, own_voice()], 2, Standing.ECHOED,
     "Echoed: 2 articles, one root: Ministry of Defence."),
    ("one voice, two pages", [OSLIN, VENN], 2, Standing.ECHOED,
     "Echoed: 2 articles, 2 roots of one voice: the defence ministry."),
    ("both sides", [MINISTRY, MAYOR], 2, Standing.CROSS_SIDE, "Cross-side: 2 independent roots, of Ostrel and Varnia."),
    ("states by their codes", [root("Kyiv", "UA", OWN), root("Moscow", "RU", OWN)], 2, Standing.CROSS_SIDE,
     "Cross-side: 2 independent roots, of Russia and Ukraine."),
    ("a third party", [MINISTRY, MONITOR], 2, Standing.CROSS_SIDE,
     "Cross-side: Kestrel Institute, of no side, beside 1 other root."),
    ("third parties alone", [MONITOR, root("aid workers", "none")], 2, Standing.CROSS_SIDE,
     "Cross-side: 2 independent roots of no side, Kestrel Institute and aid workers."),
    ("an admission", [ZORIN, SOLDIERS], 2, Standing.CROSS_SIDE,
     "Cross-side: an admission by Varnian soldiers against the interest of Varnia, beside 1 other root."),
    ("an admission alone", [SOLDIERS], 3, Standing.ECHOED, "Echoed: 3 articles, one root: Varnian soldiers."),
    ("an admission in one voice", [OSLIN, VENN, ZORIN], 2, Standing.CROSS_SIDE,
     "Cross-side: an admission by the defence ministry against the interest of Varnia, beside 1 other root."),
    ("one side that gains", [MINISTRY, ZORIN], 2, Standing.ONE_SIDED,
     "One-sided: 2 independent roots, both of Varnia, which it serves."),
    ("one side, some of which gain", [MINISTRY, ZORIN, root("VNA", "Varnia")], 3, Standing.ONE_SIDED,
     "One-sided: 3 independent roots, all of Varnia; it serves that side as 2 of them tell it."),
    ("one side, one of which gains", [MINISTRY, root("VNA", "Varnia")], 2, Standing.ONE_SIDED,
     "One-sided: 2 independent roots, both of Varnia; it serves that side as 1 of them tells it."),
    ("one side that does not gain", [root("A", "Varnia"), root("B", "Varnia")], 2, Standing.ONE_SIDED,
     "One-sided: 2 independent roots, both of Varnia."),
    ("one side and one unknown", [MINISTRY, SOURCE], 2, Standing.ONE_SIDED,
     "One-sided: 2 independent roots, 1 of Varnia and 1 whose side is not known."),
    ("no side known", [SOURCE, root("residents", kind=OriginKind.GROUP)], 2, Standing.ONE_SIDED,
     "One-sided: 2 independent roots, and the side of none is known: no second side can be shown."),
]  # fmt: skip


@pytest.mark.parametrize(("roots", "articles", "standing", "why"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_each_case_of_the_table(roots: list[Root], articles: int, standing: Standing, why: str) -> None:
    found = weighed(roots, articles)
    assert (found.standing, found.why[-1]) == (standing, why)


def test_the_steps_are_told_in_their_order() -> None:
    assert weighed([MINISTRY, OSLIN, VENN, MONITOR, own_voice(), OPEN], 7) == Weighed(
        Standing.CROSS_SIDE,
        (
            "Root: Ministry of Defence (Varnia), 6 statements; it serves its own side.",
            "Root: Radek Oslin (Varnia), 1 statement; it serves its own side.",
            "Root: Marta Venn (Varnia), 1 statement; an admission against its own side.",
            "Root: Kestrel Institute (of no side), 1 statement.",
            "Root: Tarn Today in its own voice, 1 statement.",
            "Root: an origin left open, 1 statement.",
            "Radek Oslin and Marta Venn speak for the defence ministry: 2 origins, one voice.",
            "Not counted: 1 outlet in its own voice and 1 origin left open.",
            "Cross-side: Kestrel Institute, of no side, beside 2 other roots.",
        ),
    )


def test_a_root_is_told_with_its_side_in_words() -> None:
    assert told_of(root("Kyiv", "UA", count=2)) == "Root: Kyiv (Ukraine), 2 statements."
    assert told_of(SOURCE) == "Root: a source (side not known), 1 statement."
    assert told_of(own_voice(None)) == "Root: an outlet in its own voice, 1 statement."


_ROOTS = st.lists(
    st.builds(
        root,
        st.sampled_from(["Ministry of Defence", "Irena Soltan", "UN", "a source"]),
        st.sampled_from(["Varnia", "Ostrel", "none", "unknown"]),
        st.sampled_from(list(Interest)),
        st.sampled_from(list(OriginKind)),
        voice=st.sampled_from([None, "the defence ministry"]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda each: each.statements,
)


@given(_ROOTS, st.integers(1, 9), st.permutations(["Varnia", "Ostrel"]))
def test_every_side_is_treated_alike(roots: list[Root], articles: int, sides: list[str]) -> None:
    names = dict(zip(["Varnia", "Ostrel"], sides, strict=True))
    turned = [
        root(r.name, names.get(r.side, r.side), r.interest, r.kind, voice=r.voice, count=len(r.statements))
        for r in roots
    ]
    assert weighed(turned, articles).standing is weighed(roots, articles).standing


@given(_ROOTS, st.integers(1, 9))
def test_an_outlets_own_voice_adds_no_standing(roots: list[Root], articles: int) -> None:
    if voices(roots):
        assert weighed([*roots, own_voice()], articles).standing is weighed(roots, articles).standing
