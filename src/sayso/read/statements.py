"""Statements: the drafts of an article, with who speaks, through whom, and the fields that readers fill.

The order is the article's. A speaker who goes on keeps their origin and their relays; a relay that a sentence
without content names ("She spoke at length on Radio Tarn") joins the chain of that speaker's statements.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sayso.encoder import Encoder, Word, cut
from sayso.model.document import Document
from sayso.model.span import Span, Spans, overlap, words_of
from sayso.model.statement import Hop, Relation, Voice
from sayso.read import chain, credits, cues, finders
from sayso.read.attribute import Anchor
from sayso.read.described import Speaker, answers_to, description, is_unnamed_body
from sayso.read.drafts import Draft, drafts, trimmed
from sayso.read.marked import Marked
from sayso.read.nested import inner
from sayso.read.quotes import dressed, quoted_spans
from sayso.read.restored import in_passing
from sayso.read.segment import NOTE, paragraphs
from sayso.read.sources import speaks
from sayso.read.speakers import Cast
from sayso.read.tokens import every_pronoun

# So many words at the head of a page's title are the headline.
LEAST_TITLE = 5
# An occasion of speaking lasts this many paragraphs beyond the one that names it.
GOES_ON = 2
# A paragraph this short, without a stop at its end, is a heading.
HEADING = 20
# The lead is the first so many statements that somebody makes; its bodies are named within so many more.
LEAD = 3
NAMED_WITHIN = 5
_MONITOR = re.compile(r"\bmonitor(?!s)\b")  # "a monitor group" is a monitor
_STOPPED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_SPEECH = re.compile(r"^[\"“„«‘–—]")
_WRITING = re.compile(r"\b(?:wrote|writes|written|reads|read|complained|asked|said|says)\b", re.I)


@dataclass(slots=True)
class Told:
    """A draft with its speaker (None for the outlet's own voice and where nobody is named) and its relays.

    `floor` is who goes on speaking where nobody is named next: mostly the speaker, and where somebody is quoted as
    telling what another said, whoever is quoted.
    """

    draft: Draft
    speaker: Speaker | None
    chain: tuple[Hop, ...]
    section: int
    own_chain: bool = field(default=False)
    floor: Speaker | None = field(default=None)


def body(text: str, furniture: Spans) -> list[Span]:
    """The paragraphs of the article without its furniture."""
    kept: list[Span] = []
    gone = sorted(furniture)
    first = 0
    for begin, stop in paragraphs(text):
        while first < len(gone) and gone[first][1] <= begin:
            first += 1
        at, start = first, begin
        while at < len(gone) and gone[at][0] < stop:
            kept.append((start, gone[at][0]))
            start = max(start, gone[at][1])
            at += 1
        kept.append((start, stop))
    return [span for span in kept if span[0] < span[1] and re.search(r"\w", text[slice(*span)])]


def _worded(text: str, paragraph: Span) -> list[Word]:
    """The words that the tagger sees: all but the marks of footnotes."""
    part = text[slice(*paragraph)]
    notes = [found.span() for found in NOTE.finditer(part)]
    words = dressed(cut(part), text, paragraph)
    return [w for w in words if not any(a <= w.start < b for a, b in notes)] if notes else words


_LINE_REST = re.compile(r"[ \t]*(?:\n|\Z)")


def is_heading(text: str, paragraph: Span, title: str | None) -> bool:
    """A headline, a sub-heading, or a headline said again with a full stop."""
    words = NOTE.sub("", text[paragraph[0] : paragraph[1]]).strip()
    if title and _is_title(_plain(words), _plain(title)):
        return True
    if not _LINE_REST.match(text, paragraph[1]):
        return False  # cut off by furniture in mid-line
    return not _STOPPED.search(words) and not _SPEECH.match(words) and len(words.split()) <= HEADING


def _is_title(words: str, title: str) -> bool:
    """The headline, also where the page's title has the outlet behind it."""
    return words == title or (len(words.split()) >= LEAST_TITLE and title.startswith(f"{words} "))


def _repeats(text: str, draft: Draft, title: str | None) -> bool:
    """A sentence of the body that is the headline once more."""
    return title is not None and _plain(text[slice(*draft.sentence)]) == _plain(title)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def marked(document: Document, encoder: Encoder) -> Marked:
    """The words of the article's body, with what the encoder says of them."""
    spans = tuple(body(document.text, document.furniture))
    words = [_worded(document.text, span) for span in spans]
    return Marked(spans, words, encoder.encode([[w.form for w in p] for p in words]))


def told(document: Document, article: Marked) -> list[Told]:
    """The drafts of an article in its order, with speakers and relays."""
    text = document.text
    cast, section = Cast(text), 0
    found: list[Told] = []
    for index, (paragraph, forms, marks) in enumerate(
        zip(article.paragraphs, article.words, article.tags, strict=True)
    ):
        if is_heading(text, paragraph, document.title):
            section += 1
            continue
        heard = list(drafts(text, index, paragraph, forms, marks))
        heard = [d for d in heard if not _repeats(text, d, document.title)]
        quoted = quoted_spans(text, paragraph)
        found.extend(_spoken(document, heard, quoted, cast, section, found[-1] if found else None))
    for one in found:
        if one.speaker is not None and one.speaker.name in cast.introduced:
            one.speaker = cast.introduced[one.speaker.name]
    _named_later(found)
    _inherit(text, found)
    if (wire := credits.credit(text, document.furniture, document.outlet)) is not None:
        for one in found:
            if one.draft.speaks and not any(h.name.lower() == wire.name.lower() for h in one.chain):
                one.chain = (*one.chain, wire)
    return [t for t in found if not t.draft.scene]


def _spoken(
    document: Document, heard: Sequence[Draft], marks: Sequence[Span], cast: Cast, section: int, before: Told | None
) -> list[Told]:
    """Drafts of one paragraph with their speakers."""
    text = document.text
    out: list[Told] = []
    known: dict[Spans, Speaker] = {}
    floors: dict[Spans, Speaker | None] = {}
    met: Span | None = None
    outlet_at = -1
    for draft in heard:
        if draft.sentence != met:
            cast.meet(draft.sentence)
            met = draft.sentence
        if draft.turn is not None:
            cast.turn_to(draft.sentence[0], draft.turn.whom)
            continue
        if not (draft.speaks or draft.scene):
            out.append(Told(draft, None, (), section))
            outlet_at = draft.sentence[0]
            continue
        _cut_run_on(text, draft)
        anchor = draft.anchor
        speaker: Speaker | None = None
        source = anchor.source or anchor.borrowed if anchor else ()
        held = cast.last()
        last = out[-1] if out else before
        if source and anchor and not draft.source and anchor.span[1] < outlet_at:
            source, draft.anchor, anchor = (), None, None  # the outlet has told something since
        if source:
            speaker = known.get(source) or cast.who(
                source[0], cues.goes_on(words_of(text, anchor.cue) if anchor else "")
            )
            known[source] = speaker
            if not draft.source and (goes_on := floors.get(source)) is not None and goes_on != speaker:
                speaker, draft.anchor, anchor = goes_on, None, None
        elif anchor is None and draft.speaks:
            held_on = last is not None and last.draft.speaks and last.draft.sentence[0] >= cast.turned_at
            speaker = last.floor if last is not None and held_on else cast.floor()
        floor = speaker
        if (
            held is not None
            and draft.source
            and in_passing(text, draft.sentence, draft.source[0], words_of(text, draft.cue))
        ):
            floor = held
            cast.again(held)
        relays = _relays(text, draft, cast, speaker, document.outlet)
        cited = chain.citing(text, draft.sentence, draft.content) if draft.speaks and anchor and draft.source else None
        if cited and speaker is not None and not any(s < cited[1] and cited[0] < e for s, e in draft.source):
            relays = (
                Hop(speaker.name, Relation.TOLD if speaker.person else Relation.PUBLISHED, draft.source[0]),
                *(h for h in relays if h.name != speaker.name),
            )
            speaker = floor = cast.who(cited)
            draft.source = (cited,)
        elif (
            cited
            and (citer := chain.citer(text, draft.sentence))
            and not credits.is_outlet(citer.name, document.outlet)
        ):
            relays = (citer, *(h for h in relays if h.name != citer.name))
        outer = _quoting(text, draft, heard, marks, known, cast, before)
        if outer is not None and speaker is not None and outer.name != speaker.name:
            span = outer.span
            relays = (*relays, Hop(outer.name, Relation.TOLD if outer.person else Relation.PUBLISHED, span))
            floor = outer
            cast.again(outer)
        if speaker is not None and draft.speaks and not relays:
            passed = chain.passed_on(text, draft.sentence, (*draft.content, *draft.source))
            if passed and not credits.is_outlet(passed.name, document.outlet) and passed.name not in speaker.name:
                relays = (passed,)
        if draft.scene and not relays:
            draft.speaks = draft.scene = False
            draft.source = draft.cue = ()
            speaker = None
        own = bool(relays)
        for hop in relays:
            cast.relayed(hop)
        if draft.speaks and speaker is not None and draft.content:
            speaker, relays = _innermost(text, draft, speaker, relays, cast, document.outlet)
        if draft.source:
            floors[source] = floor
        if draft.content or draft.scene:
            out.append(Told(draft, speaker, relays, section, own, floor))
    return [t for t in out if t.draft.speaks or not _is_occasion(t.draft, out)]


# What a picture credit or the link to a gallery ends in.
_RUN_ON = re.compile(
    r"[A-Z(][^,;:“\"]{0,24}?(?:\)|\b(?:Stringer|Handout|File|Photo|Image|Images|Pool|Getty|Staff|Video)) "
    r"(?=(?:A|An|Another|One) [A-Za-z])|(?:Stringer|Handout|Photo|Pool|Staff) (?=(?:A|An|Another|One) [A-Za-z])"
)


def _cut_run_on(text: str, draft: Draft) -> None:
    """Take off a source what a page without line breaks ran into it: "Handout A resident of Tarn"."""
    anchor = draft.anchor
    if anchor is None or not anchor.source or not draft.source or draft.source[0] != anchor.source[0]:
        return
    (start, end), *rest = anchor.source
    if run_on := _RUN_ON.match(text, start, end):
        source = ((run_on.end(), end), *rest)
        draft.anchor, draft.source = replace(anchor, source=source), source


def _quoting(
    text: str,
    draft: Draft,
    heard: Sequence[Draft],
    marks: Sequence[Span],
    known: dict[Spans, Speaker],
    cast: Cast,
    before: Told | None,
) -> Speaker | None:
    """Who is quoted in saying what another says: "“Officials promise that fuel will come,” Moss said" gives Moss."""
    if not draft.speaks or len(draft.source) != 1 or text[slice(*draft.source[0])].lower() in every_pronoun():
        return None
    mark = next((m for m in marks if m[0] <= draft.source[0][0] and draft.source[0][1] <= m[1]), None)
    if mark is None:
        return None
    for other in heard:
        within = any(overlap(part, mark) for part in other.content)
        if within and other.source and not overlap(other.source[0], mark):
            source = other.source
            if source not in known:
                known[source] = cast.who(source[0])
            return known[source]
    if (named := _BEHIND.match(text, mark[1], draft.sentence[1])) is not None:
        span = named.span("who") if named["who"] else named.span("whom")
        if text[span[0]].isupper() or speaks(text[slice(*span)]):
            known[(span,)] = known.get((span,)) or cast.who(span)
            return known[(span,)]
    if (
        before is not None
        and before.draft.voice is Voice.DIRECT
        and not re.search(r"\w", text[text.rfind("\n", 0, mark[0]) + 1 : mark[0]])
    ):
        return before.speaker
    return None


# "“…,” Moss said", "“…,” said the mayor": who is named right behind a quotation.
_BEHIND = re.compile(
    r"[\"”»’]?\s+(?:(?P<who>[^,.;:“”\"\n]{2,80}?)\s+(?:said|says|added|told|wrote)\b|(?:said|says|added|wrote)\s+(?P<whom>[^,.;:“”\"\n]{2,80}))"
)


def _innermost(
    text: str, draft: Draft, speaker: Speaker, relays: tuple[Hop, ...], cast: Cast, outlet: str | None
) -> tuple[Speaker, tuple[Hop, ...]]:
    """Who is said to have said it, and those through whom; the draft's content, source and cue are theirs then."""
    outer = speaker
    while within := inner(text, draft.content):
        content = tuple(t for span in within.content if (t := trimmed(text, span)))
        if not content:
            break
        if not credits.is_outlet(speaker.name, outlet):
            relation = Relation.TOLD if speaker.person else Relation.PUBLISHED
            hop = Hop(speaker.name, relation, draft.source[0] if draft.source else speaker.span)
            relays = (hop, *(h for h in relays if h.name != hop.name))
        draft.content, draft.source, draft.cue = content, (within.source,), (within.cue,)
        draft.anchor = Anchor(draft.source, draft.cue)
        speaker = cast.who(within.source)
    if speaker is not outer:
        cast.again(outer)
    return speaker, relays


def _is_occasion(left: Draft, heard: Sequence[Told]) -> bool:
    """What is left of a sentence is the occasion of its saying where a relay of what it says stands in it."""
    spans = [h.span for t in heard if t.draft.speaks and t.draft.sentence == left.sentence for h in t.chain]
    return any(overlap(span, part) for span in spans for part in left.content)


def _relays(text: str, draft: Draft, cast: Cast, speaker: Speaker | None, outlet: str | None) -> tuple[Hop, ...]:
    def resolve(description: str) -> tuple[str, Span] | None:
        found = cast.answering(description) or cast.outlet_before(description, draft.sentence[1])
        return (found.name, found.span) if found else None

    def barred(name: str) -> bool:
        short, long = sorted((_plain(name), _plain(speaker.name).removeprefix("the ") if speaker else ""), key=len)
        own = speaker is not None and (short == long or (" " in short and short in long))
        named_for = speaker is not None and speaker.person and speaker.name.split()[-1] in name.split()
        return own or named_for or credits.is_outlet(name, outlet) or name in credits.own_agencies(text)

    return chain.hops(text, draft.sentence, () if draft.scene else draft.content, resolve, barred)


def _named_later(found: Sequence[Told]) -> None:
    """ "A monitor said" in the lead, and the monitor's name in the next few statements: it is that monitor."""
    speaking = [one for one in found if one.draft.speaks and one.speaker is not None]
    for at, one in enumerate(speaking):
        body = one.speaker
        if body is None or not is_unnamed_body(body):
            continue
        kind = _MONITOR.search(body.words)
        if at >= LEAD and kind is None:
            continue
        asked = description(f"the {kind.group() if kind else body.words.split(maxsplit=1)[-1]}")
        later = (t.speaker for t in speaking[at + 1 : at + 1 + NAMED_WITHIN])
        known = next((s for s in later if s and asked and s.name[:1].isupper() and answers_to(s, asked)), None)
        if known is not None:
            for same in speaking:
                if same.speaker is body:
                    same.speaker = known


def _inherit(text: str, found: list[Told]) -> None:
    """Carry relays on as long as the same speaker speaks, through the next paragraphs; from a scene, everywhere."""
    scenes = {t.speaker.name: t.chain for t in found if t.draft.scene and t.speaker and t.chain}
    for before, now in pairwise([t for t in found if t.speaker]):
        if (
            now.speaker
            and before.speaker
            and now.speaker.name == before.speaker.name
            and before.chain
            and not now.chain
        ) and now.draft.paragraph - before.draft.paragraph <= GOES_ON:
            now.chain = before.chain
    for now, after in pairwise([t for t in found if t.speaker][::-1]):
        same = now.speaker and after.speaker and now.speaker.name == after.speaker.name
        if (
            same
            and now.own_chain
            and not after.chain
            and after.draft.paragraph == now.draft.paragraph
            and after.draft.voice is Voice.DIRECT
        ):
            after.chain = now.chain
            after.own_chain = not after.draft.source
    for one in found:
        if one.speaker and not one.chain and one.speaker.name in scenes:
            one.chain = scenes[one.speaker.name]
    _inherit_artefact(text, found)


def _inherit_artefact(text: str, found: list[Told]) -> None:
    """What was found and handed on (letters, a recording) comes through its finders for all who speak in it."""
    for source in found:
        sentence = source.draft.sentence
        artefact = finders.artefact().search(text, *sentence)
        if not artefact:
            continue
        relays = source.chain or chain.hops(text, sentence, (), lambda _: None, lambda _: False)
        relays = tuple(h for h in relays if h.relation in (Relation.FOUND, Relation.OBTAINED))
        relays = relays or finders.finders(text, sentence, artefact.span())
        if not relays:
            continue
        noun = artefact.group().lower().removesuffix("s")
        for one in found:
            if one.chain or not one.draft.speaks or one.section != source.section:
                continue
            own = text[one.draft.sentence[0] : one.draft.sentence[1]].lower()
            away = one.draft.paragraph - source.draft.paragraph
            told_in_it = away >= 0 and one.draft.sentence >= sentence and _WRITING.search(own)
            if abs(away) <= GOES_ON and (noun in own or told_in_it or (away == 0 and one.draft.sentence > sentence)):
                one.chain = relays
