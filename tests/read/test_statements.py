"""Statements of a whole article: who speaks, through whom, and what is no statement at all."""

import pytest

from sayso.read.statements import body, is_heading
from tests.read.marked import Row, heard

OUTLET = ("outlet", None, [])


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        (
            "[c “We hold Karsk,”] [q said] [s Colonel Iva Moss]. [c “Losses are light. The road is open.”]\n\n"
            "[c “Nobody here will leave.”]\n\nSnow fell on Karsk.",
            [
                ("We hold Karsk", "direct", "Iva Moss", []),
                ("Losses are light", "direct", "Iva Moss", []),
                ("The road is open", "direct", "Iva Moss", []),
                ("Nobody here will leave", "direct", "Iva Moss", []),
                ("Snow fell on Karsk", *OUTLET),
            ],
        ),
        (
            "[s Iva Moss] [q said]: [c “The bridge is gone.]\n\n[c “We cannot cross.]\n\n[c “The boats are burnt.”]",
            [
                ("The bridge is gone", "direct", "Iva Moss", []),
                ("We cannot cross", "direct", "Iva Moss", []),
                ("The boats are burnt", "direct", "Iva Moss", []),
            ],
        ),
        (
            "[c “We hold Karsk,”] [q said] [s Colonel Iva Moss]. [c “They do not,”] [q said] [s Pavel Orr, a rebel]."
            "\n\n[c “They ran,”] [s Orr] [q added].",
            [
                ("We hold Karsk", "direct", "Iva Moss", []),
                ("They do not", "direct", "Pavel Orr", []),
                ("They ran", "direct", "Pavel Orr", []),
            ],
        ),
    ],
)
def test_a_quotation_runs_on_over_sentences_and_paragraphs(annotated: str, expected: list[Row]) -> None:
    assert heard(annotated) == expected


def test_a_quotation_runs_on_over_paragraphs_that_do_not_open_it_again() -> None:
    assert heard("[s Iva Moss] [q said] [c “The bridge is gone.\n\nWe cannot cross.”]\n\nSnow fell on Tarn.") == [
        ("The bridge is gone", "direct", "Iva Moss", []),
        ("We cannot cross", "direct", "Iva Moss", []),
        ("Snow fell on Tarn", *OUTLET),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[s Iva Moss] [q said] [c that the bridge was gone].", ("the bridge was gone", "indirect", "Iva Moss", [])),
        ("[c The bridge was gone], [s Iva Moss] [q said].", ("The bridge was gone", "indirect", "Iva Moss", [])),
        (
            "[c “The bridge,”] [s Iva Moss] [q said], [c “is gone.”]",
            ("The bridge … is gone", "direct", "Iva Moss", []),
        ),
        (
            "[q According to] [s residents of Tarn], [c the bridge was gone].",
            ("the bridge was gone", "indirect", "residents of Tarn", []),
        ),
        (
            "[c The order came from above], [s a senior officer] [q said] on condition of anonymity.",
            ("The order came from above", "indirect", "a senior officer", []),
        ),
        (
            "[c Two brigades] [q reportedly] [c withdrew from Tarn].",
            ("Two brigades … withdrew from Tarn", "indirect", None, []),
        ),
        ("[s Reports] [q emerged] [c that the dam was breached].", ("the dam was breached", "indirect", None, [])),
        ("[q It is said] [c that the dam was breached].", ("the dam was breached", "indirect", None, [])),
    ],
)
def test_the_source_stands_anywhere_or_nowhere(sentence: str, expected: Row) -> None:
    assert heard(sentence) == [expected]


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        ("[s reports and Ostreli officials]", ["reports", "Ostreli officials"]),
        ("[s residents and two doctors]", ["residents", "two doctors"]),
        ("[s Ukraine and the United States]", ["Ukraine", "United States"]),
        ("[s Save the Children and Partners]", ["Save the Children and Partners"]),
        ("[s Iva Moss, a doctor and a mother]", ["Iva Moss"]),
    ],
)
def test_two_sources_are_two_statements_and_a_name_with_and_in_it_is_one(sources: str, names: list[str]) -> None:
    assert heard(f"[c The bridge was gone], [q according to] {sources}.") == [
        ("The bridge was gone", "indirect", name, []) for name in names
    ]


