import csv

import pytest

from autograder.course.tables import read_table
from autograder.errors import AuthoringError

COLUMNS = ("id", "name")


def table(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "people.csv"
    path.write_text(text, encoding=encoding)
    return read_table(path, COLUMNS, required=("id",))


def problems(tmp_path, text):
    with pytest.raises(AuthoringError) as error:
        table(tmp_path, text)
    return [
        line.removeprefix(f"{tmp_path.as_posix()}/") for line in error.value.problems
    ]


@pytest.mark.parametrize(
    "text",
    [
        "id,name\n007,김\n",
        "id;name\n007;김\n",
        "Name\tID \textra\n 김 \t007\tx\n\n\t\t\n",
    ],
)
def test_tables(tmp_path, text):
    (row,) = table(tmp_path, text)
    assert (row["id"], row["name"], row["other"]) == ("007", "김", "")


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    (row,) = table(tmp_path, "id,name\n1,a\n", encoding="utf-8-sig")
    assert row["id"] == "1"


def test_a_cell_with_an_end_of_line_keeps_the_count_of_lines(tmp_path):
    first, second = table(tmp_path, 'id,name\n1,"a\nb"\n2,c\n')
    assert (first.line, second.line) == (3, 4)
    assert second.problem("name", "text").endswith(
        "people.csv:4: name: expected text, got 'c'"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["people.csv:1: expected a column 'id', got none"]),
        (
            "idd,name\n1,a\n",
            [
                "people.csv:1: expected a column 'id', got none",
                "people.csv:1: column: expected one of id, name (nearest: id), "
                "got 'idd'",
            ],
        ),
        (
            "id,name\n,a\n,b\n",
            [
                "people.csv:2: id: expected a value, got nothing",
                "people.csv:3: id: expected a value, got nothing",
            ],
        ),
    ],
)
def test_everything_wrong_in_a_table(tmp_path, text, said):
    assert problems(tmp_path, text) == said


def test_no_table(tmp_path):
    with pytest.raises(AuthoringError, match="expected a file, got nothing"):
        read_table(tmp_path / "none.csv", COLUMNS, required=())
    with pytest.raises(AuthoringError, match="expected UTF-8 text, got "):
        table(tmp_path, "id\n가\n", encoding="cp949")


def test_no_csv(tmp_path):
    before = csv.field_size_limit(100)
    try:
        with pytest.raises(AuthoringError, match="expected CSV, got: "):
            table(tmp_path, "id,name\n" + "a" * 200 + ",b\n")
    finally:
        csv.field_size_limit(before)
