"""Put what `sayso read` prints of one demo article into the README: `python docs/sample.py ARTICLE`."""

import os
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- audit: begin -->\n", "<!-- audit: end -->"
COLUMNS = "88"


def main(article: str) -> None:
    """Rewrite the README between its two marks."""
    command = [Path(sys.executable).with_name("sayso"), "read", article]
    printed = subprocess.run(
        command, env=os.environ | {"COLUMNS": COLUMNS}, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout
    lines = "\n".join(line.rstrip() for line in printed.strip("\n").splitlines())
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    block = f"`sayso read {article}`:\n\n```\n{lines}\n```\n"
    README.write_text(before + BEGIN + block + END + after, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
