from __future__ import annotations

import ast

import pytest

from autograder.sandbox.slicing import (
    Slicer,
    has_assignments,
    needed_names,
    targets,
)
from autograder.sandbox.source import Piece, read_cell

GRADED = {"relu": "relu", "f": "f", "my_f": "f"}


def pieces_of(*texts: str) -> list[Piece]:
    return [
        piece
        for number, text in enumerate(texts)
        for piece in read_cell(f"cell {number}", text)
        if isinstance(piece, Piece)
    ]


def needed(*texts: str) -> set[str]:
    return needed_names(pieces_of(*texts), ["f"])


def kept(text: str, *, everything: bool = False) -> str:
    """Return what is executed of `text`, as Python writes it."""
    pieces = pieces_of(text)
    slicer = Slicer(needed_names(pieces, GRADED), GRADED, "D", everything=everything)
    nodes = [slicer.keep(node) for piece in pieces for node in piece.tree.body]
    return "\n".join(ast.unparse(node) for node in nodes if node)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("def f(x): return K * x", {"K"}),
        ("def g(): return K\ndef f(x): return g()", {"g", "K"}),
        ("def f(x):\n  def inner(): return K\n  return inner()", {"K"}),
        ("def f(x): return [K for _ in x]", {"K"}),
        ("def f(x): return (lambda: K)()", {"K"}),
        ("def f(x):\n  K = 1\n  return K", set()),
        ("def f(x):\n  global K\n  K = 1", {"K"}),
        ("def f(x=K): return x", {"K"}),
        ("def f(*, x=K): return x", {"K"}),
        ("@K\ndef f(x): return x", {"K"}),
        ("f = lambda x: K * x", {"x", "K"}),
        ("f = g\ng = h", {"g", "h"}),
        ("f: object = g", {"g"}),
        ("f: object", set()),
        ("f[KEY] = g", {"KEY", "g"}),
        ("T = {'a': g}\ndef f(x): return T", {"T", "g"}),
        ("T = {}\nT[KEY] = g\ndef f(x): return T", {"T", "KEY", "g"}),
        ("T = []\nT += [g]\ndef f(x): return T", {"T", "g"}),
        ("if FAST:\n  def f(x): return x", {"FAST"}),
        ("if FAST:\n  K = 1\ndef f(x): return K", {"K", "FAST"}),
        ("if A:\n  pass\nelif B:\n  f = 1", {"A", "B"}),
        ("class C(Base):\n  y = K\n  def m(self): return L\ndef f(x): return C()",
         {"C", "Base", "K", "L"}),
        ("if A:\n  if B:\n    f = 1\n  else:\n    g = K", {"A", "B"}),
        ("if A:\n  pass\nelse:\n  try:\n    pass\n  finally:\n    f = K", {"A", "K"}),
        ("try:\n  f = K\nexcept E:\n  f = L\nelse:\n  f = M", {"K", "L", "M"}),
        ("for i in x:\n  f = K", set()),
        ("while A:\n  def f(x=K): return x", set()),
        ("def g():\n  def f(x=K): return x", set()),
        ("def g():\n  f = K", set()),
        ("class C:\n  f = K", set()),
        ("def f(x: NOTE) -> NOTE: return x", set()),
        ("def g(): return K", set()),
    ],
)  # fmt: skip
def test_what_a_graded_function_needs(text, names):
    assert needed(text) - {"f", "NOTE"} == names


def test_names_are_found_across_cells():
    assert needed("def f(x): return g(x)", "def g(x): return K", "K = 1") == {
        *"fgK",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a\ndef f(x):\n    y = 1", False),
        ("for i in x:\n    y = i\nclass A:\n    y = 1", False),
        ("if a:\n    pass\nelse:\n    y: int = 1", True),
        ("try:\n    pass\nexcept E:\n    y += 1", True),
        ("def f(x): return x\ny = 1", True),
    ],
)
def test_whether_there_is_an_assignment_to_decide_about(text, expected):
    assert has_assignments(pieces_of(text)) is expected


