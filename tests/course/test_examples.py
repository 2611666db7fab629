import json
from pathlib import Path

import numpy as np
import pytest

from autograder.course.examples import (
    ExampleFile,
    RecordedExample,
    dump_examples,
    load_examples,
)
from autograder.errors import AuthoringError, AutograderError
from autograder.messages import Text
from autograder.model import Assignment, GradedFunction
from autograder.values import GivenFunction

ASSIGNMENT = Assignment(
    slug="week5",
    folder=Path("week5"),
    title=Text("Nets", "신경망"),
    module="net",
    functions={
        "forward": GradedFunction("forward", 9, ("Z", "cache")),
        "cost": GradedFunction("cost", 1, "cost", optional=("rate",)),
    },
)


def example(*args, **parameters):
    title = Text("one layer", "한 층")
    return RecordedExample(
        "test_forward",
        "forward",
        title,
        dict(zip(["A", "g"], args, strict=False)),
        "matches",
        parameters,
    )


def test_examples_are_written_and_read_back(tmp_path):
    recorded = [
        example(
            np.array([[0.5, 1.0]]),
            GivenFunction("relu"),
            alternatives=((1, [2.5]), {"W1": None}),
        )
    ]
    text = dump_examples(ASSIGNMENT, recorded)
    assert text == dump_examples(ASSIGNMENT, recorded)
    assert (
        text
        == """\
{
 "format": 1,
 "assignment": "week5",
 "module": "net",
 "functions": {"forward": ["Z", "cache"], "cost": "cost"},
 "calls": {"forward": [], "cost": []},
 "optional": {"cost": ["rate"]},
 "examples": [
  {
   "id": "test_forward",
   "function": "forward",
   "title": {"en": "one layer", "ko": "한 층"},
   "args": {
    "A": {"$array": [[0.5, 1.0]], "dtype": "float64", "shape": [1, 2]},
    "g": {"$given": "relu"}
   },
   "judgement": "matches",
   "parameters": {"alternatives": {"$tuple": [{"$tuple": [1, [2.5]]}, {"W1": null}]}}
  }
 ]
}
"""
    )
    (tmp_path / "examples.json").write_text(text, encoding="utf-8")
    loaded = load_examples(tmp_path / "examples.json")
    assert loaded.functions == {"forward": ("Z", "cache"), "cost": "cost"}
    assert (loaded.slug, loaded.module) == ("week5", "net")
    (read,) = loaded.examples
    np.testing.assert_array_equal(read.args["A"], recorded[0].args["A"])
    assert read.args["g"] == GivenFunction("relu")
    assert read.parameters == {"alternatives": ((1, [2.5]), {"W1": None})}
    assert (read.id, read.function, read.judgement) == (
        "test_forward",
        "forward",
        "matches",
    )
    assert read.title == Text("one layer", "한 층")


def test_no_examples(tmp_path):
    path = tmp_path / "examples.json"
    path.write_text(dump_examples(ASSIGNMENT, []))
    functions = {"forward": ("Z", "cache"), "cost": "cost"}
    assert load_examples(path) == ExampleFile(
        "week5", "net", functions, {"forward": (), "cost": ()}, {"cost": ("rate",)}, ()
    )


def test_an_example_that_is_not_plain_data():
    with pytest.raises(AuthoringError) as caught:
        dump_examples(ASSIGNMENT, [example({1})])
    message = "example test_forward: expected plain data, got set"
    assert caught.value.problems == (message,)


WHOLE = json.loads(dump_examples(ASSIGNMENT, [example(1)]))


@pytest.mark.parametrize(
    ("text", "got"),
    [
        ("{", "JSONDecodeError: Expecting property name enclosed in double quotes: "),
        ("[]", "TypeError: list indices must be integers or slices, not str"),
        ("{}", "KeyError: 'format'"),
        (json.dumps({**WHOLE, "format": 2}), "ValueError: format 2 instead of 1"),
        (json.dumps({**WHOLE, "functions": []}), "AttributeError: "),
        (json.dumps({**WHOLE, "examples": [{}]}), "KeyError: 'id'"),
    ],
)
def test_a_damaged_file_asks_for_a_fresh_copy(tmp_path, text, got):
    path = tmp_path / "examples.json"
    path.write_text(text)
    with pytest.raises(AutograderError) as caught:
        load_examples(path)
    said = str(caught.value)
    assert said.startswith(
        f"{path}: expected the public examples of an assignment, got {got}"
    )
    assert said.endswith("; fetch a fresh copy of this file from your course")
    assert "\n" not in said


def test_a_missing_file(tmp_path):
    with pytest.raises(AutograderError) as caught:
        load_examples(tmp_path / "examples.json")
    assert str(caught.value) == (
        f"{tmp_path}/examples.json: expected the public examples of an assignment, got "
        "No such file or directory; fetch a fresh copy of this file from your course"
    )
