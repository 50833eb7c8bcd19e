"""`sayso why CLAIM`: what a claim stands on, step by step; `sayso why A B`: why two statements are together or not."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from sayso.cli import told
from sayso.cli.place import DEFAULT, LedgerOption
from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.cli.terminal import UNICODE, output, write
from sayso.cli.waterfall import signed, waterfall
from sayso.export import words as tell
from sayso.export.judgements import ruling
from sayso.model.claim import Root
from sayso.model.filed import Filed
from sayso.model.statement import Interest
from sayso.workspace import Workspace

if TYPE_CHECKING:
    from sayso.ledger.derivation import Compared, Derivation


def why(
    id_: Annotated[
        str, typer.Argument(metavar="CLAIM", help="The id of a claim, or of a statement; its first digits.")
    ],
    other: Annotated[
        str | None, typer.Argument(metavar="STATEMENT", show_default=False, help="Another statement, to compare.")
    ] = None,
    as_json: told.JsonOption = False,
    ledger: LedgerOption = DEFAULT,
) -> None:
    """Show what a claim stands on, step by step.

    Its wordings, its roots and what was folded into them, copies, conflicts, and how it came to its standing. It
    may be named by any of its statements. With two statements: what speaks for filing them together, and what
    against.
    """
    with Workspace(ledger) as workspace:
        if other is None:
            derivation = workspace.why(id_, folded=not as_json)
            _derived_lines(derivation) if as_json else _derived(Sheet(output()), derivation)
        else:
            compared = workspace.compare(id_, other)
            _compared_line(compared) if as_json else _compared(Sheet(output()), compared)


def _derived(sheet: Sheet, found: "Derivation") -> None:
    claim, by_id = found.claim, {each.statement.id: each for each in found.filed}
    articles = len({each.statement.document for each in found.filed})
    sheet.blank()
    sheet.paragraph(words(claim.text, "title"))
    sheet.rule()
    sheet.labelled("stands", told.standing(sheet, claim))
    many = f"{tell.counted(len(claim.statements), 'statement')} in {tell.counted(articles, 'article')}"
    sheet.labelled("said in", words(f"{many}, {tell.counted(len(claim.roots), 'root')}"))
    sheet.labelled("claim", words(claim.id))
    sheet.blank()
    sheet.heading("How it came to its standing", claim.standing.value)
    sheet.blank()
    for number, step in enumerate(_steps(found), 1):
        sheet.hanging(Text(f"{number}", style="quiet"), words(step), MARGIN + 2, MARGIN + 5)
    for number, root in enumerate(told.roots(claim), 1):
        sheet.blank()
        _root(sheet, number, root, [by_id[each] for each in root.statements if each in by_id])
    if found.copies:
        sheet.blank()
        sheet.heading("Copies", tell.counted(len(found.copies), "copy").replace("copys", "copies"))
        for copy in found.copies:
            sheet.blank()
            sheet.hanging(words(copy.later[: told.ID], "quiet"), words(copy.why), MARGIN, told.INDENT)
    if found.conflicts:
        sheet.blank()
        sheet.heading("Conflicts", tell.counted(len(found.conflicts), "conflict"))
        for parted in found.conflicts:
            sheet.blank()
            told.conflict(sheet, parted)
    sheet.blank()


def _steps(found: "Derivation") -> list[str]:
    """The sentences of the standing; conflicts, which have a part of their own, are one of them."""
    steps = [line for line in found.claim.why if not line.startswith("Contested (")]
    if found.claim.contested:
        steps.append(f"Contested: {tell.counted(len(found.conflicts), 'conflict')}, told below.")
    return steps


def _root(sheet: Sheet, number: int, root: Root, filed: list[Filed]) -> None:
    head = Text(f"Root {number}  ", style="title").append_text(told.root(root))
    if root.interest in (Interest.OWN, Interest.AGAINST):
        head.append(
            f"  {tell.INTERESTS[root.interest]}", style="against" if root.interest is Interest.AGAINST else "quiet"
        )
    sheet.paragraph(head)
    for line in root.why:
        sheet.hanging(words(sheet.glyphs.dot, "quiet"), words(line, "quiet"), MARGIN + 2, MARGIN + 4)
    for each in sorted(filed, key=_day):
        sheet.blank()
        told.statement(sheet, each, told.INDENT + 2)


def _day(filed: Filed) -> tuple[str, str]:
    day = filed.published.latest or filed.published.earliest
    return (day.isoformat() if day else "9"), filed.statement.id


def _compared(sheet: Sheet, found: "Compared") -> None:
    sheet.blank()
    sheet.paragraph(words("Filed together" if found.together else "Not filed together", "title"))
    sheet.rule()
    for each in (found.a, found.b):
        sheet.blank()
        told.statement(sheet, each)
    sheet.blank()
    score = signed(found.likeness.score, fine=sheet.glyphs is UNICODE)
    sheet.heading("What speaks for it, and what against", f"sum {score}")
    sheet.blank()
    waterfall(sheet, found.likeness.reasons)
    sheet.blank()
    by_people = ruling(found.ruled)
    sheet.paragraph(words(verdict(found) if by_people is None else f"{by_people}."))
    for each in () if by_people else found.by_way_of:
        sheet.blank()
        told.statement(sheet, each)
    for parted in found.conflicts:
        sheet.blank()
        sheet.hanging(words("They part", "against"), words(parted.conflict.why), MARGIN, MARGIN + 11)
    sheet.blank()


def verdict(found: "Compared") -> str:
    """What came of it, in a sentence: the two alone decide, but for what else is in their claims."""
    alike = found.likeness.score > 0
    claims = [each.id[: told.ID] for each in found.claims]
    if found.together and alike:
        return f"The sum is above nought: the two make one claim, {claims[0]}."
    if found.together:
        way = " by way of:" if found.by_way_of else "."
        return f"By themselves they would stay apart; other statements of claim {claims[0]} tie them together{way}"
    if alike:
        why = "what else is in these claims is, on the whole, not alike"
        return f"By themselves they are alike, but they are filed in two claims, {claims[0]} and {claims[1]}: {why}."
    return f"The sum is not above nought: the two make two claims, {claims[0]} and {claims[1]}."


def _derived_lines(found: "Derivation") -> None:
    from sayso.export.answers import copy_row
    from sayso.export.exchange import claim_row, conflict_row, statement_row
    from sayso.export.jsonl import line

    write(line(claim_row(found.claim)))
    for each in found.filed:
        write(line(statement_row(each.statement)))
    for copy in found.copies:
        write(line(copy_row(copy)))
    for parted in found.conflicts:
        write(line(conflict_row(parted.conflict)))


def _compared_line(found: "Compared") -> None:
    from sayso.export.answers import likeness_row
    from sayso.export.jsonl import line

    way = tuple(each.statement.id for each in found.by_way_of)
    a, b = found.a.statement.id, found.b.statement.id
    write(line(likeness_row(a, b, found.likeness, together=found.together, by_way_of=way)))
