import json
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.intake.files import UnusableError
from autograder.quizzes.model import FilledPaper
from autograder.quizzes.response_tables import read_table_of_responses

SEOUL = timezone(timedelta(hours=9))


def read(asked, text, name="r.csv"):
    raw = text.encode() if isinstance(text, str) else text
    filled, problems = read_table_of_responses(raw, name, asked, SEOUL)
    return filled, [str(problem) for problem in problems]


def test_papers_typed_in_from_print(asked):
    one, two = (asked.of(student)[0].id for student in ("s01", "s02"))
    text = (
        f'Paper,Item,Response,time\n{one},1,"(2, 3)",2026-12-01 10:05\n'
        f"{two.lower()},pick,②,\n{one},net,2,2026-12-01 10:07\n{one},gaps,,\n"
    )
    filled, problems = read(asked, text)
    assert problems == []
    assert filled == [
        FilledPaper(
            "r.csv, row 1",
            one,
            "",
            {"w-shape": "(2, 3)", "net": "2"},
            time=datetime(2026, 12, 1, 10, 7, tzinfo=SEOUL),
        ),
        FilledPaper("r.csv, row 2", two, "", {"pick": "②"}),
    ]


def test_a_number_that_is_copied_in_two_ways_is_one_paper(asked):
    paper = asked.of("s01")[0].id
    other = paper.lower().replace("-", "")
    text = f"paper,item,response\n{paper},1,a\n{other},2,b\n"
    filled, problems = read(asked, text)
    assert [(one.paper, len(one.responses)) for one in filled] == [(paper, 2)]
    assert problems == []


def test_the_last_of_two_responses_counts(asked):
    paper = asked.of("s01")[0].id
    filled, problems = read(
        asked, f"paper,item,response\n{paper},1,a\n{paper},w-shape,b\n{paper},1,b\n"
    )
    assert filled[0].responses == {"w-shape": "b"}
    assert problems == [
        "r.csv, row 1: s01: w-shape: answered more than once; the last row counts"
    ]


def test_a_form_with_prompts_as_columns(asked):
    text = (
        "Timestamp;학번;Email;Which?;How many layers?;Total\n"
        "2026/12/01 10:05:33 AM GMT+9;s01;a@b.c;tanh;2;7\n"
        "2026/12/01 10:06:33 AM;s09;;step;;\n"
    )
    filled, problems = read(asked, text)
    known, unknown = filled
    assert known.responses == {"pick": "tanh", "net": "2"}
    assert known.paper == asked.of("s01")[0].id
    assert known.time == datetime(2026, 12, 1, 10, 5, 33, tzinfo=SEOUL)
    assert (unknown.student, unknown.paper) == ("s09", "")
    assert unknown.responses == {"Which?": "step"}
    assert problems == ["r.csv: columns that mean no item: Email, Total"]


def test_when_a_form_was_begun(asked):
    text = (
        "student,Start time,Completion time,1\ns01,12/1/26 10:01:00,12/1/26 10:09,x\n"
    )
    filled, _ = read(asked, text)
    assert filled[0].started == datetime(2026, 12, 1, 10, 1, tzinfo=SEOUL)
    assert filled[0].time == datetime(2026, 12, 1, 10, 9, tzinfo=SEOUL)


def test_a_time_that_is_none_is_unknown(asked):
    filled, problems = read(asked, "student,time,1\ns01,soon,x\n")
    assert filled[0].time is None
    assert problems == [
        "r.csv, row 1: s01: expected a time, got 'soon': it counts as unknown"
    ]


def test_a_row_of_nobody(asked):
    filled, problems = read(asked, "student,1\n,x\n")
    assert filled == []
    assert problems == [
        "r.csv, row 1: expected the number of a paper or a student, got neither"
    ]


def test_structured_responses_of_a_program(asked):
    paper = asked.of("s01")[0].id
    entries = [
        {"paper": paper, "responses": {"pick": "good", "pairs": {"a": 1}, "x": None}},
        {"student": "s03", "responses": {"1": "3"}, "time": "2026-12-01T10:00:00Z"},
    ]
    filled, problems = read(asked, json.dumps(entries), "r.json")
    assert problems == []
    assert filled[0].responses == {"pick": "good", "pairs": {"a": 1}}
    assert (filled[1].student, filled[1].paper) == ("s03", "")
    assert filled[1].time == datetime(2026, 12, 1, 19, tzinfo=SEOUL)


def test_an_item_of_another_paper_is_kept(asked):
    filled, problems = read(asked, "student,9,w-shape\ns01,x,y\n")
    assert filled[0].responses == {"9": "x", "w-shape": "y"}
    assert problems == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary()
    | st.text(alphabet='paerstudnimo,;\n"1x②\ud800').map(
        lambda text: text.encode("utf-8", "surrogatepass")
    ),
    st.sampled_from(["r.csv", "r.json"]),
)
def test_any_bytes_are_papers_or_problems(asked, raw, name):
    try:
        filled, problems = read_table_of_responses(raw, name, asked, SEOUL)
    except UnusableError:
        return
    assert all(str(problem) for problem in problems)
    assert all(isinstance(one, FilledPaper) for one in filled)


@pytest.mark.parametrize("size", [10_001, 1_000_000])
def test_long_responses_are_bounded(asked, size):
    filled, _ = read(asked, f"student,1\ns01,{'9' * size}\n")
    assert len(filled[0].responses["w-shape"]) == 10_001
