from __future__ import annotations

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
