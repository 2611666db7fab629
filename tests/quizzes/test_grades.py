import csv
import io
from datetime import UTC, datetime

from autograder.messages import Text
from autograder.quizzes.attendance import Presence, Status
from autograder.quizzes.grades import HEAD, grades_csv
from autograder.quizzes.model import Judged, Verdict
from autograder.quizzes.results import Attempt, QuizResult

NOW = datetime(2026, 12, 2, tzinfo=UTC)


FIRST = ["'=s01", "김 하나", "'+A", "0.3", "2", "15", "present", "0.5", "A-B"]


def result(student, *items, credit=1.0, **changes):
    attempt = Attempt("A-B", 1, "en", "f", None, None, credit, items, 1.0, 2.0)
    presence = Presence(Status.PRESENT, Text("", ""))
    fields = {"score": 0.1 + 0.2, "max_score": 2.0, "attempts": (attempt,)} | changes
    return QuizResult(
        student=student, quiz="week5", presence=presence, scored=NOW, **fields
    )


def test_a_row_per_student_and_a_column_per_item():
    results = [
        result(
            "=s01",
            Judged("a", 1, Verdict.RIGHT, 1.0, 1.0),
            Judged("b", 1, Verdict.DROPPED, 0.0, 0.0),
            name="김\n하나",
            section="+A",
            credit=0.5,
        ),
        result("s02", Judged("old", 1, Verdict.COULD_NOT_SCORE, None, 1.0), score=None),
        result("s03", attempts=(), score=None, max_score=0.0),
    ]
    rows = list(csv.reader(io.StringIO(grades_csv(results, ["a", "b", "c"]))))
    assert rows == [
        [*HEAD, "a", "b", "c", "old"],
        [*FIRST, "1", "", "", ""],
        ["s02", "", "", "", "2", "", "present", "", "A-B", "", "", "", ""],
        ["s03", "", "", "", "0", "", "present", "", "", "", "", "", ""],
    ]
