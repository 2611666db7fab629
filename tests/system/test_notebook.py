"""The released notebooks in a real kernel: what students see as they work."""

import ast
import shutil
import sys
from pathlib import Path

import pytest

from autograder.course.assignment import read_assignment

ROOT = Path(__file__).parents[2]
SLUG = "week5_deep_network"
FUNCTIONS = list(read_assignment(ROOT / "solutions" / SLUG).functions)
SLUGS = sorted(path.parent.name for path in ROOT.glob("solutions/*/assignment.yaml"))

pytestmark = pytest.mark.system


def said_in(cell):
    """Return what a cell printed and displayed, as a terminal would show it."""
    return "".join(
        output.text if "text" in output else output.data["text/plain"] + "\n"
        for output in cell.outputs
    )


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
            cell.id: said_in(cell) for cell in notebook.cells if cell.id in FUNCTIONS
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


def bodies_of(assignment):
    """Return the source of every function of the reference."""
    path = assignment.folder / f"{assignment.module}.py"
    text = path.read_text(encoding="utf-8")
    return {
        node.name: ast.get_source_segment(text, node)
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_every_assignment_can_be_worked_through(tmp_path, slug):
    """Fill in, run all cells: no error, and every function passes its examples."""
    nbclient, nbformat = map(pytest.importorskip, ("nbclient", "nbformat"))
    assignment = read_assignment(ROOT / "solutions" / slug)
    folder = shutil.copytree(ROOT / "assignments" / slug, tmp_path / slug)
    for used in assignment.uses:  # what the student wrote before
        other = read_assignment(ROOT / "solutions" / used)
        shutil.copy(other.folder / f"{other.module}.py", folder)
    notebook = nbformat.read(folder / f"{assignment.module}.ipynb", as_version=4)
    bodies = bodies_of(assignment)
    for cell in notebook.cells:
        if cell.id.endswith("-solution"):
            cell.source = bodies[cell.id.removesuffix("-solution")]
    place = {"metadata": {"path": str(folder)}}
    nbclient.NotebookClient(notebook, timeout=300, resources=place).execute()
    said = {
        cell.id: said_in(cell)
        for cell in notebook.cells
        if cell.id in assignment.functions
    }
    assert list(said) == list(assignment.functions)
    assert not [text for text in said.values() if "✗" in text]
    assert [text for text in said.values() if "✓" in text]
