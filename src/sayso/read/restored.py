"""Sources restored: who says it, where the tagger lost the name beside a saying, or took a naming for a saying.

"a word of thanks to Iva Moss, who has warned that the dam will break" gives Moss, for the "who" that nobody tagged; in
"the hills known as the Three Sisters" nothing is said at all.

Known limit: the name must stand right before the "who" or the cue; a name further off is not looked for.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.lexicon.states import is_state
from sayso.model.span import Span
from sayso.read import cues
from sayso.read.attribute import NEAR, Tagged, antecedent
from sayso.read.sources import named_at_end, speaks
from sayso.read.tokens import pronouns

_WORD = re.compile(r"[\w’'-]+")
# What is left of a content when its speaker is taken from its end is a clause of at least so many words.
LEAST_LEFT = 4


def restored(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """The runs of a paragraph in order, with the sources that its cues lost and without the cues that say nothing."""
    out = _not_called(text, sentences, _without_what_is_called(text, runs))
    out = _not_governed(text, _not_named(text, _not_measured(text, out)))
    out = _with_who(text, _with_speaker_before(text, _with_name_before(text, out)))
    return _both_owners(text, _one_source(text, out))


def _one_source(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """ "Tarn Watch, an outfit of three", tagged as two sources or as a source and a content, is one."""
    out: list[Tagged] = []
    for run in runs:
        before = out[-1] if out else None
        if before is not None and before.role == "source" and run.role != "cue":
            gap = text[before.span[1] : run.span[0]]
            apposed = _APPOSED.match(text, run.span[0], run.span[1]) and gap.strip() == "," and "\n" not in gap
            relative = text[slice(*run.span)].lower() in pronouns("relative")
            apposed = apposed or (run.role == "source" and not gap.strip(" \xa0") and not relative)
            attributed = len(out) > 2 and [r.role for r in out[-3:-1]] == ["content", "cue"]
            if apposed and (run.role == "source" or (attributed and len(_words(text, run.span)) <= LONGEST_APPOSITION)):
                out[-1] = Tagged("source", (before.span[0], run.span[1]))
                continue
        out.append(run)
    return out


_APPOSED = re.compile(r"(?:an?|the|one\s+of|its|his|her|their)\s", re.I)
LONGEST_APPOSITION = 20

_WHO = re.compile(
    r"\b(?:who|which)\s+(?:(?:has|have|had|is|are|was|were|also|later|then|once|recently|\w+ly)\s+){0,3}$", re.I
)


def _with_who(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """The phrase before an untagged "who" as the source of the cue behind it."""
    out: list[Tagged] = []
    for run in runs:
        if run.role == "cue" and not (out and out[-1].role == "source" and run.span[0] - out[-1].span[1] <= NEAR):
            low = max(text.rfind("\n", 0, run.span[0]) + 1, out[-1].span[1] if out else 0, run.span[0] - 40)
            who = _WHO.search(text, low, run.span[0])
            span = antecedent(text, who.start()) if who else None
            if span is not None and (not out or out[-1].span[1] <= span[0]):
                out.append(Tagged("source", span))
        out.append(run)
    return out


def _with_speaker_before(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """Copy without commas: in "The blast was near Tarn local baker Iva Moss told VNA" the content took the speaker."""
    out: list[Tagged] = []
    for i, run in enumerate(runs):
        before = out[-1] if out else None
        after = runs[i + 1] if i + 1 < len(runs) else None
        sourced = after is not None and after.role == "source"
        if run.role == "cue" and before is not None and before.role == "content" and not sourced:
            start = _speaker_within(text, before.span, run.span)
            if start is not None:
                out[-1:] = [Tagged("content", (before.span[0], start)), Tagged("source", (start, before.span[1]))]
        out.append(run)
    return out


def _with_name_before(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """Copy without commas: "The jets came back Iva Moss | a baker in Tarn | told VNA": the content took the name."""
    out: list[Tagged] = []
    for run in runs:
        before = out[-1] if out else None
        if run.role == "source" and before is not None and before.role == "content":
            beside = text[before.span[1] : run.span[0]] in ("", " ") and _AN.match(text, *run.span)
            name = _NAME_AT_END.search(text, max(before.span[0], before.span[1] - LONGEST_TAIL), before.span[1])
            if beside and name and len(_words(text, (before.span[0], name.start()))) >= LEAST_LEFT:
                out[-1] = Tagged("content", (before.span[0], name.start()))
                run = Tagged("source", (name.start("name"), run.span[1]))
        out.append(run)
    return out


_AN = re.compile(r"(?:an?|the)\s[a-z]")
_NAME_AT_END = re.compile(r"(?<=[a-z\"”])\s(?P<name>[A-Z][a-z][\w’'-]*(?:\s(?:al-)?[A-Z][\w’'-]+){1,2})\s?$")


def _speaker_within(text: str, content: Span, cue: Span) -> int | None:
    words = text[slice(*cue)]
    if text[content[1] : cue[0]].strip() or not cues.says(words) or words.split()[-1].endswith("ing"):
        return None
    start = max(content[0], content[1] - LONGEST_TAIL)
    at = named_at_end(text[start : content[1]])
    if at is None or len(_words(text, (content[0], start + at))) < LEAST_LEFT:
        return None
    return start + at


# So far before the end of a content its speaker is looked for.
LONGEST_TAIL = 140


_OWNER_BEFORE = re.compile(r"(?:\bthe\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,4}['’]s?\s+and\s+(?:the\s+)?$")


def _both_owners(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """ "Varnia's and Ostrel's calls for …": the first owner belongs to the source as the second does."""
    out: list[Tagged] = []
    for run in runs:
        if run.role == "source" and re.search(r"['’]s?$", text[slice(*run.span)]):
            low = max(out[-1].span[1] if out else 0, run.span[0] - 60)
            if owner := _OWNER_BEFORE.search(text, low, run.span[0]):
                run = Tagged("source", (owner.start(), run.span[1]))
        out.append(run)
    return out


_NAMING = re.compile(r"\W*(?:\w+ly\s+|also\s+|better\s+|best\s+)?(?:known|dubbed|nicknamed|codenamed|named)\b", re.I)


def _not_named(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """ "the hill known as the Old Man": what a thing is called is nobody's saying, and the content goes on over it."""
    out: list[Tagged] = []
    after: Tagged | None = None
    for run in runs:
        named = after is not None and run.role == "content" and after.span[1] >= run.span[0] - NEAR
        if run.role == "cue" and _NAMING.match(text, *run.span):
            after = run
            continue
        if not named:
            out.append(run)
        elif out and out[-1].role == "content":
            out[-1] = Tagged("content", (out[-1].span[0], run.span[1]))
        after = None
    return out


