import pytest

from autograder.course.yaml_file import read_yaml
from autograder.errors import AuthoringError


def problem_of(path):
    with pytest.raises(AuthoringError) as caught:
        read_yaml(path)
    return str(caught.value)


def test_every_value_has_a_line(write):
    path = write({"a.yaml": "x: 1\ny:\n  - {z: 2}\n  -\n    w: 3\n"}) / "a.yaml"
    assert read_yaml(path).lines == {
        (): 1,
        ("x",): 1,
        ("y",): 2,
        ("y", 0): 3,
        ("y", 0, "z"): 3,
        ("y", 1): 5,
        ("y", 1, "w"): 5,
    }


def test_a_problem_names_the_nearest_line_it_knows(write):
    file = read_yaml(write({"a.yaml": "x: 1\ny:\n  z: 2\n"}) / "a.yaml")
    where = "solutions/week5/a.yaml"
    assert file.problem(("y", "z"), "bad") == f"{where}:3: y.z: bad"
    assert file.problem(("y", "absent"), "bad") == f"{where}:2: y.absent: bad"
    assert file.problem((), "bad") == f"{where}:1: bad"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: 1\nb: [1, 2\nc: 3\n",
            ":3: expected YAML, got an error: expected ',' or ']', but got ':'",
        ),
        ("b: *x\n", ":1: expected YAML, got an error: found undefined alias 'x'"),
        (
            "a: 1\n? [b]\n: 2\n",
            ":2: expected YAML, got an error: found unhashable key",
        ),
        (
            "a: 2026-13-45\n",
            ": expected YAML, got an error: month must be in 1..12",
        ),
        (
            "a: '\x07'\n",
            ": expected YAML, got an error: "
            "unacceptable character #x0007: special characters are not allowed",
        ),
    ],
)
def test_text_that_is_not_yaml(write, text, message):
    path = write({"a.yaml": text}) / "a.yaml"
    assert problem_of(path) == f"solutions/week5/a.yaml{message}"


def test_a_missing_file(write):
    path = write({}) / "a.yaml"
    assert problem_of(path) == "solutions/week5/a.yaml: expected a file, got nothing"


def test_a_file_in_another_encoding(write):
    path = write({}) / "a.yaml"
    path.write_bytes("title: 신경망\n".encode("euc-kr"))
    assert problem_of(path) == (
        "solutions/week5/a.yaml: expected UTF-8 text, got 'utf-8' codec can't decode "
        "byte 0xbd in position 7: invalid start byte"
    )


def test_keys_are_text_and_scientific_numbers_are_numbers(write):
    text = "on: 1e-6\n12: -2E3\ntrue: {no: 1.5e+3}\n~: 1e\n"
    file = read_yaml(write({"a.yaml": text}) / "a.yaml")
    assert file.data == {
        "on": 1e-6,
        "12": -2000,
        "true": {"no": 1500},
        "~": "1e",
    }
    assert file.lines[("true", "no")] == 3
    assert file.scalars[("on",)].value == "1e-6"


def test_merged_mappings(write):
    path = write({"a.yaml": "a: &a {x: 1}\nb: {<<: *a, y: 2}\n"}) / "a.yaml"
    assert read_yaml(path).data["b"] == {"x": 1, "y": 2}


def test_problems_know_their_line(write):
    file = read_yaml(write({"a.yaml": "x: 1\ny:\n  z: 2\n"}) / "a.yaml")
    assert file.line_of(file.problem(("y", "z"), "what: got 12")) == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'a: "\\lambda"\n',
            ":1: expected YAML, got an error: found unknown escape character 'l'; "
            "put text with a backslash into single quotes",
        ),
        (
            "a: {{ n }}\n",
            ":1: expected YAML, got an error: found unhashable key; "
            "put text with {{ }} into quotes",
        ),
        (
            f"a: {'[' * 2000}\n",
            ": expected YAML, got an error: nested too deeply",
        ),
        (
            "a: &a [*a]\n",
            ": expected YAML, got an error: nested too deeply",
        ),
    ],
)
def test_what_to_write_instead(write, text, message):
    path = write({"a.yaml": text}) / "a.yaml"
    assert problem_of(path) == f"solutions/week5/a.yaml{message}"
