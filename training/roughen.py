"""Paragraphs as careless collectors leave them: no commas or quotation marks, or dashes for quotes."""

import random
from dataclasses import replace

from sayso.encoder.words import CLOSING, OPENING
from training.examples import Text, Told


def roughened(text: Text, chance: random.Random) -> Text:
    """The same paragraph, or about one time in ten a rougher one."""
    roll = chance.random()
    if roll < 0.03:
        return without(text, {",", OPENING, CLOSING, "’", "'"})
    if roll < 0.06 and text.forms[0] == OPENING and CLOSING in text.forms:
        forms = list(text.forms)
        forms[0] = "–"
        forms[forms.index(CLOSING)] = "–"
        return replace(text, forms=tuple(forms))
    if roll < 0.09:
        swap = {OPENING: "‘", CLOSING: "’"} if chance.random() < 0.5 else {OPENING: "'", CLOSING: "'"}
        return replace(text, forms=tuple(swap.get(f, f) for f in text.forms))
    return text


def without(text: Text, marks: set[str]) -> Text:
    """The paragraph without some marks; a span that began at one begins at its next word."""
    kept = [i for i, form in enumerate(text.forms) if form not in marks]
    if not kept:
        return text
    labels, opened = [], None
    for form, tag in zip(text.forms, text.tags["attribution"], strict=True):
        tag = str(tag)
        if form in marks:
            opened = tag[2:] if tag.startswith("B-") else (opened if tag.startswith("I-") else None)
            continue
        labels.append(f"B-{opened}" if opened and tag == f"I-{opened}" else tag)
        opened = None
    told = []
    for each in text.told:
        inside = [n for n, i in enumerate(kept) if each.first <= i <= each.last]
        if inside:
            told.append(Told(each.head, inside[0], inside[-1], each.value))
    return Text(tuple(text.forms[i] for i in kept), {"attribution": tuple(labels)}, tuple(told))
