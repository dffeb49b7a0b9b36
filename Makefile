# make run    installs what the bot needs into .venv, and runs it
# make test   installs what its tests need, and runs every check and test

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check tests score floor knowledge bench catalogues lock clean

run: $(VENV)/installed
	@$(BIN)/python -m bot

test: check tests floor

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m bot knowledge check

tests: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto

# Scores on the sample sets, and on sets that were not looked at while the bot was tuned.
# A floor stands below what was measured; whoever improves the bot raises it.
score: $(VENV)/installed-dev
	$(BIN)/python -m bot score tests/questions/*.jsonl

floor: $(VENV)/installed-dev
	$(BIN)/python -m bot score --floor 85/5 tests/questions/*.jsonl

knowledge: $(VENV)/installed-dev
	$(BIN)/python -m bot knowledge build

bench: $(VENV)/installed-dev
	$(BIN)/python -m bench.understanding
	$(BIN)/python -m bench.receiving

catalogues: $(VENV)/installed-dev
	$(BIN)/python -m handlers.catalogues

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet pyproject.toml --output-file requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --extra dev pyproject.toml --output-file requirements-dev.txt

clean:
	rm -rf $(VENV)

$(VENV)/installed: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
