"""The runtime keeps quiet: no file of its own in the user's home, no line of its own on standard error."""

import os
import subprocess
import sys
from pathlib import Path

READ = "import sayso; sayso.read('Karsk has fallen, the army said on Monday.\\nNothing else is known.')"


def test_reading_leaves_no_trace_of_the_runtime_in_the_home_folder(tmp_path: Path) -> None:
    known = {key: value for key, value in os.environ.items() if key not in {"ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME"}}
    cache = known.get("SAYSO_CACHE", str(Path.home() / ".cache" / "sayso"))
    done = subprocess.run(
        [sys.executable, "-c", READ],
        env={**known, "HOME": str(tmp_path), "SAYSO_CACHE": cache},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    left = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if "icrosoft" in str(path))
    assert (left, done.stderr) == ([], "")
