"""The usual way: the student's code and the checks in one pytest process."""

import os
from pathlib import Path

import pytest
from checking import CASES, check

SOURCE = Path(os.environ["BENCHMARK_SUBMISSION"])
SUBMISSION = {}
exec(compile(SOURCE.read_text(encoding="utf-8"), SOURCE, "exec"), SUBMISSION)


@pytest.mark.parametrize("name", CASES)
def test_submission(name):
    check(name, SUBMISSION)
