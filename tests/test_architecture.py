"""The house rules that ARCHITECTURE.md states: who imports whom, and sizes."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "autograder"
BASE = {"errors", "values", "messages", "model"}
MAY_IMPORT = {
    "errors": set(),
    "values": set(),
    "messages": set(),
    "model": {"messages", "values"},
    "jupyter": {"errors"},
    "sandbox": {"errors", "values"},
    "checks": BASE,
    "course": BASE | {"checks"},
    "intake": BASE,
    "grading": BASE | {"sandbox", "checks", "course", "intake"},
    "authoring": BASE | {"checks", "course", "intake", "grading", "jupyter"},
    "reports": BASE | {"checks", "course"},
    "gradebook": BASE | {"checks", "course", "intake", "jupyter", "quizzes", "reports"},
    "quizzes": BASE | {"checks", "course", "intake", "jupyter", "reports", "sandbox"},
    "cli": BASE
    | {"checks", "course", "intake", "grading", "authoring", "reports", "quizzes"}
    | {"gradebook", "sandbox"},
    "__main__": {"cli"},
    "__init__": {"cli"},  # when it is asked for: see tests/test_package.py
}
MAX_MODULE = 300
TYPICAL_MODULE = 150
MAX_FUNCTION = 40
TYPICAL_FUNCTION = 15
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "templates" not in p.parts)


def name_of(path):
    return str(path.relative_to(PACKAGE))


def room(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path):
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "autograder":
            names = [f"autograder.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        else:
            continue
        found |= {n.split(".")[1] for n in names if n.startswith("autograder.")}
    return found - {room(path)}


def function_lengths(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            start = node.body[0]
            if ast.get_docstring(node):
                start = node.body[min(1, len(node.body) - 1)]
            yield node.name, node.end_lineno - start.lineno + 1


def median(numbers):
    numbers = sorted(numbers)
    return numbers[len(numbers) // 2]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path):
    assert imported_rooms(path) <= MAY_IMPORT[room(path)]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_fits_in_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_fits_on_a_screen(path):
    assert [f for f in function_lengths(path) if f[1] > MAX_FUNCTION] == []


def test_typical_sizes():
    lines = [len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES]
    assert median(lines) <= TYPICAL_MODULE
    assert (
        median(n for p in MODULES for _, n in function_lengths(p)) <= TYPICAL_FUNCTION
    )


def test_only_the_worker_parses_or_executes_student_code():
    """`ast`, `exec`, `compile` and `eval` stay where student code is confined."""
    allowed = {"sandbox/loader.py", "sandbox/slicing.py", "sandbox/source.py"}
    allowed |= {name_of(p) for p in MODULES if room(p) in {"authoring", "course"}}
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {
            n.func.id
            for n in ast.walk(tree)
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
        }
        uses = called & {"exec", "eval", "compile", "__import__"}
        assert not uses or name_of(path) in allowed, path


def test_pickle_crosses_no_border_of_the_sandbox():
    for path in (PACKAGE / "sandbox").glob("*.py"):
        if path.name != "zygote.py":  # preloads it for student code
            assert "pickle" not in path.read_text(encoding="utf-8").replace(
                "no pickle", ""
            )


def test_tests_mirror_the_rooms():
    """A file tests/<room>/test_<module>.py tests a module of that room."""
    rooms = {room(path) for path in MODULES}
    files = [p for r in rooms for p in (ROOT / "tests" / r).glob("test_*.py")]
    assert len(files) > len(rooms)
    for path in files:
        module = path.stem.removeprefix("test_")
        assert (PACKAGE / path.parent.name / f"{module}.py").is_file(), path
