"""The reader: a document in, its statements out, every field read by its own reader.

    >>> [s.origin.name for s in statements(document)]        # "Karsk has fallen, the ministry told VNA."
    ['the ministry']

Needs of a document its text, furniture, title, outlet and interval; gives statements in the order of the text.
"""

from functools import cache

from sayso.encoder import Tagger, attribution
from sayso.lexicon.gazetteer import gazetteer
from sayso.model.document import Document
from sayso.model.span import hull, words_of
from sayso.model.statement import (
    Basis,
    Hop,
    Origin,
    OriginKind,
    Place,
    Relation,
    Statement,
    statement_id,
)
from sayso.read import attitudes, basis, certainty, events, figures, interest, kind, places, side, times
from sayso.read.directory import Directory
from sayso.read.names import every_pronoun
from sayso.read.parties import ArticleParties
from sayso.read.speakers import Speaker
from sayso.read.statements import Told, told

OUTLET = Origin(None, OriginKind.OUTLET)
_SEEN = frozenset({Relation.FOUND, Relation.OBTAINED})


def statements(document: Document, tagger: Tagger | None = None) -> tuple[Statement, ...]:
    """The statements of a document, with the tagger of the package unless another is given."""
    text = document.text
    article = side.parties(text)
    mentions = _without_people(text, places.mentions(text))
    found: list[Statement] = []
    before = _of_headline(document, mentions)
    seen: set[str] = set()
    for one in told(document, tagger or attribution()):
        statement = _statement(document, one, article, mentions, before)
        before = statement.places
        if statement.id not in seen:
            seen.add(statement.id)
            found.append(statement)
    return tuple(found)


def _without_people(text: str, mentions: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places among the mentions: an unknown name that the article gives a person ("reached Morel") is none."""
    surnames = {who.name.split()[-1] for who, _ in Directory(text).people if who.name}
    return tuple(place for place in mentions if place.precision is not None or place.text not in surnames)


def _of_headline(document: Document, mentions: tuple[Place, ...]) -> tuple[Place, ...]:
    """The scene that the headline sets, states aside: a state in a headline is mostly an actor."""
    at = document.text.find(document.title) if document.title else -1
    if document.title is None or at < 0:
        return ()
    span = at, at + len(document.title)
    found = places.of_statement(document.text, span, (span,), mentions, ())
    return tuple(place for place in found if place.precision != "country")


def _statement(
    document: Document, one: Told, article: ArticleParties, mentions: tuple[Place, ...], before: tuple[Place, ...]
) -> Statement:
    draft, text = one.draft, document.text
    content = words_of(text, draft.content)
    sentence = text[slice(*draft.sentence)]
    cue = words_of(text, draft.cue)
    spoken = words_of(text, draft.anchor.cue) if draft.anchor else cue
    origin = _origin(text, one, article, sentence) if draft.speaks else OUTLET
    act = events.event(content, cue)
    feeling = attitudes.attitude(content, origin.name, draft.voice, cue)
    return Statement(
        id=statement_id(document.id, draft.content, draft.source),
        document=document.id,
        content=draft.content,
        source=draft.source,
        cue=draft.cue,
        voice=draft.voice,
        origin=origin,
        chain=one.chain if draft.speaks else (),
        basis=_basis(one, origin, content, spoken, text) if draft.speaks else Basis.UNSTATED,
        certainty=certainty.certainty(content, cue, sentence),
        interest=interest.interest(origin, content, act, feeling, article, cue),
        event=act,
        attitude=feeling,
        places=places.of_statement(text, draft.sentence, draft.content, mentions, before),
        time=times.read_time(text, draft.sentence, draft.content, document.published),
        figures=figures.figures(text, draft.content),
    )


def _origin(text: str, one: Told, article: ArticleParties, sentence: str) -> Origin:
    speaker = one.speaker
    words, cue = _words(one, text), words_of(text, one.draft.anchor.cue) if one.draft.anchor else ""
    if speaker is None:
        what = kind.origin_kind(None, words, cue, sentence)
        return Origin(None, OriginKind.UNSTATED if what is not OriginKind.RECORDING else what)
    if speaker.name.lower() in every_pronoun():  # nobody whom "he" or "we" could be has been named
        return Origin(None, OriginKind.UNSTATED)
    what = OriginKind.PERSON if speaker.person else kind.origin_kind(speaker.name, words, cue, sentence)
    if what is OriginKind.UNSTATED:
        return Origin(None, what)
    whose = side.origin_side(speaker.name, speaker.role, words, what, article, country_of)
    return Origin(speaker.name, what, whose, speaker.role, speaker.span)


def _words(one: Told, text: str) -> str:
    """The words that named the speaker: in this sentence, or in the one that did."""
    if one.draft.anchor and one.draft.anchor.source:
        return words_of(text, one.draft.anchor.source)
    return one.speaker.words if isinstance(one.speaker, Speaker) else ""


def _basis(one: Told, origin: Origin, content: str, cue: str, text: str) -> Basis:
    if any(hop.relation in _SEEN for hop in one.chain):
        return Basis.RECORDING if _is_recording(one.chain, text) else Basis.DOCUMENT
    return basis.basis(origin.kind, origin.role, origin.name, _words(one, text), cue, content, one.draft.voice)


def _is_recording(chain: tuple[Hop, ...], text: str) -> bool:
    start, end = hull(tuple(hop.span for hop in chain if hop.relation in _SEEN))
    around = text[max(0, start - 160) : end + 60].lower()
    return any(word in around for word in ("video", "footage", "recording", "audio", "intercept", "phone call"))


@cache
def country_of(name: str) -> str | None:
    """The country of the best-known place of that name, as its ISO 3166 alpha-2 code."""
    found = gazetteer().find(name)
    return max(found, key=lambda place: place.population).country if found else None
