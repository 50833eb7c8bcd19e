"""Denials: who says that what another claims is not so."""

from sayso.link.denials import denial
from sayso.model.filed import Filed
from sayso.model.statement import Basis, Certainty, OriginKind
from tests.link.telling import figure, told

DENIED = Certainty.DENIED


def varnia(words: str, start: int = 0, **more: object) -> Filed:
    return told(words, "Varnia's defence ministry", "Varnia", document="one page", start=start, at="", **more)  # type: ignore[arg-type]


def ostrel(words: str, start: int = 300, **more: object) -> Filed:
    return told(words, "Ostrel's government", "Ostrel", document="one page", start=start, at="", **more)  # type: ignore[arg-type]


def test_a_denial_in_the_claims_own_matter() -> None:
    claim = varnia("its aircraft had struck a depot inside Ostrel")
    against = ostrel("strikes had hit any depot", certainty=DENIED)
    assert denial(claim, against) == (
        "Varnia's defence ministry (told on 16 March 2024) claims “its aircraft had struck a depot inside Ostrel”; "
        "Ostrel's government (told on 16 March 2024) denies it in the same article: “strikes had hit any depot”."
    )
    assert denial(against, claim) is None


def test_the_figure_means_the_one_before() -> None:
    held = varnia("to hold 31 settlements", figures=(figure("31 settlements", 31, "settlements", "settlements"),))
    against = ostrel("the figure", start=80, certainty=DENIED)
    assert denial(held, against)
    assert denial(varnia("Its army has advanced"), against) is None
    assert denial(held, ostrel("the figure", start=2000, certainty=DENIED)) is None


def test_a_denial_in_other_words_is_of_the_claim_that_it_soon_follows() -> None:
    claim = varnia("Sappers of Ostrel's brigade blew up the dam at Karsk")
    against = ostrel("any part in what befell Karsk", start=60, certainty=DENIED)
    found = denial(claim, against)
    assert found is not None
    assert "denies it soon after" in found
    assert denial(claim, ostrel(against.words, start=4000, certainty=DENIED)) is None
    assert denial(varnia("Rain is expected in Tarn"), against) is None


def test_no_such_thing_is_possible() -> None:
    against = ostrel("any such incursion would be impossible")
    assert denial(varnia("it had conducted strikes inside Ostrel"), against)
    assert denial(varnia("it will send envoys to talks"), against) is None


def test_evidence_contradicts_the_claim_just_before() -> None:
    claim = varnia("it is targeting civilians", certainty=DENIED)
    against = told(
        "mounting evidence that contradicts these claims", None, "unknown", document="one page", start=40, at=""
    )
    assert denial(claim, against)


def test_a_letter_called_a_forgery() -> None:
    letter = told(
        "Mother, they told us it was an exercise",
        "a private",
        "Varnia",
        document="one page",
        at="",
        basis=Basis.DOCUMENT,
        kind=OriginKind.UNNAMED_PERSON,
        sentence="“Mother, they told us it was an exercise,” a private wrote.",
    )
    against = told("them a forgery", "Varnia's embassy", "Varnia", document="one page", start=300, at="")
    assert denial(letter, against)


def test_an_office_takes_back_its_heads_words() -> None:
    claim = told("We will not hold Tarn", "Anton Brezhan", document="one page", at="", kind=OriginKind.PERSON)
    against = told(
        "he was speaking of the town", "Brezhan's office", document="one page", start=200, at="", certainty=DENIED
    )
    assert denial(claim, against)


def test_the_blame_is_denied_by_whom_it_names() -> None:
    blamed = told("Varnia of having carried out the strike", "Ostrel", document="one page", at="")
    against = varnia("responsibility", start=100, certainty=DENIED)
    assert denial(blamed, against)
    assert denial(told("the strike was a crime", "Ostrel", document="one page", at=""), against) is None


def test_who_asks_or_tells_of_a_denial_claims_nothing() -> None:
    against = varnia("the use of gas shells", certainty=DENIED)
    assert denial(ostrel("gas shells were used at Tarn"), against)
    assert denial(ostrel("an inquiry will investigate the use of gas shells"), against) is None
    assert denial(ostrel("Varnia denies the use of gas shells"), against) is None


def test_nobody_denies_the_own_side_or_the_outlets_own_words() -> None:
    against = varnia("the use of gas shells", start=300, certainty=DENIED)
    assert (
        denial(told("gas shells were used", "a Varnian general", "Varnia", document="one page", at=""), against) is None
    )
    assert denial(told("gas shells were used", None, document="one page", at=""), against) is None


def test_what_another_is_told_to_have_dismissed() -> None:
    claim = told("A missile hit a school in Quell and killed 14 pupils", "rescuers", "none", at="Quell")
    against = told(
        "The general staff dismissed as a fabrication the claim that a school had been hit", None, at="Quell"
    )
    assert denial(claim, against)
    assert denial(told("A missile hit a bridge in Quell", "rescuers", "none", at="Quell"), against) is None


def test_a_claim_dismissed_by_the_word_before_it() -> None:
    claim = varnia("its troops had captured 31 settlements")
    against = ostrel(
        "“arithmetic for the evening news” a Varnian claim to have captured 31 settlements",
        sentence="She dismissed as “arithmetic for the evening news” a Varnian claim to have captured 31 settlements.",
    )
    assert denial(claim, against)


def test_not_our_shells() -> None:
    claim = told("Varnia of shelling a convoy at Karsk", "Ostrel", document="one page", at="")
    assert denial(claim, varnia("Varnian artillery was not responsible for the shelling of the convoy", start=100))


def test_who_began_is_denied() -> None:
    claim = told("Ulmar's guards opened fire first at Tessel", "Kereth", "Kereth", at="Tessel")
    against = told("Ulmar had started the fighting", "Ulmar", "Ulmar", at="Tessel", certainty=DENIED)
    assert denial(claim, against)
