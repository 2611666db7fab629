from __future__ import annotations

import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.sandbox.source import Piece, Unreadable, read_cell

pytestmark = pytest.mark.filterwarnings(
    "ignore::SyntaxWarning", "ignore::DeprecationWarning"
)


def statements(text: str) -> list[str]:
    """Return what can be read, as Python writes it, line number first."""
    return [
        f"{node.lineno}: {ast.unparse(node)}"
        for piece in read_cell("cell 1", text)
        if isinstance(piece, Piece)
        for node in piece.tree.body
    ]


def unreadable(text: str) -> list[Unreadable]:
    return [p for p in read_cell("cell 1", text) if isinstance(p, Unreadable)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1", ["1: x = 1"]),
        ("", []),
        ("# only a comment", []),
        ("%matplotlib inline\nx = 1", ["1: pass", "2: x = 1"]),
        ("x = 1\n%load_ext autoreload\n%autoreload 2\ny = 2",
         ["1: x = 1", "2: pass", "3: pass", "4: y = 2"]),
        ("!pip install numpy\nimport numpy", ["1: pass", "2: import numpy"]),
        ("!echo \"it's\nx = 1", ["1: pass", "2: x = 1"]),
        ("!ls | grep (\nx = 1", ["1: pass", "2: x = 1"]),
        ("files = !ls\nx = 1", ["1: pass", "2: x = 1"]),
        ("a, b = %time f()\nx = 1", ["1: pass", "2: x = 1"]),
        ("np.mean?\nx = 1", ["1: pass", "2: x = 1"]),
        ("np.mean??\nx = 1", ["1: pass", "2: x = 1"]),
        ("?np.mean\nx = 1", ["1: pass", "2: x = 1"]),
        ("if x:\n    !ls\n    y = 1", ["1: if x:\n    pass\n    y = 1"]),
        ("for i in x:\n    %time f(i)\n", ["1: for i in x:\n    pass"]),
        ("x = (a\n%b)", ["1: x = a % b"]),
        ("x = [a\n  % b]\n%pwd", ["1: x = [a % b]", "3: pass"]),
        ("x = \"\"\"\n%pwd\n!ls\n\"\"\"", ["1: x = '\\n%pwd\\n!ls\\n'"]),
        ("%%time\nx = 1", ["2: x = 1"]),
        ("\n\n%%time\nx = 1", ["4: x = 1"]),
        ("%%timeit -n 10\nx = 1", ["2: x = 1"]),
        ("%%capture out\nx = 1\n%pwd", ["2: x = 1", "3: pass"]),
        ("%%bash\nx = 1", []),
        ("%%writefile a.py\nx = 1", []),
        ("%%html", []),
        ("%%timely\nx = 1", []),
        ("x = 1\r\n%pwd\r\ny = 2\r\n", ["1: x = 1", "2: pass", "3: y = 2"]),
        ("get_ipython().run_line_magic('pwd', '')", None),
    ],
)  # fmt: skip
def test_magics_lose_only_themselves(text, expected):
    assert statements(text) == ([f"1: {text}"] if expected is None else expected)
    assert unreadable(text) == []


def test_a_cell_of_too_many_magics_is_still_read():
    text = "!a\n" * 300 + "x = 1"
    assert statements(text)[-1] == "301: x = 1"


BROKEN = """\
import numpy as np

def first(x):
    return x

def second(x:
    return x

@cache
@other
def third(x):
    return x

SIZE = 3
"""


def test_a_broken_function_keeps_the_others():
    assert statements(BROKEN) == [
        "1: import numpy as np",
        "3: def first(x):\n    return x",
        "11: @cache\n@other\ndef third(x):\n    return x",
        "14: SIZE = 3",
    ]
    assert unreadable(BROKEN) == [
        Unreadable("cell 1", 6, "'(' was never closed", ("second",))
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason", "names", "kept"),
    [
        ("def f(x):\n    a = = 1\n    return a\nx = 1", 2, "invalid syntax",
         ("f",), ["4: x = 1"]),
        ("import numpy\npip install numpy\n\ndef f(x):\n    return x", 2,
         "invalid syntax", (), ["1: import numpy", "4: def f(x):\n    return x"]),
        ("def f(x):\n    return x\nconda install a", 3, "invalid syntax",
         (), ["1: def f(x):\n    return x"]),
        ("x = '\nclass A:\n    y = 1", 1,
         "unterminated string literal (detected at line 1)", ("x",),
         ["2: class A:\n    y = 1"]),
        ("x = 1\ny = foo(1,\n", 2, "'(' was never closed", ("y",), ["1: x = 1"]),
        ("async def f(x:\n  y\nx = 1", 1, "'(' was never closed", ("f",), ["3: x = 1"]),
        ("def f(x):\nreturn x\nx = 1", 2,
         "expected an indented block after function definition on line 1",
         ("f",), ["3: x = 1"]),
        ("x = 0777\ny = 1", 1,
         "leading zeros in decimal integer literals are not permitted; "
         "use an 0o prefix for octal integers", ("x",), ["2: y = 1"]),
        ("x = '\ud800'\ny = 1", 1, "UnicodeEncodeError", ("x",), ["2: y = 1"]),
        ("for i in x:\nprint(i)\n# %% a part\ny = 1", 2,
         "expected an indented block after 'for' statement on line 1",
         (), ["4: y = 1"]),
    ],
)  # fmt: skip
def test_a_bad_piece_loses_only_itself(text, line, reason, names, kept):
    assert statements(text) == kept
    assert unreadable(text) == [Unreadable("cell 1", line, reason, names)]


@pytest.mark.parametrize("text", ["x = 1\0", "\0", "def f(): return '\0'"])
def test_a_null_byte_is_unreadable_and_keeps_the_rest(text):
    found = unreadable(f"{text}\ny = 1")
    assert [(u.label, u.line) for u in found] == [("cell 1", 1)]
    assert statements(f"{text}\ny = 1") == ["2: y = 1"]


def test_only_the_lines_of_python_count():
    text = "s = 'a\u2028b\x0c'\n%pwd\nx = = 1\ny = 2"
    assert statements(text) == ["1: s = 'a\\u2028b\\x0c'", "2: pass", "4: y = 2"]
    assert [u.line for u in unreadable(text)] == [3]


@pytest.mark.parametrize(
    "text", ["(" * 500, "-" * 100_000 + "1", "[" * 200 + "]" * 200]
)
def test_what_is_nested_too_deeply_is_unreadable_or_read(text):
    assert statements(text + "\ny = 1")[-1:] in ([], ["2: y = 1"])


def test_many_pieces_are_read_in_linear_time():
    text = "y = = 1\n" + "x = 1\n" * 20_000
    assert len(statements(text)) == 20_000


lines = st.lists(
    st.sampled_from(
        ["x = 1", "def f(x):", "    return x", "%pwd", "!ls (", "x = (", ")", '"""',
         "a?", "@d", "class A:", "  y = 2", "else:", "try:", "\0", "\ud800", "%%time",
         "\\", "pip install x", "# %%", "\r", ""]
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(lines.map("\n".join) | st.text(max_size=30))
def test_reading_is_total(text):
    for piece in read_cell("cell 1", text):
        assert piece.label == "cell 1"
        if isinstance(piece, Unreadable):
            assert 1 <= piece.line <= text.count("\n") + text.count("\r") + 1
