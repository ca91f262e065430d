# Everything a person or CI does here goes through these targets; `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test test-fast test-long lint fix clauses diagrams screenshots assets bench ready ready-dev

PYTHON ?= python3
PY := .venv/bin/python
PORT ?= 8000
export CONGTINH_PORT ?= $(PORT)

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

run: ready ## Start the demo province: readers on PORT (8000), staff on PORT+1; DEMO=large for a big one
	@exec $(PY) -m congtinh start --demo $(if $(filter large,$(DEMO)),--large)

test: ready-dev ## Run every test on SQLite, browser included, then on PostgreSQL (installs what is missing)
	@$(PY) tools/test.py

test-fast: ready-dev ## Run the quick tests on SQLite: less than a minute
	@$(PY) tools/test.py --fast

test-long: ready-dev ## Run the long random walks and fuzzing
	@$(PY) tools/test.py --long

lint: ready-dev ## Check style, floors, types, templates, migrations, translations, generated files
	@$(PY) tools/lint.py

fix: ready-dev ## Put right what can be put right by itself: format, import order, generated files
	@$(PY) tools/lint.py --fix

clauses: ready-dev ## List the clauses of the regulation with the tests that prove them
	@$(PY) tools/clauses.py

diagrams: ready-dev ## Write docs/reference/states from the tables of states
	@$(PY) tools/diagrams.py

screenshots: ready-dev ## Make the pictures of the handbook from the running demo
	@$(PY) tools/test.py --screenshots

assets: ready-dev ## Rebuild the theme's stylesheet and script, and the compiled translations
	@$(PY) -m congtinh.theme.bundle
	@$(PY) tools/translations.py --compile

bench: ready-dev ## Measure pages and decisions on the large demo
	@$(PY) -m bench

ready:
	@$(PYTHON) tools/bootstrap.py

ready-dev:
	@$(PYTHON) tools/bootstrap.py --dev
