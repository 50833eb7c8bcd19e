"""Contents mended: what the tags of a paragraph cut short is read on to where a reader would end it.

"“We will hold the town as long as we can,” she said", tagged from "as long" on, says all that its quotation marks hold;
"the bridge at Karsk" before "had fallen" goes on to the end of its clause.

Known limit: where a clause ends is told by marks and by the words that open another ("while", "after"), not parsed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.model.span import Span
from sayso.read import cues
from sayso.read.attribute import Tagged
from sayso.read.clauses import finite

# A quotation of fewer words may be a name or a word at arm's length: "the ‘special operation’".
LEAST_QUOTED = 4
_WORD = re.compile(r"\w+")
_CUT_SHORT = re.compile(r"\b(?:a|an|the|of|to|and|or|in|at|for|with|from|by|into|their|his|its|than)$", re.I)


def mended(text: str, sentences: Sequence[Span], runs: Sequence[Tagged], quoted: Sequence[Span]) -> list[Tagged]:
    """The runs of a paragraph in order, their contents whole."""
    out = _finished(text, sentences, runs)
    out = _whole_quotations(text, sentences, out, quoted)
    out = _and_does(text, sentences, _and_that(text, sentences, _from_the_start(text, sentences, out)))
    return _apart(sentences, _whole_clauses(text, sentences, out), quoted)


def _apart(sentences: Sequence[Span], runs: Sequence[Tagged], quoted: Sequence[Span]) -> list[Tagged]:
    """A content that runs on from a quotation into the sentence behind it as two: "“They left.” Both fell, he said"."""
    if not quoted:
        return list(runs)
    starts = [start for start, _ in sentences]
    closed = [(end, s) for _, end in quoted for s in starts[bisect_left(starts, end) :][:1] if s - end <= BEHIND]
    out: list[Tagged] = []
    for run in runs:
        for end, start in closed if run.role == "content" else ():
            if run.span[0] < end and start <= run.span[1]:
                out.append(Tagged("content", (run.span[0], end)))
                run = Tagged("content", (start, run.span[1]))
        if run.span[0] < run.span[1]:
            out.append(run)
    return out


# The mark, the stop and the blank between a quotation and the next sentence.
BEHIND = 3


def _finished(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """The runs, with a content that breaks off at a word that ends no phrase ("forcing people to") read on.

    It goes on to the next run or to the end of its sentence.
    """
    out = list(runs)
    for i, run in enumerate(out):
        if run.role != "content" or not _CUT_SHORT.search(text, max(run.span[0], run.span[1] - 12), run.span[1]):
            continue
        stop = next((end for _, end in sentences if run.span[1] < end), run.span[1])
        stop = min(stop, out[i + 1].span[0]) if i + 1 < len(out) else stop
        out[i] = Tagged("content", (run.span[0], max(run.span[1], stop)))
    return out


def _whole_quotations(
    text: str, sentences: Sequence[Span], runs: Sequence[Tagged], quoted: Sequence[Span]
) -> list[Tagged]:
    """A quotation that is in part a content is one as far as its marks go, sentence by sentence."""
    ends = [run.span[1] for run in runs]
    cuts = [end for _, end in sentences]
    gone: set[Tagged] = set()
    whole: list[Tagged] = []
    for mark in quoted:
        inside = touching(runs, ends, mark)
        if not any(r.role == "content" for r in inside):
            continue
        insides = [r.span[1] for r in inside]
        for sentence in sentences[bisect_right(cuts, mark[0]) :]:
            if sentence[0] >= mark[1]:
                break
            part = max(mark[0], sentence[0]), min(mark[1], sentence[1])
            here = touching(inside, insides, part)
            if any(r.role != "content" or r in gone for r in here):
                continue  # somebody is quoted within the quotation
            if len(_WORD.findall(text[slice(*part)])) < LEAST_QUOTED:
                continue
            gone.update(here)
            span = min([part[0], *(r.span[0] for r in here)]), max([part[1], *(r.span[1] for r in here)])
            whole.append(Tagged("content", span))
    return sorted([*(r for r in runs if r not in gone), *whole], key=lambda r: r.span)


def touching(runs: Sequence[Tagged], ends: Sequence[int], span: Span) -> list[Tagged]:
    """The runs that share something with a span; `ends` are the ends of the runs, which stand in order."""
    found = []
    for run in runs[bisect_right(ends, span[0]) :]:
        if run.span[0] >= span[1]:
            break
        found.append(run)
    return found


_THAT_TOO = re.compile(r"[\"”]?,?\s+(?:and|but)\s+that\s(?!(?:is|was|would|will|has|had|means|meant)\b)")
_TO_ITS_END = re.compile(r"[\"”]?[.!?]*[\"”]?\s*$")


def _and_that(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """ "She said the army was “not against” the tribe and that it would rebuild Karsk": all of it is what she said."""
    ends = [end for _, end in sentences]
    out = list(runs)
    for i, run in enumerate(out):
        if run.role != "content" or not _THAT_TOO.match(text, run.span[1]):
            continue
        stop = next((end for end in ends[bisect_left(ends, run.span[1]) :]), run.span[1])
        after = out[i + 1].span[0] if i + 1 < len(out) else stop
        if after >= stop and (tail := _TO_ITS_END.search(text, run.span[1], stop)):
            out[i] = Tagged("content", (run.span[0], tail.start()))
    return out


_AND = re.compile(r",?\s+(?:and|but)\s+(?=[a-z])")
_WORDS_TO_VERB = re.compile(r"(?:(?:also|then|later|\w+ly)\s+)?(?P<verb>[a-z]+)\b")


def _and_does(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """ "The army took Karsk, the mayor said, and is moving on Tarn": the mayor tells of both deeds of the army."""
    out = list(runs)
    ends = [run.span[1] for run in runs]
    for start, end in sentences:
        here = touching(runs, ends, (start, end))
        if [r.role for r in here] not in (["content", "source", "cue"], ["content", "cue", "source"]):
            continue
        joint = _AND.match(text, here[-1].span[1], end)
        verb = _WORDS_TO_VERB.match(text, joint.end(), end) if joint else None
        if joint is None or verb is None or cues.says(verb["verb"]) or cues.is_turning(verb["verb"]):
            continue
        if finite().fullmatch(verb["verb"]) and len(_WORD.findall(text, joint.end(), end)) >= LEAST_QUOTED:
            out.append(Tagged("content", (joint.end(), end)))
    return sorted(out, key=lambda r: r.span)


_CLAUSE_ENDS = re.compile(r"[,;:()\"“”«»—–]|\s-\s")
_OPENS_ANOTHER = re.compile(
    r"\s*(?:and|but|or|while|as|after|before|when|where|which|who|whom|whose|although|though|because|since|with|amid|"
    r"in\s+(?:an?|his|her|its|their)\s+(?:\w+\s+)?(?:statement|interview|post|video|message|letter|speech|briefing)|"
    r"according|citing|adding|saying|via|on (?:telegram|facebook|twitter|x|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday))\b",
    re.I,
)
# An anchor closes its sentence where no more words stand behind it ("said on Monday in Tarn").
CLOSING = 6
_GIVING = ("including ", "like ")
_QUOTING = re.compile(r"[\"“„«]")


def _from_the_start(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """What stands before a content whose speaker comes behind it is said by that speaker too.

    "Shells fell on the market in Tarn, the mayor said", tagged from "the market" on, begins with "Shells".
    """
    out = list(runs)
    at = 0
    for start, end in sentences:
        here = []
        while at < len(out) and out[at].span[0] < end:
            here += [at] if out[at].span[0] >= start else []
            at += 1
        if [out[i].role for i in here] not in (["content", "source", "cue"], ["content", "cue", "source"]):
            continue
        first, last = out[here[0]], out[here[2]]
        gap = text[start : first.span[0]]
        joined = text[first.span[0]].islower() or _GOVERNS.search(gap) or gap.endswith(_GIVING)
        if not joined or len(_WORD.findall(text, last.span[1], end)) > CLOSING or cues.says(gap):
            continue
        if _QUOTING.search(text, max(start, first.span[0] - 2), first.span[0] + 1) or not _WORD.search(gap):
            continue
        out[here[0]] = Tagged("content", (start, first.span[1]))
    return out


def _hangs_on_noun(text: str, before: Sequence[Tagged]) -> bool:
    """Whether a cue belongs to its source, as in "letters describing …": the sentence's own verb is still to come."""
    if [r.role for r in before[-2:]] != ["source", "cue"]:
        return False
    source, cue = before[-2:]
    return text[slice(*cue.span)].endswith("ing") and not text[source.span[1] : cue.span[0]].strip()


