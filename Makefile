# Every target does its own set-up: a virtual environment in .venv, once.
#   make demo     read the demo pile into a ledger and open the desk on it; Ctrl-C closes it
#   make test     run the tests
#   make lint     style, types and the import contract
#   make evals    the gate: no figure below its floor in evals/floors.json
#   make bench    time and memory, beside their yardsticks
#   make format   bring the code into its style
#   make coverage which lines no test runs
#   make readme   renew the sample of output in README.md
#   make pictures renew the pictures of the desk in docs/pictures
#   make clean    take away what the other targets made
# PYTHON=... picks the interpreter (3.11 or later) that .venv is made with.

.DEFAULT_GOAL := help
.PHONY: help demo test lint format evals bench coverage readme pictures clean
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(firstword $(foreach name,python3 python3.11 python3.12 python3.13 python3.14 python,\
	$(shell $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)) python3)
PIP := $(BIN)/python -m pip --disable-pip-version-check

# Two stamps: reading needs less than developing. Either is renewed when pyproject.toml changes.
RUNS := $(VENV)/.runs
DEVELOPS := $(VENV)/.develops

LEDGER := build/demo.sayso
PILE := demo/pile
SHOWN := $(PILE)/14-frontier-post-bridge.txt

help:
	@sed -n 's/^#   //p' Makefile

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'sayso needs Python 3.11 or later: name one with make PYTHON=/path/to/python ...' >&2; exit 1; }
	@echo 'Setting up $(VENV) (once; a minute or two) ...'
	@$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo 'No virtual environment could be made: does $(PYTHON) have venv and pip?' >&2; exit 1; }

$(RUNS): pyproject.toml | $(BIN)/python
	@$(PIP) install --quiet --editable .
	@touch $@

$(DEVELOPS): pyproject.toml | $(BIN)/python
	@$(PIP) install --quiet --editable '.[dev]'
	@touch $(RUNS) $@

demo: $(RUNS)
	@rm -rf $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm && mkdir -p $(dir $(LEDGER))
	$(BIN)/sayso add $(PILE) --ledger $(LEDGER)
	@echo 'Ctrl-C closes the desk; it opens again with: $(BIN)/sayso serve $(LEDGER)'
	@$(BIN)/sayso serve $(LEDGER)

test: $(DEVELOPS)
	@$(BIN)/python -m pytest

lint: $(DEVELOPS)
	@failed=0; \
	$(BIN)/ruff check . || failed=1; \
	$(BIN)/ruff format --check . || failed=1; \
	$(BIN)/mypy || failed=1; \
	$(BIN)/lint-imports || failed=1; \
	exit $$failed

format: $(DEVELOPS)
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

evals: $(DEVELOPS)
	@$(BIN)/python -m evals gate

bench: $(RUNS)
	@$(BIN)/python -m bench reading
	@$(BIN)/python -m bench memory

coverage: $(DEVELOPS)
	@$(BIN)/coverage run -m pytest -q && $(BIN)/coverage report

readme: $(RUNS)
	@$(BIN)/python docs/sample.py $(SHOWN)

pictures: $(DEVELOPS)
	@$(BIN)/python docs/pictures.py

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
