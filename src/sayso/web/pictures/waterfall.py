"""A waterfall: how the sum of reasons for and against comes about, a bar for each that begins where the last ended."""

from collections.abc import Sequence

from markupsafe import Markup

from sayso.model.claim import Reason
from sayso.web.pictures.svg import elided, figure, joined, tag

LABEL, SCALE, NUMBER, ROW, TOP = 200.0, 520.0, 70.0, 30.0, 8.0


def waterfall(reasons: Sequence[Reason]) -> Markup:
    """The picture; the sentences of the reasons stand beneath it."""
    ends = [0.0]
    for reason in reasons:
        ends.append(ends[-1] + reason.weight)
    low, high = min(ends), max(ends)

    def at(value: float) -> float:
        return LABEL + (value - low) / ((high - low) or 1.0) * SCALE

    height = TOP + (len(reasons) + 1) * ROW
    drawn = [tag("line", x1=at(0), x2=at(0), y1=TOP, y2=height, class_="grid")]
    for place, (reason, start, end) in enumerate(zip(reasons, ends, ends[1:], strict=False)):
        y, x = TOP + place * ROW, min(at(start), at(end))
        kind = "for" if reason.weight > 0 else "against"
        drawn += [
            tag("text", elided(reason.name, 28), x=0, y=y + 18, class_="name"),
            tag(
                "rect",
                x=x,
                y=y + 6,
                width=max(1.5, abs(at(end) - at(start))),
                height=ROW - 12,
                rx=2,
                class_=f"step step-{kind}",
            ),
            tag("line", x1=at(end), x2=at(end), y1=y + 6, y2=y + ROW + 6, class_="link"),
            tag("text", signed(reason.weight), x=LABEL + SCALE + NUMBER, y=y + 18, class_="value"),
        ]
    y = TOP + len(reasons) * ROW
    drawn += [
        tag("text", "the sum", x=0, y=y + 18, class_="name strong"),
        tag("circle", cx=at(ends[-1]), cy=y + ROW / 2, r=5.0, class_="sum"),
        tag("text", signed(ends[-1]), x=LABEL + SCALE + NUMBER, y=y + 18, class_="value strong"),
    ]
    told = f"{len(reasons)} reasons, which sum up to {signed(ends[-1])}; above nought two statements make one claim."
    return figure(
        LABEL + SCALE + NUMBER, height, "What speaks for it, and what against", told, joined(drawn), class_="waterfall"
    )


def signed(value: float) -> str:
    """ "+1.20", "−0.30"."""
    return f"{'+' if value >= 0 else '−'}{abs(value):.2f}"
