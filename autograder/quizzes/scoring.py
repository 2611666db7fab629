"""Score a quiz: from what came back to a result for every student."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from autograder.course.calendar import AttendanceRules, Window
from autograder.course.extensions import (
    Extension,
    attempts_for,
    extension_for,
    window_for,
)
from autograder.course.roster import Student
from autograder.messages import Message, Words
from autograder.quizzes.arrays import NumpyWorkers
from autograder.quizzes.asked import Asked
from autograder.quizzes.attendance import Presence, Status, attendance
from autograder.quizzes.collect import Collected, Handed, collect
from autograder.quizzes.history import History
from autograder.quizzes.judging import Judge
from autograder.quizzes.lateness import credit_of
from autograder.quizzes.model import FilledPaper, Judged, Variant
from autograder.quizzes.oddities import oddities
from autograder.quizzes.results import Attempt, Came, Problem, QuizResult
from autograder.quizzes.schema import Quiz
from autograder.quizzes.variants import normal_id

_BEST_FIRST = (
    Status.PRESENT,
    Status.LATE,
    Status.EXCUSED,
    Status.UNKNOWN,
    Status.ABSENT,
)


@dataclass(frozen=True)
class Setting:
    """Everything that a score depends on besides the responses."""

    quiz: Quiz
    asked: Asked
    history: History
    now: datetime
    window: Window | None = None
    """None when the calendar has no times for the quiz."""
    extensions: Sequence[Extension] = ()
    rules: AttendanceRules = field(default_factory=AttendanceRules)

    def window_of(self, student: str, attempt: int) -> Window | None:
        """Return the times for one attempt of one student."""
        if self.window is None:
            return None
        return window_for(
            self.window, self.extensions, student, self.quiz.quiz, attempt
        )

    def excuses(self, student: str) -> bool:
        """Return whether the teaching team excuses a student."""
        row = extension_for(self.extensions, student, self.quiz.quiz)
        return row is not None and row.excused


def _of_no_quiz(_number: str) -> str:
    return ""


def score_quiz(
    came: Came,
    setting: Setting,
    quiz_of: Callable[[str], str] = _of_no_quiz,
) -> tuple[list[QuizResult], list[Problem]]:
    """Return a result for everybody who was asked, and what was odd.

    Parameters
    ----------
    quiz_of : callable
        Returns the other quiz that the number of a paper is of; empty if of none.
    """
    collected = collect(came.filled, setting.asked, quiz_of)
    collected.problems[:0] = came.problems
    problems = list(collected.problems)
    results = []
    with NumpyWorkers() as numpy:
        judge = Judge(setting.quiz.items, setting.history, numpy)
        for student in setting.asked.students.values():
            run = _Student(setting, judge, student, collected)
            results.append(run.result())
            problems += run.problems
            numpy.next_student()
    for item in sorted(judge.earlier):
        what = "judged by an earlier definition, since the present one does not fit"
        problems.append(Problem(what, item=item))
    return results, problems


class _Student:
    """One student while the papers are scored."""

    def __init__(
        self, setting: Setting, judge: Judge, student: Student, collected: Collected
    ) -> None:
        self.setting = setting
        self.judge = judge
        self.id = normal_id(student.id)
        self.student = student
        self.notes = list(collected.notes.get(self.id, ()))
        self.problems: list[Problem] = []
        self.lost = any(p.lost and p.student == self.id for p in collected.problems)
        self.handed = self._one_a_paper(collected.handed.get(self.id, []))

    def result(self) -> QuizResult:
        """Return what became of the student's quiz."""
        attempts = sorted(map(self._attempt, self.handed), key=_worst_last)
        if len(attempts) > 1:
            self._compare(attempts)
        presence = self._presence()
        return QuizResult(
            student=self.id,
            quiz=self.setting.quiz.quiz,
            presence=presence,
            score=attempts[0].score if attempts else _without(presence),
            max_score=attempts[0].max_score if attempts else self._max_score(),
            scored=self.setting.now,
            name=self.student.name,
            section=self.student.section,
            attempts=tuple(attempts),
            notes=tuple(self.notes),
        )

    def _one_a_paper(self, handed: list[Handed]) -> list[Handed]:
        """Return the file that counts of every paper: the newest, else the last."""
        papers: dict[str, list[Handed]] = {}
        for one in handed:
            papers.setdefault(one.paper.id, []).append(one)
        kept = []
        for rivals in papers.values():
            # of equal ones the last is the greatest
            *rest, best = sorted(rivals, key=self._newest_last)
            kept.append(best)
            for other in rest:
                self._say(
                    Message(
                        "Handed in more than once: `{kept}` counts, `{left}` does not.",
                        kept=best.filled.file,
                        left=other.filled.file,
                    )
                )
        return kept

    def _newest_last(self, one: Handed) -> tuple[int, float]:
        """Order by time; what came too late to count never replaces what did not."""
        time = one.filled.time
        if time is None:
            return 1, 0.0
        window = self._window(one)
        in_time = window is None or time <= window.end
        return (2 if in_time else 0), time.timestamp()

    def _window(self, one: Handed) -> Window | None:
        return self.setting.window_of(self.id, one.paper.attempt)

    def _attempt(self, one: Handed) -> Attempt:
        credit, why = credit_of(self._window(one), one.filled)
        if why is not None:
            self._say(why, one.filled.file)
        items = tuple(self._judged(one.filled, v) for v in one.paper.variants)
        self.problems += oddities(self.id, one.paper, one.filled, items)
        scores = [judged.score for judged in items if judged.score is not None]
        is_whole = len(scores) == len(items)
        return Attempt(
            paper=one.paper.id,
            number=one.paper.attempt,
            language=one.paper.language,
            file=one.filled.file,
            time=one.filled.time,
            started=one.filled.started,
            credit=credit,
            items=items,
            score=credit * math.fsum(scores) if is_whole else None,
            max_score=math.fsum(judged.max_score for judged in items),
        )

    def _judged(self, filled: FilledPaper, variant: Variant) -> Judged:
        judged = self.judge(variant, filled.responses.get(variant.item))
        return replace(judged, seconds=filled.seconds.get(variant.item))

    def _compare(self, attempts: Sequence[Attempt]) -> None:
        numbers = ", ".join(attempt.paper for attempt in attempts)
        self._say(
            Message(
                "{count} attempts were handed in ({papers}); the best one, {best}, "
                "counts.",
                count=len(attempts),
                papers=numbers,
                best=attempts[0].paper,
            )
        )
        setting = self.setting
        if setting.window is not None:
            allowed = attempts_for(
                setting.window, setting.extensions, self.id, setting.quiz.quiz
            )
            if len(attempts) > allowed:
                what = f"expected at most {allowed} attempts, got {len(attempts)}"
                self.problems.append(Problem(what, self.id))

    def _presence(self) -> Presence:
        """Return the attendance that serves the student best."""
        found = [
            self._attended(self._window(one), one.filled, one.answered)
            for one in self.handed
        ] or [self._attended(self.setting.window_of(self.id, 1), None, 0.0)]
        best = min(found, key=lambda presence: _BEST_FIRST.index(presence.status))
        if best.status is Status.ABSENT and self.lost and not self.handed:
            why = Message("something was handed in, but it could not be used")
            return Presence(Status.UNKNOWN, why)
        return best

    def _attended(
        self, window: Window | None, filled: FilledPaper | None, answered: float
    ) -> Presence:
        setting = self.setting
        excused = setting.excuses(self.id)
        return attendance(
            window, filled, answered, setting.rules, excused=excused, now=setting.now
        )

    def _max_score(self) -> float:
        """Return what a student who handed in nothing could have earned."""
        papers = self.setting.asked.of(self.id)
        asked = papers[0].variants if papers else ()
        dropped = {item.id for item in self.setting.quiz.items if item.void == "drop"}
        return math.fsum(v.points for v in asked if v.item not in dropped)

    def _say(self, words: Words, file: str = "") -> None:
        """Tell the student and the teaching team."""
        self.notes.append(words)
        self.problems.append(Problem(words.render("en"), self.id, file=file))


def _worst_last(attempt: Attempt) -> tuple[float, int]:
    share = -1.0 if attempt.score is None else attempt.score / (attempt.max_score or 1)
    return -share, attempt.number


def _without(presence: Presence) -> float | None:
    """Return the score of who handed in nothing: none while that may change."""
    return 0.0 if presence.status is Status.ABSENT else None
