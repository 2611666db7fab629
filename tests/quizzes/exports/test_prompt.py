from __future__ import annotations

import pytest

from autograder.quizzes.exports.prompt import Prompter, block, line, menu

PROMPTER = Prompter(lambda picture: f"files/{picture.name}")


@pytest.fixture
def prompts(pools):
    return {
        pool.item.id: PROMPTER.prompt(pool.asked[0], lambda name: f"[{name}]")
        for pool in pools
    }


def test_formulas_stay_latex(pools, prompts):
    n = pools[0].asked[0].baked.variant.params["n"]
    assert prompts["pick"] == rf"<p>Is \({n} &lt; 10\) &amp; <code>a&lt;b</code>?</p>"


@pytest.mark.parametrize(
    ("item", "how"),
    [
        ("several", "Choose all options that are right."),
        ("third", "Write a decimal number, such as 0.25."),
        ("figures", "Write a decimal number to 3 significant figures."),
        ("wrong-line", "Write the number of one line, such as 3."),
        ("w-shape", "Write a shape such as (3, 1)."),
        ("forward", "Write one numpy expression (<code>np</code>) in <code>W</code>, "
                    "<code>A</code>."),
        ("steps", "Choose the place of each step."),
    ],
)  # fmt: skip
def test_how_to_respond(prompts, item, how):
    assert prompts[item].endswith(f"<p><em>{how}</em></p>")


@pytest.mark.parametrize("item", ["pick", "statement", "pairs"])
def test_nothing_where_the_home_shows_it(prompts, item):
    assert "<em>" not in prompts[item]


def test_code_of_which_a_line_is_wrong_is_numbered(prompts):
    code = "<pre>1  a = [1]\n2  \n3  if a &lt; 2:\n4      b</pre>"
    assert code in prompts["wrong-line"]


def test_code_with_blanks(prompts):
    code = "if a &lt; b else [axis]\nnp.sum([what], axis=[axis])</pre>"
    assert prompts["gaps"].endswith(code)


def test_a_picture(pools, prompts):
    name = pools[-1].asked[0].baked.picture.name
    picture = f'<p><img src="files/{name}" alt="a &#34;small&#34; &lt;net&gt;"></p>'
    assert picture in prompts["drawn"]


def test_hostile_text(one_item, hostile):
    ask = {"en": hostile, "ko": "?"}
    asked = one_item(ask=ask, answer={"line": 1}, code=f"a {hostile}")
    prompt = PROMPTER.prompt(asked)
    assert "<script" not in prompt
    assert all(char.isprintable() or char == "\n" for char in prompt)
    assert "&lt;script&gt;" in prompt


def test_a_menu_is_text():
    assert menu(("a $W^{[1]}$", "`b`\n c")) == ["a W^[1]", "b c"]
    assert menu(("a", "`a`")) == ["a", "`a`"]


def test_options_and_what_is_said():
    assert line("$x$, **b**") == r"\(x\), <strong>b</strong>"
    assert block("a\n\nb") == "<p>a</p>\n<p>b</p>"
    assert line("") == block("") == ""
