"""What the network says about each word: its heads, the classes of each, and where each stands in a row of scores.

One pass gives every word one row of numbers; each head owns a slice of it.

    attribution  tags of sources, cues and contents, for a linear-chain CRF (begin, inside, end, single)
    names        BIO tags of bare names: persons, organizations, places (Universal NER's convention)
    matter       BIO tags of military matter as re3d marks it, titles within the span
    light        how a target is shown: negative, neutral, positive; averaged over the target's words (NewsMTSC)
    event        PLOVER event types; averaged over the words told of, each weighed by `event_gate`
    attitude     whether the words tell a feeling, and its sign; weighed by `attitude_gate`
    factuality   -3 (did not happen) to 3 (did), read at the verb (White et al. 2016's UDS scale)
    meaning      what the words mean together, as a vector; weighed by `meaning_gate`; alike where the cosine is high
"""

from itertools import accumulate

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{edge}-{role}" for role in ROLES for edge in "BIES"))
NAMES = ("O", *(f"{edge}-{kind}" for kind in ("PER", "ORG", "LOC") for edge in "BI"))
MATTERS = (
    "Person",
    "Organisation",
    "Location",
    "Nationality",
    "Weapon",
    "MilitaryPlatform",
    "Money",
    "Temporal",
    "Quantity",
    "DocumentReference",
)
MATTER = ("O", *(f"{edge}-{kind}" for kind in MATTERS for edge in "BI"))
LIGHTS = ("negative", "neutral", "positive")
EVENTS = (
    "NONE",
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "DISAPPROVE",
    "INVESTIGATE",
    "FIGHT",
)
ATTITUDES = ("none", "negative", "positive", "mixed")
MEANING = 128

TAGGING = {"attribution": TAGS, "names": NAMES, "matter": MATTER}
"""The heads that give every word a tag, decoded by a linear-chain CRF each."""

_SIZES = {
    "attribution": len(TAGS),
    "names": len(NAMES),
    "matter": len(MATTER),
    "light": len(LIGHTS),
    "event": len(EVENTS),
    "event_gate": 1,
    "attitude": len(ATTITUDES),
    "attitude_gate": 1,
    "factuality": 1,
    "meaning": MEANING,
    "meaning_gate": 1,
}
WIDTH = sum(_SIZES.values())
SLICES = {
    name: slice(end - size, end) for (name, size), end in zip(_SIZES.items(), accumulate(_SIZES.values()), strict=True)
}
"""The columns of each head in a row of `WIDTH` scores."""


def edged(tags: list[str]) -> list[str]:
    """BIO tags as begin, inside, end and single: ["B-cue", "I-cue", "B-cue"] to ["B-cue", "E-cue", "S-cue"]."""
    found = []
    for tag, after in zip(tags, [*tags, "O"][1:], strict=True):
        if tag == "O":
            found.append(tag)
            continue
        goes_on = after == f"I-{tag[2:]}"
        found.append(f"{({'B': 'B', 'I': 'I'} if goes_on else {'B': 'S', 'I': 'E'})[tag[0]]}-{tag[2:]}")
    return found


def plain(tags: list[str]) -> list[str]:
    """The reverse of `edged`: begin, inside, end and single as BIO tags."""
    return [{"E": "I", "S": "B"}.get(tag[0], tag[0]) + tag[1:] for tag in tags]
