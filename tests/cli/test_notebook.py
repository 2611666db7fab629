from __future__ import annotations

import json
import sys
from types import ModuleType

import pytest

from autograder import check

DOUBLE = {
    "id": "test_double",
    "function": "double",
    "title": {"en": "One number", "ko": "수 하나"},
    "args": {"x": 3},
    "judgement": "matches",
    "parameters": {"expected": 6},
}
EXAMPLES = {
    "format": 1,
    "assignment": "tiny",
    "module": "tiny",
    "functions": {"double": "y", "triple": "z", "half": "h"},
    "calls": {},
    "examples": [DOUBLE, DOUBLE | {"function": "half", "id": "test_half"}],
}
SOURCE = """
def double(x):
    return 2 * x

def triple(x):
    return 3 * x

def half(x):
    return "half"

relu = double
stranger = print
"""


@pytest.fixture
def cell(tmp_path, monkeypatch, capsys):
    """Return a function that executes a cell in the folder of an assignment."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples.json").write_text(json.dumps(EXAMPLES))

    def execute(code, source=SOURCE):
        namespace = {"check": check}
        exec(source, namespace)
        exec(code, namespace)
        return capsys.readouterr().out

    return execute


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("check(double)", "✓ double\n"),
        ("check(relu)", "✓ double\n"),
        ("check('double')", "✓ double\n"),
        ("check('relu')", "✓ double\n"),
        ("check(triple, double)", "· triple: no public example\n✓ double\n"),
        ("check(triple, lang='ko')", "· triple: 공개 예제 없음\n"),
        (
            "check(half)",
            "✗ half\n    `h` is a string, not a number\n      call: half(x), x = 3\n",
        ),
    ],
)
def test_functions_that_are_named(cell, code, said):
    assert cell(code) == said


@pytest.mark.parametrize(
    ("lang", "last"),
    [
        ("en", "1 of 2 functions pass their examples"),
        ("ko", "함수 2개 중 1개가 예제를 통과했습니다."),
    ],
)
def test_all_that_the_notebook_defines(cell, lang, last):
    lines = cell(f"check(lang={lang!r})").splitlines()
    assert [line[:8] for line in lines if line[:1] in "✓✗·" and line] == [
        "✓ double",
        "· triple",
        "✗ half",
    ]
    assert lines[-2:] == ["", last]


@pytest.mark.parametrize(
    ("code", "english", "korean"),
    [
        (
            "check(stranger{})",
            "There is no example for `print` here, only for double, triple, half.",
            "여기에는 다음 함수의 예제만 있습니다: double, triple, half. "
            "`print`의 예제는 없습니다.",
        ),
        (
            "check(double(3){})",
            "`check` takes a function: write its name without parentheses, as in "
            "`check(double)`.",
            "`check`에는 함수를 넘깁니다. `check(double)`처럼 괄호 없이 이름만 쓰세요.",
        ),
    ],
)
def test_what_no_example_is_for(cell, code, english, korean):
    assert cell(code.format("")) == english + "\n"
    assert cell(code.format(", lang='ko'")) == korean + "\n"


@pytest.mark.parametrize(
    ("content", "english", "korean"),
    [
        (
            None,
            "There is no `examples.json` in this folder. Open the notebook in the "
            "folder of its assignment.",
            "이 폴더에 `examples.json`이 없습니다. "
            "과제 폴더 안에 있는 노트북을 여세요.",
        ),
        (
            "{",
            "`examples.json` cannot be read. Fetch a fresh copy from your course.",
            "`examples.json`을 읽을 수 없습니다. 수업에서 새로 내려받으세요.",
        ),
    ],
)
def test_without_examples(cell, tmp_path, content, english, korean):
    (tmp_path / "examples.json").unlink()
    if content:
        (tmp_path / "examples.json").write_text(content)
    assert cell("check(double)") == english + "\n"
    assert cell("check(lang='ko')") == korean + "\n"


def test_nothing_is_defined_yet(cell):
    assert cell("check()", source="") == (
        "No function of this assignment is defined yet. Run the cells that define "
        "them.\n"
    )
    assert cell("check(lang='ko')", source="") == (
        "이 과제의 함수가 아직 하나도 정의되지 않았습니다. "
        "함수를 정의하는 셀을 실행하세요.\n"
    )


@pytest.mark.parametrize(
    ("name", "source", "english", "korean"),
    [
        (
            "double",
            "",
            "`double` is not defined yet. Run the cell that defines it.",
            None,
        ),
        (
            "stranger",
            "",
            "There is no example for `stranger` here, only for double, triple, half.",
            "여기에는 다음 함수의 예제만 있습니다: double, triple, half. "
            "`stranger`의 예제는 없습니다.",
        ),
    ],
)
def test_a_name_that_means_nothing(cell, name, source, english, korean):
    assert cell(f"check({name!r})", source) == english + "\n"
    if korean:
        assert cell(f"check({name!r}, lang='ko')", source) == korean + "\n"


class Shell:
    """A running IPython: in a notebook it has a kernel."""

    def __init__(self, **attributes):
        self.shown = []
        vars(self).update(attributes)

    def display(self, what):
        self.shown.append(what._repr_mimebundle_(include=None, exclude=None))


@pytest.fixture
def ipython(monkeypatch):
    """Return a function that makes an IPython run, and forgets it afterwards."""

    def run(**attributes):
        shell = Shell(**attributes)
        module = ModuleType("IPython")
        module.get_ipython = lambda: shell
        display = ModuleType("IPython.display")
        display.display = shell.display
        monkeypatch.setitem(sys.modules, "IPython", module)
        monkeypatch.setitem(sys.modules, "IPython.display", display)
        return shell

    return run


def test_a_notebook_shows_a_table(cell, ipython):
    shell = ipython(kernel=object())
    assert cell("check(half)") == ""
    (shown,) = shell.shown
    assert shown["text/plain"].startswith("✗ half\n    `h` is a string")
    assert "<table" in shown["text/html"]
    assert "<code>h</code> is a string" in shown["text/html"]


def test_a_notebook_shows_why_nothing_was_tried(cell, ipython):
    shell = ipython(kernel=object())
    cell("check(stranger)")
    assert "<code>print</code>" in shell.shown[0]["text/html"]


@pytest.mark.parametrize(
    ("attributes", "notebook", "system", "expected"),
    [
        ({}, None, "ko_KR.UTF-8", "ko"),  # a terminal
        ({}, None, "C", "en"),
        ({"kernel": 1}, None, "ko_KR.UTF-8", "en"),
        ({"kernel": 1}, "ko", "C", "ko"),
        ({}, "en", "ko_KR.UTF-8", "en"),
    ],
)
def test_the_language(
    cell, ipython, tmp_path, monkeypatch, attributes, notebook, system, expected
):
    monkeypatch.setenv("LC_ALL", system)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    if notebook:
        (tmp_path / "a.ipynb").write_text(json.dumps({"metadata": {"lang": notebook}}))
    shell = ipython(**attributes)
    cell("check(triple)")
    assert ("공개" in shell.shown[0]["text/plain"]) == (expected == "ko")


def test_a_name_that_steers_a_terminal(cell):
    code = "triple.__name__ = '\\x1b[2J'\nother = triple\ndel triple\ncheck(other)"
    assert cell(code).startswith("There is no example for `␛[2J` here")
