"""The audit of one article: when it was written, on whom it rests, and each statement with who says it.

It is set for a reporter at a glance: the origin first, then what is said, then how they would know. It reads the
same without colour; what is not known is said or left out, never filled in.
"""

from rich.console import Console
from rich.text import Text

from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.export import words as say
from sayso.export.shares import Share, shares, word_count
from sayso.model.document import Document
from sayso.model.reading import Reading
from sayso.model.statement import Basis, Certainty, Interest, Statement, Voice

MOST_ORIGINS = 12
"""Bars shown; the smaller origins after them are one row together."""

OWN_VOICE = "the outlet's own voice"
_NUMBER = 5
_VOICES = {Voice.DIRECT: "quoted", Voice.MIXED: "partly quoted"}


def audit(console: Console, reading: Reading, *, kept: bool = False) -> None:
    """Print the audit; one that is `kept` in a ledger, with its problems and ids by which `sayso show` finds it."""
    sheet = Sheet(console)
    sheet.blank()
    header(sheet, reading.document, kept=kept)
    sheet.blank()
    if not reading.statements:
        sheet.paragraph(Text("No statement was read in this article.", style="title"))
        sheet.blank()
        _problems(sheet, reading, kept=kept)
        return
    bars(sheet, reading)
    sheet.blank()
    sheet.heading("What it says", say.counted(len(reading.statements), "statement"))
    for number, statement in enumerate(reading.statements, 1):
        sheet.blank()
        tag = statement.id[:8] if kept else str(number)
        entry(sheet, reading.document, statement, tag)
    sheet.blank()
    _problems(sheet, reading, kept=kept)


def header(sheet: Sheet, document: Document, *, kept: bool = False) -> None:
    """Title, outlet, language, and the dates with their reasons."""
    sheet.paragraph(words(document.title or "No title", "title" if document.title else "quiet"))
    sheet.rule()
    sheet.labelled("outlet", words(document.outlet or "not named on the page"))
    sheet.labelled("language", words(say.language(document.language)))
    sheet.labelled("page date", words(_page_date(document)))
    reasons = (words(f"{sheet.glyphs.dot} {reason}", "quiet") for reason in document.published.why)
    sheet.labelled("published", words(say.published(document)), *reasons)
    sheet.labelled("from", words(document.location), *([words(document.url, "quiet")] if document.url else []))
    if kept:
        sheet.labelled("id", words(document.id))


