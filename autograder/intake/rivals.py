"""One submission per student: the newest of several, and no two names alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from autograder.intake.names import visible_path
from autograder.intake.reading import Handed
from autograder.messages import Message


def one_each(handed: Iterable[Handed]) -> list[Handed]:
    """Return one submission per student, each under a name of its own.

    Of several by one student the newest is kept, with a note on each of the others.
    Two students whose names look alike, once characters that cannot be seen are left
    out, are both kept, since one could be passing for the other: the second is
    numbered.
    """
    students: dict[str, list[Handed]] = {}
    for one in handed:
        students.setdefault(one.identity, []).append(one)
    kept = [_newest(rivals) for rivals in students.values()]
    # whoever is called exactly as shown keeps the name
    kept.sort(key=lambda one: (one.identity != one.submission.student, one.identity))
    taken: set[str] = set()
    return [_named_apart(one, taken) for one in kept]


def _newest(rivals: list[Handed]) -> Handed:
    first, *others = sorted(rivals, key=_age)
    notes = (
        Message(
            "Several submissions were handed in for {student}: `{graded}` is the "
            "newest and is graded, `{ignored}` is not.",
            student=first.submission.student,
            graded=visible_path(first.path),
            ignored=visible_path(other.path),
        )
        for other in others
    )
    submission = first.submission
    return replace(
        first, submission=replace(submission, notes=(*submission.notes, *notes))
    )


def _age(one: Handed) -> tuple[float, float, tuple[str, ...]]:
    """Return what sorts the newest first; a trusted time goes before any other."""
    time = one.submission.time
    return -time.timestamp() if time else 0.0, -one.modified, one.path


def _named_apart(one: Handed, taken: set[str]) -> Handed:
    """Return `one` under a name that is not taken yet, and take it."""
    submission = one.submission
    name = submission.student
    if name not in taken:
        taken.add(name)
        return one
    numbered = (f"{name} ({number})" for number in count(2))
    free = next(other for other in numbered if other not in taken)
    taken.add(free)
    note = Message(
        "Another student's name looks the same; this submission is listed as "
        "{student}.",
        student=free,
    )
    notes = (*submission.notes, note)
    return replace(one, submission=replace(submission, student=free, notes=notes))
