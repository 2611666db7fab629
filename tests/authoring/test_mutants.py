import ast

import pytest

from autograder.authoring.mutants import mutants_of, normalised_diff

NET = '''\
# %%
import numpy as np

# %%
def forward(A, W, b):
    """Return Z and what the backward step needs, 1 by 1."""
    scale = 1
    ### BEGIN SOLUTION
{body}
    ### END SOLUTION


# %%
def cost(AL, Y):
    ### BEGIN SOLUTION
    return 1
    ### END SOLUTION
'''


@pytest.fixture
def mutate(script_of):
    """Return a function that gives the mutants of a body of `forward`."""

    def mutants(*lines):
        body = "\n".join(f"    {line}" for line in lines)
        return mutants_of(script_of(NET.format(body=body)), "forward")

    return mutants


def edits(mutants):
    """Return the kind and the new lines of each mutant."""
    return [
        (m.what, *(line[5:] for line in m.diff.splitlines() if line[:2] == "+ "))
        for m in mutants
    ]


def test_every_mutant_of_a_line(mutate):
    assert edits(mutate("return np.dot(W, A) + b, A[0]  # (n, m)")) == [
        ("return value dropped", "return A[0]  # (n, m)"),
        ("return value dropped", "return np.dot(W, A) + b  # (n, m)"),
        ("statement dropped", "pass  # (n, m)"),
        ("reordered", "return A[0], np.dot(W, A) + b  # (n, m)"),
        ("operator", "return np.dot(W, A) - b, A[0]  # (n, m)"),
        ("transpose added", "return np.dot(W.T, A) + b, A[0]  # (n, m)"),
        ("transpose added", "return np.dot(W, A.T) + b, A[0]  # (n, m)"),
        ("arguments swapped", "return np.dot(A, W) + b, A[0]  # (n, m)"),
        ("constant", "return np.dot(W, A) + b, A[1]  # (n, m)"),
    ]


def test_a_mutant_says_where_and_what(mutate):
    mutant = mutate("", "    ", "return A")[0]
    assert (mutant.function, mutant.line, mutant.what) == (
        "forward",
        11,
        "statement dropped",
    )
    assert mutant.diff == (
        "--- net.py\n+++ net.py\n@@ -11,1 +11,1 @@\n-    return A\n+    pass"
    )
    assert mutant.key == "- return A\n+ pass"


@pytest.mark.parametrize(
    ("line", "edit"),
    [
        ("return (A - b) @ W", "return W @ (A - b)"),
        ("return -(A - b)", "return A - b"),
        ("return A * (b - W)", "return A / (b - W)"),
        ("return A - (b - W)", "return b - W - A"),
        ('return f"W{A - 1}"', 'return f"W{A + 1}"'),
        ('return {"a": f"{A}b"}', 'return {"a": f"{A + 1}b"}'),
        ("return A[:, b:]", "return A[b:, :]"),
        ("return '\"' + A", "return '\"' - A"),
    ],
)
def test_text_around_a_change_stays(mutate, line, edit):
    assert edit in [new for _, *news in edits(mutate(line)) for new in news]


def test_texts_become_the_next_of_their_kind(mutate):
    found = edits(mutate('return f"W{A}", f"b{A}", "relu", "tanh", "relu"'))
    assert [edit for what, edit in found if what == "text"] == [
        'return f"b{A}", f"b{A}", "relu", "tanh", "relu"',
        'return f"W{A}", f"W{A}", "relu", "tanh", "relu"',
        'return f"W{A}", f"b{A}", "tanh", "tanh", "relu"',
        'return f"W{A}", f"b{A}", "relu", "relu", "relu"',
        'return f"W{A}", f"b{A}", "relu", "tanh", "tanh"',
    ]


def test_a_text_alone_becomes_empty(mutate):
    assert ("text", 'return A == ""') in edits(mutate('return A == "relu"'))


def test_a_compound_statement_is_dropped_whole(mutate):
    lines = ("for i in range(3):", "    A += i", "return A")
    dropped = [m for m in mutate(*lines) if m.what == "statement dropped"]
    assert [m.diff.splitlines()[3:] for m in dropped] == [
        ["-    for i in range(3):", "-        A += i", "+    pass"],
        ["-        A += i", "+        pass"],
        ["-    return A", "+    pass"],
    ]


@pytest.mark.parametrize(
    "line",
    [
        '"""A sentence, 1."""',
        "print(A + 1)",
        "assert A == 1",
        "if A % 100 == 0: print(A)",
        "pass",
    ],
)
def test_what_is_only_said_does_not_change(mutate, line):
    assert [m.line for m in mutate(line, "return A")] == [10]


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("return A[0]", ["return A[1]"]),
        ("return A[0, b]", ["return A[1, b]"]),
        ("return range(0)", ["return range(1)", "return range(-1)"]),
        ("return A[(0,)]", ["return A[1,]"]),
    ],
)
def test_the_first_does_not_become_the_last(mutate, line, changed):
    assert [edit for what, edit in edits(mutate(line)) if what == "constant"] == changed


def test_an_error_is_dropped_and_keeps_its_words(mutate):
    lines = ("if A is None:", '    raise ValueError("1" + "2")', "return A")
    found = edits(mutate(*lines))
    assert ("statement dropped", "    pass") in found
    assert not [edit for _, edit in found if "raise" in edit]


def test_nothing_outside_the_markers_changes(mutate):
    assert {m.line for m in mutate("return A", "")} == {9}


def test_mutants_are_distinct_python_and_in_order(mutate):
    mutants = mutate(
        "if A > 0:",
        "    b = b.copy()",
        "elif A < 0:",
        "    b = b - 1",
        'x = [f"{i:02d}" for i in range(3) if i]',
        'return {"Z": W.T @ A, "b": b[i, j]}, x',
    )
    texts = [ast.unparse(ast.parse(mutant.text)) for mutant in mutants]
    assert len(set(texts)) == len(texts) > 30
    assert len({m.key for m in mutants}) == len(mutants)
    assert {m.what for m in mutants} >= {"in place", "comparison", "transpose removed"}


def test_a_decorated_function_is_mutated(script_of):
    net = NET.format(body="    return A").replace(
        "def forward", "@np.vectorize\ndef forward"
    )
    (mutant,) = mutants_of(script_of(net), "forward")
    assert "@np.vectorize\ndef forward" in mutant.text
    assert mutant.line == 10


def test_a_diff_is_the_same_with_other_spaces():
    diff = "--- a.py\n+++ a.py\n@@ -1 +1 @@\n-    x =  1\n+    x = 2\n"
    assert (
        normalised_diff(diff)
        == normalised_diff("- x = 1\n+ x = 2")
        == "- x = 1\n+ x = 2"
    )
