import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.intake.files import UnusableError
from autograder.quizzes.response_rows import Row, clean, read_csv, read_json
from autograder.quizzes.score import MAX_RESPONSE

KNOWN = frozenset({"paper", "item", "response"})


@pytest.mark.parametrize(
    "raw",
    [
        b"paper,item,response\nP,a,1\n",
        b"\xef\xbb\xbfpaper;item;response\r\nP;a;1\r\n",
        b"paper\titem\tresponse\n\n\x00P\ta\t1\n",
        b'"paper","item","response"\n"P","a","1"\n',
    ],
)
def test_csv_of_every_dialect(raw):
    cells = (("paper", "P"), ("item", "a"), ("response", "1"))
    assert read_csv(raw, "r.csv", KNOWN) == [Row(1, cells)]


def test_a_prompt_with_commas_is_one_column():
    raw = b'"For a, b, c, d: which?";paper\n2;P\n'
    (row,) = read_csv(raw, "r.csv", KNOWN)
    assert row.cells == (("For a, b, c, d: which?", "2"), ("paper", "P"))


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "`r.csv` has no rows below the names of its columns."),
        (b"paper,item\n", "`r.csv` has no rows below the names of its columns."),
        (
            b"\xff\xfep\x00",
            "`r.csv` is saved as UTF-16; expected UTF-8. Save it again with the "
            "encoding UTF-8.",
        ),
        (
            b"\xb0\xa1",
            "`r.csv` is not UTF-8 text (byte 1). Save it again with the encoding "
            "UTF-8.",
        ),
    ],
)
def test_what_is_no_csv(raw, said):
    with pytest.raises(UnusableError) as error:
        read_csv(raw, "r.csv", KNOWN)
    assert str(error.value) == said


def test_a_long_response_is_no_end_of_the_file():
    raw = b"paper,item,response\nP,a," + b"9" * 300_000 + b"\nQ,a,2\n"
    first, second = read_csv(raw, "r.csv", KNOWN)
    assert len(first.first(frozenset({"response"}))) == MAX_RESPONSE + 1
    assert second.first(frozenset({"response"})) == "2"


def test_json_with_a_mapping_of_responses():
    raw = json.dumps({"paper": "P", "responses": {"a": ["x"], "b": True}}).encode()
    assert read_json(raw, "r.json") == [
        Row(1, (("paper", "P"),), (("a", ["x"]), ("b", True)))
    ]


def test_json_of_a_form_tool():
    raw = b'[{"student": "s01", "1": "2"}, {"student": "s02", "responses": "x"}]'
    assert read_json(raw, "r.json") == [
        Row(1, (("student", "s01"), ("1", "2"))),
        Row(2, (("student", "s02"),)),
    ]


def test_numbers_that_json_cannot_keep_stay_text():
    raw = b'{"responses": {"a": NaN, "b": 1e999, "c": 12345678901234567890, "d": 1.5}}'
    (row,) = read_json(raw, "r.json")
    values = dict(row.responses)
    assert values == {"a": "NaN", "b": "1e999", "c": "12345678901234567890", "d": 1.5}


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"{", "`r.json` is not JSON: Expecting property name enclosed in double "),
        (b"[1]", "`r.json` is not a list of mappings, one per paper."),
        (b"[" * 100_000, "`r.json` is not JSON: maximum recursion depth exceeded"),
    ],
)
def test_what_is_no_json(raw, said):
    with pytest.raises(UnusableError) as error:
        read_json(raw, "r.json")
    assert str(error.value).startswith(said)


def test_clean_bounds_everything():
    assert clean("\ud800") == "?"
    assert clean([[[[[[["deep"]]]]]]]) == [[[[[[["deep"]]]]]]]
    assert clean([[[[[[[["deep"]]]]]]]]) == [[[[[[["…"]]]]]]]
    assert clean({"k": {"l": [None, True, 1]}}) == {"k": {"l": [None, True, 1]}}


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_rows_or_a_problem(raw):
    for read in (lambda: read_csv(raw, "r", KNOWN), lambda: read_json(raw, "r")):
        try:
            rows = read()
        except UnusableError:
            continue
        assert all(isinstance(row, Row) for row in rows)
