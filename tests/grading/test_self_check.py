from __future__ import annotations

import pytest

from autograder.checks.feedback import render_text
from autograder.course.examples import dump_examples
from autograder.errors import AutograderError
from autograder.grading.examples import record_examples
from autograder.grading.self_check import check_file
from autograder.model import Graded, Outcome

pytestmark = pytest.mark.slow

LINEAR = "def linear(A, W, b):\n    {}"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory, make_course):
    """The text of the public examples of the tiny course."""
    assignment = make_course(tmp_path_factory.mktemp("examples")).assignment
    return dump_examples(assignment, record_examples(assignment))


@pytest.fixture
def write(tmp_path, recorded, course):
    """Return a function that puts a file into a folder as students have it."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    (folder / "examples.json").write_text(recorded, encoding="utf-8")
    (folder / "given.py").write_text((course.folder / "given.py").read_text("utf-8"))

    def write_file(text, name="tiny.py"):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def said(result, function, language="en"):
    (check,) = result.functions[function].checks
    return check.feedback and render_text(check.feedback, language)


def outcomes(result):
    return {
        name: [check.outcome.value for check in function.checks]
        for name, function in result.functions.items()
    }


def test_a_right_file(write, solution):
    result = check_file(write(solution()), "en")
    assert (result.outcome, result.score, result.max_score) == (Graded.GRADED, None, 0)
    assert outcomes(result) == {
        "initialize": ["passed"],
        "linear": ["passed"],
        "layer": [],
        "cost": [],
    }
    assert (result.assignment, result.file) == ("tiny", "tiny/tiny.py")
    assert (result.sandbox, result.round) == ("none", "public")
    assert result.seconds > 0
    assert result.functions["linear"].checks[0].title == "Two inputs, three units"


def test_titles_are_in_the_language_of_the_student(write, solution):
    result = check_file(write(solution()), "ko")
    assert result.functions["linear"].checks[0].title == "입력 둘, 유닛 셋"


def test_a_wrong_file_shows_the_values(write, solution):
    file = write(solution(linear=LINEAR.format("return W @ A - b, (A, W, b)")))
    result = check_file(file, "en")
    assert outcomes(result)["linear"] == ["failed"]
    text = said(result, "linear").split("\n")
    assert text[0] == "`Z` has the right shape but 12 of 12 values differ"
    assert text[1].startswith("    Z[0, 0]: expected ")
    assert text[2] == "    ... and 11 more"
    assert text[-1] == "  call: linear(A, W, b), A (2, 4), W (3, 2), b (3, 1)"


def test_a_wrong_file_in_korean(write, solution):
    file = write(solution(linear=LINEAR.format("return W @ A - b, (A, W, b)")))
    english, korean = (
        said(check_file(file, language), "linear", language)
        for language in ("en", "ko")
    )
    assert english != korean
    assert korean.endswith(": linear(A, W, b), A (2, 4), W (3, 2), b (3, 1)")


def test_a_cause_that_is_verified_is_told(write, solution):
    file = write(solution(linear=LINEAR.format("return 2 * (W @ A + b), (A, W, b)")))
    feedback = check_file(file, "en").functions["linear"].checks[0].feedback
    assert feedback.cause == "every entry is twice the expected one"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "return A @ A, None",
            "`linear` raised ValueError\n    tiny.py, line 11, in linear\n"
            "        return A @ A, None\n    matmul",
        ),
        (
            "import os; os._exit(3)",
            "Python crashed in `linear` (exit 3)\n"
            "  call: linear(A, W, b), A (2, 4), W (3, 2), b (3, 1)",
        ),
        (
            "Z = W @ A + b",
            "`linear` returned None; expected (Z, cache)\n"
            "  cause: the function has no `return` statement\n"
            "  call: linear(A, W, b), A (2, 4), W (3, 2), b (3, 1)",
        ),
        ("return 1 +", "`linear` could not be read\n    tiny.py, line 11\n"),
    ],
)
def test_a_broken_file(write, solution, body, text):
    result = check_file(write(solution(linear=LINEAR.format(body))), "en")
    assert said(result, "linear").startswith(text)
    assert outcomes(result)["initialize"] == ["passed"]


def test_a_function_that_is_missing(write, solution):
    result = check_file(write(solution(linear="")), "en")
    assert said(result, "linear") == "`linear` is not defined"


def test_a_function_that_is_not_written_yet(write, solution):
    body = "raise NotImplementedError('linear')"
    result = check_file(write(solution(linear=LINEAR.format(body))), "en")
    assert outcomes(result)["linear"] == ["failed"]
    assert result.functions["linear"].checks[0].feedback.symptom == "not-written"
    assert result.functions["linear"].notes == ()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_which_helper_to_mend_first(course, write, solution, language):
    text = (course.folder / "test_tiny.py").read_text("utf-8")
    text += (
        '\n\n@example("layer")\ndef test_layer_example(student, rng):\n'
        '    """A\n\n    ko: A\n    """\n'
        "    student.layer(*inputs(rng, 2, 3, 4)).matches_reference()\n"
    )
    course.write("test_tiny.py", text)
    file = write(solution(linear=LINEAR.format("return A, W")))
    recorded = dump_examples(course.assignment, record_examples(course.assignment))
    file.with_name("examples.json").write_text(recorded, encoding="utf-8")
    (note,) = check_file(file, language).functions["layer"].notes
    english = "`linear`, which `layer` may call, fails too: look there first"
    assert (note == english) == (language == "en")


def test_what_is_remarked_of_the_file(write, solution):
    text = solution() + "\n\n\ndef broken(:\n    pass\n"
    (note,) = check_file(write(text), "en").notes
    assert note == "tiny.py, line 26 could not be read and was skipped: invalid syntax"


def test_given_functions_may_be_missing(write, solution):
    file = write("import numpy as np\n" + LINEAR.format("return W @ A + b, (A, W, b)"))
    file.with_name("given.py").unlink()
    assert outcomes(check_file(file, "en"))["linear"] == ["passed"]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_file_that_is_no_notebook(write, language):
    result = check_file(write("no json", "tiny.ipynb"), language)
    assert result.outcome is Graded.COULD_NOT_GRADE
    assert result.functions == {}
    assert ("notebook" in result.error) == (language == "en")


def test_without_examples_nothing_can_be_checked(write, solution):
    file = write(solution())
    file.with_name("examples.json").unlink()
    with pytest.raises(AutograderError) as refused:
        check_file(file, "en")
    assert str(refused.value) == (
        f"{file.with_name('examples.json')}: expected the public examples of an "
        "assignment, got No such file or directory; "
        "fetch a fresh copy of this file from your course"
    )


def test_outcomes_of_examples_are_verdicts(write, solution):
    result = check_file(write(solution()), "en")
    checks = [c for f in result.functions.values() for c in f.checks]
    assert {c.outcome for c in checks} == {Outcome.PASSED}


@pytest.mark.parametrize(
    ("name", "got"),
    [
        ("tinny.py", "nothing of this name"),
        ("nothing.txt", "nothing of this name"),
        ("given.json", "another kind of file"),
        ("README.md", "another kind of file"),
    ],
)
def test_a_file_that_cannot_be_meant(write, solution, name, got):
    """Told before anything about examples, and not in the words for graders."""
    file = write(solution()).with_name(name)
    if got == "another kind of file":
        file.touch()
    file.with_name("examples.json").unlink()
    with pytest.raises(AutograderError) as refused:
        check_file(file, "en")
    assert str(refused.value) == (
        f"{file}: expected your .py or .ipynb file, got {got}"
    )
