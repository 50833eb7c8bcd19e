"""Copies: whether of two articles one is the other again, took a part of it, or is a later state of the same page.

"Source: VNA" under four of VNA's paragraphs, with a headline of its own: a copy, 100 of 100 of its words in one
passage. What is only quoted in both (unless half of an article is that), what is shorter than a paragraph, and what an
outlet says again and again in its own articles makes no copy. Each pair is judged by the two alone. What is told in
other words or in another language is found by `sayso.link.related`. Known limit: two articles that both took a
paragraph from a third that is not at hand look like a part of each other. What the thresholds are worth is told by
`python -m evals reprints`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from sayso.link.passages import Aligned, aligned
from sayso.link.wording import Wording, wording
from sayso.model.claim import Copy, CopyKind, Passage
from sayso.model.document import Document
from sayso.model.span import Spans

TOLD = 12
"""Words outside quotation marks that a passage has in common before it tells of taking: fewer are a stock phrase."""
PARAGRAPH = 40
"""Words, outside quotation marks, in such passages that make a part: a sentence of background is fewer."""
LONGEST = 20
"""Of them in one passage: many short passages are the phrases of a beat ("a source at the police command said")."""
PART = 0.3
"""How much of the article that shares more of itself must be in passages, for a part: paragraphs of background that
an agency repeats for months are less."""
BLOCK = 120
"""Words in one passage that make a part however long the articles are: a report of 6,000 takes a summary of 200."""
HALF = 0.4
"""An article of which so much stands in another took it, even where most of it is quotations."""
UNBROKEN = 15
"""Words in common that one passage must then have, and `TOLD` outside quotation marks ..."""
SPEECH = 30
"""... or so many, if it has fewer outside."""
OWN_STOCK = 0.5
"""What two articles of one outlet share below this, under two headlines, is the outlet's own background."""
MOST = 0.5
"""A later article of which so much stands in the earlier is a copy of it; of which less, has a part of it."""
WHOLE, WITHIN = 0.8, 0.3
"""So much of an earlier article in a later one, and so much of that made of it, is a copy with text added."""
MORE = 0.1
"""An article that is all in another, of which so much is not in it, is the cut one."""
SAME_STATE = 0.6
"""Of both texts of one outlet, for two states of a page whose headlines differ."""
SAME_TITLE, RETOLD = 0.7, 0.2
"""Words that the headlines of one page's states share, and of the texts' at the least."""

_TITLE_WORD = re.compile(r"\w+")
_NUMBERED = re.compile(r"(?:id|p|a|article|articleid|story|newsid|nid)=")
_UPDATED = frozenset({"updated", "update", "corrected", "correction", "live", "the", "a", "an"})


