"""Places: the names of places in a text and where on Earth they are.

"Residents fled Karsk, in Ostrel's north" names Karsk and Ostrel. A name with several bearers is resolved by size, by
the states that the text is about and by its other places. Limit: no map but the gazetteer's: a village that it lacks
is named and not placed.
"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from sayso.lexicon.gazetteer import Toponym, fold, gazetteer
from sayso.lexicon.load import table
from sayso.model.span import Span
from sayso.model.statement import Place
from sayso.read.scenes import of_statement
from sayso.read.toponyms import Toponymic, toponyms

__all__ = ["mentions", "of_statement", "resolve"]

SAME_COUNTRY = 2.5
"""Weight, in powers of ten of inhabitants, of lying in a state that the text is about (within 161 km with 1.5, 2.5, 4:
trnews 0.836, 0.835, 0.835; lgl 0.693, 0.696, 0.699; geovirus 0.762, 0.764, 0.746)."""

MAIN_NAME = 0.5
"""The same, of a name being the place's usual one."""

NEAR_KM = 300.0
"""Places of one story mostly lie within this distance of each other."""

NEARBY = 1.0
"""Weight of lying that near to a place already found (0 gives trnews 0.817, lgl 0.641, geovirus 0.764)."""

CONTEXT = 50
"""Other places looked at for nearness: enough for an article, and a bound for a book."""

_WIDE = {"country": 8.0, "region": 6.5, "feature": 6.5}


def mentions(text: str) -> tuple[Place, ...]:
    """Every place named in the text, in its order; one that no gazetteer knows has no coordinates."""
    found = toponyms(text)
    sure = tuple(_place(one, _best(one, (), {}, None)) for one in found if _is_sure(one))
    states = _states(sure)
    return tuple(
        _place(one, _best(one, sure, states, _holder(text, one, found[at + 1] if at + 1 < len(found) else None)))
        for at, one in enumerate(found)
    )


def resolve(name: str, context: Sequence[Place]) -> Place | None:
    """The place that a name most likely means beside these others; None where the gazetteer knows none."""
    name = _in_full(name)
    bare = _bare(name)
    bearers = gazetteer().find(name) or gazetteer().find(bare)
    one = Toponymic(name, (0, len(name)), bearers, bare != name)
    best = _best(one, context, _states(context), None)
    return None if best is None else _place(one, best)


def _is_sure(one: Toponymic) -> bool:
    """Whether the name alone tells the place: a state, a region, the only bearer or by far the greatest."""
    if not one.bearers:
        return False
    first, *others = one.bearers
    return first.kind != "settlement" or not others or first.population >= 10 * others[0].population


def _holder(text: str, one: Toponymic, after: Toponymic | None) -> Toponym | None:
    """The state or region right after a comma: Ostrel in "Karsk, Ostrel"."""
    if after is None or not after.bearers or after.bearers[0].kind not in ("country", "region"):
        return None
    return after.bearers[0] if text[one.span[1] : after.span[0]] == ", " else None


def _states(context: Sequence[Place]) -> dict[str, float]:
    """How much the text is about each state, the most named one counting one."""
    counts = Counter(place.country for place in context if place.country)
    most = max(counts.values(), default=1)
    return {state: count / most for state, count in counts.items()}


def _best(one: Toponymic, context: Sequence[Place], states: dict[str, float], holder: Toponym | None) -> Toponym | None:
    """The likeliest bearer of a name; None where it has none."""
    bearers = one.bearers
    if holder is not None:
        held = [place for place in bearers if place.country == holder.country and place.kind != "country"]
        if holder.admin1:
            held = [place for place in held if place.admin1 == holder.admin1] or held
        bearers = tuple(held) or bearers
    if len(bearers) < 2:
        return bearers[0] if bearers else None
    around = [place for place in context if fold(place.text) != fold(one.text)][:CONTEXT]
    return max(bearers, key=lambda place: _likelihood(place, around, states))


def _likelihood(place: Toponym, around: Sequence[Place], states: dict[str, float]) -> float:
    """How likely a name means this bearer, in powers of ten of inhabitants."""
    size = _WIDE.get(place.kind) or math.log10(place.population + 10)
    near = any(_distance(place, other) < NEAR_KM for other in around)
    return size + SAME_COUNTRY * states.get(place.country or "", 0.0) + MAIN_NAME * place.main + NEARBY * near


def _distance(place: Toponym, other: Place) -> float:
    """Kilometres on a sphere; without end from what is a whole state or nowhere."""
    if other.lat is None or other.lon is None or other.precision == "country":
        return math.inf
    lat, lon, to_lat, to_lon = (math.radians(x) for x in (place.lat, place.lon, other.lat, other.lon))
    h = math.sin((to_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _bare(name: str) -> str:
    """A name without "province", "Oblast" and the like."""
    words = name.split()
    kinds = frozenset(table("places")["administrative"])
    while len(words) > 1 and words[-1].casefold() in kinds:
        words.pop()
    return " ".join(words)


def _in_full(name: str) -> str:
    """A state for its people's name or for its abbreviation: "Syrian" and "Ky." stand for Syria and Kentucky."""
    return _short_names().get(name.removesuffix("s") if name.endswith("ns") else name, name)


@lru_cache(maxsize=1)
def _short_names() -> dict[str, str]:
    short = {str(key): str(value) for key, value in table("regions")["abbreviations"].items()}
    for nation in table("nations").values():
        short |= {str(word): str(nation["names"][0]) for word in nation.get("adjectives") or ()}
    return short


def _place(one: Toponymic, best: Toponym | None) -> Place:
    span: Span = one.span
    if best is None:
        return Place(one.text, span)
    widened = one.regional and best.kind == "settlement"
    return Place(
        text=one.text,
        span=span,
        geonames=None if widened else best.geonames,
        lat=best.lat,
        lon=best.lon,
        country=best.country,
        precision="region" if widened else best.kind,
    )
