import pytest

from autograder.authoring.script import Region
from autograder.errors import AuthoringError

BOTH = """\
def forward():
    ### BEGIN SOLUTION
    return 1
    ### END SOLUTION

def cost():
    ### BEGIN SOLUTION
    return 2
    ### END SOLUTION
"""


def test_regions_know_their_function_and_lines(script_of):
    script = script_of(BOTH)
    assert script.where == "solutions/week5/net.py"
    assert script.regions == (Region("forward", 2, 4), Region("cost", 7, 9))
    forward, _ = script.tree.body
    assert not script.is_solution(forward)
    assert script.is_solution(forward.body[0])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("x = (\n", [":1: expected Python, got a syntax error: '(' was never closed"]),
        (
            BOTH.replace("    ### BEGIN SOLUTION\n    return 2", "    return 2"),
            [
                ":8: expected '### BEGIN SOLUTION', got '### END SOLUTION'",
                ": cost: expected a solution region, got none",
            ],
        ),
        (
            BOTH.replace("return 1\n    ### END SOLUTION", "return 1"),
            [
                ":6: expected '### END SOLUTION', got '### BEGIN SOLUTION'",
                ": cost: expected a solution region, got none",
            ],
        ),
        (
            BOTH.removesuffix("    ### END SOLUTION\n"),
            [
                ":8: expected '### END SOLUTION', got the end of the file",
                ": cost: expected a solution region, got none",
            ],
        ),
        (
            BOTH.replace("### BEGIN SOLUTION\n    return 1", "# begin solution\n    1"),
            [
                ":2: expected '### BEGIN SOLUTION', got '# begin solution'",
                ":4: expected '### BEGIN SOLUTION', got '### END SOLUTION'",
                ": forward: expected a solution region, got none",
            ],
        ),
        (
            BOTH + "### BEGIN SOLUTION\n### END SOLUTION\n",
            [
                ":10: ### BEGIN SOLUTION: expected to be in a graded function, "
                "got one outside"
            ],
        ),
        (
            BOTH.replace("forward", "helper"),
            [
                ":2: ### BEGIN SOLUTION: expected to be in a graded function, "
                "got one in helper",
                ": forward: expected a solution region, got none",
            ],
        ),
    ],
)
def test_what_is_wrong_with_the_markers(script_of, text, problems):
    with pytest.raises(AuthoringError) as caught:
        script_of(text)
    where = "solutions/week5/net.py"
    assert [p.removeprefix(where) for p in caught.value.problems] == problems