def bars(sheet: Sheet, reading: Reading) -> None:
    """How much of the text rests on whom, as bars of which a full one is the whole text."""
    found = shares(reading)
    own = next((share for share in found if share.origin is None), None)
    named = [share for share in found if share.origin is not None]
    total = found[0].of if found else 0
    sheet.heading("Who it rests on", say.counted(total, "word"))
    sheet.blank()
    shown = named if len(named) <= MOST_ORIGINS else named[: MOST_ORIGINS - 1]
    longest = max(len(name) for name in (OWN_VOICE, *map(_name, shown)))
    label = min(longest, sheet.width * 2 // 5)
    for share in shown:
        _bar(sheet, _name(share), share.words, total, label, "bar")
    if rest := named[len(shown) :]:
        _bar(sheet, f"{len(rest)} others", sum(share.words for share in rest), total, label, "bar")
    _bar(sheet, OWN_VOICE, own.words if own else 0, total, label, "bar.own")
    furniture = word_count(reading.document.text, reading.document.furniture)
    if furniture:
        sheet.blank()
        sheet.paragraph(Text(f"Left out: {say.counted(furniture, 'word')} of page furniture.", style="quiet"))


def entry(sheet: Sheet, document: Document, statement: Statement, tag: str) -> None:
    """One statement: who through whom, what, on what ground, and its particulars."""
    indent = MARGIN + max(_NUMBER, len(tag) + 2)
    sheet.hanging(Text(tag.rjust(indent - MARGIN - 2), style="quiet"), chain(sheet, statement), MARGIN, indent)
    sheet.paragraph(content(sheet, document, statement), indent)
    sheet.paragraph(_joined(sheet, grounds(statement)), indent)
    parts = [
        Text.assemble((f"{label}: ", "label"), words(value))
        for label, value in say.particulars(statement, sheet.glyphs.dash)
    ]
    if parts:
        sheet.paragraph(_joined(sheet, parts), indent)


def chain(sheet: Sheet, statement: Statement) -> Text:
    """`origin ← relay (told) ← relay (published)`; or the outlet's own voice."""
    line = Text()
    if statement.voice is Voice.OUTLET:
        line.append(OWN_VOICE, style="own")
    else:
        line.append_text(words(say.origin(statement.origin), "origin"))
        if known := say.standing_of(statement.origin):
            line.append(f" ({words(known)})")
    for hop in statement.chain:
        line.append(f" {sheet.glyphs.relay} ", style="quiet")
        line.append_text(words(hop.name))
        line.append(f" ({hop.relation.value})", style="quiet")
    return line


def content(sheet: Sheet, document: Document, statement: Statement) -> Text:
    """The words said to be so, in quotation marks where quoted whole; a denial is marked as one."""
    pieces = [words(document.text[start:end]).plain for start, end in statement.content]
    text = f" {sheet.glyphs.gap} ".join(pieces)
    if statement.voice is Voice.DIRECT:
        text = f"{sheet.glyphs.opening}{text}{sheet.glyphs.closing}"
    mark = ("Denied: ", "denied") if statement.certainty is Certainty.DENIED else ""
    return Text.assemble(mark, text)


def grounds(statement: Statement) -> list[Text]:
    """How it is said, how the origin would know, how sure the words are, and whose interest it serves."""
    facts = [Text(_VOICES[statement.voice], style="quiet")] if statement.voice in _VOICES else []
    if statement.voice is not Voice.OUTLET or statement.basis is not Basis.UNSTATED:
        facts.append(words(say.basis(statement.basis), "quiet"))
    facts.append(Text(statement.certainty.value, style="quiet"))
    if statement.interest in say.INTERESTS:
        style = "against" if statement.interest is Interest.AGAINST else "quiet"
        facts.append(Text(say.INTERESTS[statement.interest], style=style))
    return facts


def _problems(sheet: Sheet, reading: Reading, *, kept: bool) -> None:
    """What a kept article met; for one just read, the verb reports it on standard error."""
    for problem in reading.problems if kept else ():
        sheet.labelled("problem", words(f"{problem.what}; {problem.effect}. {problem.remedy}"))
        sheet.blank()


def _bar(sheet: Sheet, name: str, count: int, total: int, label: int, style: str) -> None:
    part = count / total if total else 0.0
    percent = "0 %" if not count else f"{part:.0%}".replace("%", " %") if part >= 0.01 else "<1 %"
    room = sheet.width - 2 * MARGIN - label - 16
    lines = words(name).wrap(sheet.console, label)
    for number, line in enumerate(lines):
        line.rstrip()
        if number == 0:
            line.pad_right(label - line.cell_len + 2)
            line.append(_filled(sheet, part, room).ljust(room), style=style)
            line.append(f"{percent:>6}")
            line.append(f"{count:>8,}", style="quiet")
        sheet.row(line)


def _filled(sheet: Sheet, part: float, room: int) -> str:
    """A bar to the eighth of a column where the terminal can show it; a share above nothing always shows."""
    steps = len(sheet.glyphs.parts)
    full, eighths = divmod(round(part * room * steps), steps)
    bar = sheet.glyphs.bar * full + (sheet.glyphs.parts[eighths] if eighths else "")
    return bar or (sheet.glyphs.parts[1] if part and steps > 1 else "")


def _name(share: Share) -> str:
    return words(say.origin(share.origin)).plain if share.origin else OWN_VOICE


def _joined(sheet: Sheet, parts: list[Text]) -> Text:
    return Text(f" {sheet.glyphs.dot} ", style="quiet").join(parts)


def _page_date(document: Document) -> str:
    if document.page_date is None:
        return "none"
    early, late = document.published.earliest, document.published.latest
    outside = (early and document.page_date < early) or (late and document.page_date > late)
    return say.day(document.page_date) + (", but the text speaks against it" if outside else "")
