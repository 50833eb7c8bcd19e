"""Put what `sayso read` prints of one demo article into the README: `python docs/sample.py ARTICLE`."""

import os
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- audit: begin -->\n", "<!-- audit: end -->"
COLUMNS = "88"


def sample(article: str) -> str:
    """The part of the README that shows an article, named from the root of the project, as the tool prints it now."""
    command = [Path(sys.executable).with_name("sayso"), "read", article]
    printed = subprocess.run(
        command,
        cwd=README.parent,
        env=os.environ | {"COLUMNS": COLUMNS},
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ).stdout
    lines = "\n".join(line.rstrip() for line in printed.strip("\n").splitlines())
    return f"`sayso read {article}`:\n\n```\n{lines}\n```\n"


def parts() -> tuple[str, str, str]:
    """The README before its sample, the sample, and the README behind it."""
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    shown, after = rest.split(END)
    return before, shown, after


def main(article: str) -> None:
    """Rewrite the README between its two marks."""
    before, _, after = parts()
    README.write_text(before + BEGIN + sample(article) + END + after, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
