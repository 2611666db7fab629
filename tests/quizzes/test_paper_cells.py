from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import AuthoringError
from autograder.quizzes.paper_cells import (
    blank_response,
    filled_response,
    head,
    is_edited,
    prompt,
    response_in,
    terminal_prompt,
)

HAND_IN = (
    "Write each response into the cell below its item, after `Response:`. Then save "
    "the notebook and hand it in; the name of the file does not matter."
)


def variant_of(paper, item):
    return next(variant for variant in paper.variants if variant.item == item)


def test_the_head_says_whose_paper_it_is_and_when(paper, window):
    assert head(paper, window) == (
        "# Deep networks\n"
        "\n"
        "Kim \\*M\\* · 0012 · A\n"
        "\n"
        f"Paper **{paper.id}**\n"
        "\n"
        "2026-12-01 10:00 to 10:20 (UTC+09:00) · 10 minutes\n"
        "\n" + HAND_IN
    )


def test_the_head_of_a_spare_paper_without_times(paper):
    spare = replace(paper, name="", student="", section="", sitting="blank-1")
    number = f"Paper **{paper.id}**"
    assert head(spare, None) == f"# Deep networks\n\n{number}\n\n{HAND_IN}"


def test_the_head_of_a_practice_paper(paper):
    practice = replace(paper, sitting="practice-1")
    assert head(practice, None).endswith(
        "This paper is for practice and is not scored. `autograder quiz take` with "
        "the name of this file judges every response at once."
    )


def test_a_prompt_with_options_and_parts(paper):
    variant = variant_of(paper, "pairs")
    one, two = (option.text for option in variant.form.options)
    assert prompt(3, variant, "en") == (
        "### 3 · 1 point\n"
        "\n"
        "Match.\n"
        "\n"
        "- a. W\n"
        "- b. b\n"
        "\n"
        f"* ① {one}\n"
        f"* ② {two}\n"
        "\n"
        f"_{variant.form.how}_"
    )


def test_blanks_are_not_listed_besides_their_code(paper):
    variant = variant_of(paper, "gaps")
    assert prompt(4, variant, "en") == (
        "### 4 · 1 point\n"
        "\n"
        "Fill in.\n"
        "\n"
        "```python\n"
        "db = np.sum(dZ, axis=<<axis>>, keepdims=<<keep>>)\n"
        "```\n"
        "\n"
        f"_{variant.form.how}_"
    )


def test_lines_are_numbered_where_one_is_asked_for(paper):
    text = prompt(5, variant_of(paper, "wrong-line"), "en")
    assert "```python\n 1  A = relu(Z)\n 2\n 3  return a\n```" in text


def test_a_fence_is_longer_than_what_it_holds(paper):
    variant = variant_of(paper, "gaps")
    code = "```\ncode\n```"
    variant = replace(variant, form=replace(variant.form, code=code))
    assert f"\n\n````python\n{code}\n````\n\n" in prompt(1, variant, "en")


def test_an_option_of_several_lines_is_one_bullet(paper):
    variant = variant_of(paper, "pick")
    first, *others = variant.form.options
    options = (replace(first, text="```\na\n```"), *others)
    variant = replace(variant, form=replace(variant.form, options=options))
    assert "\n* ① ```\n  a\n  ```\n* ② " in prompt(1, variant, "en")


def test_a_drawn_figure_is_part_of_the_text(paper):
    text = prompt(6, variant_of(paper, "net"), "en")
    assert "![a \\*small\\* network](data:image/svg+xml;base64,PHN2Z" in text


def test_a_figure_of_a_file(paper, tmp_path):
    variant = replace(variant_of(paper, "net"), figure="net.png")
    with pytest.raises(AuthoringError, match=r"net.png: expected a file, got nothing$"):
        prompt(6, variant, "en", tmp_path)
    (tmp_path / "net.png").write_bytes(b"png")
    assert "](data:image/png;base64,cG5n)" in prompt(6, variant, "en", tmp_path)
    assert "data:" not in prompt(6, variant, "en")


def test_a_terminal_shows_the_words_for_a_figure(paper):
    variant = variant_of(paper, "net")
    assert terminal_prompt(variant) == (
        f"How many layers?\n\n[a *small* network]\n\n_{variant.form.how}_"
    )
    assert terminal_prompt(variant_of(paper, "w-shape")).startswith("With ")


def test_a_prompt_that_came_back_as_it_was_is_not_edited(paper):
    for number, variant in enumerate(paper.variants, start=1):
        text = prompt(number, variant, "en")
        assert not is_edited(text, variant)
        assert not is_edited(text.replace("\n", "\r\n") + "\nmy notes", variant)


@pytest.mark.parametrize(
    ("item", "old", "new"),
    [
        ("w-shape", "units", "cats"),
        ("pick", "tanh", "step"),
        ("pairs", "- a. W", "- a. b"),
        ("gaps", "axis=<<axis>>", "axis=1"),
        ("wrong-line", "relu", "tanh"),
    ],
)
def test_a_prompt_that_asks_something_else_is_edited(paper, item, old, new):
    variant = variant_of(paper, item)
    text = prompt(1, variant, "en")
    assert old in text
    assert is_edited(text.replace(old, new), variant)


@pytest.mark.parametrize(
    ("item", "cell"),
    [
        ("w-shape", "Response:\n"),
        ("pairs", "Response:  \na:   \nb: "),
        ("gaps", "Response:  \naxis:   \nkeep: "),
    ],
)
def test_the_place_for_a_response(paper, item, cell):
    assert blank_response(variant_of(paper, item), "en") == cell
    assert response_in(cell) == ""


@pytest.mark.parametrize(
    ("cell", "response"),
    [
        ("", ""),
        ("Response:", ""),
        ("Response: (4, 5)", "(4, 5)"),
        ("Response:\n(4, 5)\n", "(4, 5)"),
        ("\n response : \n\n(4, 5)", "(4, 5)"),
        ("Response：②", "②"),
        ("(4, 5)", "(4, 5)"),
        ("(4, 5)\n\nResponse:\n", "(4, 5)"),
        ("Response:\n`(4, 5)`", "(4, 5)"),
        ("Response: $1 - a^2$", "1 - a^2"),
        ("Response:\n```python\nW @ X\n```", "W @ X"),
        ("Response:\n~~~\nW @ X\n~~~", "W @ X"),
        ("Response:\n```\n```", ""),
        ("Response:\na: ②\nb: ①", "a: ②\nb: ①"),
        ("Response:\na: ②  \nb: ", "a: ②  "),
        ("Response:\na:\nb:\n", ""),
        ("Response:\na:\nb:\n2 1", "2 1"),
        ("Response:\naxis:\n1\nkeep:\nTrue", "axis: 1\nkeep: True"),
        ("Response:\nZ =\nW @ X", "Z = W @ X"),
        ("Response:\n1 2\n3 4", "1 2\n3 4"),
        ("Response: a: b: c", "a: b: c"),
        ("Responses: 1", "Responses: 1"),
    ],
)
def test_what_was_responded(cell, response):
    assert response_in(cell) == response


@given(st.text(alphabet="ab1(), @*+-가②\n:=`$~ ", max_size=60))
def test_a_response_is_read_the_same_again(text):
    once = response_in(text)
    assert response_in(filled_response(once, "en")) in (once, response_in(once))


@given(st.text(alphabet="ab1(),@*+-가②", min_size=1, max_size=40))
def test_a_response_on_one_line_comes_back(text):
    assert response_in(filled_response(text, "en")) == text
