from __future__ import annotations

import contextlib
import runpy
from fnmatch import fnmatch
from types import SimpleNamespace

import pytest

import autograder.authoring.new as module
from autograder.authoring.new import TEMPLATE, new_course
from autograder.authoring.release import check_release
from autograder.course.assignment import read_assignment
from autograder.course.course import find_assignment, find_course
from autograder.course.modules import load_modules
from autograder.course.places import root_above
from autograder.course.secret import existing_secret
from autograder.course.yaml_file import read_yaml
from autograder.errors import AutograderError
from autograder.grading.bench import open_bench
from autograder.grading.examples import record_examples
from autograder.grading.marking import Marking
from autograder.grading.rounds import Round
from autograder.model import AS_HANDED_IN, Cell, Submission
from autograder.sandbox.opening import open_sandbox

SLUG = "week1_mean"
STUDENTS = [
    "README.ko.md",
    "README.md",
    "examples.json",
    "mean.ipynb",
    "mean.ko.ipynb",
    "mean.py",
]


@pytest.fixture(autouse=True)
def english_templates():
    """Leave the catalogues as they are: the course is made with them."""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The folder as `autograder new` makes it."""
    folder = tmp_path_factory.mktemp("another") / "deep" / "course"
    new_course(folder, record_examples)
    return folder


@pytest.fixture(scope="module")
def mark(course):
    """Return a function that marks a text, as the grader does."""
    assignment = assignment_of(course)
    sandbox = open_sandbox(unsafe=False, refusal="")
    bench = open_bench(assignment, Round(b"tests", SLUG, "tests"), sandbox)

    def marked(text, **modules):
        submission = Submission("s", "mean.py", "", (Cell("mean.py", text),), modules)
        marking = Marking(bench, submission, "en", show_values=False)
        return bench.session.execute(marking.mark)

    with contextlib.closing(sandbox), contextlib.closing(bench):
        yield marked


def assignment_of(course):
    return read_assignment(find_assignment(find_course(course), SLUG))


def files_in(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.*"))


def test_what_is_made(course):
    assert sorted(path.name for path in course.iterdir()) == [
        ".autograder",
        ".gitignore",
        "README.md",
        "assignments",
        "course.yaml",
        "nbgrader_config.py",
        "quizzes",
        "solutions",
    ]
    assert root_above(course) == course
    assert files_in(course / "assignments" / SLUG) == STUDENTS
    assert files_in(course / "solutions" / SLUG) == [
        "assignment.yaml",
        "mean.py",
        "mistakes.py",
        "test_mean.py",
    ]
    assert not any("__pycache__" in path.parts for path in course.rglob("*"))


def test_it_is_released(course):
    target = course / "assignments" / SLUG
    assert check_release(assignment_of(course), target, record_examples) == []


def test_what_git_ignores(course):
    ignored = (course / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {".autograder/", "graded/", "published/"} <= set(ignored)
    assert not (course / "gitignore").exists()


def test_it_has_a_secret_of_its_own(course):
    path = course / ".autograder" / "secret"
    assert path.stat().st_mode & 0o777 == 0o600
    assert existing_secret(course) == path.read_bytes()


def test_nbgrader_copies_nothing_private(course):
    config = SimpleNamespace(CourseDirectory=SimpleNamespace())
    names = {"get_config": lambda: config}
    runpy.run_path(str(course / "nbgrader_config.py"), init_globals=names)
    ignored = config.CourseDirectory.ignore
    files = [path.name for path in (course / "solutions").glob("*/*")]
    assert [f for f in files if not any(fnmatch(f, p) for p in ignored)] == []


def test_nbgrader_is_told_the_same_as_here(course):
    here = root_above(TEMPLATE.parent)
    configured = (course / "nbgrader_config.py").read_text(encoding="utf-8")
    assert configured == (here / "nbgrader_config.py").read_text(encoding="utf-8")


def test_the_quiz_is_yaml_in_both_languages(course):
    quiz = read_yaml(course / "quizzes" / "week1.yaml").data
    (item,) = quiz["items"]
    assert quiz["quiz"] == "week1"
    for words in (quiz["title"], item["ask"], item["mistakes"][0]["say"]):
        assert set(words) == {"en", "ko"}


def test_what_students_get_does_not_mention_quizzes(course):
    for name in STUDENTS:
        text = (course / "assignments" / SLUG / name).read_text(encoding="utf-8")
        assert "quiz" not in text.lower()


@pytest.mark.slow
def test_its_own_reference_has_full_marks(course, mark):
    text = (course / "solutions" / SLUG / "mean.py").read_text(encoding="utf-8")
    result = mark(text)
    assert (result.score, result.max_score) == (10, 10)


@pytest.mark.slow
def test_its_own_stub_has_nothing(course, mark):
    text = (course / "assignments" / SLUG / "mean.py").read_text(encoding="utf-8")
    assert mark(text).score == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "body", ["return 0 * {}(X)", "return 0 * {}(X) + 1", "return X", "pass"]
)
def test_nothing_is_worth_nothing(course, mark, body):
    reference = (course / "solutions" / SLUG / "mean.py").read_text(encoding="utf-8")
    text = "import right\n"
    for name in ("mean", "center"):
        text += f"def {name}(X):\n    {body.format(f'right.{name}')}\n"
    assert mark(text, right=reference).score == 0


@pytest.mark.slow
def test_every_mistake_is_recognized_and_costs_its_own_function(course, mark):
    mistakes = load_modules(assignment_of(course)).mistakes
    assert len(mistakes) >= 4
    reference = (course / "solutions" / SLUG / "mean.py").read_text(encoding="utf-8")
    wrong = (course / "solutions" / SLUG / "mistakes.py").read_text(encoding="utf-8")
    wrong = wrong.replace("from mean import", "from right import").replace(
        "from autograder.course.mistakes import mistake",
        "mistake = lambda *_, **__: lambda function: function",
    )
    for mistake in mistakes:
        text = "from right import mean, center\n"
        text += f"from wrong import {mistake.id}\n{mistake.function} = {mistake.id}\n"
        functions = mark(text, right=reference, wrong=wrong).functions
        lost = {name for name, f in functions.items() if f.score < f.max_score}
        assert lost == {mistake.function, AS_HANDED_IN}
        found = {c.feedback.mistake for c in functions[mistake.function].checks}
        assert found == {mistake.id}


def test_an_empty_folder_is_filled(tmp_path):
    new_course(tmp_path, lambda assignment: [])
    assert (tmp_path / "assignments" / SLUG / "mean.py").is_file()


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").touch()
    with pytest.raises(AutograderError) as refused:
        new_course(tmp_path, record_examples)
    assert str(refused.value) == (
        f"{tmp_path}: expected a new or an empty folder, got one that is not empty"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_left_alone(tmp_path):
    file = tmp_path / "mine.txt"
    file.write_text("mine")
    with pytest.raises(AutograderError, match=r": expected .* folder, got a file$"):
        new_course(file, record_examples)
    assert file.read_text() == "mine"


def test_nothing_is_left_behind_when_it_fails(tmp_path):
    def fail(assignment):
        raise AutograderError("jupytext: expected to be installed, got nothing")

    with pytest.raises(AutograderError, match=r"^jupytext: "):
        new_course(tmp_path / "course", fail)
    assert not (tmp_path / "course").exists()


def test_what_python_compiled_is_not_copied(tmp_path, monkeypatch):
    """pip compiles the Python files of the template too."""
    template = tmp_path / "template"
    module._copy(TEMPLATE, template)
    compiled = template / "solutions" / SLUG / "__pycache__" / "mean.pyc"
    compiled.parent.mkdir()
    compiled.touch()
    monkeypatch.setattr(module, "TEMPLATE", template)
    new_course(tmp_path / "course", lambda assignment: [])
    assert not list((tmp_path / "course").rglob("__pycache__"))
