"""Every origin of a pile, and how it fares."""

from sayso.ledger import Ledger
from sayso.ledger.articles import Articles
from sayso.ledger.sources import Source
from sayso.model.statement import Origin, OriginKind
from tests.conftest import Place
from tests.ledger.pile import Article, kept


def test_every_origin_is_told_with_its_relays_and_contested_claims(place: Place) -> None:
    with Ledger.open(kept(place())) as ledger:
        assert list(ledger.sources()) == [
            Source(
                "Ministry of Defence of Varnia",
                OriginKind.ORGANIZATION,
                ("Varnia",),
                statements=5,
                articles=3,
                claims=2,
                contested=1,
                relays=(("VNA", 1),),
                of=5,
            ),
            Source("Tarn health department", OriginKind.ORGANIZATION, ("Ostrel",), 2, 2, 1, 0, of=5),
            Source("Kestrel Institute", OriginKind.ORGANIZATION, ("none",), 1, 1, 1, 1, of=5),
            Source("Ostrel's army", OriginKind.ORGANIZATION, ("Ostrel",), 1, 1, 1, 1, of=5),
            Source("The Norhaven Herald", OriginKind.OUTLET, ("unknown",), 1, 1, 1, 0, own_voice=True, of=5),
        ]
        assert [each.name for each in ledger.sources("ostrel")] == ["Tarn health department", "Ostrel's army"]
        assert [each.of for each in ledger.sources(limit=1)] == [5]


def test_a_person_is_one_of_whatever_side_and_two_ministries_are_two(place: Place) -> None:
    said = ("The bridge stands", "The dam has burst", "It rains", "It snows")
    person = [Origin("Irina Lask", OriginKind.PERSON, side) for side in ("Varnia", "unknown")]
    ministry = [Origin("Ministry of Defence", OriginKind.ORGANIZATION, side) for side in ("Varnia", "Ostrel")]
    article = Article("a.txt", "VNA", 13, "Weather", "".join(f"{words}, she said.\n" for words in said))
    for words, origin in zip(said, person + ministry, strict=True):
        article.says(words, origin, "said")
    with Ledger.open(place()) as ledger:
        ledger.add(*article.read())
        assert [(each.name, each.sides, each.statements) for each in ledger.sources()] == [
            ("Irina Lask", ("Varnia", "unknown"), 2),
            ("Ministry of Defence", ("Ostrel",), 1),
            ("Ministry of Defence", ("Varnia",), 1),
        ]


def test_outlets_are_told_in_one_question(place: Place) -> None:
    with Ledger.open(kept(place())) as ledger:
        asked = list[object]()
        told = Articles(lambda query: asked.append(query) or ledger._rows(query))  # type: ignore[func-returns-value]
        every = ("Frontier Post", "Ilva Tally", "Tarn Today", "The Norhaven Herald", "VNA")
        assert told.outlets(100) == every
        assert told.outlets(2) == every[:2]
        assert len(asked) == 2
    with Ledger.open(place("empty.sayso")) as ledger:
        assert ledger.articles.outlets(100) == ()
