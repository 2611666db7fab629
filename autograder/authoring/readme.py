"""The README of an assignment, in one language."""

from __future__ import annotations

import re

from autograder.authoring.notebook import EVERYTHING, notebook_name
from autograder.course.assignment import read_assignment
from autograder.course.times import local
from autograder.jupyter import PROSE, NotebookCell
from autograder.messages import Language, Message, Words
from autograder.model import Assignment

_HEADING = re.compile(r"\A#+ .*\n*")


def readme_name(language: Language) -> str:
    """Return the file name of the README in `language`."""
    return "README.md" if language == "en" else f"README.{language}.md"


def readme_text(
    assignment: Assignment, cells: list[NotebookCell], language: Language
) -> str:
    """Return the README: what it is about, what it is worth, what to do.

    Parameters
    ----------
    cells : list of NotebookCell
        What students get; the first prose cell introduces the assignment.
    """
    prose = [cell.text for cell in cells if cell.kind == PROSE]
    introduction = _HEADING.sub("", prose[0]) if prose else ""
    file = f"{assignment.module}.py"
    blocks = [
        f"# {assignment.title.render(language)}",
        _facts(assignment).render(language),
        _due(assignment, language),
        introduction,
        _heading(Message("What to write"), language),
        _table(assignment, language),
        _heading(Message("How to work"), language),
        Message(
            "Open `{file}` or `{notebook}`. They hold the same functions: choose one. "
            "Write your code where it says `YOUR CODE HERE`, and leave the names and "
            "arguments of the functions as they are.",
            file=file,
            notebook=notebook_name(assignment, language),
        ).render(language),
        _heading(Message("How to check your work"), language),
        Message(
            "In the notebook, run the cell below a function. In a terminal, check "
            "all functions of a file:"
        ).render(language),
        f"```sh\nautograder check {file}\n```",
        Message(
            "Both try the public examples of `examples.json`. They carry no points: "
            "the graded checks use other numbers."
        ).render(language),
        _heading(Message("How to hand in"), language),
        Message(
            "Hand in the one file that you worked in. Each function is graded on its "
            "own: a mistake in one costs no points in another."
        ).render(language),
        _beside(assignment, language),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def presence_text(assignment: Assignment, language: Language) -> str:
    """Return the README of an assignment that any file earns the points of."""
    prose = assignment.prose
    blocks = [
        f"# {assignment.title.render(language)}",
        _facts(assignment).render(language),
        _due(assignment, language),
        prose.render(language) if prose else "",
        _heading(Message("How to hand in"), language),
        Message(
            "Hand in one file of any kind. It earns all points when it comes in on "
            "time; what is in it is not graded."
        ).render(language),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _due(assignment: Assignment, language: Language) -> str:
    """Say by when it is to be handed in, in the zone of the due time."""
    due = assignment.due
    if due is None:
        return ""
    time = f"{local(due, due)} ({due.tzname()})"
    return Message("Due {time}.", time=time).render(language)


def _beside(assignment: Assignment, language: Language) -> str:
    """Say which earlier work is handed in along with the file, if any."""
    earlier = [assignment.folder.parent / slug for slug in assignment.uses]
    names = [f"`{read_assignment(folder).module}.py`" for folder in earlier]
    if not names:
        return ""
    return Message(
        "Hand in your own {files} beside it, which it imports.", files=", ".join(names)
    ).render(language)


def _facts(assignment: Assignment) -> Words:
    points = f"{assignment.max_score:g}"
    week, minutes = assignment.week, assignment.minutes
    if not week and not minutes:
        return Message("{points} points.", points=points)
    if not minutes:
        return Message("Week {week}. {points} points.", week=week, points=points)
    return Message(
        "Week {week}. About {minutes} minutes. {points} points.",
        week=week,
        minutes=minutes,
        points=points,
    )


def _heading(words: Words, language: Language) -> str:
    return f"## {words.render(language)}"


def _table(assignment: Assignment, language: Language) -> str:
    """Return the graded functions with what they return and their points."""
    heads = (Message("function"), Message("returns"), Message("points"))
    rows: list[tuple[str, str, str]] = []
    for name, function in assignment.functions.items():
        names = function.returns
        returns = names if isinstance(names, str) else ", ".join(names)
        rows.append((f"`{name}`", f"`{returns}`", f"{function.points:g}"))
    if assignment.as_handed_in:
        everything = EVERYTHING.render(language)
        rows.append((everything, "", f"{assignment.as_handed_in:g}"))
    title = " | ".join(head.render(language) for head in heads)
    lines = [f"| {title} |", "|---|---|---:|"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])
