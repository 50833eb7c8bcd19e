"""`python -m bench`: how long reading takes, and how much memory; exit status 1 where a bar is missed."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, rich_markup_mode=None)
AsJson = Annotated[bool, typer.Option("--json", help="Print one object of figures and nothing else.")]
Seed = Annotated[int, typer.Option(help="Another seed, another article.")]


@app.command()
def reading(
    as_json: AsJson = False,
    words: Annotated[int, typer.Option(min=1, help="Length of the article.")] = 5000,
    pairs: Annotated[int, typer.Option(min=1, help="How often to measure.")] = 5,
    seed: Seed = 0,
) -> None:
    """The time of reading over that of the bare encoder on the same windows."""
    from bench.reading import BAR, measure

    result = measure(words, seed, pairs)
    if as_json:
        figures = {"ratio": round(result.ratio, 3), "bar": BAR, "cpu_ratio": round(result.cpu_ratio, 3)}
        speed = {"words_per_second": round(result.words_per_second)}
        print(json.dumps(figures | speed | {"words": result.words, "windows": result.windows}))
    else:
        table = _table(f"Reading {result.words} words, {result.windows} windows, {result.statements} statements")
        for column in ("reading, s", "bare encoder, s", "ratio", "by CPU time"):
            table.add_column(column, justify="right")
        for pair in result.pairs:
            table.add_row(
                f"{pair.reading.wall:.3f}", f"{pair.encoder.wall:.3f}", f"{pair.ratio:.2f}", f"{pair.cpu_ratio:.2f}"
            )
        Console().print(table)
        print(
            f"median ratio {result.ratio:.2f}, bar {BAR:.1f} (by CPU time {result.cpu_ratio:.2f}); "
            f"{result.words_per_second:,.0f} words a second"
        )
    raise typer.Exit(int(result.ratio > BAR))


@app.command()
def linking(
    as_json: AsJson = False,
    statements: Annotated[int, typer.Option(min=100, help="Size of the smaller pile.")] = 4_000,
    ledger: Annotated[
        int, typer.Option(min=100, help="Size of the smaller ledger; the larger is ten times it.")
    ] = 1_000,
    a_day: Annotated[int, typer.Option(min=1, help="Articles of one day, of a dozen statements each.")] = 1,
    seed: Seed = 0,
) -> None:
    """Linking a pile of twice the size, and one more article in a ledger of ten times the size.

    What a statement is compared with is what was written in its season, so that a pile of less than two seasons grows
    faster than one of years: four thousand statements at one article a day are eleven months. The bar's own sizes take
    an hour: --statements 100000 --ledger 20000 --a-day 6.
    """
    from bench.linking import BAR_ADDING, BAR_GB, BAR_TWICE, adding, growth

    small, large = growth((statements, 2 * statements), seed, a_day)
    few, many = adding((ledger, 10 * ledger), seed, a_day)
    twice, more = large.seconds / small.seconds, many.seconds / few.seconds
    if as_json:
        figures = {"twice": round(twice, 3), "adding": round(more, 3), "peak_gb": round(large.peak_gb, 2)}
        print(json.dumps(figures | {"bars": [BAR_TWICE, BAR_ADDING, BAR_GB]}))
    else:
        print(
            f"{large.statements:,} statements take {twice:.2f} times as long to link as {small.statements:,} (bar 2.4)."
        )
        print(
            f"One more article takes {more:.2f} times as long in a ledger of {many.statements:,} statements as in one"
        )
        print(f"of {few.statements:,} (bar 2.0). Peak memory {large.peak_gb:.2f} GB (bar 4).")
    raise typer.Exit(int(twice > BAR_TWICE or more > BAR_ADDING or large.peak_gb > BAR_GB))


@app.command()
def curve(
    sizes: Annotated[list[int] | None, typer.Argument(help="Statements, smallest first.")] = None,
    a_day: Annotated[int, typer.Option(min=1, help="Articles of one day.")] = 6,
    seed: Seed = 0,
) -> None:
    """The curve of linking over piles of these sizes, a line each as it comes: up to a million takes hours."""
    from bench.linking import growth

    for point in growth(sizes or (10_000, 20_000, 40_000), seed, a_day):
        per = 1000 * point.seconds / point.statements
        print(
            f"{point.statements:>9,} statements  {point.claims:>9,} claims  {point.seconds:>9.1f} s  "
            f"{per:.2f} ms each  {point.peak_gb:.2f} GB",
            flush=True,
        )


@app.command()
def pages(
    as_json: AsJson = False,
    statements: Annotated[int, typer.Option(min=1_000, help="Size of the smaller ledger.")] = 10_000,
    times: Annotated[int, typer.Option(min=2, help="How many times as large the larger one is.")] = 100,
    folder: Annotated[
        Path | None, typer.Option(help="Where the ledgers are kept, to be measured again; else they are thrown away.")
    ] = None,
    server: Annotated[
        str | None, typer.Option(help="URL of a PostgreSQL server: in databases of its own, which stay there.")
    ] = None,
    seed: Seed = 0,
) -> None:
    """The time of each page of the desk in a large ledger over that in a small one.

    Both are made first; a million statements take half an hour on a quiet machine, and five gigabytes.
    """
    from bench.pages import BAR, measure, measure_on

    rows = measure_on(server, statements, times, seed) if server else measure(statements, times, seed, folder)
    worst = max(row.ratio for row in rows)
    if as_json:
        print(json.dumps({"pages": {row.name: [row.small, row.large] for row in rows}, "worst": worst, "bar": BAR}))
    else:
        table = _table(f"Pages of ledgers of {statements:,} and {statements * times:,} statements")
        for column in ("page", "small, ms", "large, ms", "ratio"):
            table.add_column(column, justify="left" if column == "page" else "right")
        for row in rows:
            table.add_row(row.name, f"{1000 * row.small:.1f}", f"{1000 * row.large:.1f}", f"{row.ratio:.2f}")
        Console().print(table)
        print(f"worst ratio {worst:.2f}, bar {BAR:.1f}")
    raise typer.Exit(int(worst > BAR))


@app.command()
def memory(
    as_json: AsJson = False,
    words: Annotated[int, typer.Option(min=1, help="Length of the article.")] = 100_000,
    seed: Seed = 0,
) -> None:
    """The peak memory of reading one very long article."""
    from bench.memory import BAR_MB, measure

    result = measure(words, seed)
    if as_json:
        print(json.dumps({"peak_mb": round(result.peak_mb, 1), "bar_mb": BAR_MB, "words": result.words}))
    else:
        print(
            f"Reading {result.words:,} words ({result.statements:,} statements): "
            f"peak {result.peak_mb:.0f} MB, bar {BAR_MB} MB; {result.start_mb:.0f} MB before reading"
        )
    raise typer.Exit(int(result.peak_mb >= BAR_MB))


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", title_style="bold", show_edge=False, pad_edge=False)


if __name__ == "__main__":
    app(prog_name="python -m bench")
