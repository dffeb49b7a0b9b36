# make run    installs what the bot needs into .venv, and runs it
# make test   installs what its tests need, and runs every check and test

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FLOORS := tests/questions/floors.toml
JUDGED_BY := unseen_*.jsonl group.jsonl hostile.jsonl
NEW_ENOUGH := $(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed: name one, as in make run PYTHON=python3.12")'

.PHONY: run test check tests proof score floor knowledge documents bench catalogues lock clean

run: $(VENV)/installed
	@$(BIN)/python -m bot

test: check tests proof floor

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m bot knowledge check

tests: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto --dist worksteal

# Learns from the articles anew, and compares: knowledge.db must be what they build. And the slowest faults.
proof: $(VENV)/installed-dev
	$(BIN)/python -m pytest -m long

# Scores on the sample sets, and on sets that were not looked at while the bot was tuned.
score: $(VENV)/installed-dev
	$(BIN)/python -m bot score tests/questions/*.jsonl

# The sets by which the bot is judged must hold the floors alone: those in sight could hide a fall.
floor: $(VENV)/installed-dev
	$(BIN)/python -m bot score --floors $(FLOORS) $(addprefix tests/questions/,$(JUDGED_BY))
	$(BIN)/python -m bot score --floors $(FLOORS) tests/questions/*.jsonl

knowledge: $(VENV)/installed-dev
	$(BIN)/python -m bot knowledge build

# Writes anew what README.md shows of the bot: its answers, its commands, its score.
documents: $(VENV)/installed-dev
	$(BIN)/python -m tests.documents

bench: $(VENV)/installed-dev
	$(BIN)/python -m bench.understanding
	$(BIN)/python -m bench.receiving

# After a sentence of the handlers was changed: collects it, and compiles what is translated.
catalogues: $(VENV)/installed-dev
	$(BIN)/pybabel -q extract -F babel.cfg -k say -k sentence -k say_number:1,2 --no-location --omit-header --width 99 -o handlers/catalogues/messages.pot .
	$(BIN)/pybabel -q update -D frontline --width 99 --no-fuzzy-matching --ignore-pot-creation-date -i handlers/catalogues/messages.pot -d handlers/catalogues
	$(BIN)/pybabel -q compile -D frontline -d handlers/catalogues

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet pyproject.toml --output-file requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --extra dev pyproject.toml --output-file requirements-dev.txt

clean:
	rm -rf $(VENV)

$(VENV)/installed: requirements.txt
	@$(NEW_ENOUGH)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt
	@$(NEW_ENOUGH)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
