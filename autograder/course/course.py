"""Find the course and its assignments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course.calendar import AttendanceRules, LatePolicy, Window
from autograder.course.places import COURSE_FILE, one_of, root_above
from autograder.course.yaml_file import YamlFile, read_yaml
from autograder.errors import AuthoringError, AutograderError
from autograder.messages import Language, Text

if TYPE_CHECKING:
    from autograder.course.schema import CourseFile

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
    term: str = ""
    """Such as ``2026-fall``; the variants of quizzes differ from term to term."""
    quizzes: Mapping[str, Window] = field(default_factory=dict)
    """When each quiz can be taken."""
    attendance: AttendanceRules = field(default_factory=AttendanceRules)
    late: LatePolicy | None = None
    """What handing in an assignment late costs; None: nothing."""

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
    if data is not None:
        problems += _check(file, data)
    if data is None or problems:
        raise AuthoringError(problems)
    return Course(
        root,
        Text(data.title.en, data.title.ko),
        tuple(data.languages),
        show_values=data.feedback.show_values,
        term=data.term or "",
        quizzes={name: Window(**dict(part)) for name, part in data.quizzes.items()},
        attendance=AttendanceRules(**dict(data.attendance)),
        late=LatePolicy(**dict(data.late)) if data.late else None,
    )


def _check(file: YamlFile, data: CourseFile) -> Iterator[str]:
    """Yield what is wrong beyond the type of each value."""
    if data.languages not in (["en"], ["en", "ko"]):
        what = f"expected [en] or [en, ko], got [{', '.join(data.languages)}]"
        yield file.problem(("languages",), what)
    if data.quizzes and data.term is None:
        what = "expected a term such as 2026-fall beside the quizzes, got nothing"
        yield file.problem(("term",), what)
    for name, part in data.quizzes.items():
        latest = part.opens
        for key in ("closes", "late_until", "feedback"):
            time = getattr(part, key) or latest
            if time < latest or (key == "closes" and time == latest):
                after = f"expected a time after {latest.isoformat()}"
                what = f"{after}, got {time.isoformat()}"
                yield file.problem(("quizzes", name, key), what)
            latest = max(latest, time)


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
