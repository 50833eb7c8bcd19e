"""The house in order: words, README, Makefile and contract say what is there, and nothing that is not."""

import configparser
import importlib
import re
import subprocess
import sys
from enum import EnumType
from pathlib import Path

import pytest
import typer.main

import sayso.model.claim
import sayso.model.document
import sayso.model.judgement
import sayso.model.statement
from docs.sample import parts, sample

ROOT = Path(__file__).parents[1]
WORDS = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

ENUMS = [
    value
    for module in (sayso.model.statement, sayso.model.document, sayso.model.claim, sayso.model.judgement)
    for value in vars(module).values()
    if isinstance(value, EnumType) and value.__module__ == module.__name__
]
ROWS = [line for line in WORDS.splitlines() if line.startswith("| **")]
HOMES = [row.split("|")[3].strip().strip("`") for row in ROWS]


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_words_define_every_value_of_the_model(enum: EnumType) -> None:
    (row,) = [row for row in ROWS if row.split("|")[3].strip().strip("`").endswith(f".{enum.__name__}")]
    assert [str(value) for value in enum if not re.search(rf"(?<!\w){re.escape(str(value))}(?!\w)", row)] == []


@pytest.mark.parametrize("home", [home for home in HOMES if home])
def test_every_home_of_a_word_is_there(home: str) -> None:
    parts = home.split(".")
    for at in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:at]))
        except ModuleNotFoundError:
            continue
        for name in parts[at:]:
            fields = getattr(found, "__dataclass_fields__", {})
            found = fields[name] if name in fields else getattr(found, name)
        return
    pytest.fail(f"{home} is nowhere")


def test_no_word_is_defined_twice() -> None:
    words = [word for row in ROWS for word in re.findall(r"\*\*(.+?)\*\*", row.split("|")[1])]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_the_readme_knows_every_verb_and_no_other() -> None:
    from sayso.__main__ import app

    verbs = set(typer.main.get_group(app).commands)
    assert set(re.findall(r"^sayso (\w+) .*\S  +\S", README, re.M)) == verbs


def test_every_make_target_of_the_readme_is_there() -> None:
    targets = set(re.findall(r"^([\w-]+):", MAKEFILE, re.M))
    assert set(re.findall(r"\bmake (\w+)", README)) <= targets


def test_every_target_of_the_makefile_is_phony_and_told_of() -> None:
    targets = set(re.findall(r"^([\w-]+):", MAKEFILE, re.M)) - {"help"}
    told = set(re.findall(r"^#   make (\w+)", MAKEFILE, re.M))
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.M)
    assert targets == told == set(phony.split()) - {"help"}


@pytest.mark.parametrize("package", ["evals", "bench"])
def test_every_command_of_the_readme_is_there(package: str) -> None:
    app = importlib.import_module(f"{package}.__main__").app
    commands = set(typer.main.get_group(app).commands)
    named = set(re.findall(rf"python -m {package} (\w+)", README + MAKEFILE))
    assert named
    assert named <= commands


def test_the_sample_of_the_readme_is_what_the_tool_prints_now() -> None:
    (folder,), (shown,) = (re.findall(rf"^{name} := (.+)$", MAKEFILE, re.M) for name in ("PILE", "SHOWN"))
    _, now, _ = parts()
    assert now == sample(shown.replace("$(PILE)", folder)), "run `make readme`"


def test_the_python_of_the_readme_names_what_is_there() -> None:
    (block,) = re.findall(r"```python\n(.+?)```", README, re.S)
    compile(block, "README.md", "exec")
    import sayso

    for name in set(re.findall(r"\bsayso\.(\w+)", block)) - {"sayso"}:
        assert hasattr(sayso, name), name


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_room_is_in_the_import_contract() -> None:
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    rooms = set(re.findall(r"\w+", contract["importlinter:contract:house"]["layers"]))
    package = ROOT / "src" / "sayso"
    there = {path.stem for path in package.glob("*.py")} | {path.parent.name for path in package.glob("*/__init__.py")}
    assert there - {"__init__", "__main__"} <= rooms


def test_reading_loads_no_training_library() -> None:
    script = (
        "import sys, sayso; sayso.read; print([m for m in ('torch', 'onnx', 'evals', 'training') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_project_files_name_no_machine() -> None:
    strange = re.compile(r"/(?:work|tmp|root)/\w")
    listed = [p for folder in ("src", "docs", "evals", "bench", "training") for p in (ROOT / folder).rglob("*")]
    files = [p for p in [*listed, ROOT / "README.md", ROOT / "Makefile"] if p.suffix in (".py", ".md", ".yaml", "")]
    assert [p.name for p in files if p.is_file() and strange.search(p.read_text(encoding="utf-8"))] == []
