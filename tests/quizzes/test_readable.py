from __future__ import annotations

import pytest

from autograder.quizzes.readable import readable


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"W^{[ 3 ]}", "W^[3]"),
        (r"A^{[l-1](i)}", "A^[l-1](i)"),
        (r"a_{1}^{[2](i)}", "a_1^[2](i)"),
        (r"\sigma(z)(1-\sigma(z))", "σ(z)(1 - σ(z))"),
        (r"\frac{\partial L}{\partial w}", "∂L/∂w"),
        (r"\frac{\partial J}{\partial W^{[l]}}", "∂J/∂W^[l]"),
        (r"\frac{1}{1+e^{-z}}", "1/(1 + e^(-z))"),
        (r"\frac{1}{2m}", "1/(2m)"),
        (r"\frac{a+b}{c}", "(a + b)/c"),
        (r"\left(\frac{a}{b}\right)^2", "(a/b)^2"),
        (r"\frac{v}{\sqrt{s}+\varepsilon}", "v/(√s + ε)"),
        (r"\sum_{i=1}^{m} L^{(i)}", "∑_(i=1)^m L^(i)"),
        (r"\frac{1}{m}\sum_i (a_i - y_i)^2", "1/m ∑_i (a_i - y_i)^2"),
        (r"\sum_{k}^{n}{x}", "∑_k^n x"),
        (r"\begin{bmatrix} 1 & -2 \\ 3 & 4.5 \end{bmatrix}", "[[1, -2], [3, 4.5]]"),
        (r"\begin{bmatrix} 0 & 1 \end{bmatrix}^T", "[[0, 1]]^T"),
        (
            r"\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}",
            "{1, x > 0; 0, otherwise}",
        ),
        (r"\hat{y}", "ŷ"),
        (r"\hat{y}^{(i)}", "ŷ^(i)"),
        (r"\bar{x}", "x̄"),
        (r"\widehat{yz}", "yz^(^)"),
        (r"W^T x + b", "W^T x + b"),
        (r"W^{[2]T} dZ^{[2]}", "W^[2]T dZ^[2]"),
        (r"dZ \odot g^{[l]\prime}(Z)", "dZ ⊙ g^[l]′(Z)"),
        (r"g'(z)", "g′(z)"),
        (r"a * b", "a * b"),
        (r"a \leq b \neq c", "a ≤ b ≠ c"),
        (r"a := b", "a := b"),
        (r"\mathbb{R}^{n \times m}", "ℝ^(n×m)"),
        (r"\mathbf{w}^\top", "w^⊤"),
        (r"\|w\|_2^2", "‖w‖_2^2"),
        (r"\log(1-\hat{y})", "log(1 - ŷ)"),
        (r"(1-y)\log(a)", "(1 - y) log(a)"),
        (r"2\log a", "2 log a"),
        (r"\max_{i} a_i", "max_i a_i"),
        (r"\max(0, z)", "max(0, z)"),
        (r"2\max(0, z)", "2 max(0, z)"),
        (r"\mathrm{ReLU}(z)", "ReLU(z)"),
        (r"x_1, \dots, x_n", "x_1, …, x_n"),
        (r"a \, b", "a b"),
        (r"-z^2", "-z^2"),
        (r"\sqrt[3]{x+1}", "(x + 1)^(1/3)"),
        (r"\sqrt{v}", "√v"),
        (r"\underset{w}{\min} J", "min_w J"),
        (r"\text{if } z > 0", "if z > 0"),
        (r"\bogus", None),
    ],
)
def test_readable(latex, text):
    assert readable(latex) == text
