"""`sayso serve LEDGER`: opens the desk."""

from typing import Annotated

import typer


def serve(
    ledger: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger: a file, or postgresql://…")],
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 for a free one.")] = 8765,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
) -> None:
    """Open the desk: the ledger in a browser."""
    import uvicorn

    from sayso.web.app import desk

    app = desk(ledger)
    typer.echo(f"The desk is open: http://{host}:{port}/")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
