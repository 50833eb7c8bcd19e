"""The program and its verbs; an error of sayso is one row on standard error, whichever verb met it."""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sayso.cli.add import add
from sayso.cli.claims import claims
from sayso.cli.conflicts import conflicts
from sayso.cli.export import export
from sayso.cli.figures import figures
from sayso.cli.journal import journal
from sayso.cli.list import list_
from sayso.cli.people import people
from sayso.cli.read import read
from sayso.cli.remove import remove
from sayso.cli.reread import reread
from sayso.cli.search import search
from sayso.cli.show import show
from sayso.cli.sources import sources
from sayso.cli.terminal import drop_output, report, unwritten
from sayso.cli.why import why
from sayso.model.problem import SaysoError

HELP = """On whose say-so? Reads conflict reporting and shows who says each claim, through whom, and how they would
know. It never says that a claim is true or false.

Exit status: 0 if something could be read or shown, 1 if nothing could, 2 for a wrong command line."""


class Verbs(TyperGroup):
    """The verbs, with one way to fail."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except SaysoError as error:
            report([error.problem])
            raise typer.Exit(1) from error
        except BrokenPipeError:  # whoever read the output has enough of it; the framework ends quietly
            raise
        except OSError as error:
            drop_output()
            report([unwritten(error)])
            raise typer.Exit(1) from error


app = typer.Typer(
    name="sayso",
    help=HELP,
    cls=Verbs,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        import sayso

        typer.echo(f"sayso {sayso.__version__}")
        raise typer.Exit


@app.callback()
def _sayso(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


app.command()(read)
app.command()(add)
app.command(name="list")(list_)
app.command()(show)
app.command()(claims)
app.command()(why)
app.command()(conflicts)
app.command()(sources)
app.command()(figures)
app.command()(search)
app.command()(journal)
app.command()(reread)
app.command()(remove)
app.command()(export)
app.command()(people)