@pytest.mark.parametrize(
    "bad",
    ["def g(a, a): return 1", "def g():\n  z = 1\n  global z", "nonlocal z"],
)
def test_what_parses_and_cannot_be_compiled_hides_only_its_own_needs(bad):
    assert needed(f"{bad}\ndef f(x): return K") == {"f", "K"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a = 1", ["a"]),
        ("a = b = 1", ["a", "b"]),
        ("a, (b, *c) = x", ["a", "b", "c"]),
        ("[a, b] = x", ["a", "b"]),
        ("a.b.c = x", ["a"]),
        ("a[len(b)] = x", ["a"]),
        ("a[i].b[j], c = x", ["a", "c"]),
        ("f().x = 1", []),
        ("a: int = 1", ["a"]),
        ("a += 1", ["a"]),
    ],
)
def test_the_names_that_an_assignment_binds(text, names):
    (node,) = ast.parse(text).body
    assert sorted(targets(node)) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a", "import a"),
        ("from a import *", "from a import *"),
        ("print(1)", ""),
        ("for i in x:\n    f(i)", ""),
        ("while True:\n    pass", ""),
        ("with a:\n    pass", ""),
        ("del x", ""),
        ("assert f(1)", ""),
        ("costs = f(x)", ""),
        ("costs[str(1)] = f(x)\ndef f(x): return str(x)",
         "@D('f')\ndef f(x):\n    return str(x)"),
        ("def g(x): return x", "def g(x):\n    return x"),
        ("class A:\n    pass", "class A:\n    pass"),
        ("async def g():\n    pass", "async def g():\n    pass"),
        ("def my_f(x): return x", "@D('f')\ndef my_f(x):\n    return x"),
        ("@njit\ndef f(x): return x", "@D('f')\n@njit\ndef f(x):\n    return x"),
        ("f = lambda x: x", "f = D('f')(lambda x: x)"),
        ("f = g = abs", "f = g = D('f')(abs)"),
        ("g = f = abs", "g = f = D('f')(abs)"),
        ("relu = f = abs", "relu = f = D('f')(D('relu')(abs))"),
        ("f: object = abs", "f: object = D('f')(abs)"),
        ("f: object", "f: object"),
        ("f, g = abs, abs", "f, g = (abs, abs)"),
        ("f['a'] = abs", "f['a'] = abs"),
        ("if a:\n    print(1)", ""),
        ("if a:\n    print(1)\n    import b\nelse:\n    print(2)",
         "if a:\n    import b"),
        ("if a:\n    print(1)\nelse:\n    import b",
         "if a:\n    pass\nelse:\n    import b"),
        ("if a:\n    def f(x): return x\nelif b:\n    def f(x): return 2",
         "if a:\n\n    @D('f')\n    def f(x):\n        return x\nelif b:\n\n"
         "    @D('f')\n    def f(x):\n        return 2"),
        ("try:\n    import a\nexcept ImportError:\n    print(1)",
         "try:\n    import a\nexcept ImportError:\n    pass"),
        ("try:\n    y()\nexcept E:\n    import b\nelse:\n    x()\nfinally:\n    y()",
         "try:\n    pass\nexcept E:\n    import b\nfinally:\n    pass"),
        ("try:\n    a()\nfinally:\n    import b",
         "try:\n    pass\nfinally:\n    import b"),
        ("try:\n    train()\nexcept E:\n    print(1)", ""),
    ],
)  # fmt: skip
def test_what_is_executed(text, expected):
    assert kept(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "print(1)",
        "x = 1",
        "for i in x:\n    y()",
        "if a:\n    print(1)\nelse:\n    x()",
    ],
)
def test_everything_is_executed_when_asked_for(text):
    assert kept(text, everything=True) == text


def test_lines_are_those_of_the_source():
    slicer = Slicer({"f"}, GRADED, "D")
    for text in ("\n\ndef f(x):\n  return x", "\n\nf = abs", "\n\nf: object = abs"):
        (piece,) = pieces_of(text)
        node = slicer.keep(piece.tree.body[0])
        assert node is not None
        code = compile(ast.Module([node], []), "cell 0", "exec")
        assert {line for *_, line in code.co_lines() if line} <= {3, 4}
