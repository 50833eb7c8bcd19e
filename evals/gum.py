"""The bare name within one of GUM's phrases, so that its entities can be held against names as Universal NER cuts them.

GUM marks whole noun phrases, pronouns and common nouns too: "President Ann Varga of Ostrel, who fled", "her", "members
of the Senate". A phrase is named where its head looks like a proper noun; its name is the run of capitalised words
around that head, without article, title and what follows: "Ann Varga". A Wikipedia link is asked for only where the
capital may be the sentence's: GUM links pronouns as well, so a link alone names nothing.

Known limit: a rule of capitals. Names in lower case or without case, and heads like "the Commission" (a name in GUM's
eyes and ours, not always in Universal NER's), are counted as the rule sees them: set the figure beside GUM's alone.
"""

from evals.lines import words_of
from sayso.encoder.words import Word, cut

PERSON = "person"


def name_in(text: str, start: int, end: int, kind: str, opens_sentence: bool, linked: bool) -> tuple[int, int] | None:
    """Where the bare name of the phrase stands in the text; None where its head is no proper noun."""
    words = cut(text[start:end])
    first = _first(words, kind)
    if first is None:
        return None
    last = _last(words, first, kind)
    after = words[last + 1].form if last + 1 < len(words) else None
    if after is not None and after not in words_of("marks") and after.lower() not in words_of("behind"):
        return None
    hung = after is not None and after not in words_of("marks")
    if opens_sentence and first == last == 0 and hung and not linked:
        return None
    return start + words[first].start, start + words[last].end


def _first(words: tuple[Word, ...], kind: str) -> int | None:
    """The first word of the name: capitalised, no title, and before it nothing that could be the head."""
    for at, word in enumerate(words):
        if at and (word.form in words_of("marks") or word.form in words_of("behind")):
            return None
        if _capital(word.form) and not _prefatory(word.form, kind):
            return at
    return None


def _prefatory(form: str, kind: str) -> bool:
    """A capitalised word that is no part of a name: "The", "She", "President"."""
    pronoun = form.lower() in words_of("pronouns")
    return pronoun or form in words_of("articles") or (kind == PERSON and form in words_of("titles"))


def _last(words: tuple[Word, ...], first: int, kind: str) -> int:
    """The last word of the run of capitals, over the small words that join names."""
    joining = words_of("joining") | (frozenset() if kind == PERSON else words_of("joining_wide"))
    last, at = first, first + 1
    while at < len(words):
        if _capital(words[at].form) or (words[at].form.isdigit() and at == last + 1):
            last = at
        elif words[at].form.lower() not in joining:
            break
        at += 1
    return last


def _capital(form: str) -> bool:
    return form[0].isupper()
