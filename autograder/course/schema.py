"""The shape of the files of the teaching team; imported only when one is read."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import datetime, timedelta
from keyword import iskeyword
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
)
from pydantic_core import PydanticCustomError

from autograder.course import times
from autograder.course.calendar import AttendanceRules, LatePolicy
from autograder.messages import Language
from autograder.values import Limits


def _expected(valid: Callable[[str], bool], written: str) -> AfterValidator:
    def check(text: str) -> str:
        if not valid(text):
            raise PydanticCustomError("written", "{written}", {"written": written})
        return text

    return AfterValidator(check)


def _is_name(text: str) -> bool:
    return text.isidentifier() and not iskeyword(text)


def _is_python(text: str) -> bool:
    try:
        return bool(ast.parse(text).body)
    except SyntaxError:
        return False


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Sentence = Annotated[str, Field(min_length=1)]
Name = Annotated[str, _expected(_is_name, "a Python name")]
Statement = Annotated[str, _expected(_is_python, "a Python statement")]
Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Natural = Annotated[int, Field(ge=0)]


class Part(BaseModel):
    """A mapping in a file: every key is known, and nothing is converted."""

    model_config = ConfigDict(strict=True, extra="forbid")


class TextPart(Part):
    """A sentence in both languages."""

    en: Sentence
    ko: Sentence


class FeedbackPart(Part):
    """What feedback tells students."""

    show_values: bool = False


def _written(read: Callable[[object], object], expected: str) -> BeforeValidator:
    def check(value: object) -> object:
        try:
            return read(value)
        except ValueError:
            pass
        raise PydanticCustomError("written", "{written}", {"written": expected})

    return BeforeValidator(check)


Moment = Annotated[datetime, _written(times.moment, times.MOMENT)]
Duration = Annotated[timedelta, _written(times.duration, times.DURATION)]
Share = Annotated[float, _written(times.percent, times.PERCENT)]


class WindowPart(Part):
    """The fields of `Window`."""

    opens: Moment
    closes: Moment
    minutes: Positive | None = None
    grace: Duration = timedelta()
    attempts: Annotated[int, Field(ge=1)] = 1
    late_until: Moment | None = None
    late_credit: Share = 0.0
    feedback: Moment | None = None


class AttendancePart(Part):
    """The fields of `AttendanceRules`."""

    present_if_answered: Share = AttendanceRules.present_if_answered
    lates_per_absence: Natural = AttendanceRules.lates_per_absence
    drop_lowest: Natural = AttendanceRules.drop_lowest


class LatePart(Part):
    """The fields of `LatePolicy`."""

    per_day: Share
    cap: Share = LatePolicy.cap
    grace: Duration = LatePolicy.grace


class CourseFile(Part):
    """``course.yaml``."""

    title: TextPart
    languages: Annotated[list[Language], Field(min_length=1)] = ["en", "ko"]
    feedback: FeedbackPart = FeedbackPart()
    term: Sentence | None = None
    quizzes: dict[Sentence, WindowPart] = {}
    attendance: AttendancePart = AttendancePart()
    late: LatePart | None = None


class FunctionPart(Part):
    """A graded function; one name in `returns` is no tuple, several are."""

    points: Positive
    returns: Annotated[list[Name], BeforeValidator(_as_list), Field(min_length=1)]
    calls: list[Name] = []
    aliases: list[Name] = []
    unchanged: list[Name] = []
    optional: list[Name] = []


class PointsPart(Part):
    """Points for something that is not a function."""

    points: Positive


class ExceptionPart(Part):
    """A statement of a solution that may stand in a release, and why."""

    text: Statement
    reason: Sentence


class LimitsPart(Part):
    """The fields of `Limits`."""

    call: Positive = Limits.call
    cpu: Positive = Limits.cpu
    wall: Positive = Limits.wall
    memory: Annotated[int, Field(gt=0)] = Limits.memory
    output: Annotated[int, Field(gt=0)] = Limits.output


class AssignmentFile(Part):
    """``assignment.yaml``."""

    title: TextPart
    module: Name
    functions: Annotated[dict[Name, FunctionPart], Field(min_length=1)]
    graded: Literal["functions", "presence"] = "functions"
    week: Natural = 0
    minutes: Natural = 0
    due: Moment | None = None
    limits: LimitsPart = LimitsPart()
    load: Literal["definitions", "everything"] = "definitions"
    as_handed_in: PointsPart | None = None
    uses: dict[Sentence, list[Name]] = {}
    files: list[Sentence] = []
    allowed_in_release: list[ExceptionPart] = []


class PresenceFile(Part):
    """``assignment.yaml`` where any file that is handed in earns the points."""

    title: TextPart
    graded: Literal["presence"]
    points: Positive
    prose: TextPart | None = None
    week: Natural = 0
    minutes: Natural = 0
    due: Moment | None = None
    files: list[Sentence] = []


class EquivalentPart(Part):
    """A mutant that is not wrong, and why."""

    function: Name
    diff: Sentence
    reason: Sentence


class NothingPart(Part):
    """A function for which a way to write nothing is right, and why."""

    function: Sentence
    kind: Sentence
    reason: Sentence


class EquivalentFile(Part):
    """``equivalent.yaml``."""

    equivalent: list[EquivalentPart] = []
    nothing: list[NothingPart] = []
