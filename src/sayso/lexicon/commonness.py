"""How common words and themes are, from `link_common.yaml`: two statements that share a rare word share more.

`rarity("captur")` is the logarithm, to base 2, of one sentence in how many holds the stem: 5 for one in 32. The table
ships and never grows with a ledger, so that what two statements share does not depend on what else was read.
Counted over about 73,000 sentences of conflict news. Limit: newer words than those texts count as rare.
"""

import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from sayso.lexicon.load import table

UNKNOWN = 15.5
"""The rarity of a word that the table lacks: it stood in two sentences or none."""


@cache
def _rarities(kind: str) -> Mapping[str, float]:
    known = table("link_common")
    every = math.log2(int(known["sentences"]))
    rows = known[kind].items()
    return MappingProxyType({word: every - int(band) - 0.5 for band, words in rows for word in str(words).split()})


def rarity(stem: str) -> float:
    """How rare a stem is: 0.5 for "the", 15.5 for a word that the table lacks."""
    return _rarities("words").get(stem, UNKNOWN)


def theme_rarity(theme: str) -> float:
    """How rare a theme is, by the sentences that hold any word of it."""
    return _rarities("themes").get(theme, UNKNOWN)


def is_common_noun(stem: str) -> bool:
    """The stem is known in small letters: "Rockets" at the head of a sentence is no name."""
    return stem in _rarities("words")
