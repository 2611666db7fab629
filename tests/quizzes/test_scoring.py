from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from autograder.course.extensions import Extension
from autograder.quizzes.attendance import Status
from autograder.quizzes.history import History
from autograder.quizzes.model import FilledPaper, Verdict
from autograder.quizzes.results import Came, Problem
from autograder.quizzes.schema import Item, Quiz
from autograder.quizzes.scoring import Setting, score_quiz

AFTER = datetime(2026, 12, 2, tzinfo=UTC)


@pytest.fixture
def setting(quiz, asked, window, tmp_path):
    late = replace(
        window, late_until=window.closes + timedelta(hours=1), late_credit=0.5
    )
    return Setting(quiz, asked, History(tmp_path), AFTER, late)


@pytest.fixture
def hand_in(asked, right_responses, window):
    """Return a function that hands in a student's paper, all right but `changes`."""

    def handed(student, minutes=5, attempt=0, file=None, **changes):
        paper = asked.of(student)[attempt]
        given = {name.replace("_", "-"): value for name, value in changes.items()}
        responses = right_responses(paper) | given
        time = None
        if minutes is not None:
            time = window.opens + timedelta(minutes=minutes)
        return FilledPaper(
            file or f"{student}.ipynb", paper.id, student, responses, time=time
        )

    return handed


def scored(setting, *filled, problems=()):
    results, found = score_quiz(Came(tuple(filled), tuple(problems)), setting)
    return {result.student: result for result in results}, [str(p) for p in found]


def changed(quiz, number, **changes):
    items = list(quiz.items)
    item = items[number].model_dump(exclude_defaults=True) | changes
    items[number] = Item.model_validate(item)
    return Quiz.model_validate(
        quiz.model_dump(exclude_defaults=True) | {"items": items}
    )


def test_everybody_gets_a_result(setting, hand_in):
    results, problems = scored(setting, hand_in("s01"), hand_in("s02", net="3"))
    assert problems == []
    assert [(r.student, r.score, r.max_score) for r in results.values()] == [
        ("s01", 7, 7),
        ("s02", 6, 7),
        ("s03", 0, 7),
        ("s04", 0, 0),
    ]
    assert [str(r.presence.status) for r in results.values()] == [
        "present",
        "present",
        "absent",
        "absent",
    ]
    first = results["s01"]
    assert (first.name, first.section, first.scored) == ("Kim Ha", "A", AFTER)
    assert results["s02"].items["net"].outcome is Verdict.WRONG


def test_nothing_is_taken_off_while_there_is_time(setting, window):
    results, _ = scored(replace(setting, now=window.opens))
    assert results["s01"].score is None
    assert results["s01"].presence.status is Status.UNKNOWN


def test_late_responses_keep_a_share(setting, hand_in):
    results, problems = scored(setting, hand_in("s01", minutes=30))
    result = results["s01"]
    assert (result.score, result.best.credit) == (3.5, 0.5)
    assert result.presence.status is Status.LATE
    said = "Handed in late, at 2026-12-01 10:30: 50% of the score counts."
    assert [note.render("en") for note in result.notes] == [said]
    assert problems == [f"s01.ipynb: s01: {said}"]


def test_an_extension_moves_the_window(setting, hand_in, window):
    later = window.closes + timedelta(hours=5)
    rows = (Extension("s01", "week5", closes=later),)
    handed = hand_in("s01", minutes=200)
    assert scored(setting, handed)[0]["s01"].score == 0
    results, _ = scored(replace(setting, extensions=rows), handed)
    assert results["s01"].score == 7


def test_working_time_counts_where_both_ends_are_trusted(setting, hand_in, window):
    handed = replace(hand_in("s01", minutes=15), started=window.opens)
    assert scored(setting, handed)[0]["s01"].score == 3.5
    rows = (Extension("s01", "week5", time_factor=1.5),)
    extended = replace(setting, extensions=rows)
    assert scored(extended, handed)[0]["s01"].score == 7


def test_excused_students_have_no_score(setting):
    rows = (Extension("s01", "week5", excused=True),)
    results, _ = scored(replace(setting, extensions=rows))
    assert results["s01"].score is None
    assert results["s01"].presence.status is Status.EXCUSED


