"""The reader: a document in, its statements out, every field read by its own reader.

    >>> [s.origin.name for s in statements(document)]        # "Karsk has fallen, the ministry told VNA."
    ['the ministry']

Needs of a document its text, furniture, title, outlet and interval; gives statements in the order of the text.
"""

from functools import cache

from sayso.encoder import Encoder, encoder
from sayso.lexicon.gazetteer import gazetteer
from sayso.lexicon.phrases import Found
from sayso.model.document import Document
from sayso.model.filed import Filed, filed
from sayso.model.party import Party
from sayso.model.span import hull, words_of
from sayso.model.statement import (
    NO_SIDE,
    UNKNOWN_SIDE,
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
from sayso.read.affiliation import Bodies
from sayso.read.marked import Marked
from sayso.read.mentions import How, Named
from sayso.read.mentions import mentions as side_mentions
from sayso.read.namesakes import without_namesakes
from sayso.read.parties import ArticleParties
from sayso.read.speakers import Speaker
from sayso.read.statements import Told, marked, told
from sayso.read.tokens import every_pronoun

OUTLET = Origin(None, OriginKind.OUTLET)
_SEEN = frozenset({Relation.FOUND, Relation.OBTAINED})


def statements(
    document: Document, network: Encoder | None = None, parties: tuple[Party, ...] = ()
) -> tuple[Statement, ...]:
    """The statements of a document, with the encoder of the package unless another is given.

    `parties` are those to the conflict, where whoever reads has named them; else the article tells.
    """
    return tuple(one.statement for one in read(document, network, parties))


def read(document: Document, network: Encoder | None = None, parties: tuple[Party, ...] = ()) -> tuple[Filed, ...]:
    """The same, each with its words, its sentence and its meaning, as linking wants them."""
    text = document.text
    article = side.parties(text, parties)
    words = marked(document, network or encoder())
    mentions = without_namesakes(text, places.mentions(text, words.names), words.names)
    found: list[Filed] = []
    before = _of_headline(document, mentions)
    seen: set[str] = set()
    bodies = Bodies()
    for one in told(document, words):
        origin = _origin(text, one, article, bodies) if one.draft.speaks else OUTLET
        bodies.meet(origin)
        statement = _statement(document, one, origin, article, words, mentions, before)
        before = statement.places
        if statement.id not in seen:
            seen.add(statement.id)
            found.append(filed(document, statement, one.draft.sentence, words.meaning(statement.content)))
    return tuple(found)


def _of_headline(document: Document, mentions: tuple[Place, ...]) -> tuple[Place, ...]:
    """The scene that the headline sets, states aside: a state in a headline is mostly an actor."""
    at = document.text.find(document.title) if document.title else -1
    if document.title is None or at < 0:
        return ()
    span = at, at + len(document.title)
    found = places.of_statement(document.text, span, (span,), mentions, ())
    return tuple(place for place in found if place.precision != "country")


def _statement(
    document: Document,
    one: Told,
    origin: Origin,
    article: ArticleParties,
    words: Marked,
    mentions: tuple[Place, ...],
    before: tuple[Place, ...],
) -> Statement:
    draft, text = one.draft, document.text
    content = words_of(text, draft.content)
    sentence = text[slice(*draft.sentence)]
    cue = words_of(text, draft.cue)
    spoken = words_of(text, draft.anchor.cue) if draft.anchor else cue
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


def _origin(text: str, one: Told, article: ArticleParties, bodies: Bodies) -> Origin:
    speaker, sentence = one.speaker, text[slice(*one.draft.sentence)]
    words, cue = _words(one, text), words_of(text, one.draft.anchor.cue) if one.draft.anchor else ""
    if speaker is None:
        what = kind.origin_kind(None, words, cue, sentence)
        return Origin(None, OriginKind.UNSTATED if what is not OriginKind.RECORDING else what)
    if speaker.name.lower() in every_pronoun():  # nobody whom "he" or "we" could be has been named
        return Origin(None, OriginKind.UNSTATED)
    what = OriginKind.PERSON if speaker.person else kind.origin_kind(speaker.name, words, cue, sentence)
    if what is OriginKind.UNSTATED:
        return Origin(None, what)
    if what is OriginKind.PERSON and any(m.value.how is How.NAME for m in _exactly(speaker.name, article)):
        what = OriginKind.ORGANIZATION
    whose = side.origin_side(speaker.name, speaker.role, words, what, article, country_of)
    own = f"{words} | {speaker.role or ''}"
    if whose == UNKNOWN_SIDE:
        whose = bodies.side_of(own) or bodies.of_officials(own) or whose
    elif whose != NO_SIDE:
        whose = bodies.plainly(own) or whose
    return Origin(speaker.name, what, whose, speaker.role, speaker.span)


def _exactly(name: str, article: ArticleParties) -> list[Found[Named]]:
    """The states that are all of a name: "Ostrel denies that …"."""
    return [m for m in side_mentions(name, article.invented) if (m.start, m.end) == (0, len(name))]


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
