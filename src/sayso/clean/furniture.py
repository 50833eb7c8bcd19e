"""Furniture: the stretches of an extracted text that are no part of the article, marked and never cut.

"- Advertisement -", "2.8 C", "Main photo source: CNN", "KARSK (Reuters) -". Each rule is a named function on one
line in its place; the tables are in lexicon/furniture.yaml. Headlines and sub-headings are not furniture. The limit
accepted: a caption that is worded and ended like a sentence of the article, with no credit, passes for one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sayso.clean.head import head
from sayso.clean.inline import inline_furniture
from sayso.clean.lines import SHORT, TEASER, VERB, Line, lines_of, title_index
from sayso.clean.stamps import TIME, is_bar, is_date_line, is_labelled_date, is_weather
from sayso.lexicon.furniture import furniture_words, plain
from sayso.lexicon.outlets import agency
from sayso.model.span import Span, Spans

CAPTION = 45
LONGEST = 800
"""Characters: a longer line is a paragraph, and only stretches inside it can be furniture."""
TAIL = 0.6
"""Lists of other articles stand in the last two fifths of a page, or they interrupt it."""

_FILE = re.compile(r"^\W*(?:PDF|DOCX?|XLSX?|EPUB|MP3|MP4|ZIP)\b.*\b\d[\d.,]*\s?[KMG]B\b", re.I)
_COPYRIGHT = re.compile(r"^\s*(?:©|\(c\)\s|copyright\b)|©\s?(?:19|20)\d\d|\ball rights reserved\b", re.I)
_PAREN_CREDIT = re.compile(
    r"[(\[](?:source|photo|photos|image|picture|pic|credit|file|courtesy|illustration|screenshot|reuters|afp|ap|"
    r"epa)\b[^()\[\]]{0,120}[)\]]\W*$",
    re.I,
)
_BRACKET_CREDIT = re.compile(r"[(\[](?P<credit>[A-Z][^()\[\]/]{2,60}/[^()\[\]]{2,40})[)\]]\W*$")
_BYLINE = re.compile(
    r"^\W*(?:[Bb]y|BY|[Ww]ritten by|[Tt]ext by|[Ff]rom)\s+(?:[A-Z][\w.’'-]*[,\s]*(?:and\s|&\s|with\s|in\s)?){2,8}\s*\|"
    r"?\W*$"
)
_NAME_BAR = re.compile(r"^\W*(?:[A-Z][\w.’'-]+\s){1,4}[A-Z]?[\w.’'-]*\s*\|\s*$")
_CONTRIBUTED = re.compile(r"\bcontributed (?:to this|reporting)|\bcontributed to the report\b", re.I)
_LABEL = re.compile(r"^[-–—|•*>\s]*(?P<words>.*?)[-–—|•*<\s:.…]*$", re.S)
_HANGING = ("on", "by", "in", "at", "and", "via", "from")
_SHARES = re.compile(
    r"^\W*\d[\d.,]*\s?[KkMm]?\s+(?:comments?|shares?|views?|likes?|reads?|min(?:ute)?s? read|votes?)\W*$", re.I
)
_ROLE_BYLINE = re.compile(
    r"^\W*(?:by|from)\s(?:(?:a|an|our|the|own|special|staff)\s)?(?:[\w’'-]+\s){0,4}(?:correspondents?|reporters?|staff|"
    r"writers?|editors?|desk|bureau|agencies|newsroom)(?:\sin\s[A-Z]\w+)?\W*$",
    re.I,
)
_CREDIT_LABEL = re.compile(
    r"\b(?:Photos?|Photographs?|Image|Picture|Illustration|Photo credit|Graphic):\s*"
    r"[A-Z](?:[^.!?]|(?<=\b[A-Z])\.){0,60}$"
)
_ARCHIVE = re.compile(r"\b(?:[Pp]rivate|[Pp]ersonal|[Ff]amily) (?:archives?|collection|album|photo)$")
_LINK = re.compile(r"^\W*(?:\[[^\[\]]{0,200}\]\(\S+\)|(?:https?://|www\.)\S+)\W*$")
_COMMENT_COUNT = re.compile(r"^\W*(?:\d[\d.,]* comments?|comments? \(\d+\))\W*$", re.I)
_FEED_END = re.compile(
    r"^The\s+post\b.{3,400}?\b(?:appeared\s+first|first\s+appeared)\s+on\s+(?P<name>.{2,60}?)\s*\.?(?=\s*\Z)",
    re.M | re.S,
)
_FEED_LINE = re.compile(
    r"\b(?:appeared first|first appeared) on (?:[A-Z][\w.&’'-]*|of|the|and|for)(?: [\w.&’'-]+){0,6}\.?$"
)
FEED_TAIL = 600
"""Characters at the end of a text in which a feed says where it was first: it is its last line, or a few."""
BUTTON, MENU_LINES = 4, 8
"""Words of a button, and how many such lines in a row are a menu: a list of towns in an article is shorter."""
LONGEST_COMMENT = 60
"""Words: a longer line below the count of comments may be an article's, and ends the talk."""


