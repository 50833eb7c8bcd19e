"""The front door: the program `sayso`, with the verbs of the command line and those of the desk."""

from sayso.cli import app, prepare
from sayso.web.report import report
from sayso.web.serve import serve

app.command()(serve)
app.command()(report)


def main() -> None:
    """Run the verb that is asked for."""
    prepare()
    app()


if __name__ == "__main__":
    main()
