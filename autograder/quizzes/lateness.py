"""What share of the score a response keeps, by the clock."""

from __future__ import annotations

from autograder.course.calendar import Window
from autograder.course.times import local
from autograder.messages import Message, Words
from autograder.quizzes.attendance import is_overtime
from autograder.quizzes.model import FilledPaper


def credit_of(window: Window | None, filled: FilledPaper) -> tuple[float, Words | None]:
    """Return the share of the score that is kept, and what to say about it.

    Without a time that can be trusted everything is kept.

    Parameters
    ----------
    window : Window or None
        The times for this attempt of this student; None when there are none.
    """
    if window is None or filled.time is None:
        return 1.0, None
    time = local(filled.time, window.opens)
    if filled.time > window.end:
        return 0.0, Message(
            "Handed in after the end, at {time}: not counted.", time=time
        )
    share = f"{100 * window.late_credit:g}%"
    if filled.time > window.on_time_until:
        return window.late_credit, Message(
            "Handed in late, at {time}: {share} of the score counts.",
            time=time,
            share=share,
        )
    if is_overtime(window, filled):
        return window.late_credit, Message(
            "Took longer than the working time: {share} of the score counts.",
            share=share,
        )
    return 1.0, None
