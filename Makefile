# Two commands for a fresh machine (Debian 12, Python 3.11, git, make): make demo, make test.
PYTHON ?= python3
PIP = bin/pip --quiet --disable-pip-version-check
BASE = .venv
DEV = .venv-dev

.PHONY: demo test check test-system audit bench messages clean

demo: $(BASE)/ready
	$(BASE)/bin/autograder demo

test: check audit

check: $(DEV)/ready
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .
	$(DEV)/bin/mypy
	$(DEV)/bin/autograder release --check
	$(DEV)/bin/coverage run -m pytest -m "not system"
	$(DEV)/bin/coverage report

test-system:
	tests/system/run

audit: $(DEV)/ready
	$(DEV)/bin/autograder audit

bench: $(DEV)/ready
	$(DEV)/bin/python benchmarks/grading.py

messages: $(DEV)/ready
	mkdir -p build
	$(DEV)/bin/pybabel --quiet extract --no-default-keywords --keyword Message --no-location --sort-output --no-wrap --output build/autograder.pot autograder
	$(DEV)/bin/pybabel --quiet update --domain autograder --input-file build/autograder.pot --output-dir autograder/locale --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap
	$(DEV)/bin/pybabel --quiet compile --domain autograder --directory autograder/locale

$(BASE)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(BASE)
	$(BASE)/$(PIP) install --constraint constraints.txt --editable .
	touch $@

$(DEV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(DEV)
	$(DEV)/$(PIP) install --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(BASE) $(DEV) graded .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
