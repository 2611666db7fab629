# Two commands for a fresh machine (Debian 12, Python 3.11, git, make): make demo, make test.
PYTHON ?= python3
PIP = bin/pip --quiet --disable-pip-version-check
BASE = .venv
DEV = .venv-dev

.PHONY: demo test check test-system bench audit messages clean

demo: $(BASE)/ready
	$(BASE)/bin/autograder demo

test: check

check: $(DEV)/ready
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .
	$(DEV)/bin/mypy
	$(DEV)/bin/autograder release --check
	$(DEV)/bin/coverage run -m pytest -m "not system"
	$(DEV)/bin/coverage report

test-system:
	tests/system/run

bench: $(DEV)/ready
	$(DEV)/bin/python benchmarks/grading.py

messages: $(DEV)/ready
	$(DEV)/bin/python -m tests.messages

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
