from __future__ import annotations

import random
import types

import numpy as np
import pytest

from autograder.checks.feedback import render_text
from autograder.course.examples import ExampleFile, RecordedExample, load_examples
from autograder.grading import in_kernel
from autograder.grading.in_kernel import Kernel, try_in_kernel
from autograder.grading.self_check import check_file
from autograder.messages import Text
from autograder.sandbox.proxy import Returned
from autograder.sandbox.question import Question
from autograder.values import GivenFunction, Opaque, Raised

NEEDED = Text("Two numbers", "두 수")
DOUBLES = "def double(x):\n    return 2 * x\n"
QUADRUPLES = "def quadruple(x):\n    return double(double(x))\n"
IDENTITY = "def double(x):\n    return x\n"


def example(function, expected, **args):
    return RecordedExample(
        f"test_{function}", function, NEEDED, args, "matches", {"expected": expected}
    )


EXAMPLES = ExampleFile(
    slug="tiny",
    module="tiny",
    functions={"double": "y", "quadruple": "z", "other": "o"},
    calls={"double": (), "quadruple": ("double", "of_another_week"), "other": ()},
    optional={},
    examples=(
        example("double", np.array([2.0, 5.0, 7.0]), x=np.array([1.0, 2.5, 3.5])),
        example("quadruple", np.array([4.0, 10.0, 14.0]), x=np.array([1.0, 2.5, 3.5])),
    ),
)


@pytest.fixture
def kernel(tmp_path, monkeypatch):
    """Return a function that defines what a notebook does, in a namespace."""
    monkeypatch.setattr(in_kernel, "_given", lambda: types.ModuleType("given"))

    def define(text, name="tiny.py"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        namespace = {"__name__": "__main__", "np": np}
        exec(compile(text, str(file), "exec"), namespace)
        return namespace

    return define


def functions_of(namespace):
    return {name: namespace[name] for name in EXAMPLES.functions if name in namespace}


def try_in(namespace, *wanted, language="en"):
    functions = functions_of(namespace)
    return try_in_kernel(EXAMPLES, functions, wanted, namespace, language)


def said(results, function):
    (check,) = results[function].checks
    return check.feedback and render_text(check.feedback, "en")


def ask(namespace, function, *args, seed=0):
    kernel = Kernel(functions_of(namespace), namespace, {})
    return kernel.call(Question(function, args, seed), None)


def test_right_functions(kernel):
    results = try_in(kernel(DOUBLES + QUADRUPLES), "quadruple", "double")
    assert list(results) == ["quadruple", "double"]
    assert [said(results, name) for name in results] == [None, None]
    assert results["double"].checks[0].title == "Two numbers"


def test_a_function_without_examples(kernel):
    assert try_in(kernel("def other(): pass"), "other")["other"].checks == ()


def test_a_cause_that_is_verified_is_told(kernel):
    namespace = kernel("def double(x):\n    return 4 * x\n")
    text = said(try_in(namespace, "double"), "double")
    assert text.splitlines()[0] == "`y` has the right shape but 3 of 3 values differ"
    assert text.splitlines()[-2:] == [
        "  cause: every entry is twice the expected one",
        "  call: double(x), x (3,)",
    ]


@pytest.mark.parametrize(
    ("text", "feedback"),
    [
        (
            "def double(x):\n    y = 2 * x\n",
            "`double` returned None; expected y\n"
            "  cause: the function has no `return` statement\n"
            "  call: double(x), x (3,)",
        ),
        (
            "double = lambda x: None",
            "`double` returned None; expected y\n  call: double(x), x (3,)",
        ),
        (
            "double = print",
            "`double` returned None; expected y\n  call: double(x), x (3,)",
        ),
        (
            "def double(x):\n    raise NotImplementedError('double')\n",
            "`double` is not written yet",
        ),
        (
            "def helper(x):\n    return np.summ(x)\n\ndef double(x):\n"
            "    return helper(x)\n",
            "`double` raised AttributeError\n"
            "    tiny.py, line 2, in helper\n"
            "        return np.summ(x)\n"
            "    module 'numpy' has no attribute 'summ'\n"
            "  cause: there is an attribute with a similar name: 'sum'\n"
            "  call: double(x), x (3,)",
        ),
        (
            "def double(x):\n    exit()\n",
            "`double` raised SystemExit\n    tiny.py, line 2, in double\n"
            "        exit()\n  call: double(x), x (3,)",
        ),
    ],
)
def test_a_broken_function(kernel, capsys, text, feedback):
    namespace = kernel(text.replace("exit()", "raise SystemExit"))
    feedback = feedback.replace("exit()", "raise SystemExit")
    assert said(try_in(namespace, "double"), "double") == feedback


@pytest.mark.parametrize("text", [IDENTITY, ""])
def test_which_helper_to_mend_first(kernel, text):
    wrong = kernel(text + "def quadruple(x):\n    return double(x)\n")
    result = try_in(wrong, "quadruple")["quadruple"]
    assert result.notes == (
        "`double`, which `quadruple` may call, fails too: look there first",
    )


def test_a_function_that_is_missing(kernel):
    results = try_in(kernel("def quadruple(x):\n    return 4 * x\n"), "double")
    assert said(results, "double") == "`double` is not defined"


def test_an_interruption_is_the_students_own(kernel):
    namespace = kernel("def double(x):\n    raise KeyboardInterrupt\n")
    with pytest.raises(KeyboardInterrupt):
        try_in(namespace, "double")


def test_random_numbers_go_on_as_if_nothing_had_been_called(kernel):
    namespace = kernel(
        "import random\n\ndef double(x):\n"
        "    return float(np.random.rand()), random.random()\n"
    )
    np.random.seed(7)
    random.seed(7)
    expected = np.random.rand(), random.random()
    np.random.seed(7)
    random.seed(7)
    first, again = (ask(namespace, "double", 1, seed=3) for _ in range(2))
    assert first == again
    assert (np.random.rand(), random.random()) == expected


def test_values_are_what_the_grader_would_receive(kernel):
    namespace = kernel(
        "class Kept(dict): pass\n\ndef double(x):\n    x[0] = 9\n"
        "    return Kept(a=x, b=object(), c=np.float64(1))\n"
    )
    x = np.array([1.0, 2.0])
    reply = ask(namespace, "double", x)
    assert isinstance(reply, Returned)
    assert type(reply.value) is dict
    assert reply.value["b"] == Opaque("object")
    assert reply.value["a"].tolist() == [9.0, 2.0]
    assert x.tolist() == [1.0, 2.0], "the recorded argument is not the student's"


def test_given_functions_are_those_of_the_folder(kernel, tmp_path, monkeypatch):
    monkeypatch.undo()
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "given.py").write_text("def relu(x):\n    return max(x, 0)\n")
    monkeypatch.delitem(in_kernel.importlib.sys.modules, "given", raising=False)
    namespace = kernel("def double(f):\n    return f, f(-1), f(2)\n")
    reply = ask(namespace, "double", GivenFunction("relu"))
    assert reply == Returned((GivenFunction("relu"), 0, 2))