_WHAT = re.compile(r"\bwhat\s+$", re.I)


def _not_called(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """ "What the council calls a drill was a raid, guards say": the guards say all of it, the council's word within."""
    gone: set[Tagged] = set()
    ends = [end for _, end in sentences]
    for i, run in enumerate(runs):
        cue = runs[i + 1] if i + 1 < len(runs) else None
        if run.role == "source" and cue is not None and cue.role == "cue" and cues.is_calling(text[slice(*cue.span)]):
            end = ends[min(bisect_right(ends, run.span[0]), len(ends) - 1)]
            others = [r for r in runs[i + 2 : i + 6] if r.span[0] < end and r.role == "cue"]
            if others and _WHAT.search(text, max(0, run.span[0] - 8), run.span[0]):
                gone.update((run, cue))
    return [r for r in runs if r not in gone]


def _not_governed(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """ "Moss asked that nobody be sent to | Tarn, the camp on the hill, | and said …": Tarn belongs to the content."""
    out: list[Tagged] = []
    for i, run in enumerate(runs):
        before, cue = (out[-1] if out else None), (runs[i + 1] if i + 1 < len(runs) else None)
        if before is not None and before.role == "content" and run.role == "source" and cue and cue.role == "cue":
            beside = not text[before.span[1] : run.span[0]].strip() and _GOVERNS.search(text, *before.span)
            if beside and _AND.fullmatch(text, run.span[1], cue.span[0]):
                out[-1] = Tagged("content", (before.span[0], run.span[1]))
                continue
        out.append(run)
    return out


_GOVERNS = re.compile(r"\b(?:to|in|at|of|from|near|with|for|on|into|against|over|through|between|towards?)\s*\Z")
_AND = re.compile(r",?\s+(?:and|but)\s+(?:\w+ly\s+|also\s+|has\s+|had\s+)*")


def _without_what_is_called(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """ "A line of hills Ostrel calls the wall": Ostrel says so, and the hills are what it calls."""
    out: list[Tagged] = []
    for i, run in enumerate(runs):
        cue = runs[i + 1] if i + 1 < len(runs) else None
        if run.role == "source" and cue is not None and cue.role == "cue":
            run = Tagged("source", (_caller(text, run.span, text[slice(*cue.span)]), run.span[1]))
        out.append(run)
    return out


def _caller(text: str, source: Span, cue: str) -> int:
    """Where the name opens in "what Ostrel" and in "a line of hills Ostrel"; "the baker Iva Moss" is one name."""
    if what := _WHAT_OPENS.match(text, *source):
        return what.end()
    found = _THING_BEFORE.fullmatch(text, *source)
    if found is None:
        return source[0]
    many = found["thing"].endswith("s") and " and " not in found["name"]
    if speaks(found["thing"]) and not many:
        return source[0]
    return found.start("name") if cues.is_calling(cue) or is_state(found["name"]) else source[0]


_WHAT_OPENS = re.compile(r"(?:what|whom|which)\s+(?=\S)", re.I)
_THING_BEFORE = re.compile(
    r"(?P<thing>(?:an?|the|some|several|one|two|three|his|her|its|their|this|that|these|those)\s+(?:[a-z][\w-]*\s+)*[a-z][\w-]+)"
    r"\s+(?P<name>(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:of|and|the|[A-Z][\w’'-]*))*)",
)


def in_passing(text: str, sentence: Span, source: Span, cue: str) -> bool:
    """Whoever has a name for something, within a clause about it: "a welcome one diplomat called a trap"."""
    low = max(sentence[0], source[0] - 20)
    noun = _NOUN_BEFORE.search(text, low, source[0]) if cues.is_calling(cue) else None
    return bool(_RELATIVE_BEFORE.search(text, low, source[0])) or (noun is not None and noun[1] not in _JOINS)


_RELATIVE_BEFORE = re.compile(r"\b(?:which|whom|what)\s+$")
_NOUN_BEFORE = re.compile(r"\b([a-z]{3,})\s+$")
_JOINS = frozenset(
    {"and", "but", "yet", "nor", "for", "that", "than", "while", "when", "where", "because", "although", "though"}
    | {"since", "after", "before", "until"}
)


def _not_measured(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """ "Rations are given according to age": by what a thing is done, and no saying; the content goes on."""
    gone: set[Tagged] = set()
    out: list[Tagged] = []
    for i, run in enumerate(runs):
        source = runs[i + 1] if i + 1 < len(runs) else None
        before = out[-1] if out else None
        sourced = run.role == "cue" and source is not None and source.role == "source"
        if source is not None and sourced and cues.is_according(text[slice(*run.span)]):
            apart = text[max(0, run.span[0] - 2) : run.span[0]].rstrip().endswith(",")
            if cues.is_measure(text[slice(*source.span)]) and not apart:
                gone.update((run, source))
                if before is not None and before.role == "content" and source.span[0] - before.span[1] <= 20:
                    out[-1] = Tagged("content", (before.span[0], source.span[1]))
        if run not in gone:
            out.append(run)
    return out


def _words(text: str, span: Span) -> list[str]:
    return _WORD.findall(text, *span)
