from __future__ import annotations

import numpy as np
import pytest

from autograder.errors import AuthoringError
from autograder.grading import plugin
from autograder.grading.reference import Reference
from autograder.grading.trial import Student

pytest_plugins = ["pytester"]


def test_the_marks_are_declared(pytester):
    result = pytester.runpytest_inprocess("--markers", "-p", "no:cacheprovider")
    result.stdout.fnmatch_lines(
        [
            "@pytest.mark.grades(function): a hidden check, with points",
            "@pytest.mark.example(function): public, without points",
        ]
    )


def test_the_option_is_explained(pytester):
    result = pytester.runpytest_inprocess("--help", "-p", "no:cacheprovider")
    result.stdout.fnmatch_lines(["*--submission=FILE*"])


def test_other_tests_are_left_to_pytest(pytester):
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.example
        def test_with_a_mark_of_the_same_name():
            pass

        @pytest.mark.grades("f")
        def test_outside_of_an_assignment():
            assert False

        @pytest.fixture
        def rng():
            return "own"

        def test_with_a_fixture_of_the_same_name(rng):
            assert rng == "own"

        @pytest.mark.skip
        def test_skipped():
            pass
        """
    )
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider", "--strict-markers")
    result.assert_outcomes(passed=2, failed=1, skipped=1)


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

    assert plugin.pytest_runtest_makereport(Item(), None) is None
