"""The command line: one file per verb, mirroring the workspace."""

from sayso.cli.app import app
from sayso.cli.terminal import prepare

__all__ = ["app", "prepare"]
