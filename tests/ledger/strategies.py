"""Any document and any statement that the model allows, for hypothesis."""

from hypothesis import strategies as st

from sayso.model.document import Document, Interval
from sayso.model.statement import (
    Attitude,
    Basis,
    Certainty,
    Comparator,
    Event,
    Figure,
    Hop,
    Interest,
    Origin,
    OriginKind,
    Place,
    Polarity,
    Relation,
    Statement,
    Time,
    Voice,
)

text = st.text(max_size=20)
words = st.one_of(st.none(), text)
day = st.one_of(st.none(), st.dates())
span = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
spans = st.lists(span, max_size=3).map(tuple)
number = st.floats(allow_nan=False, allow_infinity=False)
maybe_number = st.one_of(st.none(), number)


def several(one):
    """A short tuple of them."""
    return st.lists(one, max_size=2).map(tuple)


def documents():
    """Any article."""
    return st.builds(
        Document,
        id=text,
        location=text,
        url=words,
        title=words,
        outlet=words,
        language=words,
        text=text,
        furniture=spans,
        page_date=day,
        published=st.builds(Interval, day, day, several(text)),
        copy_of=words,
    )


def statements():
    """Any statement."""
    return st.builds(
        Statement,
        id=text,
        document=text,
        content=spans,
        source=spans,
        cue=spans,
        voice=st.sampled_from(Voice),
        origin=st.builds(Origin, words, st.sampled_from(OriginKind), text, words, st.one_of(st.none(), span)),
        chain=several(st.builds(Hop, text, st.sampled_from(Relation), span)),
        basis=st.sampled_from(Basis),
        certainty=st.sampled_from(Certainty),
        interest=st.sampled_from(Interest),
        event=st.one_of(st.none(), st.sampled_from(Event)),
        attitude=st.one_of(st.none(), st.builds(Attitude, words, words, st.sampled_from(Polarity))),
        places=several(
            st.builds(
                Place,
                text,
                span,
                st.one_of(st.none(), st.integers(0, 2**31)),
                maybe_number,
                maybe_number,
                words,
                words,
            )
        ),
        time=st.one_of(st.none(), st.builds(Time, text, span, day, day)),
        figures=several(
            st.builds(Figure, text, span, number, maybe_number, maybe_number, st.sampled_from(Comparator), words, words)
        ),
    )
