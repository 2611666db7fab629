import json
import sys
from dataclasses import replace
from types import ModuleType

import pytest

from autograder.authoring.notebook import notebook_text
from autograder.authoring.script import read_script
from autograder.authoring.stub import student_cells
from autograder.errors import AuthoringError


def cells_of(assignment, language="en"):
    cells = student_cells(read_script(assignment), language)
    return json.loads(notebook_text(assignment, cells, language))["cells"]


def by_id(cells):
    return {cell["id"]: cell for cell in cells}


def test_cells_and_their_names(make):
    assignment = make()
    names = [
        "markdown-1",
        "code-1",
        "forward-solution",
        "forward",
        "cost-solution",
        "cost",
        "as_handed_in",
    ]
    for language in ("en", "ko"):
        assert [cell["id"] for cell in cells_of(assignment, language)] == names


@pytest.mark.parametrize(
    ("name", "metadata"),
    [
        (
            "cost-solution",
            {
                "deletable": False,
                "nbgrader": {
                    "cell_type": "code",
                    "grade": False,
                    "grade_id": "cost-solution",
                    "locked": False,
                    "schema_version": 3,
                    "solution": True,
                    "task": False,
                },
            },
        ),
        (
            "cost",
            {
                "deletable": False,
                "editable": False,
                "nbgrader": {
                    "cell_type": "code",
                    "grade": True,
                    "grade_id": "cost",
                    "locked": True,
                    "points": 2.5,
                    "schema_version": 3,
                    "solution": False,
                    "task": False,
                },
            },
        ),
        (
            "markdown-1",
            {
                "deletable": False,
                "editable": False,
                "nbgrader": {
                    "cell_type": "markdown",
                    "grade": False,
                    "grade_id": "markdown-1",
                    "locked": True,
                    "schema_version": 3,
                    "solution": False,
                    "task": False,
                },
            },
        ),
    ],
)
def test_metadata_as_nbgrader_writes_it(make, name, metadata):
    assert by_id(cells_of(make()))[name]["metadata"] == metadata


@pytest.fixture
def execute(monkeypatch):
    """Return a function that executes a cell, and gives what it asked `check`."""

    def run(cell):
        asked = []
        package = ModuleType("autograder")
        package.check = lambda *functions, **options: asked.append((functions, options))
        monkeypatch.setitem(sys.modules, "autograder", package)
        exec("".join(cell["source"]), {"forward": "forward", "cost": "cost"})
        return asked

    return run


def test_a_grade_cell_gives_nothing_when_nbgrader_grades(make, execute, monkeypatch):
    cells = by_id(cells_of(make()))
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    for name in ("forward", "cost", "as_handed_in"):
        with pytest.raises(
            RuntimeError,
            match=r"^this notebook is graded by `autograder grade`, not by ",
        ):
            execute(cells[name])


@pytest.mark.parametrize("execution", ["validate", None])
@pytest.mark.parametrize(("language", "options"), [("en", {}), ("ko", {"lang": "ko"})])
def test_a_grade_cell_tries_the_function_above_it(
    make, execute, monkeypatch, execution, language, options
):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    if execution:
        monkeypatch.setenv("NBGRADER_EXECUTION", execution)
    cells = by_id(cells_of(make(), language))
    assert execute(cells["forward"]) == [(("forward",), options)]
    assert execute(cells["cost"]) == [(("cost",), options)]
    assert execute(cells["as_handed_in"]) == []


@pytest.mark.parametrize("there", [None, ModuleType("autograder")])
def test_a_kernel_without_this_package_is_told_what_to_do(
    make, monkeypatch, capsys, there
):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setitem(sys.modules, "autograder", there)
    exec("".join(by_id(cells_of(make()))["forward"]["source"]), {})
    assert capsys.readouterr().out == (
        "To check your work here, install the package `autograder`.\n"
    )


def test_a_grade_cell_says_what_it_is_worth(make):
    cells = by_id(cells_of(make(), "ko"))
    assert cells["cost"]["source"][0] == (
        "# Points for `cost`: 2.5. To check your work: autograder check net.ko.ipynb\n"
    )
    assert cells["as_handed_in"]["source"][0] == (
        "# Points for everything as handed in: 4. "
        "To check your work: autograder check net.ko.ipynb\n"
    )


def test_without_points_for_everything_together_there_is_no_cell_for_it(make):
    assignment = replace(make(), as_handed_in=0.0)
    assert "as_handed_in" not in by_id(cells_of(assignment))


REGION = "    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION\n"


@pytest.mark.parametrize(
    ("net", "problem"),
    [
        (
            f"def forward():\n{REGION}\ndef cost():\n{REGION}",
            "week5: expected one graded function in a cell, got forward, cost",
        ),
        (
            f"def forward():\n{REGION}\n# %%\ndef cost():\n{REGION}\n"
            f"# %%\ndef forward():\n{REGION}",
            "week5: expected one cell for each graded function, "
            "got two for forward, forward-solution",
        ),
    ],
)
def test_each_graded_function_has_a_cell_of_its_own(make, net, problem):
    with pytest.raises(AuthoringError) as caught:
        cells_of(make(net_py=net))
    assert caught.value.problems == (problem,)
