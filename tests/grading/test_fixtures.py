from __future__ import annotations

import numpy as np
import pytest

from autograder.errors import AuthoringError
from autograder.grading import fixtures
from autograder.grading.reference import Reference
from autograder.grading.student import Student


def test_a_check_gets_its_fixtures(course):
    """In a grading session each of them is of the trial under way."""
    course.change(
        "test_tiny.py",
        "def test_cost(student, rng, m):",
        "def test_cost(student, rng, reference, given, m):",
    )
    course.change(
        "test_tiny.py",
        "    A, Y = rng.standard_normal((2, 3, m))\n",
        "    test_cost.seen = [student, rng, reference, given]\n"
        "    A, Y = rng.standard_normal((2, 3, m))\n",
    )
    bench = course.bench()
    check = next(c for c in bench.checks if c.id == "test_cost[8]")
    student, rng, reference, given = check.item.function.seen
    assert isinstance(student, Student)
    assert isinstance(rng, np.random.Generator)
    assert reference is bench.reference
    assert isinstance(reference, Reference)
    assert given is bench.reference.given
    bench.close()


def test_the_first_error_of_a_check_is_kept(course):
    course.change(
        "test_tiny.py",
        "def test_cost(student, rng, m):",
        "def test_cost(student, rng, falls_apart, m):",
    )
    text = (course.folder / "test_tiny.py").read_text("utf-8")
    course.write(
        "test_tiny.py",
        text + "\n\n@pytest.fixture\ndef falls_apart():\n    yield\n"
        "    raise ValueError('afterwards')\n",
    )
    with pytest.raises(AuthoringError) as wrong:
        course.bench()
    assert [line.partition(": ")[2] for line in wrong.value.problems] == [
        f"test_cost[{m}]: fails on the reference: ValueError: afterwards"
        for m in (5, 8)
    ]


def test_the_plugin_has_nothing_to_say_of_other_reports():
    class Item:
        stash = pytest.Stash()

    assert fixtures.pytest_runtest_makereport(Item(), None) is None