def test_what_is_added_has_the_same_source() -> None:
    annotated = "[s Iva Moss] [q said] [c Karsk would be held at any cost], [q adding] [c that losses were light]."
    assert heard(annotated) == [
        ("Karsk would be held at any cost", "indirect", "Iva Moss", []),
        ("losses were light", "indirect", "Iva Moss", []),
    ]


def test_what_is_added_right_behind_the_name_is_a_statement_too() -> None:
    assert heard("[c “We hold the town,”] [q said] [s Colonel Iva Moss], [q adding] [c that losses were light].") == [
        ("We hold the town", "direct", "Iva Moss", []),
        ("losses were light", "indirect", "Iva Moss", []),
    ]


def test_an_outlet_that_cites_is_the_relay_of_whom_it_cites() -> None:
    annotated = "[s Ostrel Wire] [q reported] [c that 40 drones fell], [q citing] [s the Varnian defence ministry]."
    assert heard(annotated) == [
        ("40 drones fell", "indirect", "the Varnian defence ministry", [("Ostrel Wire", "published")])
    ]


def test_an_outlet_that_cites_before_the_content_is_a_relay_too() -> None:
    annotated = "[s Ostrel Wire] [q reported], [q citing] [s the Varnian defence ministry], [c that 40 drones fell]."
    assert heard(annotated) == [
        ("40 drones fell", "indirect", "the Varnian defence ministry", [("Ostrel Wire", "published")])
    ]


def test_a_person_who_gives_a_reason_stays_the_origin() -> None:
    annotated = "[s Colonel Iva Moss] [q said] [c that Karsk had fallen], citing the loss of the bridge."
    assert heard(annotated) == [("Karsk had fallen", "indirect", "Iva Moss", [])]


@pytest.mark.parametrize(
    ("annotated", "names"),
    [
        (
            "[s Iva Moss], a nurse, [q said] [c the clinic was hit]. [s She] [q added] [c that nobody was killed].",
            ["Iva Moss", "Iva Moss"],
        ),
        (
            "[s Iva Moss], who heads the council, [q said] [c Tarn was calm].\n\n"
            "[c The wells are dry], [s Moss] [q said].",
            ["Iva Moss", "Iva Moss"],
        ),
        (
            "[s The head of the Varnian defence ministry, Irina Dol,] [q said] [c the front was calm].\n\n"
            "[c Losses were light], [s the ministry head] [q added].",
            ["Irina Dol", "Irina Dol"],
        ),
        (
            "[s Governor Oleh Sar] [q said] [c the dam was safe]. [c The turbines run on], [s the official] [q added].",
            ["Oleh Sar", "Oleh Sar"],
        ),
        (
            "The Ostrel Relief Committee (ORC) works in Tarn.\n\n"
            "[c Some 300 families have left], [s the ORC] [q said].",
            [None, "Ostrel Relief Committee"],
        ),
        (
            "The Tarn Observatory for Human Rights counts the dead.\n\n"
            "[c At least nine people were killed], [s the Observatory] [q said].",
            [None, "Tarn Observatory for Human Rights"],
        ),
        (
            "[s Residents of Tarn] [q said] [c the wells were dry]. [s They] [q added] [c that no lorry had come].",
            ["Residents of Tarn", "Residents of Tarn"],
        ),
        (
            "[s Iva Moss, a spokeswoman for the army,] [q said] [c Karsk had fallen]. "
            "[s Pavel Orr, a spokesman for the rebels,] [q denied] [c that it had]. "
            "[c The town is calm], [s she] [q insisted]. [c It is ours], [s he] [q said].",
            ["Iva Moss", "Pavel Orr", "Iva Moss", "Pavel Orr"],
        ),
    ],
)
def test_who_speaks_by_any_other_name(annotated: str, names: list[str | None]) -> None:
    assert [name for _, _, name, _ in heard(annotated)] == names


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        ("[c Karsk has fallen], [s the ministry] [q told] VNA.", [("VNA", "told")]),
        ("In an interview with Ostrel TV, [s Irina Dol] [q said] [c that talks had failed].", [("Ostrel TV", "told")]),
        ("[c “We will rebuild,”] [s Dol] [q said] in an appearance on Radio Tarn.", [("Radio Tarn", "broadcast")]),
        ("[c It was mined], [s Ada Kern] [q said] in a letter published by VNA.", [("VNA", "published")]),
        ("[c Tarn is ours], [s the commander Pavel Orr] [q wrote] on Telegram.", [("Telegram", "posted")]),
        ("[c “Burn the bridges,”] [q reads] [s the order], obtained by Ostrel Wire.", [("Ostrel Wire", "obtained")]),
        ("[c “No bread,”] [q reads] [s a letter] found by the Lantern Committee.", [("Lantern Committee", "found")]),
        (
            "[c “The port is closed,”] [s Oleh Sar] [q told] Ostrel TV, per a translation by Tarn Gazette.",
            [("Ostrel TV", "told"), ("Tarn Gazette", "translated")],
        ),
    ],
)  # fmt: skip
def test_relays_of_every_relation(annotated: str, expected: list[tuple[str, str]]) -> None:
    ((*_, chain),) = heard(annotated)
    assert chain == expected


