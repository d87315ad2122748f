# Two commands: `make serve` and `make test`. Everything else is a part of them.
PYTHON ?= python3
VENV   ?= .venv
DOCS   ?= tests/corpus/sample
STORE  ?= .civicgraph
HOST   ?= 127.0.0.1
PORT   ?= 8000
BIN    := $(VENV)/bin

.PHONY: serve build test lint types unit soak bench throughput train install dev clean

serve: build
	@$(BIN)/civicgraph serve --store $(STORE) --host $(HOST) --port $(PORT)

build: $(VENV)/.installed
	@$(BIN)/civicgraph build $(DOCS) --store $(STORE)

test: lint types unit

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

# As many test files at a time as there are processors, four at most; `make test JOBS=0` runs one after the other.
JOBS ?= logical
unit: $(VENV)/.installed-dev
	$(BIN)/pytest -n $(JOBS) --maxprocesses 4 --dist loadfile

# The tests of load and faults for as long as an operator would want to see them run.
soak: $(VENV)/.installed-dev
	CIVICGRAPH_SOAK=100 $(BIN)/pytest --timeout 7200 tests/server/test_load.py tests/server/test_hostile.py

# Ours beside other servers on a made-up graph; Virtuoso and rdflib-endpoint only where they are installed.
# BENCH takes further options, such as --store DIR, which keeps the graph for the next run.
SIZE  ?= 1M
BENCH ?=
bench: throughput
	$(BIN)/python -m tests.bench.bench --size $(SIZE) $(BENCH)

# How fast a build is beside spaCy alone, the first part of the bench; other work on the machine spoils it.
throughput: $(VENV)/.installed-dev
	$(BIN)/python -m tests.bench.throughput --least 0

# Teach the model that guesses at events anew, from the texts and records in tests/corpus; about ten minutes.
train: $(VENV)/.installed-dev
	$(BIN)/python -m tests.corpus.train_triggers

install: $(VENV)/.installed

dev: $(VENV)/.installed-dev

# The tools that the tests need, from the same pinned list; the application alone is the smaller install.
$(VENV)/.installed-dev: $(VENV)/.installed .ci/constraints-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r .ci/constraints-dev.txt
	@touch $@

$(VENV)/.installed: pyproject.toml .ci/constraints.txt $(wildcard server/web/*.* server/web/src/*)
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if v >= (3, 11) else f"civicgraph needs Python 3.11 or newer, this is {v[0]}.{v[1]}; try: make serve PYTHON=python3.12")'
	@echo "Installing into $(VENV) (once, about a minute) …"
	@$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r .ci/constraints.txt
	@node -e 'process.exit(+process.versions.node.split(".")[0] < 18)' 2>/dev/null || $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r .ci/constraints-web.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@test -f server/static/built/site.js || echo "The pages have no scripts, since the npm registry cannot be reached; they work without, and make clean install tries again."
	@touch $@

clean:
	rm -rf $(VENV) $(STORE) server/static/built server/web/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
