from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.markdown import Markdown

from autograder.quizzes.markup import line_to_html, to_html, to_terminal, to_text


def on_terminal(markdown):
    """Return what `rich` shows of it."""
    text = io.StringIO()
    Console(file=text, width=70).print(Markdown(to_terminal(markdown)))
    return " ".join(text.getvalue().split())


def test_blocks():
    assert to_html("*a* `b`\n\n- c") == (
        "<p><em>a</em> <code>b</code></p>\n<ul>\n<li>c</li>\n</ul>\n"
    )
    assert to_html("```python\na < b\n```") == (
        '<pre><code class="language-python">a &lt; b\n</code></pre>\n'
    )


def test_tables():
    html = to_html("| a | b |\n|---|---|\n| 1 | $x$ |")
    assert html.startswith("<table>")
    assert "<td><math" in html


def test_formulas():
    assert to_html("is $x$ so?").startswith("<p>is <math ")
    assert 'display="block"' in to_html("$$x$$")
    assert 'display="block"' in to_html("is $$x$$ so?")


def test_what_follows_a_formula_at_once_stays_with_it():
    html = to_html("$x$의 값 $$y$$z")
    assert html.startswith('<p><span class="joined"><math ')
    assert "</math>의</span> 값 <math " in html
    assert html.endswith("</math>z</p>\n")
    assert to_html("$x$ 값").endswith("</math> 값</p>\n")
    assert to_html("$x$").endswith("</math></p>\n")
    assert to_html("$x$ 그리고 $y$는").count("그리고 <span") == 1


def test_a_formula_that_is_none_is_code():
    assert to_html(r"is $\bogus{<b>}$?") == (
        "<p>is <code>\\bogus{&lt;b&gt;}</code>?</p>\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>",
        "<script>alert(1)</script>",
        "[a](http://a.example)",
        "![a](http://a.example)",
        "<http://a.example>",
        "[a]: http://a.example",
        "&lt; &#8238;",
        "# units",
        "matrix[0](1)",
    ],
)
def test_no_html_links_pictures_entities_and_headings(text):
    html = to_html(text)
    assert html.count("<") == html.count("<p>") + html.count("</p>") == 2
    assert on_terminal(text) == text


def test_what_misleads_the_eye_is_replaced():
    assert to_html("a\u202eb") == "<p>a\ufffdb</p>\n"
    assert on_terminal("a\u202eb \x1b[31m") == "a\ufffdb ␛[31m"


def test_a_line_is_no_list():
    assert line_to_html("1. a") == "1. a"
    assert line_to_html("a `b`\n") == "a <code>b</code>"


def test_several_lines_are_blocks():
    assert line_to_html("```\na\n```") == "<pre><code>a\n</code></pre>\n"


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("what is $W^{[ 3 ]}$?", "what is W^[3]?"),
        (r"$\frac{\partial L}{\partial w}$의 값", "∂L/∂w의 값"),
        ("a $x*y*z$ b", "a x * y * z b"),
        ("$a_1$ and $b_1$", "a_1 and b_1"),
        ("so $$x^2$$ there", "so x^2 there"),
        (r"$\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}$", "[[1, 2], [3, 4]]"),
        (r"$\bogus$", r"\bogus"),
        ("`$x$ < 1`", "$x$ < 1"),
        (r"costs \$5 or \$6", "costs $5 or $6"),
        ("```\na[0] < $b$\n```", "a[0] < $b$"),
        ("a < b & c", "a < b & c"),
        ("no $ formula", "no $ formula"),
    ],
)
def test_terminal(markdown, shown):
    assert on_terminal(markdown) == shown


@given(st.text(alphabet="ab$`\\<[]()&*_{}^|#~!\n 1.-", max_size=30))
def test_total(text):
    assert "<b>" not in to_html(text)
    assert isinstance(line_to_html(text), str)
    on_terminal(text)


def test_formulas_that_stay_latex():
    expected = "<p>is \\(a &lt; b\\) and \\[c\\]?</p>\n"
    assert to_html("is $a < b$ and $$c$$?", latex=True) == expected
    assert line_to_html("$a$ `b`", latex=True) == "\\(a\\) <code>b</code>"
    assert line_to_html("$a$\n\nb", latex=True).startswith("<p>\\(a\\)</p>")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("$W^{[1]}$ of `a[0]`", "W^[1] of a[0]"),
        (r"costs \$5 & <b>", "costs $5 & <b>"),
        (r"$\bogus$", r"\bogus"),
        ("# one", "# one"),
        ("```\n$a$\n```", "```\n$a$\n```"),
    ],
)
def test_text(markdown, text):
    assert to_text(markdown) == text
