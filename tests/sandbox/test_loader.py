"""Loading, which happens in the worker, in process; the interpreter is put back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from autograder.sandbox.loader import MAX_PROBLEMS, Loader
from autograder.sandbox.placeholder import Placeholder
from autograder.sandbox.protocol import Load, Loaded, Problem

GIVEN = """\
import numpy as np
SCALE = 2
def relu(Z):
    return SCALE * np.maximum(0, Z)
def _hidden():
    return 0
"""


class Submission:
    """A loaded submission, what was announced, and which functions were wrapped."""

    def __init__(self, cells: tuple[str, ...], details: dict[str, Any]) -> None:
        details.setdefault("functions", {"f": ["x"], "g": ["x"]})
        request = Load(
            cells=[(f"cell {n}", text) for n, text in enumerate(cells, 1)],
            modules=details.pop("modules", {}),
            given=details.pop("given", GIVEN),
            aliases=details.pop("aliases", {}),
            skip=details.pop("skip", []),
            **details,
        )
        self.announced: list[int] = []
        self.wrapped: list[str] = []
        self.loader = Loader(request, self._dispatch, self.announced.append)
        self.loaded: Loaded = self.loader.load()

    def _dispatch(self, name: str) -> Callable[[Any], Any]:
        def wrap(function: Any) -> Any:
            self.wrapped.append(name)
            return function

        return wrap

    def __getattr__(self, name: str) -> Any:
        return self.loader.module.__dict__[name]

    @property
    def problems(self) -> list[tuple[str, int, str, str]]:
        return [(p.kind, p.line, p.name, p.text) for p in self.loaded.problems]


@pytest.fixture
def load():
    modules, finders = dict(sys.modules), list(sys.meta_path)

    def restore() -> None:
        sys.meta_path[:] = finders
        for name in set(sys.modules) - set(modules):
            del sys.modules[name]
        sys.modules.update(modules)

    def load(*cells: str, **details: Any) -> Submission:
        restore()  # each submission has a worker of its own
        return Submission(cells, details)

    yield load
    restore()


def test_definitions_are_executed_and_training_is_not(load):
    student = load(
        "import numpy as np",
        "def f(x):\n    return K * g(x)\nK = 2",
        "def g(x):\n    return x + 1",
        "costs = train()\nfor i in range(10**10):\n    f(i)\nprint(f(3) / 0)",
    )
    assert student.loaded == Loaded(["f", "g"], [], [])
    assert student.f(3) == 8
    assert student.wrapped == ["f", "g"]
    assert "costs" not in vars(student.loader.module)


def test_everything_is_executed_when_asked_for(load):
    student = load("seen = []\nseen.append(1)\n1 / 0\nseen.append(2)", everything=True)
    assert student.seen == [1, 2]
    assert student.problems == [("error", 3, "", "ZeroDivisionError: division by zero")]


def test_given_names_are_there_before_anything_else(load):
    student = load("def f(x): return relu(x)")
    assert student.f(3) == 6
    assert "_hidden" not in vars(student.loader.module)


@pytest.mark.parametrize(
    "text",
    [
        "from given import *",
        "from given import relu",
        "import given\nrelu = given.relu",
        "from dnn_utils_v2 import relu",
        "from dnn_utils_v2 import *",
        "from course.week5.dnn_utils import relu",
        "import testCases, dnn_utils\nrelu = dnn_utils.relu",
        "from .dnn_utils import relu",
        "",
    ],
)
def test_given_functions_are_found_under_any_module_name(load, text):
    student = load(text, "def f(x): return relu(x)")
    assert student.f(1) == 2


def test_what_is_missing_is_inert(load):
    student = load(
        "import no_plots.pyplot as plt\nimport torch\nfrom fastprogress import bar\n"
        "from numpy import surely_missing\nimport xml.missing as xm",
        """
def f(x):
    fig, (left, right) = plt.subplots(1, 2)
    with plt.style.context("dark"):
        left.plot([x]); plt.show()
    for axis in fig.axes:
        axis.set_title("a")
    plt.rcParams["a"] = 1
    if torch.cuda.is_available():
        x = 0
    return x
