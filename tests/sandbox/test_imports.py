from __future__ import annotations

import importlib
import sys
import types

import pytest

from autograder.sandbox.imports import Finder, PlaceholderModule
from autograder.sandbox.placeholder import Placeholder


def run(module: types.ModuleType, text: str) -> None:
    exec(text, module.__dict__)


@pytest.fixture
def finder():
    """A finder as the worker has it; the interpreter is put back afterwards."""
    modules = dict(sys.modules)
    siblings = {
        "homework_helpers": "SIZE = 3\ndef double(x): return 2 * x",
        "broken_sibling": "raise KeyError('no')",
        "random": "SIZE = 3",
        "colorsys": "SIZE = 3",
    }
    made = Finder({"relu": "the given relu"}, siblings, run)
    sys.meta_path.append(made)
    yield made
    sys.meta_path.remove(made)
    for name in set(sys.modules) - set(modules):
        del sys.modules[name]
    sys.modules.update(modules)


def imported(name: str) -> types.ModuleType:
    return importlib.import_module(name)


def test_a_sibling_is_found_and_executed_once(finder):
    module = imported("homework_helpers")
    assert (module.SIZE, module.double(2)) == (3, 4)
    assert imported("homework_helpers") is module


def test_a_sibling_that_raises_raises(finder):
    with pytest.raises(KeyError):
        imported("broken_sibling")


def test_what_python_has_is_never_shadowed(finder):
    assert hasattr(imported("random"), "randint")
    assert hasattr(imported("colorsys"), "rgb_to_hsv")


@pytest.mark.parametrize("name", ["surely_missing", "surely_missing.a.b"])
def test_a_missing_module_is_inert(finder, name):
    module = imported(name)
    assert isinstance(module, PlaceholderModule)
    assert isinstance(module.anything.at.all(1), Placeholder)
    assert repr(module.plot) == f"<{name}.plot is not available here>"


def test_submodules_of_a_missing_module_are_modules(finder):
    imported("surely_missing.pyplot")
    assert sys.modules["surely_missing"].pyplot is sys.modules["surely_missing.pyplot"]


def test_given_names_are_in_every_missing_module(finder):
    assert imported("dnn_utils_v2").relu == "the given relu"
    scope: dict[str, object] = {}
    exec("from dnn_utils_v3 import *", scope)
    assert scope["relu"] == "the given relu"


def test_special_names_are_missing(finder):
    with pytest.raises(AttributeError):
        imported("surely_missing").__all__  # noqa: B018


@pytest.mark.parametrize("name", ["numpy.surely_missing", "xml.surely_missing"])
def test_missing_parts_of_what_is_there_are_missing(finder, name):
    with pytest.raises(ModuleNotFoundError):
        imported(name)


def test_in_a_try_what_is_missing_is_missing(finder):
    finder.strict = True
    with pytest.raises(ModuleNotFoundError):
        imported("surely_missing")
    assert imported("homework_helpers").SIZE == 3


@pytest.mark.parametrize(
    "text",
    [
        "from tqdm import tqdm; found = list(tqdm(range(3), desc='training'))",
        "from tqdm.notebook import tqdm; found = list(tqdm(range(3)))",
        "import tqdm; found = list(tqdm.trange(3))",
    ],
)
def test_a_loop_with_a_progress_bar_runs(finder, text):
    namespace = {}
    exec(text, namespace)
    assert namespace["found"] == [0, 1, 2]
