"""The usual way: the student's code and the checks in one pytest process."""

import importlib.util
import os

import pytest
from checking import CASES, check

SPEC = importlib.util.spec_from_file_location(
    "submission", os.environ["BENCHMARK_SUBMISSION"]
)
SUBMISSION = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(SUBMISSION)


@pytest.mark.parametrize("name", CASES)
def test_submission(name):
    check(name, vars(SUBMISSION))