def furniture(text: str) -> Spans:
    """Half-open spans of furniture in the order of the text, none overlapping another."""
    lines = lines_of(text)
    page = head(lines).marked
    title = title_index(lines, page)
    if title is not None:
        lines = (*lines[:title], replace(lines[title], title=True), *lines[title + 1 :])
    marked = {index: lines[index].span for index in page if index != title}
    repeated = Counter(line.text for line in lines)
    for line in lines:
        if len(line.text) <= LONGEST and (
            any(rule(line) for rule in RULES) or (is_repeated(line, repeated[line.text]) and not _amid(line, lines))
        ):
            marked[line.index] = line.span
    for index in _runs(lines, marked):
        marked[index] = lines[index].span
    inline = (
        span
        for line in lines
        if line.index not in marked
        for span in inline_furniture(line.text, line.span[0], line.index, line.count)
    )
    feed = feed_end(text)
    return _merged([*marked.values(), *inline, *([feed.span()] if feed else [])])


def feed_end(text: str) -> re.Match[str] | None:
    """ "The post Karsk has fallen appeared first on Karsk Monitor.": how feeds end; `name` is the outlet's."""
    return _FEED_END.search(text, max(0, len(text) - FEED_TAIL))


def is_feed_end(line: Line) -> bool:
    """The same in one line, wherever a page has it."""
    return line.text.startswith("The post ") and _FEED_LINE.search(line.text) is not None


def is_phrase(line: Line) -> bool:
    """As in "Must read", "- Advertisement -", "Click to comment": a line that is nothing else."""
    found = _LABEL.match(line.text)
    return plain(found["words"] if found else line.text) in furniture_words().lines and line.words <= SHORT


def is_lead_in(line: Line) -> bool:
    """As in "Photo: …", "Read more: …", "Sign up to …": a short line by its first words."""
    start = line.text.lstrip(" \t\u00a0-–—•*[(>").casefold()
    if not start.startswith(furniture_words().starts) or line.title:
        return False
    return line.words <= TEASER and (not line.ended or ":" in line.text[:40] or line.words <= SHORT)


def is_file(line: Line) -> bool:
    """As in "(PDF | 10.81 MB | English)"."""
    return bool(_FILE.match(line.text))


def is_copyright(line: Line) -> bool:
    """As in "© 2023 Ana Petrova/Ostrel Wire"."""
    return line.words <= TEASER and bool(_COPYRIGHT.search(line.text))


def is_caption(line: Line) -> bool:
    """As in "Smoke over Karsk (Photo: VNA)", "Winter in Belomir Reuters": a picture's line, known by its credit."""
    if _PAREN_CREDIT.search(line.text):
        return line.words <= CAPTION
    bracketed = _BRACKET_CREDIT.search(line.text)
    if bracketed and agency().search(bracketed["credit"]):
        return line.words <= CAPTION
    if _CREDIT_LABEL.search(line.text) and not line.title:
        return line.words <= CAPTION
    if line.ended or line.title or line.words > TEASER:
        return False
    if _ARCHIVE.search(line.text) and not VERB.search(line.text):
        return True
    credit = list(agency().finditer(line.text)) + list(furniture_words().credits.finditer(line.text))
    at_end = any(not line.text[found.end() :].strip(" .)]|") for found in credit)
    return (at_end and line.words > 1 and not VERB.search(line.text)) or _only_credits(line)


def _only_credits(line: Line) -> bool:
    """As in "With Reuters, the Associated Press and AFP", "AP and Reuters", "VNA/Ostrel Wire"."""
    rest = agency().sub(" ", line.text)
    left = re.sub(
        r"\b(?:with|from|and|the|by|via|source|photo|agencies|news|staff)\b|[\W_]", " ", rest, flags=re.I
    ).split()
    return rest != line.text and not left


def is_byline(line: Line) -> bool:
    """As in "By Jane Doe in Karsk", "Jane Doe |", "By our defence correspondent"."""
    if line.words > SHORT or line.title:
        return False
    return any(form.match(line.text) for form in (_BYLINE, _NAME_BAR, _ROLE_BYLINE))


def is_contribution(line: Line) -> bool:
    """As in "Reuters and AP contributed to this report"."""
    return line.words <= TEASER and bool(_CONTRIBUTED.search(line.text))


