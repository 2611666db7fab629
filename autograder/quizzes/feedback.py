"""What a student reads after a quiz: every item, what became of it, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.messages import Language, Message, Words
from autograder.quizzes.figures import data_uri
from autograder.quizzes.judging import Judge
from autograder.quizzes.model import Judged, Paper, Variant, Verdict
from autograder.quizzes.pages import quiz_environment
from autograder.quizzes.results import QuizResult
from autograder.reports.text import file_name
from autograder.reports.writing import write_whole

FEEDBACK = "feedback"
"""The folder of the students' pages, beside the results."""
LONGEST = 1000
"""Characters of a response that are shown where it could not be read."""

VERDICTS: Mapping[Verdict, Message] = {
    Verdict.RIGHT: Message("right"),
    Verdict.PARTLY: Message("partly right"),
    Verdict.WRONG: Message("wrong"),
    Verdict.UNANSWERED: Message("not answered"),
    Verdict.UNREADABLE: Message("could not be read"),
    Verdict.DROPPED: Message("does not count for anybody"),
    Verdict.COULD_NOT_SCORE: Message("could not be scored"),
}
_MARKS = {
    Verdict.RIGHT: "full",
    Verdict.PARTLY: "partial",
    Verdict.DROPPED: "",
    Verdict.COULD_NOT_SCORE: "",
}
_COLOURS = {"full": "green", "partial": "yellow", "none": "red", "": "dim"}
_WORDS: Mapping[str, Message] = {
    "absent": Message("absent"),
    "attendance": Message("Attendance"),
    "excused": Message("excused"),
    "file": Message("File"),
    "key": Message("Key"),
    "late": Message("late"),
    "no_score": Message(
        "Some of it could not be scored. That is not your fault; the teaching team "
        "has been told."
    ),
    "notes": Message("Notes"),
    "present": Message("present"),
    "response": Message("Your response"),
    "score": Message("Score"),
    "unknown": Message("unknown"),
    "verdict": Message("Verdict"),
}


@dataclass(frozen=True)
class _Item:
    """An item as the page shows it, in one language."""

    variant: Variant
    judged: Judged
    picture: str
    mark: str
    verdict: str
    response: str
    say: str
    problem: str
    reason: str
    explain: str


def judged_words(judged: Judged) -> Iterator[tuple[Words, str]]:
    """Yield what to say to a response in a terminal, and in which colour."""
    colour = _COLOURS[_mark(judged)]
    yield VERDICTS[judged.outcome], colour
    if judged.problem is not None:
        yield judged.problem, colour
    if judged.say is not None:
        yield judged.say, ""
    if judged.key and judged.outcome is not Verdict.RIGHT:
        yield Message("Key: {key}", key=judged.key), ""


def write_feedback(
    folder: Path,
    result: QuizResult,
    papers: Mapping[str, Paper],
    judge: Judge,
    pictures: Path,
    language: Language,
) -> Path:
    """Write a student's page into ``feedback/`` below `folder`; return its path.

    See `feedback_page` for the parameters.
    """
    path = folder / FEEDBACK / f"{file_name(result.student)}.html"
    write_whole(path, feedback_page(result, papers, judge, pictures, language))
    return path


def feedback_page(
    result: QuizResult,
    papers: Mapping[str, Paper],
    judge: Judge,
    pictures: Path,
    language: Language,
) -> str:
    """Return the page of one student, as HTML; it shows keys.

    Parameters
    ----------
    papers : mapping
        By id, as they were asked.
    judge : Judge
        Knows the explanations.
    pictures : Path
        The ``quizzes/`` of the course.
    language : {"en", "ko"}
        Of a student who handed in nothing; else that of the paper counts.

    Raises
    ------
    AuthoringError
        If a picture is missing.
    """
    best = result.best
    paper = papers.get(best.paper) if best else None
    if best is not None:
        language = best.language
    template = quiz_environment().get_template("feedback_quiz.html")
    return template.render(
        language=language,
        words={name: word.render(language) for name, word in _WORDS.items()},
        title=paper.title if paper else result.quiz,
        result=result,
        reason=result.presence.reason.render(language),
        notes=[note.render(language) for note in result.notes],
        items=list(_items(result, paper, judge, pictures)) if paper else [],
    )


def _items(
    result: QuizResult, paper: Paper, judge: Judge, pictures: Path
) -> Iterator[_Item]:
    def said(words: Words | None) -> str:
        return words.render(paper.language) if words is not None else ""

    for variant in paper.variants:
        judged = result.items.get(variant.item)
        if judged is None:
            continue
        yield _Item(
            variant=variant,
            judged=judged,
            picture=data_uri(variant.figure, pictures) if variant.figure else "",
            mark=_mark(judged),
            verdict=said(VERDICTS[judged.outcome]),
            response=judged.read or _raw(judged),
            say=said(judged.say),
            problem=said(judged.problem),
            reason=said(judge.reason(variant)),
            explain=said(judge.explain(variant)),
        )


def _mark(judged: Judged) -> str:
    return _MARKS.get(judged.outcome, "none")


def _raw(judged: Judged) -> str:
    """Return a response as it came, shortened."""
    text = "" if judged.response is None else str(judged.response)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
