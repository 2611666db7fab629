"""The released notebooks in a real kernel: what students see as they work."""

import shutil
import sys
from pathlib import Path

import pytest

from autograder.course.assignment import read_assignment

ROOT = Path(__file__).parents[2]
SLUG = "week5_deep_network"
FUNCTIONS = list(read_assignment(ROOT / "solutions" / SLUG).functions)

pytestmark = pytest.mark.system


@pytest.fixture
def executed(tmp_path):
    """Return a function that fills a notebook in and runs every cell of it."""
    nbclient, nbformat = map(pytest.importorskip, ("nbclient", "nbformat"))
    folder = shutil.copytree(ROOT / "assignments" / SLUG, tmp_path / SLUG)

    def execute(name, first="", solved=True):
        notebook = nbformat.read(folder / name, as_version=4)
        solution = ROOT / "examples" / "submissions" / "right_new_naming"
        for cell in notebook.cells:
            if solved and cell.id.endswith("-solution"):
                cell.source = (solution / "deep_network.py").read_text("utf-8")
        notebook.cells.insert(0, nbformat.v4.new_code_cell(first))
        place = {"metadata": {"path": str(folder)}}
        nbclient.NotebookClient(notebook, timeout=120, resources=place).execute()
        return {
            cell.id: "".join(output.get("text", "") for output in cell.outputs)
            for cell in notebook.cells
            if cell.id in FUNCTIONS
        }

    return execute


@pytest.mark.parametrize("name", ["deep_network.ipynb", "deep_network.ko.ipynb"])
def test_the_cell_below_a_right_function_says_so(executed, name):
    assert executed(name) == {name: f"✓ {name}\n" for name in FUNCTIONS}
    assert len(FUNCTIONS) == 10


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("deep_network.ipynb", "`{}` is not written yet"),
        ("deep_network.ko.ipynb", "`{}`의 코드가 아직 작성되지 않았습니다."),
    ],
)
def test_every_cell_runs_before_anything_is_written(executed, name, said):
    assert executed(name, solved=False) == {
        name: f"✗ {name}\n    {said.format(name)}\n" for name in FUNCTIONS
    }


def test_a_kernel_without_this_package(executed):
    first = "import sys; sys.modules['autograder'] = None"
    said = "To check your work here, install the package `autograder`.\n"
    assert executed("deep_network.ipynb", first) == dict.fromkeys(FUNCTIONS, said)


def test_the_kernel_runs_this_interpreter(executed):
    """Else the tests above would test another package."""
    text = "import sys; assert sys.executable == "
    executed("deep_network.ipynb", text + repr(sys.executable), solved=False)