def test_the_programme_is_the_one_that_was_told_before() -> None:
    annotated = (
        "[s Governor Oleh Sar] [q told] the news programme Tarn Tonight [c that the dam was safe].\n\n"
        "[c The turbines are running], [s he] [q told] the programme."
    )
    assert heard(annotated) == [
        ("the dam was safe", "indirect", "Oleh Sar", [("Tarn Tonight", "told")]),
        ("The turbines are running", "indirect", "Oleh Sar", [("Tarn Tonight", "told")]),
    ]


def test_a_scene_without_content_is_no_statement_and_its_relay_joins_the_chain() -> None:
    annotated = (
        "[c The talks have failed], [s Irina Dol] [q said].\n\n"
        "[s Dol] [q elaborated] on these remarks during an appearance on Radio Tarn.\n\n"
        "[c “We waited for nine days,”] [s she] [q said].\n\n[c The talks go on], [s Pavel Orr] [q said]."
    )
    assert heard(annotated) == [
        ("The talks have failed", "indirect", "Irina Dol", [("Radio Tarn", "broadcast")]),
        ("We waited for nine days", "direct", "Irina Dol", [("Radio Tarn", "broadcast")]),
        ("The talks go on", "indirect", "Pavel Orr", []),
    ]


def test_she_spoke_at_length_on_radio_tarn() -> None:
    annotated = "[s Irina Dol] [q spoke] at length on Radio Tarn.\n\n[c “We waited for nine days,”] [s she] [q said]."
    assert heard(annotated) == [("We waited for nine days", "direct", "Irina Dol", [("Radio Tarn", "broadcast")])]


def test_letters_come_through_their_finders_to_the_end_of_the_section() -> None:
    annotated = (
        "Life in the trenches\n\n"
        "The 12 letters were found by the Lantern Committee in Karsk and accessed by the Belomir Post.\n\n"
        "[c “We have no bread,”] [q wrote] [s a soldier named Ilko].\n\n"
        "[c “My feet are wet,”] [s another] [q complained].\n\n"
        "The other side\n\n[c “We have bread,”] [q said] [s Iva Moss]."
    )
    found = [("Lantern Committee", "found"), ("Belomir Post", "obtained")]
    assert [(content, chain) for content, _, _, chain in heard(annotated)][1:] == [
        ("We have no bread", found),
        ("My feet are wet", found),
        ("We have bread", []),
    ]