def is_invitation(line: Line) -> bool:
    """As in "Sign up to our free daily newsletter", "Your support keeps our team in the field"."""
    if line.words > TEASER or line.title or _quoted(line):
        return False
    invited = {found.group().lower() for found in furniture_words().invites.finditer(line.text)}
    return bool(invited) and (not line.ended or line.words <= SHORT or len(invited) > 1)


def _quoted(line: Line) -> bool:
    return any(mark in line.text for mark in '"“”«»')


def is_link(line: Line) -> bool:
    """As in "- [Who we are](https://karsk.example/who)", or a bare address."""
    return bool(_LINK.match(line.text))


def is_count(line: Line) -> bool:
    """As in "12 comments", "3 min read", or a bare number at the foot of the page."""
    return bool(_SHARES.match(line.text)) or (line.text.strip().isdigit() and line.down > TAIL)


def is_tags(line: Line) -> bool:
    """As in "War in Varnia, Karsk, Ostrel" at the foot: short names between commas, nothing said of them."""
    items = [item.strip() for item in line.text.split(",")]
    if len(items) < 3 or line.ended or line.down < TAIL or line.words > TEASER or VERB.search(line.text):
        return False
    return all(item and len(item.split()) <= 4 and item[0].isupper() for item in items)


def is_section(line: Line) -> bool:
    """As in "World": the name of a section, above the article or below it."""
    parts = [plain(part) for part in re.split(r"[|>/»]", line.text) if plain(part)]
    return line.outside and 0 < len(parts) <= 8 and all(part in furniture_words().sections for part in parts)


def is_repeated(line: Line, times: int) -> bool:
    """The same short line three times over: a button or a banner, unless it is spoken or names a speaker."""
    return times >= 3 and line.words <= SHORT and not _quoted(line) and not line.title and line.text[-1] != ":"


def _amid(line: Line, lines: tuple[Line, ...]) -> bool:
    """Whether the line is a piece of a sentence that was broken at its links: the text goes on below it."""
    following = lines[line.index + 1].text if line.index + 1 < line.count else ""
    before = lines[line.index - 1] if line.index else line
    return following[:1].islower() or following[:1] in tuple(",.;)") or (before.words > SHORT and not before.ended)


RULES: tuple[Callable[[Line], bool], ...] = (
    is_phrase, is_lead_in, is_weather, is_date_line, is_file, is_copyright, is_caption, is_byline, is_contribution,
    is_invitation, is_count, is_tags, is_section, is_bar, is_labelled_date, is_link, is_feed_end,
)  # fmt: skip


def _runs(lines: tuple[Line, ...], marked: dict[int, Span]) -> Iterator[int]:
    """Lines that are furniture by their neighbours: teasers, the rest of a caption, lists under "See also"."""
    for line in lines:
        if line.index in marked:
            continue
        following = lines[line.index + 1] if line.index + 1 < len(lines) else None
        preceding = lines[line.index - 1] if line.index else None
        if preceding and preceding.index in marked and line.text.casefold() in _HANGING:
            yield line.index
        if following and following.index in marked and not line.title:
            stamped = is_date_line(following) and bool(TIME.search(following.text)) and line.index > 1
            if (
                (stamped and not line.ended and line.words <= TEASER)
                or (is_copyright(following) and line.words <= CAPTION and preceding and preceding.index in marked)
                or (
                    is_invitation(following)
                    and line.words <= SHORT
                    and re.match(r"(?:We|Our|Get|Join|Help|Support)\b", line.text)
                )
            ):
                yield line.index
    yield from _talk(lines)
    yield from _menus(lines)
    heading = next((line for line in lines if line.down > TAIL and _heads_a_list(line)), None)
    if heading:
        yield from (line.index for line in lines[heading.index + 1 :] if line.index not in marked)
        yield heading.index


def _menus(lines: tuple[Line, ...]) -> Iterator[int]:
    """Menus whose buttons stand one a line, above the article or below it."""
    run: list[int] = []
    for line in lines:
        if line.outside and not line.title and not line.ended and line.words <= BUTTON and not _quoted(line):
            run.append(line.index)
        elif len(run) >= MENU_LINES:
            yield from run
            run = []
        else:
            run = []
    if len(run) >= MENU_LINES:
        yield from run


def _talk(lines: tuple[Line, ...]) -> Iterator[int]:
    """What readers wrote, below "12 comments" at the foot of the page."""
    count = next((line.index for line in lines if line.down > TAIL and _COMMENT_COUNT.match(line.text)), None)
    if count is None or not lines[count].outside:
        return
    for line in lines[count + 1 :]:
        if line.words > LONGEST_COMMENT:
            return
        yield line.index


def _heads_a_list(line: Line) -> bool:
    return plain(line.text) in furniture_words().related and line.index + 1 < line.count


def _merged(spans: Iterable[Span]) -> Spans:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
