"""The options that every command takes, worded once."""

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print one object of figures and nothing else.")]
Misses = Annotated[bool, typer.Option("--misses", help="Print every miss.")]
EveryFourth = Annotated[
    bool, typer.Option("--every-fourth", help="Score only every fourth record: those that nothing was made on.")
]