def compared(a: Document, b: Document) -> Copy | None:
    """What the one of two documents took from the other, or None; the same whichever is given first."""
    if a.id == b.id:
        return None
    if b.id < a.id:
        a, b = b, a
    one, other = wording(a.text, a.furniture), wording(b.text, b.furniture)
    shared = _Shared.of(a, b, one, other)
    same_page = is_same_page(a, b) and bool(shared.passages)
    if not same_page and not _is_taken(shared, is_same_outlet(a, b), is_same_title(a.title, b.title)):
        return None
    turned, order = order_of(a, b, shared.here, shared.there)
    later, earlier = (a, b) if turned else (b, a)
    share, rest = (shared.here, shared.there) if turned else (shared.there, shared.here)
    kind, reason = _kind(a, b, shared, share, rest)
    words = shared.words(one, other)
    passages = tuple(Passage(there, here) if not turned else Passage(here, there) for here, there in words)
    why = (
        f"{round(share * 100)} of 100 words of {name_of(later)} stand in {name_of(earlier)} too, "
        f"in {len(passages)} {'passage' if len(passages) == 1 else 'passages'}: {reason}. {order}"
    )
    return Copy(later.id, earlier.id, kind, round(share, 4), tuple(sorted(passages, key=_by_place)), why)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two articles have in common: the passages, the share of each that they make, the words of them by kind.

    `own` are the words outside quotation marks that are the same, `told` those in passages with `TOLD` of them,
    `longest` the most of them in one passage; `unbroken` the most words in one passage, quoted or not.
    """

    passages: tuple[Aligned, ...]
    here: float
    there: float
    own: int
    told: int
    longest: int
    unbroken: int

    @classmethod
    def of(cls, a: Document, b: Document, one: Wording, other: Wording) -> "_Shared":
        """What the words of two articles share."""
        found = aligned(one, other)
        own = [sum(not one.quoted[i] and not other.quoted[j] for i, j in each.same) for each in found]
        return cls(
            passages=found,
            here=sum(each.here_end - each.here for each in found) / max(len(one), 1),
            there=sum(each.there_end - each.there for each in found) / max(len(other), 1),
            own=sum(own),
            told=sum(count for count in own if count >= TOLD),
            longest=max(own, default=0),
            unbroken=max((len(each.same) for each in found), default=0),
        )

    def words(self, one: Wording, other: Wording) -> Iterator[Spans]:
        """The passages as stretches of the two texts."""
        for each in self.passages:
            yield one.span(each.here, each.here_end), other.span(each.there, each.there_end)


def _is_taken(shared: _Shared, same_outlet: bool, same_title: bool) -> bool:
    """Whether what is shared is more than quotations, names, stock phrases and an outlet's own background."""
    share = max(shared.here, shared.there)
    if same_outlet and share < OWN_STOCK:
        return same_title and share >= RETOLD and shared.told > 0
    if share >= HALF and (shared.unbroken >= SPEECH or (shared.own >= TOLD and shared.unbroken >= UNBROKEN)):
        return True
    if shared.longest >= BLOCK:
        return True
    return share >= PART and shared.told >= PARAGRAPH and shared.longest >= LONGEST


def _kind(a: Document, b: Document, shared: _Shared, share: float, rest: float) -> tuple[CopyKind, str]:
    """What the later of two documents is to the earlier, of which `share` and `rest` are in passages; and why."""
    if is_same_page(a, b):
        return CopyKind.VERSION, "two states of one page, by its address"
    if is_same_outlet(a, b):
        if min(share, rest) >= SAME_STATE:
            return CopyKind.VERSION, "one outlet's text in two states"
        if max(share, rest) >= RETOLD and is_same_title(a.title, b.title):
            return CopyKind.VERSION, "one outlet's page in two states, by its headline"
    if shared.own < TOLD:
        return CopyKind.PART, "a part of it, nearly all of it quotations"
    if share >= MOST:
        return CopyKind.COPY, "a copy"
    if rest >= WHOLE and share >= WITHIN:
        return CopyKind.COPY, "a copy of the whole, with text added"
    return CopyKind.PART, "a part of it"


def page_mark(document: Document) -> int | None:
    """A number of 63 bits that two documents have in common if they have one address; None where there is none.

    Two states of a page of which little is the same share too few fingerprints to be compared; they share this.
    """
    address = address_of(document.url) if document.url else ""
    return int.from_bytes(blake2b(f"page {address}".encode(), digest_size=8).digest(), "big") >> 1 if address else None


def is_same_page(a: Document, b: Document) -> bool:
    """Whether two documents have one address: its scheme, `www.`, query, fragment and last slash aside."""
    return a.url is not None and b.url is not None and address_of(a.url) == address_of(b.url) != ""


def address_of(url: str) -> str:
    """An address without its scheme, `www.`, fragment, last slash, and all of its query but an article's number."""
    bare = re.sub(r"^[a-z]+://", "", url.strip().casefold()).removeprefix("www.").removeprefix("m.")
    page, _, query = bare.partition("#")[0].partition("?")
    kept = sorted(
        part for part in query.split("&") if re.match(r"(?:id|p|a|article|articleid|story|newsid|nid)=", part)
    )
    return "?".join([page.rstrip("/"), *kept])


