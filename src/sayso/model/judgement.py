"""Judgements: what a person decides about what was read, by whom, when and why; each is one entry of the journal.

"ada, 22 November: the speaker of “Karsk has fallen” is Ostrel's army and not the ministry, for the tape names it". An
entry is never changed: another one takes it back. Grades are of people alone; nothing in sayso gives one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sayso.model.ids import content_id
from sayso.model.problem import Problem, SaysoError
from sayso.model.span import Span
from sayso.model.statement import Interest, OriginKind


class JudgementKind(StrEnum):
    """What is decided: a field of a statement, what belongs together, what is shown, a grade, a note.

    `undo` takes an entry back, `reread` tells that an article was read again by the present reader.
    """

    SPEAKER = "speaker"
    SIDE = "side"
    PLACE = "place"
    FIGURE = "figure"
    TIME = "time"
    SPLIT = "split"
    MERGE = "merge"
    HIDE = "hide"
    RELIABILITY = "reliability"
    CREDIBILITY = "credibility"
    LIKELIHOOD = "likelihood"
    NOTE = "note"
    UNDO = "undo"
    REREAD = "reread"


class Subject(StrEnum):
    """What a judgement is about."""

    STATEMENT = "statement"
    CLAIM = "claim"
    ARTICLE = "article"
    SOURCE = "source"
    ENTRY = "entry"


class Reliability(StrEnum):
    """How reliable a source is, by the Admiralty code (NATO STANAG 2511, AJP-2.1): A to E; F is not to be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How credible a piece of information is, by the same code: 1 to 5, and 6 for not to be judged."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    NOT_JUDGED = "6"


class Likelihood(StrEnum):
    """How likely something is, in the first of the two words that ICD 203 (2 January 2015) has for each band."""

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN_CHANCE = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"


BANDS: Mapping[Likelihood, tuple[str, int, int]] = {
    Likelihood.ALMOST_NO_CHANCE: ("remote", 1, 5),
    Likelihood.VERY_UNLIKELY: ("highly improbable", 5, 20),
    Likelihood.UNLIKELY: ("improbable", 20, 45),
    Likelihood.ROUGHLY_EVEN_CHANCE: ("roughly even odds", 45, 55),
    Likelihood.LIKELY: ("probable", 55, 80),
    Likelihood.VERY_LIKELY: ("highly probable", 80, 95),
    Likelihood.ALMOST_CERTAIN: ("nearly certain", 95, 99),
}
"""The other word of each band, and the band in percent."""

RELIABILITIES: Mapping[Reliability, str] = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability cannot be judged",
}

CREDIBILITIES: Mapping[Credibility, str] = {
    Credibility.CONFIRMED: "confirmed by other sources",
    Credibility.PROBABLY_TRUE: "probably true",
    Credibility.POSSIBLY_TRUE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.NOT_JUDGED: "truth cannot be judged",
}
"""The code's own words for its letters and digits: of people, never of sayso."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words where they were read: a W3C TextQuoteSelector and TextPositionSelector in one (Web Annotation, 4.2.4-5).

    `prefix` and `suffix` are the `CONTEXT` code points before and after.
    """

    exact: str
    prefix: str
    suffix: str
    span: Span


CONTEXT = 32
"""Code points before and after a quotation."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """By what a statement is found again: its article and page, the words of its content and of its source.

    `statement` is its id at the time; a newer reader may give it another. `source` is None in the outlet's own voice.
    """

    document: str
    sha256: str
    statement: str
    content: Quote
    source: Quote | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A source as `sayso sources` lists it: an outlet in its `own` voice, or a name with its kind and side.

    A person, and an outlet's own voice, is one whatever the side: then `side` is empty.
    """

    name: str | None
    kind: OriginKind
    side: str = ""
    own: bool = False

    @property
    def id(self) -> str:
        """One id for one source, in this ledger and in any other."""
        named = int(self.name is not None)
        return content_id("source", int(self.own), named, self.name or "", self.kind.value, self.side)


