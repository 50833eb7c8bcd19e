"""SVG by hand: elements whose every word from outside is dead and escaped, and names cut to what there is room for."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from sayso.export.dead import dead

ELLIPSIS = "…"


def tag(name: str, *children: object, **attributes: object) -> Markup:
    """An element: `tag("text", "Karsk", x=4, class_="name")`; attributes that are None are left out."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{told}>{''.join(map(escape, children))}</{name}>")


def joined(parts: Iterable[Markup]) -> Markup:
    """Elements one after the other."""
    return Markup("").join(parts)


def words(text: str) -> str:
    """Text from outside as it may be shown; `tag` escapes it."""
    return dead(text).strip()


def elided(text: str, room: int) -> str:
    """The text cut to so many characters."""
    plain = words(text)
    return plain if len(plain) <= room else plain[: max(1, room - 1)].rstrip() + ELLIPSIS


def figure(width: float, height: float, title: str, described: str, *children: object, class_: str) -> Markup:
    """A whole picture with its name and description for those who do not see it.

    One that has links is a group of them: of an image nothing inside would be told (WAI-ARIA 1.2, children
    presentational).
    """
    inside = joined(escape(child) for child in children)
    return tag(
        "svg",
        tag("title", words(title)),
        tag("desc", words(described)),
        inside,
        class_=class_,
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        width=_value(width),
        height=_value(height),
        role="group" if "<a " in inside else "img",
        xmlns="http://www.w3.org/2000/svg",
    )


def _value(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
