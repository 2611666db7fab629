import pytest

from autograder.authoring.probes import (
    NOTHING,
    mistaken,
    nothing_text,
    reference_text,
    submission_of,
)
from autograder.model import Cell
from tests.authoring.conftest import NET, YAML

MISTAKES = """\
from net import cost, forward

from autograder.course.mistakes import mistake
"""


def test_the_reference(make):
    assignment = make()
    submission = submission_of(assignment, reference_text(assignment))
    assert submission.cells == (Cell("net.py", NET),)
    assert submission.modules == {}
    assert submission.problem is None


def test_the_references_of_other_assignments_lie_beside_it(make):
    make()
    uses = "\nuses: {week5: [forward]}\n"
    yaml = YAML.replace("module: net", "module: two").replace("Tiny", "Other")
    yaml = yaml.replace("  forward: {points: 9, returns: [Z, cache]}\n", "")
    two = make("week6", assignment_yaml=yaml + uses, two_py=NET, test_two_py="")
    submission = submission_of(two, "x = 1\n", {"wrong": "y = 2\n"})
    assert submission.modules == {"net": NET, "wrong": "y = 2\n"}


@pytest.mark.parametrize("kind", NOTHING)
def test_nothing(make, kind):
    text = nothing_text(make(), kind)
    assert text.startswith(NET)
    compile(text, "net.py", "exec")


def test_a_mistake_takes_the_place_of_its_function(make):
    text, modules = mistaken(make(mistakes_py=MISTAKES), "cost", "cost_sums")
    assert text == f"{NET}\nfrom wrong import cost_sums\ncost = cost_sums\n"
    assert modules == {
        "right": NET,
        "wrong": "def mistake(*_, **__):\n    return lambda function: function\n"
        "from right import cost, forward\n\n\n",
    }
