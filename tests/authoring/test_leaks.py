import json
from dataclasses import replace

import pytest

from autograder.authoring.leaks import Solved, leaks, solution_statements
from autograder.authoring.script import read_script

SAID = (
    "assignments/week5/{file}: expected nothing of a solution, "
    "got 'Z = np.dot(W, A) + b' (solutions/week5/net.py:18)"
)


@pytest.fixture
def solved(make):
    assignment = make()
    return Solved(assignment, read_script(assignment))


def test_what_must_not_be_released(solved):
    assert solution_statements(solved.script) == {
        "Z = np.dot(W, A) + b": 18,
        "np.all(AL > 0) and np.all(AL < 1)": 29,
        "total = np.sum(np.abs(AL - Y), axis=1)": 30,
        "return float(total / m)": 31,
    }


COMPOUND = """\
def forward(A):
    known = something_long(A, 1)
    ### BEGIN SOLUTION
    known = something_long(A, 1)
    with np.errstate(divide="ignore") as state:
        for index in range(1, len(A) // 2):
            while index < len(A) and index > 2:
                short = 1
    match function_of(A, "long enough"):
        case 1:
            pass
    ### END SOLUTION

def cost():
    ### BEGIN SOLUTION
    return 1
    ### END SOLUTION
"""


def test_headers_of_compound_statements_count_and_what_stands_outside_does_not(
    script_of,
):
    assert list(solution_statements(script_of(COMPOUND))) == [
        "np.errstate(divide='ignore')",
        "range(1, len(A) // 2)",
        "index < len(A) and index > 2",
        "function_of(A, 'long enough')",
    ]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("net.py", "def f():\n    Z = np.dot(W, A) + b\n"),
        ("net.py", "Z=np.dot( W,A )+b"),
        ("net.py", "Z = (np.dot(W,\n    A)) + (b)"),
        ("net.py", "# Z = np.dot(W, A) + b\n"),
        ("net.py", '"""Doc.\n\n    Z = np.dot(W, A) + b\n"""\n'),
        ("given.py", "def linear(A, W, b):\n    Z = np.dot(W, A) + b\n    return Z\n"),
        ("README.md", "Text.\n\n```python\nZ = ((np.dot(W, A)) + b)\n```\n"),
        ("README.md", "Write `Z = np.dot(W, A) + b`.\n"),
        ("examples.json", '{"title": "Z = np.dot(W, A) + b"}'),
        (
            "net.ipynb",
            json.dumps({"cells": [{"source": ["x\n", "Z = (np.dot(W, A)) + b"]}]}),
        ),
        (
            "net.ipynb",
            json.dumps({"cells": [{"source": "%time Z = np.dot(W, A) + b"}]}),
        ),
    ],
)
def test_a_statement_is_found_however_it_is_written(solved, file, text):
    assert leaks(solved.assignment, {file: text}, [solved]) == [SAID.format(file=file)]


@pytest.mark.parametrize("text", ["# return Z, (A, W, b)", "return (Z, (A, W, b))"])
def test_a_tuple_is_found_with_parentheses_and_without(make, text):
    body = "    ### BEGIN SOLUTION\n    return Z, (A, W, b)\n    ### END SOLUTION\n"
    assignment = make(net_py=f"def forward():\n{body}\ndef cost():\n{body}")
    entry = Solved(assignment, read_script(assignment))
    assert leaks(assignment, {"net.py": text}, [entry]) == [
        "assignments/week5/net.py: expected nothing of a solution, "
        "got 'return (Z, (A, W, b))' (solutions/week5/net.py:3)"
    ]


def test_what_gives_nothing_away(solved):
    text = "Z = np.dot(V, A) + b\ncache = (A, W, b)\nm = Y.shape[1]\n"
    assert leaks(solved.assignment, {"net.py": text}, [solved]) == []


def test_a_release_must_not_hold_the_solution_of_another_assignment(solved, make):
    other = make("week6")
    course = [solved, Solved(other, read_script(other))]
    files = {"net.py": "return float(total / m)"}
    assert leaks(other, files, course) == [
        "assignments/week6/net.py: expected nothing of a solution, "
        f"got 'return float(total / m)' (solutions/{slug}/net.py:31)"
        for slug in ("week5", "week6")
    ]


def test_exceptions_are_listed(solved):
    allowed = ("Z = np.dot(W, A) + b", "forward")
    released = replace(solved.assignment, allowed_in_release=allowed)
    text = "def forward(A, W, b):\n    Z = np.dot(W, A) + b\n"
    assert leaks(released, {"given.py": text}, [solved]) == []


@pytest.mark.parametrize(
    "text",
    [
        "\ndef cost(): ...\n",
        "\nclass cost: ...\n",
        "\ncost = abs\n",
        "\nmean_cost = abs\n",
    ],
)
def test_no_graded_function_is_given(solved, text):
    cost = replace(solved.assignment.functions["cost"], aliases=("mean_cost",))
    functions = {**solved.assignment.functions, "cost": cost}
    entry = replace(solved, assignment=replace(solved.assignment, functions=functions))
    name = "mean_cost" if "mean" in text else "cost"
    assert leaks(entry.assignment, {"given.py": text}, [entry]) == [
        f"assignments/week5/given.py:2: expected no graded function, "
        f"got {name} of week5"
    ]


def test_what_else_is_given_is_nobodys_business(solved):
    text = "import numpy as np\nx.y = (a, b) = 1, 2\nEPSILON = 1e-7\n"
    assert leaks(solved.assignment, {"given.py": text}, [solved]) == []
