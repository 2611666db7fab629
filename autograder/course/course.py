"""Find the course and its assignments."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from autograder.course.places import COURSE_FILE, one_of, root_above
from autograder.course.yaml_file import read_yaml
from autograder.errors import AuthoringError, AutograderError
from autograder.messages import Language, Text

ASSIGNMENT_FILE = "assignment.yaml"


@dataclass(frozen=True)
class Course:
    """A folder with a ``course.yaml``, and what that file says."""

    root: Path
    title: Text
    languages: tuple[Language, ...]
    """The languages of what students get, English first."""
    show_values: bool = False
    """Whether feedback on hidden checks shows the expected values."""

    @property
    def assignments(self) -> tuple[str, ...]:
        """The slugs of all assignments, in alphabetical order."""
        found = (self.root / "solutions").glob(f"*/{ASSIGNMENT_FILE}")
        return tuple(sorted(path.parent.name for path in found))


def find_course(start: Path | None = None) -> Course:
    """Return the course that `start` is in; by default the current folder.

    Raises
    ------
    AutograderError
        If neither `start` nor a folder above it holds a ``course.yaml``.
    AuthoringError
        If that file is wrong.
    """
    from autograder.course.schema import CourseFile

    start = start or Path.cwd()
    root = root_above(start)
    if root is None:
        raise AutograderError(
            f"{start}: expected to be in a course, got no course.yaml here or above"
        )
    file = read_yaml(root / COURSE_FILE)
    data, problems = file.check(CourseFile)
    if data is None or problems:
        raise AuthoringError(problems)
    if data.languages not in (["en"], ["en", "ko"]):
        what = f"expected [en] or [en, ko], got [{', '.join(data.languages)}]"
        raise AuthoringError(file.problem(("languages",), what))
    title = Text(data.title.en, data.title.ko)
    return Course(root, title, tuple(data.languages), data.feedback.show_values)


def find_assignment(course: Course, slug: str) -> Path:
    """Return the folder of an assignment, named by its slug or by its folder.

    Raises
    ------
    AutograderError
        If the course has no such assignment; lists those that it has.
    """
    name = Path(slug).name
    if name not in course.assignments:
        raise AutograderError(f"assignment: {one_of(course.assignments, slug)}")
    return course.root / "solutions" / name


def released_digests(course: Course, slug: str) -> frozenset[str]:
    """Return the SHA-256 of every file that students get for an assignment."""
    folder = course.root / "assignments" / slug
    files = [path for path in folder.glob("*") if path.is_file()]
    return frozenset(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
