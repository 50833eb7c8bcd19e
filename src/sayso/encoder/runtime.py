"""The neural runtime, told to keep quiet before it is loaded.

onnxruntime 1.31 keeps an id of the machine in the user's cache folder and can report its use. sayso tells nobody
anything, so the switch is set before the import, which is when the runtime reads it.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

FATAL = 4
"""The level of log below which the runtime writes nothing: what a user is told is told by sayso."""

__all__ = ["FATAL", "onnxruntime"]
