import pytest

from autograder.quizzes.collect import collect
from autograder.quizzes.model import FilledPaper


def filled(paper="", student="", file="f.ipynb", **responses):
    return FilledPaper(file, paper, student, responses)


@pytest.fixture
def number(asked):
    return {
        **{student: asked.of(student)[0].id for student in ("s01", "s02", "s03")},
        "spare": asked.of("")[0].id,
    }


def of_week4(paper):
    return "week4" if paper == "WEEK-FOUR" else ""


def test_everybody_gets_what_is_theirs(asked, number):
    collected = collect(
        [
            filled(number["s01"], "s01"),
            filled(number["s02"]),
            filled("", "s01"),
            filled(number["spare"], "s04"),
        ],
        asked,
        of_week4,
    )
    assert collected.problems == []
    assert {who: len(own) for who, own in collected.handed.items()} == {
        "s01": 2,
        "s02": 1,
        "s04": 1,
    }


@pytest.mark.parametrize(
    ("paper", "student", "what"),
    [
        ("WEEK-FOUR", "s01", "s01: wrong week: WEEK-FOUR is a paper of week4"),
        ("XX", "s01", "s01: unknown paper: 'XX' was never published"),
        ("", "", "expected the number of a paper, got none"),
        (
            "",
            "ghost",
            "ghost: unknown student: neither on the roster nor among the papers",
        ),
        (
            "",
            "s03",
            "s03: expected the number of a paper, got none: the student has 2",
        ),
        (
            "",
            "s04",
            "s04: expected the number of a paper, got none: the student has 0",
        ),
        ("spare", "", "{spare} is a spare paper: expected a student, got none"),
        (
            "spare",
            "ghost",
            "ghost: {spare} is a spare paper, handed in by nobody on the roster",
        ),
        (
            "s02",
            "s01",
            "s01: handed in {s02}, the paper of s02: scored for nobody",
        ),
    ],
)
def test_what_belongs_to_nobody_is_said(asked, number, paper, student, what):
    one = filled(number.get(paper, paper), student)
    collected = collect([one], asked, of_week4)
    assert not collected.handed
    (problem,) = collected.problems
    assert str(problem) == "f.ipynb: " + what.format(**number)
    assert problem.lost


def test_a_student_is_told_about_another_students_paper(asked, number):
    collected = collect([filled(number["s02"], "s01")], asked, of_week4)
    ((student, (note,)),) = collected.notes.items()
    assert student == "s01"
    assert note.render("en") == (
        "`f.ipynb` is the paper of another student; it is not scored."
    )


def test_how_much_was_answered(asked, number):
    one = filled(number["s01"], net="2", pick=" ", other="x", gaps=0)
    (handed,) = collect([one], asked, of_week4).handed["s01"]
    assert handed.answered == 2 / 6


def test_a_spare_paper_that_two_handed_in(asked, number):
    spare = number["spare"]
    both = [filled(spare, "s01"), filled(spare, "s02"), filled(spare, "s02")]
    collected = collect(both, asked, of_week4)
    assert sorted(collected.handed) == ["s01", "s02"]
    assert [str(problem) for problem in collected.problems] == [
        f"{spare} is one spare paper, handed in by each of s01, s02"
    ]
