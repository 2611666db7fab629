"""Read the quiz files of a course, and report everything wrong in one at once."""

from __future__ import annotations

from pathlib import Path

from autograder.course.course import Course
from autograder.course.places import one_of
from autograder.course.yaml_file import read_yaml
from autograder.errors import AuthoringError, AutograderError
from autograder.quizzes.consistency import find_problems
from autograder.quizzes.quiz_file import QuizFile
from autograder.quizzes.schema import Quiz


def quiz_names(course: Course) -> tuple[str, ...]:
    """Return the names of the quizzes of a course, in alphabetical order."""
    return tuple(sorted(path.stem for path in (course.root / "quizzes").glob("*.yaml")))


def find_quiz(course: Course, name: str) -> Path:
    """Return the file of a quiz, named ``week5`` or by its path.

    Raises
    ------
    AutograderError
        If the course has no such quiz; lists those that it has.
    """
    stem = Path(name).stem
    if stem not in quiz_names(course):
        raise AutograderError(f"quiz: {one_of(quiz_names(course), name)}")
    return course.root / "quizzes" / f"{stem}.yaml"


def read_quiz(path: Path) -> Quiz:
    """Read a quiz file.

    Raises
    ------
    AuthoringError
        With every problem in it.
    """
    return read_quiz_file(path)[1]


def read_quiz_file(path: Path) -> tuple[QuizFile, Quiz]:
    """Read a quiz file, and where everything in it is.

    Raises
    ------
    AuthoringError
        With every problem in it, in the order of the file.
    """
    file = read_yaml(path, QuizFile)
    quiz, problems = file.check(Quiz)
    found = [*file.traps.items(), *find_problems(file.data, path)]
    problems += [file.problem(place, what) for place, what in found]
    problems = sorted(filter(None, problems), key=file.line_of)
    if quiz is None or problems:
        raise AuthoringError(problems)
    return file, quiz