def test_without_given_functions(kernel, monkeypatch):
    monkeypatch.undo()
    monkeypatch.setitem(in_kernel.importlib.sys.modules, "given", None)
    assert ask(kernel(DOUBLES), "double", 2) == Returned(4)


def test_a_cell_of_ipython_has_its_number(kernel):
    class Compiler:
        def format_code_name(self, name):
            return ("Cell", "In[5]") if name.endswith("tiny.py") else None

    namespace = kernel("def double(x):\n    return 1 / 0\n")
    shell = types.SimpleNamespace(compile=Compiler())
    namespace["get_ipython"] = lambda: shell
    assert said(try_in(namespace, "double"), "double").splitlines()[:2] == [
        "`double` raised ZeroDivisionError",
        "    Cell In[5], line 2, in double",
    ]
    other = kernel("def double(x):\n    return 1 / 0\n", "other.py")
    other["get_ipython"] = lambda: shell
    failure = ask(other, "double", 1)
    assert isinstance(failure.got, Raised)
    assert [frame.file for frame in failure.got.frames] == ["other.py"]


@pytest.mark.slow
def test_the_same_is_said_as_of_a_file(tmp_path, kernel):
    """`autograder check` and the notebook differ in nothing but the place."""
    from autograder.course.plain import encoded, laid_out

    recorded = {
        "format": 1,
        "assignment": "tiny",
        "module": "tiny",
        "functions": dict(EXAMPLES.functions),
        "calls": {name: list(names) for name, names in EXAMPLES.calls.items()},
        "optional": {},
        "examples": [
            {
                "id": e.id,
                "function": e.function,
                "title": {"en": e.title.en, "ko": e.title.ko},
                "args": {name: encoded(value) for name, value in e.args.items()},
                "judgement": e.judgement,
                "parameters": encoded(dict(e.parameters)),
            }
            for e in EXAMPLES.examples
        ],
    }
    (tmp_path / "examples.json").write_text(laid_out(recorded), encoding="utf-8")
    text = "import numpy as np\n" + IDENTITY + "def quadruple(x):\n    return x.T.TT\n"
    namespace = kernel(text)
    for language in ("en", "ko"):
        of_file = check_file(tmp_path / "tiny.py", language).functions
        examples = load_examples(tmp_path / "examples.json")
        here = try_in_kernel(
            examples, functions_of(namespace), ("double", "quadruple"), namespace,
            language,
        )  # fmt: skip
        assert here == {name: of_file[name] for name in here}
