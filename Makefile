# Everything is started by one word here. It needs python3 (3.11 or later) and, for the browser tests, Chromium.

PORT   ?= 8501
PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
PYTEST := $(PY) -m pytest -n auto --dist loadscope
UNITS  := --ignore tests/e2e --ignore tests/soak

# A stamp bears the checksum of the requirements it was made from: change them and the next run installs anew.
RUN_STAMP := $(VENV)/run-$(shell cat requirements.txt | cksum | tr ' ' '-')
DEV_STAMP := $(VENV)/dev-$(shell cat requirements.txt requirements-dev.txt | cksum | tr ' ' '-')
NODE_STAMP := node_modules/dev-$(shell cksum < package-lock.json | tr ' ' '-')

.DEFAULT_GOAL := help
.PHONY: help run test check soak format bench shots lint scripts chromium office

help:
	@echo "make run     serve the dashboard on http://127.0.0.1:$(PORT) (PORT=$(PORT))"
	@echo "make check   format, lint, types, imports and the quick tests; under a minute"
	@echo "make test    all of that and the browser tests; what CI runs"
	@echo "make soak    the long tests, with the full numbers"
	@echo "make format  put the code into its one form"
	@echo "make bench   measure the pages in Chromium against a bare script; writes bench/results.md"
	@echo "make shots   photograph the pages for the README"

run: $(RUN_STAMP)
	$(PY) -m streamlit run dashboard.py --server.port $(PORT)

check: lint
	$(PYTEST) $(UNITS) -m "not slow"

test: lint chromium
	$(PYTEST) $(UNITS)
	$(PYTEST) tests/e2e

soak: $(DEV_STAMP) chromium office
	$(PYTEST) -m soak tests/soak

bench: $(DEV_STAMP) chromium
	$(PY) -m bench

shots: $(DEV_STAMP) chromium
	$(PY) -m bench.shots

format: $(DEV_STAMP)
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

lint: $(DEV_STAMP) scripts
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy .
	$(VENV)/bin/lint-imports

# The scripts that pages hold. CI brings Node (.ci/run); elsewhere its lack is said, and no more.
scripts:
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(NODE_STAMP) && npm run --silent check; \
	else echo "Node was not found: the scripts were not checked."; fi

$(NODE_STAMP):
	npm ci --silent
	@touch $@

$(RUN_STAMP):
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@rm -f $(VENV)/run-* && touch $@

$(DEV_STAMP):
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@rm -f $(VENV)/dev-* $(VENV)/run-* && touch $@ $(RUN_STAMP)

# Debian's Chromium when it is missing and may be installed; else the browser tests say what they lack.
chromium: $(DEV_STAMP)
	@if $(PY) -m tests.e2e.driving; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; \
	else \
		echo "Chromium was not found. Install it, or name it in CHROMIUM=/path/to/chromium."; \
	fi

# LibreOffice and poppler likewise, for the long tests.
office: $(DEV_STAMP)
	@if $(PY) -m tests.soak.office; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
			libreoffice-writer libreoffice-impress poppler-utils; \
	else \
		echo "LibreOffice (soffice) and poppler-utils were not both found. Without them, what is opened in LibreOffice is not tested."; \
	fi
