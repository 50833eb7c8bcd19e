"""An invented article of any length, for measuring: quotations, relays, numbers, names, dates, as reports have them.

    >>> article(words=12, seed=1).splitlines()[0]
    'Fighting near Karsk: what both sides say'

The same words and seed give the same article. It is for clocks, not for scores: its sentences repeat their patterns.
"""

import random
from collections.abc import Iterator

TITLE = "Fighting near Karsk: what both sides say"
DATELINE = "KARSK, March 14, 2031 (Ostrel Wire) —"

FIRST = ("Ilya", "Mara", "Tomas", "Vera", "Pavel", "Lena", "Anton", "Sofia", "Daro", "Nina", "Emil", "Katya")
LAST = ("Zorin", "Halvek", "Brandt", "Ostrov", "Melnik", "Sarai", "Kovan", "Petrik", "Ruda", "Velen", "Danek", "Orlova")
OFFICE = (
    "Defence Minister",
    "army spokesman",
    "the governor of Tarn region",
    "military analyst",
    "head of the Belomir hospital",
    "a resident of Karsk",
    "Brigadier General",
    "the mayor",
    "a medic with the 14th brigade",
)
BODY = (
    "the Varnian General Staff",
    "the Ministry of Defence of Ostrel",
    "the Red Cross",
    "the UN monitoring mission",
    "the Tarn Institute for War Studies",
    "the regional administration",
)
UNNAMED = ("two officials", "residents", "a source in the ministry", "soldiers at the checkpoint", "several witnesses")
RELAY = ("VNA", "Ostrel Wire", "Radio Belomir", "the Karsk Courier", "the Telegram channel Frontline Tarn")
PLACE = ("Karsk", "Belomir", "Tarn", "Lower Zhelin", "the Mirna crossing", "Stary Most", "the port of Ansk")
THING = ("drones", "shells", "armoured vehicles", "missiles", "mortar rounds")
SAID = ("said", "told reporters", "claimed", "acknowledged", "warned", "insisted", "wrote on Facebook")
WHEN = ("on Tuesday", "on March 9", "last week", "overnight", "since early February", "on Friday evening", "in 2030")
ACT = (
    "{n} {thing} were destroyed near {place} {when}",
    "more than {n} civilians had been evacuated from {place} {when}",
    "the enemy lost at least {n} soldiers around {place}",
    "our units left {place} {when} after weeks of shelling",
    "the bridge at {place} can no longer carry heavy vehicles",
    "between {n} and {m} families remain in {place} without water",
    "negotiations on an exchange of {n} prisoners would resume {when}",
    "{place} has been under full control {when}",
    "about {n} per cent of the houses in {place} were damaged",
)
PATTERN = (
    "{Act}, {person} {said}.",
    "“{Act},” {person} {said} {when}. “{Act2}.”",
    "According to {body}, {act}.",
    "{Unnamed} told {relay} that {act}, but {body} {said} that {act2}.",
    "{Act}. {Act2}.",
    "{Body} {said} {when} that {act}; the claim could not be verified.",
    "“{Act}, and {act2},” {relay} quoted {person} as saying.",
    "{relay} reported, citing {body}, that {act}.",
    "He added that {act}, which {body} denied.",
    "In a letter found at {place} and published by {relay}, a conscript wrote that {act}.",
)


def article(words: int, seed: int = 0) -> str:
    """At least so many words of an invented article, with a title, in paragraphs of one to four sentences."""
    chance = random.Random(seed)
    paragraphs, count = [TITLE], 0
    for paragraph in _paragraphs(chance):
        paragraphs.append(paragraph if count else f"{DATELINE} {paragraph}")
        count += len(paragraph.split())
        if count >= words:
            return "\n\n".join(paragraphs) + "\n"
    raise AssertionError("paragraphs never end")


def _paragraphs(chance: random.Random) -> Iterator[str]:
    while True:
        yield " ".join(_sentence(chance) for _ in range(chance.randint(1, 4)))


def _sentence(chance: random.Random) -> str:
    slots = {
        "act": _act(chance),
        "act2": _act(chance),
        "person": f"{chance.choice(OFFICE)} {chance.choice(FIRST)} {chance.choice(LAST)}",
        "body": chance.choice(BODY),
        "relay": chance.choice(RELAY),
        "said": chance.choice(SAID),
        "when": chance.choice(WHEN),
        "place": chance.choice(PLACE),
        "Unnamed": _capital(chance.choice(UNNAMED)),
    }
    slots |= {"Act": _capital(slots["act"]), "Act2": _capital(slots["act2"]), "Body": _capital(slots["body"])}
    return _capital(chance.choice(PATTERN).format(**slots))


def _act(chance: random.Random) -> str:
    low = chance.choice((2, 3, 7, 12, 40, 41, 74, 120, 1200, 15000))
    return chance.choice(ACT).format(
        n=f"{low:,}",
        m=f"{low * 2:,}",
        thing=chance.choice(THING),
        place=chance.choice(PLACE),
        when=chance.choice(WHEN),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
