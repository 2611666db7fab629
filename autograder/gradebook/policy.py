"""What being late costs, and who decides that it costs anything.

Where ``course.yaml`` has a policy, it is in charge, of nbgrader's gradebook too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from autograder.course.calendar import LatePolicy
from autograder.course.extensions import Extension, extension_for
from autograder.course.times import local, to_the_second
from autograder.messages import Language, Message, Words
from autograder.model import Assignment, Lateness, Submission, SubmissionResult
from autograder.reports.labels import days_late
from autograder.reports.text import points

DAY = timedelta(days=1)
_NO_TIME = timedelta()
_PLUGIN = "LateSubmissionPlugin"
_USUAL = {
    _PLUGIN,
    f"nbgrader.plugins.{_PLUGIN}",
    f"nbgrader.plugins.latesubmission.{_PLUGIN}",
}
"""What the class is called that takes off nothing unless it is told to."""


@dataclass(frozen=True)
class Charge:
    """Who decides what being late costs in nbgrader's gradebook."""

    who: Literal["course", "nbgrader", "nobody"]
    sentence: str = ""
    """For the grader; empty where there is nothing to choose."""


def in_charge(
    policy: LatePolicy | None, config: Mapping[str, Mapping[str, object]]
) -> Charge:
    """Return who decides on penalties where nbgrader may have its own.

    Parameters
    ----------
    config : mapping
        What ``nbgrader_config.py`` sets, by class and by name.
    """
    own = _nbgrader_penalty(config)
    if policy is None:
        if not own:
            return Charge("nobody")
        return Charge(
            "nbgrader",
            f"late: nbgrader is in charge, by {own} in nbgrader_config.py; course.yaml "
            "has no late policy",
        )
    if not own:
        return Charge("course")
    return Charge(
        "course",
        f"late: course.yaml is in charge; {own} in nbgrader_config.py is not applied",
    )


def _nbgrader_penalty(config: Mapping[str, Mapping[str, object]]) -> str:
    """Return the setting by which nbgrader takes off points itself, if there is one."""
    plugin = config.get("AssignLatePenalties", {}).get("plugin_class", _PLUGIN)
    name = plugin
    if isinstance(plugin, type):
        name = f"{plugin.__module__}.{plugin.__name__}"
    if name not in _USUAL:
        return f"AssignLatePenalties.plugin_class = {name}"
    method = config.get(_PLUGIN, {}).get("penalty_method", "none")
    return "" if method == "none" else f"{_PLUGIN}.penalty_method = {method}"


def lateness(
    due: datetime,
    time: datetime | None,
    policy: LatePolicy | None,
    extension: Extension | None = None,
    language: Language = "en",
) -> Lateness:
    """Return how late something is, and the share of its score that this costs.

    Every started day counts, from the end of the time of grace. Nothing is taken off
    where the time is not known, where there is no policy, or where it is excused.

    Parameters
    ----------
    due : datetime
        For everybody.
    time : datetime or None
        When it was handed in, by a clock that can be trusted.
    extension : Extension or None
        Its `closes` is the student's own due time.
    """
    own = extension.closes if extension else None
    due = own or due
    late = max(time - due, _NO_TIME) if time else _NO_TIME
    days = _days(late, policy.grace if policy else _NO_TIME)
    excused = extension is not None and extension.excused
    share = 0.0
    if policy and not excused:
        share = round(min(policy.cap, policy.per_day * days), 12)
    until: Words | str = local(due, due)
    if own:
        until = Message("{due} (extended for you)", due=until)
    clock = to_the_second(time, due) if time else None
    lines = [_when(until, clock, late, days)]
    if days and excused:
        lines.append(Message("excused: nothing is taken off"))
    elif days and policy:
        lines.append(_price(policy, share))
    told = tuple(line.render(language) for line in lines)
    return Lateness(due, late.total_seconds(), days, share, told)


def _days(late: timedelta, grace: timedelta) -> int:
    beyond = max(late - grace, _NO_TIME)
    return -(-beyond // DAY)


def _when(due: Words | str, time: str | None, late: timedelta, days: int) -> Words:
    if time is None:
        return Message(
            "due {due}; when it was handed in is not known, so nothing is taken off",
            due=due,
        )
    verdict = Message("on time")
    if days:
        verdict = days_late(days)
    elif late:
        verdict = Message("within the time of grace")
    return Message(
        "due {due}, handed in {time}: {verdict}", due=due, time=time, verdict=verdict
    )


def _price(policy: LatePolicy, share: float) -> Words:
    rate, much = f"{100 * policy.per_day:g}", f"{100 * share:g}"
    if share == policy.cap:
        cap = f"{100 * policy.cap:g}"
        return Message(
            "{rate}% a day, at most {cap}%: {share}%", rate=rate, cap=cap, share=much
        )
    return Message("{rate}% a day: {share}%", rate=rate, share=much)


@dataclass(frozen=True)
class Terms:
    """On what terms an assignment is handed in."""

    assignment: Assignment
    policy: LatePolicy | None = None
    extensions: tuple[Extension, ...] = ()
    language: Language = "en"
    """Of students of whom no language is known."""

    def settle(
        self, submission: Submission, result: SubmissionResult
    ) -> SubmissionResult:
        """Return a result with what being late costs; settled again, it stays so."""
        extension = extension_for(
            self.extensions, submission.student, self.assignment.slug
        )
        earned = result.score if result.earned is None else result.earned
        plain = replace(
            result, score=earned, earned=None, time=submission.time, late=None
        )
        due, language = self.assignment.due, submission.language or self.language
        if due is None:
            return plain
        late = lateness(due, submission.time, self.policy, extension, language)
        if earned is None or not late.share_lost:
            return replace(plain, late=late)
        score = round(earned * (1 - late.share_lost), 6)
        line = Message(
            "score {earned} − {lost} = {score}",  # noqa: RUF001 - a minus sign
            earned=points(earned),
            lost=points(earned - score),
            score=points(score),
        )
        late = replace(late, lines=(*late.lines, line.render(language)))
        return replace(plain, score=score, earned=earned, late=late)
