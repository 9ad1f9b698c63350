# Bare `make` lists the targets. Tools come from .venv where there is one, else from PATH.

# Named so that make always goes through the shell and so through the PATH below.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
ifneq ($(wildcard .venv/bin),)
export PATH := $(CURDIR)/.venv/bin:$(PATH)
endif

.PHONY: help
help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: test
test: ## run all tests, the slow ones too, in two processes
	pytest -m ""

.PHONY: lint
lint: ## check style and format
	ruff check
	ruff format --check

.PHONY: types
types: ## check types, those of the public names with two checkers
	mypy
	pyright

.PHONY: layers
layers: ## check that no layer calls upward
	lint-imports

.PHONY: eval
eval: ## score the default reader against gold, as the pages are and with their form changed, and its grammars
	extractor eval
	python benchmarks/perturbed.py
	python benchmarks/grammars.py

.PHONY: bench
bench: ## run every benchmark
	@shopt -s nullglob; found=(benchmarks/*.py); \
	if (( $${#found[@]} == 0 )); then echo "There are no benchmarks yet."; fi; \
	for file in "$${found[@]}"; do echo "== $$file"; python "$$file"; done

.PHONY: docs
docs: ## check that links in the documents lead to files
	pytest tests/test_docs.py

.PHONY: schema
schema: ## write the JSON Schemas from the models
	extractor schema

.PHONY: wheel
wheel: ## build the wheel into dist/
	python -m build --wheel

.PHONY: compiled
compiled: ## build the wheel with compiled modules and hold it to the checkout
	.ci/compiled

.PHONY: constraints
constraints: ## pin what a clean environment resolves to today
	@scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
	python -m venv "$$scratch"; \
	"$$scratch/bin/pip" install -qq -e '.[dev,dask,grammars,peers,xgrammar]'; \
	"$$scratch/bin/pip" freeze --exclude-editable | sed "s/+cpu$$//" | LC_ALL=C sort -f > constraints.txt; \
	wc -l constraints.txt

.PHONY: sim
sim: ## simulate the coverage of intervals, false alarms of the gate and its power
	python benchmarks/simulation/run.py

# Both need a network once, for the peers' own environments below .extractor/peers.
.PHONY: bench-verify
bench-verify: ## verify mutated claims, beside two peers
	python benchmarks/verification/peers.py --venv .extractor/peers
	python benchmarks/verification/run.py --peers .extractor/peers --results benchmarks/verification/results.md

.PHONY: tables
tables: ## measure and write the tables of README.md and eval/GUIDELINES.md
	python docs/write_tables.py