# Words that look forward to what comes next, and so belong to it: "two days after", "despite the fact that".
_GOVERNS = re.compile(
    r"\b(?:in|on|at|of|to|for|from|with|by|as|an?|the|and|or|but|that|which|who|when|while|after|before|amid|than)\s*$",
    re.I,
)

_PLACED = re.compile(r"\s*(?:in|on|at|during)\s")


def _whole_clauses(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """A content goes on over untagged words to the next mark, the next run or the end of its sentence."""
    out = list(runs)
    at = 0
    for i, run in enumerate(out):
        if run.role != "content":
            continue
        while at < len(sentences) - 1 and sentences[at][1] < run.span[1]:
            at += 1
        stop = sentences[at][1]
        if i + 1 < len(out):
            stop = min(stop, out[i + 1].span[0])
        if stop <= run.span[1] or _OPENS_ANOTHER.match(text, run.span[1], stop) or _hangs_on_noun(text, out[:i]):
            continue
        ends = _CLAUSE_ENDS.search(text, run.span[1], stop)
        gap = text[run.span[1] : ends.start() if ends else stop]
        if gap.strip() and not cues.says(gap) and not (ends is None and (_GOVERNS.search(gap) or _PLACED.match(gap))):
            out[i] = Tagged("content", (run.span[0], run.span[1] + len(gap)))
    return out