def test_an_agency_credit_relays_what_others_say_and_nothing_else() -> None:
    annotated = (
        "KARSK (Reuters) - [s The army] [q said] [c that Karsk had fallen]. Snow fell on the ruins.\n\n"
        "[c Nobody was left], [s a resident] [q told] Reuters."
    )
    expected = [
        ("Karsk had fallen", "indirect", "The army", [("Reuters", "published")]),
        ("Snow fell on the ruins", *OUTLET),
        ("Nobody was left", "indirect", "a resident", [("Reuters", "told")]),
    ]
    assert heard(annotated, furniture="KARSK (Reuters) -") == expected
    own = heard(annotated, furniture="KARSK (Reuters) -", outlet="Reuters")
    assert [chain for *_, chain in own] == [[], [], []]


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        (
            "Karsk falls\n\nWhat the army says\n\n[s The army] [q said] [c that Karsk had fallen].\n\n"
            "Who is left\n\nNobody was seen in the streets.",
            [("Karsk had fallen", "indirect", "The army", []), ("Nobody was seen in the streets", *OUTLET)],
        ),
        (
            "How many are left in Karsk? Nobody has counted them.",
            [("Nobody has counted them", *OUTLET)],
        ),
        (
            "The bridge was hit before dawn, and [s residents] [q said] [c that nobody had come].",
            [("The bridge was hit before dawn", *OUTLET), ("nobody had come", "indirect", "residents", [])],
        ),
        (
            "However, [s the mayor] [q said] [c that the wells were dry]. But the army has not answered.",
            [("the wells were dry", "indirect", "the mayor", []), ("the army has not answered", *OUTLET)],
        ),
        (
            "– [c We are tired] – [q says] [s Iva Moss], a nurse.",
            [("We are tired", "direct", "Iva Moss", [])],
        ),
        (
            "[s The army] [q said] [c it had taken control of\n74 settlements] on Friday.",
            [("it had taken control of\n74 settlements", "indirect", "The army", [])],
        ),
        ("", []),
    ],
)
def test_what_is_a_statement_and_what_is_none(annotated: str, expected: list[Row]) -> None:
    assert sorted(heard(annotated), key=str) == sorted(expected, key=str)


def test_a_headline_said_again_with_a_stop_is_a_headline() -> None:
    annotated = "Karsk falls to rebels.\n\nThe army left."
    assert heard(annotated, title="Karsk falls to rebels") == [("The army left", *OUTLET)]
    assert heard(annotated) == [("Karsk falls to rebels", *OUTLET), ("The army left", *OUTLET)]


def test_furniture_is_cut_out_of_a_paragraph() -> None:
    annotated = "The army left Karsk. Must read The rebels entered an hour later."
    assert heard(annotated, furniture="Must read") == [
        ("The army left Karsk", *OUTLET),
        ("The rebels entered an hour later", *OUTLET),
    ]


def test_furniture_in_mid_sentence_loses_nothing_of_the_sentence() -> None:
    annotated = "[s She] [q said] [c the army left Karsk] - Advertisement - before the rebels came."
    assert ("the army left Karsk", "indirect", "She", []) in heard(annotated, furniture="- Advertisement -")


@pytest.mark.parametrize(
    ("words", "title", "expected"),
    [
        ("Karsk falls", None, True),
        ("Karsk falls.", None, False),
        ("Karsk falls.", "Karsk Falls", True),
        ("“We will stay”", None, False),
        ("word " * 21, None, False),
        ("Here is what we know:", None, False),
    ],
)
def test_headings(words: str, title: str | None, expected: bool) -> None:
    assert is_heading(words, (0, len(words)), title) is expected


def test_the_body_is_what_no_furniture_covers() -> None:
    text = "Share\n\nThe army left. Must read It rained.\n\n* * *"
    spans = body(text, ((0, 5), (22, 31)))
    assert [text[a:b].strip() for a, b in spans] == ["The army left.", "It rained."]


