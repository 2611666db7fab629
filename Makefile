# Two commands for a fresh machine (Debian 12, Python 3.11, git, make): make demo, make test.
PYTHON ?= python3
PIP = bin/pip --quiet --disable-pip-version-check
BASE = .venv
DEV = .venv-dev
FUZZ = .venv-fuzz
FUZZ_SECONDS ?= 60
FAULT_MOMENTS ?= 1000
PEERS = .venv-bench

RUNS = tests/solutions tests/faults tests/fuzz tests/examples tests/authoring
ALONE = tests/hostile

.PHONY: demo test check check-rooms check-runs check-alone test-system audit bench bench-10000 fuzz messages clean

demo: $(BASE)/ready
	$(BASE)/bin/autograder demo

test: check audit

check: $(DEV)/ready
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .
	$(DEV)/bin/mypy
	$(DEV)/bin/autograder release --check
	rm -f .coverage .coverage.*
	$(MAKE) --jobs=2 --output-sync=target check-rooms check-runs
	$(MAKE) check-alone
	$(DEV)/bin/coverage combine --quiet
	$(DEV)/bin/coverage report

# Two halves side by side, the rooms of the package and what runs for long; and then what
# must have the machine to itself, since verdicts of hostile submissions depend on time.
check-rooms:
	$(DEV)/bin/coverage run --parallel-mode -m pytest -m "not system" $(addprefix --ignore=,$(RUNS) $(ALONE))

check-runs:
	$(DEV)/bin/coverage run --parallel-mode -m pytest -m "not system" $(RUNS)

check-alone:
	$(DEV)/bin/coverage run --parallel-mode -m pytest -m "not system" $(ALONE)

test-system:
	tests/system/run

audit: $(DEV)/ready
	$(DEV)/bin/autograder audit

bench: $(DEV)/ready $(PEERS)/ready
	$(DEV)/bin/python -m benchmarks.grading
	$(DEV)/bin/python -m benchmarks.startup
	$(DEV)/bin/python -m benchmarks.scaling
	$(DEV)/bin/python -m benchmarks.worker
	$(DEV)/bin/python -m benchmarks.class_of_10000 --submissions 1000
	$(DEV)/bin/python -m benchmarks.quizzes

bench-10000: $(DEV)/ready
	$(DEV)/bin/python -m benchmarks.class_of_10000

# Longer runs of tests/fuzz (every target so many seconds) and of tests/faults.
fuzz: $(FUZZ)/ready
	$(FUZZ)/bin/python -m tests.fuzz $(FUZZ_SECONDS)
	FAULT_MOMENTS=$(FAULT_MOMENTS) FAULT_SEED=$$$$ $(FUZZ)/bin/python -m pytest tests/faults/test_kill.py

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

$(PEERS)/ready: benchmarks/constraints.txt
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/$(PIP) install --constraint benchmarks/constraints.txt nbgrader otter-grader pytest numpy matplotlib
	$(PEERS)/bin/pip --quiet uninstall --yes rfc3987-syntax  # in the peers' favour, see benchmarks/README.md
	touch $@

# The fuzz extra has wheels for x86-64; elsewhere the same targets run by plain mutations.
$(FUZZ)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(FUZZ)
	$(FUZZ)/$(PIP) install --constraint constraints.txt --editable .
	-$(FUZZ)/$(PIP) install --constraint constraints.txt --only-binary atheris --editable '.[fuzz]'
	touch $@

clean:
	rm -rf $(BASE) $(DEV) $(FUZZ) build/fuzz $(PEERS) graded .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