""",
    )
    assert student.f(5) == 5
    assert isinstance(student.bar, Placeholder)
    assert isinstance(student.surely_missing, Placeholder)
    assert isinstance(student.xm, Placeholder)
    assert [(kind, line) for kind, line, *_ in student.problems] == [
        ("error", 4),
        ("error", 5),
    ]


def test_a_name_that_could_not_be_imported_keeps_what_it_was(load):
    student = load("def g(x): return 7\nfrom numpy import g\ndef f(x): return g(x)")
    assert student.f(1) == 7


def test_a_fallback_for_a_missing_module_is_run(load):
    student = load(
        "try:\n    import missing_scipy as sp\nexcept ImportError:\n    sp = None\n"
        "try:\n    from surely_missing import expit\n"
        "except ImportError:\n    def expit(x):\n        return x\n"
        "else:\n    def expit(x):\n        return 0\n"
        "finally:\n    K = 2\n"
        "def f(x): return K * expit(x), sp",
    )
    assert student.f(4) == (8, None)
    assert student.problems == []


def test_a_sibling_in_a_try_does_not_end_the_try(load):
    student = load(
        "try:\n    import helper\n    import surely_missing\n"
        "except ImportError:\n    K = 1\ndef f(x): return K",
        modules={"helper": "import plotting_that_is_missing"},
    )
    assert student.f(0) == 1


@pytest.mark.parametrize(
    "text",
    [
        "sigmoid = lambda z: z + 1\ndef f(x): return sigmoid(x)",
        "def act(z): return z + 1\nTABLE = {'a': act}\ndef f(x): return TABLE['a'](x)",
        "def act(z): return z + 1\nT = {}\nT['a'] = act\ndef f(x): return T['a'](x)",
        "def act(z): return z + 1\nT = {}\nT |= {'a': act}\ndef f(x): return T['a'](x)",
        "def act(z): return z + 1\nalso = act\ndef f(x): return also(x)",
        "def act(z): return z + 1\ndef f(x, a=act): return a(x)",
        "class Net:\n    bias = 1\n    def run(self, x): return x + self.bias\n"
        "net = Net()\ndef f(x): return net.run(x)",
        "K: 'missing[' = 1\ndef f(x: missing = 0) -> missing(1): return x + K",
        "if True:\n    def f(x): return x + 1\nelse:\n    def f(x): return 0",
        "NO = 0\nif NO:\n    K = 9\nelif not NO:\n    K = 1\ndef f(x): return x + K",
        "from __future__ import annotations\ndef f(x: y): return x + 1",
        "def wrap(h): return h\n@wrap\ndef f(x): return x + 1",
        "import functools\n@functools.lru_cache(None)\ndef f(x): return x + 1",
    ],
)  # fmt: skip
def test_what_a_graded_function_needs_is_there(load, text):
    student = load(text)
    assert student.f(3) == 4
    assert student.problems == []


@pytest.mark.parametrize(
    "decorator", ["1 / 0", "missing_name", "njit", "njit(parallel=True)", "numba.jit"]
)
def test_a_decorator_that_fails_is_left_out(load, decorator):
    student = load(
        f"from surely_missing import njit\nimport numba_is_missing as numba\n"
        f"@{decorator}\ndef f(x):\n    return x + 1\n"
        f"@{decorator}\ndef helper(x):\n    return x + 1"
    )
    assert (student.f(1), student.helper(1)) == (2, 2)
    assert student.problems == [
        ("undecorated", 4, "f", ""),
        ("undecorated", 7, "helper", ""),
    ]
    assert student.wrapped[-1] == "f"


def test_what_fails_without_its_decorator_too_is_reported(load):
    student = load("@missing\ndef f(x=1 / 0):\n    return x")
    assert student.loaded.defined == []
    assert student.problems == [
        ("undecorated", 2, "f", ""),
        ("error", 2, "f", "ZeroDivisionError: division by zero"),
    ]


def test_a_bad_statement_loses_only_itself(load):
    student = load(
        "K = 1 / 0\nL = 2\nimport numpy.surely_missing",
        "def g(x=missing): return x",
        "def f(x): return L * x\ndef unused(): return K",
        functions={"f": ["x"], "g": ["x"], "unused": []},
    )
    assert student.f(1) == 2
    assert student.problems[0] == (
        "error",
        1,
        "",
        "ZeroDivisionError: division by zero",
    )
    assert student.problems[2] == (
        "error", 1, "g", "NameError: name 'missing' is not defined",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("error", "text"),
    [
        ("SystemExit(3)", "SystemExit: 3"),
        ("KeyboardInterrupt()", "KeyboardInterrupt: "),
        ("ValueError('\\ud800')", "ValueError: ?"),
        ("ValueError('x' * 500)", "ValueError: " + "x" * 188),
        ("Mute()", "Mute: "),
    ],
)
def test_whatever_a_statement_raises_is_reported(load, error, text):
    student = load(
        "class Mute(BaseException):\n    def __str__(self): raise self\n"
        f"def fail(): raise {error}\nK = fail()\nL = 2\ndef f(x): return L, K"
    )
    assert student.L == 2
    assert student.problems == [("error", 4, "", text)]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("def g(a, a): pass", 1, "duplicate argument 'a' in function definition"),
        ("def g():\n    z = 1\n    global z", 3,
         "name 'z' is assigned to before global declaration"),
        ("def g():\n    break", 2, "'break' outside loop"),
    ],
)  # fmt: skip
def test_what_parses_and_is_not_python_is_a_syntax_problem(load, text, line, reason):
    student = load(f"{text}\nK = 3\ndef f(x): return K")
    assert student.loaded.defined == ["f"]
    assert student.f(0) == 3
    assert student.problems == [("syntax", line, "g", reason)]


@pytest.mark.parametrize("branches", [100, 500, 5000])
def test_a_statement_that_is_too_deep_loses_only_itself(load, branches):
    chain = "if x:\n    K = 0\n" + "elif x:\n    K = 1\n" * branches
    student = load(f"x = 1\n{chain}", "def f(x): return x")
    assert student.f(7) == 7
    assert len(student.problems) == (branches > 100)


def test_an_unreadable_cell_loses_only_itself(load):
    student = load(
        "%matplotlib inline\n!pip install x\nfrom IPython.display import Image",
        "get_ipython().run_line_magic('matplotlib', 'inline')\ndisplay(1)",
        "def g(x:\n    return x",
        "%%time\ndef f(x):\n    display(x)\n    return x\n",
        "x = '''",
        "\0",
    )
    assert student.loaded.defined == ["f"]
    assert student.f(2) == 2
    assert [(p.label, *rest) for p, rest in zip(
        student.loaded.problems, student.problems, strict=True
    )] == [
        ("cell 3", "syntax", 1, "g", "'(' was never closed"),
        ("cell 5", "syntax", 1, "x",
         "unterminated triple-quoted string literal (detected at line 1)"),
        ("cell 6", "syntax", 1, "", "source code string cannot contain null bytes"),
    ]  # fmt: skip


def test_a_later_definition_replaces_an_earlier_one(load):
    student = load("def f(x):\n    return 1", "\ndef f(x):\n    return 2\nf(1)")
    assert student.f(0) == 2
    assert student.loaded.problems == [
        Problem("redefined", "cell 2", 2, "f", "cell 1, line 1")
    ]


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("x = 1", True),
        ("return", True),
        ("pass", True),
        ("return x", False),
        ("return None", False),
        ("raise NotImplementedError", False),
        ("if x:\n        return x", False),
        ("def inner():\n        return 1\n    inner()", True),
        ("class A:\n        def m(self): return 1", True),
        ("y = lambda: 1", True),
        ("yield x", True),
    ],
)
def test_functions_without_return(load, body, missing):
    student = load(f"def f(x):\n    {body}\n")
    assert student.loaded.no_return == (["f"] if missing else [])


def test_an_alias_is_known_by_its_own_name(load):
    student = load("def my_f(x):\n    return 5", aliases={"my_f": "f"})
    assert student.loaded.defined == ["f"]
    assert student.wrapped == ["f"]
    assert student.loader.find("f")(0) == 5
    assert student.loader.find("my_f")(0) == 5


@pytest.mark.parametrize(
    "text", ["f = 3", "f = None", "import f", "from missing import f"]
)
def test_what_cannot_be_called_is_not_defined(load, text):
    student = load(text)
    assert student.loaded.defined == []
    assert student.loader.find("f") is None


def test_siblings_are_loaded_from_memory(load):
    student = load(
        "from helper import double as d, SIZE\nimport constants as c\n"
        "def f(x): return d(x) + SIZE + c.DEPTH",
        modules={
            "helper": "import other\nSIZE = 10\nUNUSED = 1 / 0\nprint(1 / 0)\n"
            "def double(x): return other.two() * x",
            "other": "def two(): return TWO\nTWO = 2",
            "constants": "DEPTH = 100",
        },
    )
    assert student.f(1) == 112
    assert student.problems == []


@pytest.mark.parametrize("text", ["from helper import f", "from helper import *"])
def test_a_graded_function_may_stand_in_a_sibling(load, text):
    student = load(text, modules={"helper": "def f(x): return x + K\nK = 1"})
    assert student.loaded.defined == ["f"]
    assert student.wrapped == ["f"]
    assert student.f(1) == 2


def test_a_broken_sibling_keeps_its_other_functions(load):
    student = load(
        "from helper import f",
        modules={"helper": "def g(x:\n    pass\ndef f(x): return 1"},
    )
    assert student.f(1) == 1
    assert student.loaded.problems == [
        Problem("syntax", "helper.py", 1, "g", "'(' was never closed")
    ]


@pytest.mark.parametrize("name", ["random", "numpy", "json", "colorsys", "test"])
def test_siblings_never_shadow_what_python_has(load, name):
    student = load(
        "import random, numpy, json, colorsys\n"
        "def f(x): return numpy.ones(1), random.random(), json.dumps(x)",
        modules={name: "1 / 0\ndef ones(n): return 'shadowed'"},
    )
    assert student.f(1)[0].tolist() == [1.0]
    assert student.f(1)[2] == "1"


@pytest.mark.parametrize("name", ["student", "helper", "main", "solution"])
def test_siblings_may_have_any_other_name(load, name):
    student = load(f"from {name} import f", modules={name: "def f(x): return 3"})
    assert student.f(0) == 3


def test_siblings_may_import_each_other_in_a_circle(load):
    student = load(
        "import a\ndef f(x): return a.g(x)",
        modules={
            "a": "import b\ndef g(x): return b.h(x)",
            "b": "import a\ndef h(x): return 3",
        },
    )
    assert student.f(0) == 3


STEPS = (
    "import helper\nA = helper.one\ndef plain(x=1): return A\nB = A\ndef f(x): return B"
)


def test_what_may_not_return_is_announced_before(load):
    student = load(STEPS, modules={"helper": "C = 1\none = 1\ndef two(): pass"})
    # 1 import, 2 one and 3 two in it, 4 A, 5 plain, 6 B, 7 f
    assert student.announced == [1, 2, 4, 6]


def test_numbers_of_statements_do_not_depend_on_what_is_skipped(load):
    modules = {"helper": "C = 1\none = 1\ndef two(): pass"}
    student = load(STEPS, modules=modules, skip=[4])
    assert student.announced == [1, 2, 6]
    assert ("lost", 2, "", "") in student.problems
    assert ("error", 4, "", "NameError: name 'A' is not defined") in student.problems
    again = load(STEPS, modules=modules, skip=[4, 6])
    assert [p[:2] for p in again.problems] == [("lost", 2), ("lost", 4)]


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("def f(x=1, *, y='a'): return x", []),
        ("def f(x=forever()): return x", [1]),
        ("def f(*, x=forever()): return x", [1]),
        ("@forever\ndef f(x): return x", [1]),
        ("f = lambda: 1", [1]),
        ("class A: pass", [1]),
        ("if forever():\n    def f(x): return x", [1]),
        ("import a_missing_module", [1]),
    ],
)
def test_only_a_plain_definition_surely_returns(load, text, announced):
    assert load(text).announced == announced


def test_a_few_problems_stand_for_many(load):
    student = load("\n".join(f"def a{n}(x:" for n in range(99)))
    assert len(student.loaded.problems) == MAX_PROBLEMS


def test_main_is_not_run(load):
    student = load(
        "def f(x): return 1\nif __name__ == '__main__':\n    import this_fails"
    )
    assert student.loaded == Loaded(["f"], [], [])