@dataclass(frozen=True, slots=True)
class About:
    """What was judged: `anchors` are the statements; of a split `others` are those from which they are taken.

    `claims` are the ids at the time; `document` and `sha256` are of an article; `source` is a source; `entry` the
    journal's entry that is taken back.
    """

    subject: Subject
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    claims: tuple[str, ...] = ()
    document: str | None = None
    sha256: str | None = None
    source: Named | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it. Kind outlet without a name is the outlet's own voice."""

    name: str | None
    kind: OriginKind
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Whose side the origin is on, as in `Origin.side`; `interest` as judged for that side, None to leave it open.

    `rule` is the line of the rule of interest that gave it; None where a person did.
    """

    side: str
    interest: Interest | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where it is said to be so; without a name nowhere. `instead_of`: the place as read that this is, None for all.

    `added` is set of a place beside those that were read: the name by which it was first added, so that it can be
    fixed or taken away again; empty in a draft of a new one, which the ledger names. `precision` as in `Place`.
    """

    name: str | None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    country: str | None = None
    instead_of: str | None = None
    precision: str | None = None
    added: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A figure; without a value no figure. `instead_of`: the words of the figure as read that this is, None for all.

    `added` as in `Location`: of a figure beside those that were read.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    measure: str | None = None
    instead_of: str | None = None
    added: str | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day of the time that is claimed; without either no time."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Grade:
    """A letter, a digit or a word of a standard: `Grade("B")`, `Grade("2")`, `Grade("very likely")`."""

    grade: str


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wants remembered."""

    text: str


Value = Speaker | Side | Location | Number | Days | Grade | Note

VALUES: Mapping[JudgementKind, type[Value]] = {
    JudgementKind.SPEAKER: Speaker,
    JudgementKind.SIDE: Side,
    JudgementKind.PLACE: Location,
    JudgementKind.FIGURE: Number,
    JudgementKind.TIME: Days,
    JudgementKind.RELIABILITY: Grade,
    JudgementKind.CREDIBILITY: Grade,
    JudgementKind.LIKELIHOOD: Grade,
    JudgementKind.NOTE: Note,
}
"""What a judgement of each kind says; the others say nothing beside what they are about."""

GRADES: Mapping[JudgementKind, type[StrEnum]] = {
    JudgementKind.RELIABILITY: Reliability,
    JudgementKind.CREDIBILITY: Credibility,
    JudgementKind.LIKELIHOOD: Likelihood,
}

FIELDS = frozenset(
    {JudgementKind.SPEAKER, JudgementKind.SIDE, JudgementKind.PLACE, JudgementKind.FIGURE, JudgementKind.TIME}
)
"""Fields of a statement."""

GROUPING = frozenset({JudgementKind.SPLIT, JudgementKind.MERGE})
"""What belongs together."""

SUBJECTS: Mapping[JudgementKind, frozenset[Subject]] = {
    **dict.fromkeys(FIELDS, frozenset({Subject.STATEMENT})),
    JudgementKind.SPLIT: frozenset({Subject.CLAIM}),
    JudgementKind.MERGE: frozenset({Subject.CLAIM}),
    JudgementKind.HIDE: frozenset({Subject.STATEMENT, Subject.CLAIM, Subject.ARTICLE}),
    JudgementKind.RELIABILITY: frozenset({Subject.SOURCE}),
    JudgementKind.CREDIBILITY: frozenset({Subject.STATEMENT, Subject.CLAIM}),
    JudgementKind.LIKELIHOOD: frozenset({Subject.CLAIM}),
    JudgementKind.NOTE: frozenset({Subject.STATEMENT, Subject.CLAIM, Subject.ARTICLE, Subject.SOURCE}),
    JudgementKind.UNDO: frozenset({Subject.ENTRY}),
    JudgementKind.REREAD: frozenset({Subject.ARTICLE}),
}
"""What each kind can be about."""


ADDED = "added: "
"""How the part of a place or figure begins that people added."""


def part_of(value: Value | None) -> str:
    """Which of several places or figures of a statement a value is of: as read, added, or (empty) all as read."""
    if not isinstance(value, Location | Number):
        return ""
    return value.instead_of or "" if value.added is None else f"{ADDED}{value.added}"


def called(value: Location | Number) -> str:
    """By what a place or figure goes: "Karsk", "25 people killed"; empty where it says that there is none."""
    if isinstance(value, Location):
        return value.name or ""
    return "" if value.value is None else " ".join(filter(None, (f"{value.value:g}", value.measure or value.unit)))


@dataclass(frozen=True, slots=True)
class Judgement:
    """One entry of the journal. `id` covers the entry before it too, so that none can be slipped in between."""

    id: str
    who: str
    when: datetime
    why: str
    kind: JudgementKind
    about: About
    value: Value | None = None

    @property
    def undoes(self) -> str | None:
        """The entry that this one takes back."""
        return self.about.entry

    @property
    def part(self) -> str:
        """Which of several places or figures of a statement it is of; empty for all, and for what there is one of."""
        return part_of(self.value)


ANY = "any"
"""Seen: whatever it was. For scripts; who decides before a page says what the page showed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A judgement before it is in the journal: `ids` are of statements, claims or one article, or one entry.

    Of a split they are the statements that are taken off, of a merge the claims or statements that are one.
    """

    who: str
    kind: JudgementKind
    subject: Subject
    ids: tuple[str, ...] = ()
    value: Value | None = None
    why: str = ""
    source: Named | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A judgement as the journal lists it: whether it is in force, who took it back, and what of it is adrift.

    `adrift` are the anchors that are not found in their articles as these are read now; `statements` where the others
    rest. `undone` is the decision that an undo takes back, or `restores` where it takes an undo of it back.
    """

    judgement: Judgement
    in_force: bool
    taken_back: Judgement | None = None
    statements: tuple[str, ...] = ()
    adrift: tuple[Anchor, ...] = ()
    undone: Judgement | None = None
    restores: bool = False


class Overtaken(SaysoError):
    """Somebody else has decided the same since: `theirs` is in the journal, `mine` is not, and neither is lost."""

    def __init__(self, problem: Problem, mine: Draft, theirs: Judgement | None) -> None:
        super().__init__(problem)
        self.mine, self.theirs = mine, theirs