@pytest.mark.parametrize(
    "sentence",
    [
        "[c The dam is safe], [s Oleh Sar] [q told] the Belomir Post.",
        "[c The dam is safe], [s Oleh Sar] [q told] Belomir Post in an interview.",
        "In an interview with the Belomir Post, [s Oleh Sar] [q said] [c the dam is safe].",
    ],
)
def test_the_articles_own_outlet_is_no_relay(sentence: str) -> None:
    own, other = (
        [(content.lower(), *rest) for content, *rest in heard(sentence, outlet=outlet)]
        for outlet in ("Belomir Post", "Tarn Gazette")
    )
    assert own == [("the dam is safe", "indirect", "Oleh Sar", [])]
    assert other == [("the dam is safe", "indirect", "Oleh Sar", [("Belomir Post", "told")])]


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        ("[c “Who will feed us?”] [s she] [q asked]. Snow fell on Tarn.", [("Snow fell on Tarn", *OUTLET)]),
        ("[c “Stop!”] [s she] [q cried]. Snow fell on Tarn.", [("Snow fell on Tarn", *OUTLET)]),
        ("[c “Nobody stopped,”] [s she] [q cried].", [("Nobody stopped", "direct", "she", [])]),
    ],
)
def test_a_question_and_a_cry_of_one_word_are_no_statements(annotated: str, expected: list[Row]) -> None:
    assert heard(annotated) == expected


def test_what_is_left_of_a_sentence_is_no_claim_where_a_relay_stands_in_it() -> None:
    occasion = (
        "The governor was speaking as he gave an interview to Ostrel TV, and [s he] [q said] [c the dam was safe]."
    )
    assert [(content, chain) for content, *_, chain in heard(occasion)] == [
        ("the dam was safe", [("Ostrel TV", "told")])
    ]


def test_its_analysts_are_those_of_the_institution_spoken_of_last() -> None:
    annotated = (
        "[s The Tarn Institute] [q said] [c the front was calm]. "
        "[s Its analysts] [q expect] [c “a long and bitter winter”]."
    )
    assert heard(annotated) == [
        ("the front was calm", "indirect", "Tarn Institute", []),
        ("a long and bitter winter", "direct", "Tarn Institute analysts", []),
    ]


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        (
            "Satellite images show fresh trenches near Tarn.",
            [("fresh trenches near Tarn", "indirect", "Satellite images", [])],
        ),
        (
            "Ostrel soldiers found 12 letters in a cellar near Karsk.\n\n"
            "[c “We have no bread,”] [q wrote] [s a soldier named Ilko].",
            [
                ("Ostrel soldiers found 12 letters in a cellar near Karsk", *OUTLET),
                ("We have no bread", "direct", "Ilko", [("Ostrel soldiers", "found")]),
            ],
        ),
    ],
)
def test_things_that_show_something_and_who_found_them(annotated: str, expected: list[Row]) -> None:
    assert heard(annotated) == expected


@pytest.mark.parametrize(
    ("quoted", "voice"),
    [
        ("– [c We are very tired] – [s she] [q says].", "direct"),
        ("[c ‘We are very tired,’] [s she] [q says].", "direct"),
        ("[c «We are very tired»], [s she] [q says].", "direct"),
        ("[c We are very tired], [s she] [q says].", "indirect"),
    ],
)
def test_every_kind_of_quotation_is_direct(quoted: str, voice: str) -> None:
    assert heard(quoted) == [("We are very tired", voice, "she", [])]


def test_a_short_paragraph_with_a_footnote_is_no_heading() -> None:
    words = "The army left Karsk.[3]"
    assert is_heading(words, (0, len(words)), None) is False


@pytest.mark.parametrize(
    ("annotated", "name"),
    [
        (
            "[c “][q According to] [s his family], [c they have not heard from him,”] Iva Moss said on Monday. "
            "[c “We will go on looking.”]",
            "Iva Moss",
        ),
        (
            "[c “The dam is safe,”] [q said] [s Pavel Orr]. [c “It stood,”] [q said] [s Iva Moss]. Snow fell on Karsk. "
            "Orr has lived by the dam for years. [c “I know every stone.”]",
            "Pavel Orr",
        ),
        (
            "[c “The dam is safe,”] [q said] [s Pavel Orr]. [s The Tarn peer and former pilot] [q added]: "
            "[c “It will stand.”]",
            "Pavel Orr",
        ),
    ],
)
def test_whoever_has_the_floor_goes_on(annotated: str, name: str) -> None:
    assert heard(annotated)[-1][2] == name
