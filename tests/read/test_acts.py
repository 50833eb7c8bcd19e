"""What words say that somebody did, by class."""

import pytest

from sayso.encoder.heads import EVENTS
from sayso.read.acts import evidence, spoken

SAID = {
    "AGREE": (
        "Ostrel agreed to withdraw from Tarn",
        "The rebels said they would free the captives on Sunday",
        "Varnia is willing to meet Ostrel's envoy",
        "Two factions have reached an understanding on sharing power",
        "The president vowed to introduce reforms",
    ),
    "CONSULT": (
        "The Varnian president flew to Tarn for talks on fishing rights",
        "Ostrel's president received the Varnian envoy in Tarn",
        "Leaders of both states spoke by telephone about the border",
    ),
    "SUPPORT": (
        "The bishop voiced support for the peace plan",
        "Ostrel apologised to Varnia for the shooting of two fishermen",
        "Varnia and Ostrel have signed a protocol on fishing",
    ),
    "CONCEDE": (
        "The government lifted the state of emergency in the north",
        "The curfew in Karsk was shortened on Sunday",
        "Teachers in Tarn called off their strike after a pay rise",
    ),
    "COOPERATE": (
        "Varnia extradited a former colonel to Ostrel",
        "Warships of Varnia and Ostrel took part in joint manoeuvres off Tarn",
        "Varnia has shared intelligence with Ostrel",
    ),
    "AID": (
        "Varnia flew tents and blankets to the quake area",
        "Ostrel granted political asylum to three Varnian pilots",
        "The bank lent Varnia two million crowns for its railways",
    ),
    "RETREAT": (
        "Varnia returned the captured trawler to Ostrel",
        "Ostrel allowed inspectors into the plant",
        "The Union removed some of its sanctions on Ostrel",
        "A rebel commander and his men laid down their weapons",
    ),
    "REQUEST": (
        "Ostrel insisted that Varnia apologise",
        "The clergy urged the junta to restore civilian rule",
        "Varnia must withdraw from the valley at once",
    ),
    "ACCUSE": (
        "Ostrel held Varnia responsible for the sinking",
        "Prosecutors charged the former minister with treason",
    ),
    "DISAPPROVE": (
        "The Union voiced alarm at the arrests",
        "The minister lashed out at the report",
    ),
    "INVESTIGATE": (
        "A judge opened an inquiry into the deaths of nine prisoners",
        "The Union sent a fact-finding team to the valley",
    ),
    "REJECT": (
        "Varnia ruled out talks with the rebels",
        "Varnia will not free the prisoners",
        "The two sides failed to agree on a date",
        "The premier brushed aside calls to resign",
    ),
    "THREATEN": (
        "Ostrel will recall its ambassador unless the editor is freed",
        "The commander vowed to avenge the deaths",
        "Varnia is considering banning the party",
        "Varnia is ready to bomb the bridge",
    ),
    "PROTEST": (
        "Bus drivers in Tarn went on strike on Friday",
        "Farmers blocked the road to the border with tractors",
        "A jailed editor has begun a hunger strike",
    ),
    "SANCTION": (
        "Ostrel expelled two Varnian diplomats",
        "Varnia broke off the talks after the raid",
        "Ostrel announced it would halt all aid to Varnia",
        "The Union ended its mission in Karsk",
    ),
    "MOBILIZE": (
        "Varnia has massed two divisions near the river",
        "Ostrel put its forces on high alert",
    ),
    "COERCE": (
        "Riot police broke up a rally in Karsk",
        "The authorities closed two radio stations",
        "Two volunteers were captured near Karsk",
    ),
    "ASSAULT": (
        "Gunmen abducted an engineer near Karsk",
        "A suicide bomber attacked a market",
        "Guards tortured prisoners in Karsk",
    ),
    "FIGHT": (
        "Rebels captured two villages",
        "Troops and rebels exchanged fire near Tarn",
        "Army helicopters rocketed rebel positions",
    ),
}


def best(text: str) -> str:
    weights = evidence(text, known=True)
    return EVENTS[weights.index(max(weights))]


@pytest.mark.parametrize("name", SAID)
def test_each_class_has_its_words(name: str) -> None:
    assert {text: best(text) for text in SAID[name]} == dict.fromkeys(SAID[name], name)


def test_the_outer_act_counts_most_and_the_inner_a_little() -> None:
    weights = dict(zip(EVENTS, evidence("Ostrel agreed to withdraw from Tarn"), strict=True))
    assert 0 < weights["RETREAT"] < weights["AGREE"] / 3


def test_what_hangs_on_a_clause_counts_less_than_its_verb() -> None:
    assert best("After Ostrel shelled Tarn, the Union condemned both sides") == "DISAPPROVE"
    assert best("The Union condemned both sides after Ostrel shelled Tarn") == "DISAPPROVE"


def test_words_of_diplomacy_count_only_where_an_act_is_known() -> None:
    text = "Sailors spoke up for the jailed editor"
    assert max(evidence(text)) < 0.5 < max(evidence(text, known=True))


@pytest.mark.parametrize(
    "text",
    [
        "The city is old",
        "The two were met with silence",
        "Those fighting fires in March were tired",
        "There was a heart attack in the village",
    ],
)
def test_no_act_is_no_evidence(text: str) -> None:
    assert max(evidence(text)) < 1


@pytest.mark.parametrize(
    ("cue", "act"),
    [("called on", "REQUEST"), ("condemned", "ACCUSE"), ("blamed on", None), ("has blamed", "ACCUSE"), ("said", None)],
)
def test_words_of_saying_that_are_an_act(cue: str, act: str | None) -> None:
    assert spoken(cue) == act


@pytest.mark.xfail(strict=True, reason="who acts is not looked at: drivers blockade a port as warships do")
def test_a_blockade_by_drivers_is_a_protest() -> None:
    assert best("Lorry drivers blockaded the port over fuel prices") == "PROTEST"
