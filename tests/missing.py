"""What a machine may lack: the tests that need it are skipped in one row that says so, and how to have it.

With SAYSO_ALL=1 in the environment nothing may be lacking, and the skip is a failure.
"""

import os
from typing import NoReturn

import pytest


def missing(what: str, remedy: str) -> NoReturn:
    """Skip the test that asks: `chromium is not on this machine; its tests are skipped. apt-get install chromium`."""
    row = f"{what} is not on this machine; its tests are skipped. Have it with: {remedy}"
    if os.environ.get("SAYSO_ALL") == "1":
        pytest.fail(f"{row} (SAYSO_ALL=1 allows no skip)", pytrace=False)
    pytest.skip(row)