def is_same_outlet(a: Document, b: Document) -> bool:
    """Whether two documents are of one outlet, by its name or by the site of their addresses."""
    if a.outlet and b.outlet and _joined(a.outlet) == _joined(b.outlet):
        return True
    sites = [address_of(each.url).split("/")[0] for each in (a, b) if each.url]
    return len(sites) == 2 and sites[0] == sites[1]


def is_same_title(one: str | None, other: str | None) -> bool:
    """Whether two headlines are one, edited: "Market hit: what we know" and "Market hit: what we know (updated)".

    Numbers must be the same: "Report for 26 February" and "Report for 27 February" head two reports.
    """
    first, second = (set(_TITLE_WORD.findall((each or "").casefold())) - _UPDATED for each in (one, other))
    if not first or not second or {w for w in first ^ second if any(c.isdigit() for c in w)}:
        return False
    return len(first & second) / len(first | second) >= SAME_TITLE


def order_of(a: Document, b: Document, here: float, there: float) -> tuple[bool, str]:
    """Whether `a` is the later of the two, and the sentence that says how that is known.

    `here` and `there` are how much of `a` and of `b` the two share.
    """
    days = _days(a, b)
    if days is not None:
        turned = days[0] > days[1]
        later, earlier = (a, b) if turned else (b, a)
        return turned, f"{name_of(later)} is the later: {max(days)} after {min(days)}."
    names = is_named(b.outlet, a.text), is_named(a.outlet, b.text)
    if names[0] != names[1] and not is_same_outlet(a, b):
        later, earlier = (a, b) if names[0] else (b, a)
        return names[0], f"No days tell which came first, but {name_of(later)} names {earlier.outlet}."
    for turned, part, whole in ((True, here, there), (False, there, here)):
        if part >= WHOLE and whole <= part - MORE:
            inner, outer = (a, b) if turned else (b, a)
            return turned, f"No days tell which came first, but {name_of(outer)} has all of {name_of(inner)}, and more."
    return False, "Nothing tells which came first: the lesser id is taken for it."


def _days(a: Document, b: Document) -> tuple[date, date] | None:
    """The days that tell which of two came first: of writing where those do not overlap, else those on the pages."""
    for one, other, turned in ((a, b, False), (b, a, True)):
        end, start = one.published.latest, other.published.earliest
        if end is not None and start is not None and end < start:
            return (start, end) if turned else (end, start)
    first, second = _printed(a), _printed(b)
    return None if first is None or second is None or first == second else (first, second)


def _printed(document: Document) -> date | None:
    """The day on a page, unless the text cannot have been written then."""
    day, written = document.page_date, document.published
    if day is None or (written.earliest and day < written.earliest) or (written.latest and day > written.latest):
        return None
    return day


def is_named(outlet: str | None, text: str) -> bool:
    """Whether a page names an outlet: "Source: VNA" names "Varnian News Agency (VNA)"."""
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in _forms(outlet or ""))


def _forms(outlet: str) -> Iterator[str]:
    """How others write an outlet's name: in full, by what stands in brackets behind it, by its initials."""
    name, _, short = outlet.strip().partition(" (")
    bare = name.removeprefix("The ")
    words = re.findall(r"\w+", bare)
    if words:
        yield bare if len(words) > 1 or bare == name else name
    if short.rstrip(") "):
        yield short.rstrip(") ")
    if len(words) > 2:
        yield "".join(word[0] for word in words if word[0].isupper()) or bare


def _joined(outlet: str) -> str:
    return "".join(re.findall(r"\w+", outlet.casefold().removeprefix("the ").partition(" (")[0]))


def name_of(document: Document) -> str:
    """What a document is called in a sentence: by its file, and its outlet where that is known."""
    file = document.location.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or document.id
    return f"{file} ({document.outlet})" if document.outlet else file


def _by_place(passage: Passage) -> tuple[int, int]:
    return passage.here[0], passage.there[0]
