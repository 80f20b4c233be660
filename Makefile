# The few words this project understands; each prints what it runs.
PYTHON ?= python3
PAPER ?= harian-contoh
PORT ?= 8000
BIN := .venv/bin

.PHONY: run test servers chromium check bench docs messages lock clean

run: .venv/run.stamp          ## the example newspaper, until Ctrl-C
	@test -e $(PAPER) || $(BIN)/redaksi init $(PAPER) --name "Harian Contoh" --example
	$(BIN)/redaksi serve $(PAPER) --port $(PORT)

test: .venv/dev.stamp chromium servers check   ## everything that must hold
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder
	$(BIN)/python -m tests.on_postgresql

check: .venv/dev.stamp        ## form, types and house rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python -m tools.djade_check
	$(BIN)/lint-imports
	REDAKSI_DIR=$$($(BIN)/python -m tests.newspaper) $(BIN)/mypy
	$(BIN)/python -m tools.messages check

bench: .venv/dev.stamp        ## the figures, as ratios in one run
	$(BIN)/python -m bench
	$(BIN)/python -m bench.serving

faults: .venv/dev.stamp       ## kills, full disks and locked databases, within ten minutes
	$(BIN)/python -m faults

docs: .venv/dev.stamp         ## the pages that are made from the code
	REDAKSI_DIR=$$($(BIN)/python -m tests.newspaper) $(BIN)/python -m tools.reference

messages: .venv/dev.stamp     ## collect and compile what people read
	$(BIN)/python -m tools.messages update
	$(BIN)/python -m tools.messages compile

lock: .venv/dev.stamp         ## pin the newest permitted packages, with hashes
	$(BIN)/python -m tools.lock

chromium:
	@command -v chromium-headless-shell >/dev/null || tools/get-chromium

servers:
	@tools/get-servers

.venv/run.stamp: requirements/pip.txt requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Redaksi needs Python 3.11 or newer.")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python cannot make virtual environments here: run  apt install python3-venv"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/pip.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

clean:                        ## everything that can be made again, but never a newspaper
	rm -rf .venv tests/.cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
