"""A sheet of text: paragraphs set within a measure, with labels and hanging indents, and no blanks at line ends."""

from rich.console import Console
from rich.text import Text

from sayso.cli.terminal import Glyphs, glyphs, width
from sayso.export.dead import dead

MARGIN = 2
LABEL = 12


class Sheet:
    """Lines printed one after the other; whatever text is given is made dead first."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width: int = width(console)
        self.glyphs: Glyphs = glyphs(console)

    def blank(self) -> None:
        """An empty line."""
        self.console.print()

    def rule(self) -> None:
        """A thin line across the measure."""
        self._put(Text(self.glyphs.rule * (self.width - 2 * MARGIN), style="quiet"), MARGIN)

    def heading(self, words: str, beside: str = "") -> None:
        """The name of a part, and a remark at the right edge."""
        line = Text(words, style="title")
        room = self.width - 2 * MARGIN - line.cell_len - len(beside)
        if beside and room > 1:
            line.append(" " * room + beside, style="not bold dim")
        self._put(line, MARGIN)

    def labelled(self, label: str, *paragraphs: Text) -> None:
        """A label at the left, its paragraphs hanging beside it."""
        for at, paragraph in enumerate(paragraphs):
            self.hanging(Text(label if at == 0 else "", style="label"), paragraph, MARGIN, MARGIN + LABEL)

    def hanging(self, head: Text, body: Text, at: int, indent: int) -> None:
        """`head` in the margin before the first line of `body`, which is wrapped at `indent`."""
        for number, line in enumerate(body.wrap(self.console, self.width - indent - MARGIN)):
            line.rstrip()
            lead = Text(" " * at)
            if number == 0:
                lead.append_text(head)
            lead.append(" " * (indent - lead.cell_len))
            self._put(lead.append_text(line), 0)

    def paragraph(self, body: Text, indent: int = MARGIN) -> None:
        """Words wrapped at an indent."""
        self.hanging(Text(""), body, 0, indent)

    def row(self, line: Text) -> None:
        """One line as it is."""
        self._put(line, MARGIN)

    def _put(self, line: Text, indent: int) -> None:
        whole = Text(" " * indent).append_text(line)
        whole.rstrip()
        self.console.print(whole, soft_wrap=True)


def words(text: str, style: str = "") -> Text:
    """Text from outside, dead, in a style."""
    return Text(dead(text).strip(), style=style)