def test_without_a_calendar_there_is_a_score_and_no_attendance(setting, hand_in):
    handed = (hand_in("s03", attempt=0), hand_in("s03", attempt=1), hand_in("s01"))
    results, problems = scored(replace(setting, window=None), *handed)
    assert results["s01"].score == 7
    assert results["s01"].presence.status is Status.UNKNOWN
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (5, 6, "b"),
        (6, 5, "a"),
        (None, 5, "b"),
        (5, None, "a"),
        (None, None, "b"),
        (5, 500, "a"),
        (None, 500, "a"),
    ],
)
def test_of_two_files_the_newest_counts(setting, hand_in, first, second, kept):
    results, problems = scored(
        setting,
        hand_in("s01", minutes=first, file="a"),
        hand_in("s01", minutes=second, file="b"),
    )
    left = {"a": "b", "b": "a"}[kept]
    assert results["s01"].best.file == kept
    assert problems == [
        f"s01: Handed in more than once: `{kept}` counts, `{left}` does not."
    ]


def test_the_best_attempt_counts(setting, hand_in, asked):
    one, two = asked.of("s03")
    results, problems = scored(
        setting, hand_in("s03", net="9"), hand_in("s03", attempt=1)
    )
    result = results["s03"]
    assert (result.score, result.best.paper) == (7, two.id)
    assert [attempt.paper for attempt in result.attempts] == [two.id, one.id]
    assert problems == [
        f"s03: 2 attempts were handed in ({two.id}, {one.id}); the best one, {two.id}, "
        "counts.",
        "s03: expected at most 1 attempts, got 2",
    ]


def test_attempts_may_be_granted(setting, hand_in):
    rows = (Extension("s03", "week5", attempt=2),)
    handed = (hand_in("s03"), hand_in("s03", attempt=1))
    _, problems = scored(replace(setting, extensions=rows), *handed)
    assert len(problems) == 1  # that the best one counts


def test_a_paper_that_was_never_published(setting, hand_in):
    _, problems = scored(setting, replace(hand_in("s01"), paper="XX"))
    assert problems == ["s01.ipynb: s01: unknown paper: 'XX' was never published"]


def test_an_attempt_that_could_not_be_scored_is_not_the_best(setting, hand_in):
    broken = changed(setting.quiz, 5, answer={"number": "1 / 0"})
    results, problems = scored(replace(setting, quiz=broken), hand_in("s01"))
    result = results["s01"]
    assert (result.score, result.is_scored) == (None, False)
    assert problems == [
        "s01.ipynb: s01: net: could not be scored: 1 / 0: "
        "ZeroDivisionError: division by zero"
    ]


def test_void_items(setting, hand_in):
    reason = {"en": "A slip.", "ko": "실수"}
    wrong = hand_in("s01", net="9")
    full = changed(setting.quiz, 5, void="full", reason=reason)
    results, _ = scored(replace(setting, quiz=full), wrong)
    assert [(r.score, r.max_score) for r in results.values()][:2] == [(7, 7), (0, 7)]
    drop = changed(setting.quiz, 5, void="drop", reason=reason)
    results, _ = scored(replace(setting, quiz=drop), wrong)
    assert [(r.score, r.max_score) for r in results.values()][:2] == [(6, 6), (0, 6)]


def test_an_unreadable_file_is_no_absence(setting):
    lost = Problem("no notebook", "s01", file="x", lost=True)
    results, problems = scored(setting, problems=[lost])
    assert results["s01"].score is None
    assert results["s01"].presence.status is Status.UNKNOWN
    assert results["s01"].presence.reason.render("en") == (
        "something was handed in, but it could not be used"
    )
    assert problems == ["x: s01: no notebook"]


def test_another_students_paper_is_scored_for_nobody(setting, hand_in):
    stolen = replace(hand_in("s02"), student="s01", file="s01.ipynb")
    results, problems = scored(setting, stolen)
    assert results["s01"].score is None
    assert results["s02"].score == 0
    assert len(results["s01"].notes) == 1
    assert results["s02"].notes == ()
    assert problems == [
        f"s01.ipynb: s01: handed in {stolen.paper}, the paper of s02: scored for nobody"
    ]


def test_items_judged_as_they_were(setting, hand_in):
    setting.history.record(setting.quiz.items, AFTER)
    rest = setting.quiz.model_copy(update={"items": setting.quiz.items[:5]})
    results, problems = scored(replace(setting, quiz=rest), hand_in("s01"))
    assert results["s01"].score == 7
    assert problems == [
        "net: judged by an earlier definition, since the present one does not fit"
    ]


def test_ids_are_compared_without_their_form(setting, hand_in, asked):
    results, _ = scored(setting, replace(hand_in("s01"), student=""))
    assert results["s01"].score == 7
