"""The labels of every dataset as ours: one table each. None: we have no counterpart, and the label is left out.

    PLOVER 0.5, DISAPPROVE: "Ostrel's foreign minister condemned the raid on Tarn"
    our encoder, ACCUSE or DISAPPROVE: both are DISAPPROVE there, and both are ACCUSE in the later codebook

Known limit: WNUT's groups hold bands and sports teams, which we take for organizations like any other.
"""

from collections.abc import Mapping

from sayso.encoder.heads import EVENTS, LIGHTS, MATTERS

Table = Mapping[str, str | None]

NAMES = ("PER", "ORG", "LOC")

# Universal NER: Mayhew et al., NAACL 2024.
UNER: Table = {kind: kind for kind in NAMES}

# WNUT 2017: Derczynski et al., W-NUT 2017.
WNUT: Table = {
    "person": "PER",
    "location": "LOC",
    "corporation": "ORG",
    "group": "ORG",
    "product": None,
    "creative-work": None,
}

# GUM: Zeldes, LRE 2017. Its places are also rooms and regions; its objects hold ships and weapons.
GUM: Table = {
    "person": "PER",
    "organization": "ORG",
    "place": "LOC",
    "object": None,
    "event": None,
    "time": None,
    "abstract": None,
    "substance": None,
    "animal": None,
    "plant": None,
}

# re3d: Dstl 2017.
RE3D: Table = {kind: kind for kind in MATTERS} | {
    "Vehicle": "MilitaryPlatform",
    "CommsIdentifier": None,
    "Frequency": None,
}

# Those of re3d's that its figure is made of; the others are shown apart.
MILITARY = ("Person", "Organisation", "Location", "Weapon", "MilitaryPlatform")

POLARITIES = LIGHTS

# PLOVER 0.5 has no ACCUSE: an accusation is DISAPPROVE there (CAMEO 112 under 11). DEMAND became REQUEST.
PLOVER_18: Mapping[str, str] = {each: each for each in EVENTS if each != "NONE"} | {
    "REQUEST": "DEMAND",
    "ACCUSE": "DISAPPROVE",
}

# The later codebook (draft 0.8): DISAPPROVE and INVESTIGATE are modes of ACCUSE, fighting is a mode of ASSAULT.
PLOVER_16: Mapping[str, str] = {each: each for each in EVENTS if each != "NONE"} | {
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
