"""When quizzes can be taken, how presence counts, what late costs: ``course.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Window:
    """The times of one quiz; every time knows its zone."""

    opens: datetime
    closes: datetime
    minutes: float | None = None
    """Working time from the moment a student begins."""
    grace: timedelta = timedelta()
    """For which nothing is late yet."""
    attempts: int = 1
    late_until: datetime | None = None
    late_credit: float = 0.0
    """The share of the score that a late response keeps."""
    feedback: datetime | None = None
    """When keys and feedback may be seen; at the end when None."""

    @property
    def on_time_until(self) -> datetime:
        """The last moment that is on time."""
        return self.closes + self.grace

    @property
    def end(self) -> datetime:
        """The last moment at which a response counts for anything."""
        return max(self.on_time_until, self.late_until or self.closes)


@dataclass(frozen=True)
class AttendanceRules:
    """How presence is counted over a term."""

    present_if_answered: float = 0.5
    """The share of a paper that must be answered, right or wrong."""
    lates_per_absence: int = 0
    """How often late counts as one absence; 0 is never."""
    drop_lowest: int = 0
    """Quizzes of a term that do not count: the ones that serve a student worst."""


@dataclass(frozen=True)
class LatePolicy:
    """What handing in an assignment late costs."""

    per_day: float
    """The share of the score for each started day."""
    cap: float = 1.0
    """The share that is taken off at most."""
    grace: timedelta = timedelta()
    """For which nothing is late yet; days are counted from its end."""
