"""Paper: a report as the text of one file that opens without a network and prints well.

The same claims of the same ledger give the same text, but for the moment at which it was made, which the file names.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType

from markupsafe import Markup

import sayso
from sayso.export.judgements import decided
from sayso.export.measures import Measure
from sayso.export.words import day, particulars, published, span
from sayso.model.claim import Standing
from sayso.web.pictures.chain import chain, source_of
from sayso.web.pictures.figures import ranges
from sayso.web.render import environment
from sayso.web.reported import Chosen, Report, Reported, gathered
from sayso.web.sides import Palette
from sayso.weigh.standing import name_of, side_name
from sayso.workspace import Workspace

STANDINGS = {
    Standing.UNSOURCED: "Only outlets in their own voice say so, or origins that nobody names.",
    Standing.SOLE: "One root, in one article.",
    Standing.ECHOED: "One root, in several articles: however many pages print it, one origin says so.",
    Standing.ONE_SIDED: "Several independent roots, and no second side among them.",
    Standing.CROSS_SIDE: "Independent roots of different sides; or one of no side beside another; or an admission "
    "against the interest of its own side beside another root.",
}
"""What each standing means, in the words of the rules that give it."""

_LINK = re.compile(
    r'href="(?:/article/(?P<article>[0-9a-f]+)[^"]*|(?P<source>/source\?id=[0-9a-f]+)|#(?!mark-)(?P<part>[^"]*))"'
)
_SHARED = (("desk.css", "tokens"), ("desk.css", "sides"), ("claim.css", "pictures"))
"""What a report is drawn with that the desk is drawn with too: parts of its style by the comments that head them."""


def written(workspace: Workspace, chosen: Chosen, *, ledger: str, made: datetime) -> str:
    """The report as the text of its file."""
    found = gathered(workspace, chosen, ledger=ledger, made=made.astimezone(UTC), version=sayso.__version__)
    return rendered(found, Palette.of(workspace.sides()))


def rendered(report: Report, palette: Palette) -> str:
    """The file: its style is named by its hash in the policy, and nothing else may act in it (CSP 3)."""
    style = f"{_sheet()}{running_head(report)}"
    article_of = {each.document.id: each.number for each in report.articles}

    def chain_of(claim: Reported) -> Markup:
        drawn = chain(claim.claim.roots, claim.filed, claim.stems, palette.of_side)
        mine = {each.statement.id: source_of(each) for each in claim.filed}
        roots = {mine[s]: rooted.place for rooted in reversed(claim.roots) for s in rooted.root.statements}
        return relinked(drawn, claim.number, article_of, roots)

    def ranges_of(claim: Reported, measure: Measure) -> Markup:
        return relinked(ranges(measure, palette.of_side), claim.number, article_of)

    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        environment()
        .get_template("report.html")
        .render(
            report=report,
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            style=Markup(style),
            side_class=palette.of_side,
            side_name=side_name,
            name_of=name_of,
            standings={str(each): told for each, told in STANDINGS.items()},
            particulars=particulars,
            published=published,
            decided=decided,
            span_of=span,
            article_of=article_of,
            chain_of=chain_of,
            ranges_of=ranges_of,
        )
    )


def relinked(
    picture: Markup, claim: int, article_of: Mapping[str, int], root_of: Mapping[str, int] = MappingProxyType({})
) -> Markup:
    """A picture of the desk with its links leading to the same things in the report; `root_of` a source, its root.

    Every word in a picture is escaped, so that what reads as an attribute is one.
    """

    def there(found: re.Match[str]) -> str:
        article, part = found["article"], found["part"]
        if article is not None:
            return f'href="#article-{article_of[article]}"'
        if source := found["source"]:
            return f'href="#claim-{claim}-root-{root_of[source]}"' if source in root_of else f'href="#claim-{claim}"'
        return f'href="#claim-{claim}-{part}"' if part.startswith("root-") else f'href="#claim-{claim}"'

    return Markup(_LINK.sub(there, picture))


def running_head(report: Report) -> str:
    """The head of each printed page after the first: the ledger's name and the day, by css-page-3's margin boxes."""
    head = f"sayso report · {report.ledger}"
    return (
        f"@page {{ @top-left {{ content: {_quoted(head)} }} @top-right {{ content: {_quoted(day(report.made))} }} }}\n"
        "@page :first { @top-left { content: none } @top-right { content: none } }\n"
    )


def _quoted(text: str) -> str:
    """A string of CSS in which nothing from outside can end it, or the style that it stands in."""
    plain = (char if char.isascii() and char.isalnum() else f"\\{ord(char):06x}" for char in text)
    return f'"{"".join(plain)}"'


def _sheet() -> str:
    static = files("sayso.web") / "static"
    shared = (_part((static / name).read_text(encoding="utf-8"), part) for name, part in _SHARED)
    return "\n\n".join([*shared, (static / "report.css").read_text(encoding="utf-8")])


def _part(style: str, name: str) -> str:
    (found,) = re.findall(rf"/\* {name}\b[^*]*\*/.*?(?=\n/\* |\Z)", style, re.S)
    return str(found)
