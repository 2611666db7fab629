from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.quizzes.kinds.marks import (
    CHAIN,
    LIST,
    find_part,
    folded,
    is_sign,
    letter,
    mark,
    read_option,
    read_options,
    show_option,
    tidy,
)
from autograder.quizzes.model import Form, Shown, Unreadable

FORM = Form(
    "many",
    "",
    options=(
        Shown("tall", "the bias, and the weights"),
        Shown("wide", r"$W^{[1]}$"),
        Shown("flat", "Hidden  layer"),
        Shown("deep", "a -> b"),
        Shown("thin", "2"),
    ),
    parts=(Shown("cost", "the cost"), Shown("rate", "the rate")),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("response", "key"),
    [
        ("②", "wide"),
        (" ② ", "wide"),
        ("(1)", "tall"),
        ("1.", "tall"),
        ("1.0", "tall"),
        (1.0, "tall"),
        (3, "flat"),
        ("1번", "tall"),
        ("\uff11", "tall"),
        ("❸", "flat"),
        ("⑴", "tall"),
        ("`③`", "flat"),
        ("deep", "deep"),
        ("hidden layer", "flat"),
        ("Hidden  layer", "flat"),
        ("③ Hidden layer", "flat"),
        ("③ (hidden layer)", "flat"),
        ("3. hidden layer", "flat"),
        ("the bias, and the weights", "tall"),
        ("a -> b", "deep"),
        ("5", "thin"),
    ],
)
def test_an_option_is_written_in_many_ways(response, key):
    assert read_option(response, FORM) == key


@pytest.mark.parametrize(
    ("response", "why"),
    [
        ("9", "there is no option 9"),
        ("0", "there is no option 0"),
        (9, "there is no option 9"),
        ("⑨", "there is no option ⑨"),
        ("2", "`2` can mean two options; write a sign such as ②"),
        ("③ the bias", "an option is written by its sign, such as ②"),
        ("tal", "an option is written by its sign, such as ②"),
        (True, "an option is written by its sign, such as ②"),
        (None, "an option is written by its sign, such as ②"),
        ({"a": 1}, "an option is written by its sign, such as ②"),
        ([1], "an option is written by its sign, such as ②"),
        (float("nan"), "an option is written by its sign, such as ②"),
    ],
)
def test_what_is_no_option_says_why(response, why):
    with pytest.raises(Unreadable) as error:
        read_option(response, FORM)
    assert str(error.value) == why


@pytest.mark.parametrize(
    ("response", "keys"),
    [
        ("①③", ["tall", "flat"]),
        ("① ③", ["tall", "flat"]),
        ("3, 1", ["flat", "tall"]),
        ("3 1", ["flat", "tall"]),
        ("[3, 1]", ["flat", "tall"]),
        ("(3) (1)", ["flat", "tall"]),
        ("3) 1)", ["flat", "tall"]),
        ("3번, 1번", ["flat", "tall"]),
        ("3\n1\n", ["flat", "tall"]),
        ([3, "tall"], ["flat", "tall"]),
        ([], []),
        (3, ["flat"]),
        ("tall flat", ["tall", "flat"]),
        ("the bias, and the weights, hidden layer", ["tall", "flat"]),
        ("hidden layer; the bias, and the weights;", ["flat", "tall"]),
        ("③ (Hidden layer), ① (the bias, and the weights)", ["flat", "tall"]),
    ],
)
def test_several_options_are_written_in_many_ways(response, keys):
    assert read_options(response, FORM) == keys


@pytest.mark.parametrize(
    "response", ["3 → 1 → 4", "3->1->4", "3-1-4", "③①④", "flat > tall -> a -> b"]
)
def test_a_chain_may_have_arrows(response):
    assert read_options(response, FORM, CHAIN) == ["flat", "tall", "deep"]


@pytest.mark.parametrize(
    ("response", "why"),
    [
        ("13", "there is no option 13"),
        ("1, 7", "there is no option 7"),
        ("1-3", "an option is written by its sign, such as ②"),
        ("tall, short", "an option is written by its sign, such as ②"),
        ("tall " * 100 + "short", "an option is written by its sign, such as ②"),
        (["tall", None], "an option is written by its sign, such as ②"),
    ],
)
def test_what_is_no_list_of_options_says_why(response, why):
    with pytest.raises(Unreadable) as error:
        read_options(response, FORM)
    assert str(error.value) == why


@pytest.mark.parametrize("text", ["a", "A", " (a) ", "a.", "cost", "The cost"])
def test_a_part_is_named_by_letter_key_or_text(text):
    assert find_part(text, FORM) == "cost"


@pytest.mark.parametrize("text", ["c", "", "the"])
def test_what_is_no_part_says_why(text):
    with pytest.raises(Unreadable, match="a row is named by its letter, a to b"):
        find_part(text, FORM)


def test_signs():
    assert [mark(1), mark(20), mark(21)] == ["①", "⑳", "(21)"]
    assert [letter(1), letter(20)] == ["a", "t"]
    assert folded(" Ｈidden\n LAYER ") == "hidden layer"
    signs = ["2", "②", "(2)", "2.", "6", "0", "2 units", "$2$"]
    assert [text for text in signs if is_sign(text, 5)] == ["2", "②", "(2)", "2."]


def test_spaces_and_new_lines_are_told_apart():
    assert tidy(" 1  2 \n\t\n 3 ") == "1 2\n3"


@pytest.mark.parametrize("filler", [" ", ",", "\n", "-", "1 ,", "①x", "[", "1)"])
@pytest.mark.parametrize("between", [LIST, CHAIN])
def test_a_response_costs_what_its_length_does(filler, between, cpu_of):
    def read(size):
        with pytest.raises(Unreadable):
            read_options("1" + filler * (size // len(filler)) + "x", FORM, between)

    assert cpu_of(lambda: read(9990)) < 40 * cpu_of(lambda: read(999))


def test_options_are_shown_by_sign_and_text():
    assert show_option("flat", FORM) == "③ (Hidden layer)"
    assert show_option("gone", FORM) == "gone"


@given(st.text() | JSON | st.text(alphabet="①③139,;.-> ()번a", max_size=60))
def test_reading_is_total(response):
    keys = {option.key for option in FORM.options}
    for between in (LIST, CHAIN):
        for form in (FORM, Form("one", "")):
            with suppress(Unreadable):
                assert set(read_options(response, form, between)) <= keys
    with suppress(Unreadable):
        assert read_option(response, FORM) in keys


@given(st.permutations(range(5)))
def test_places_follow_the_order_of_the_paper(order):
    form = Form("many", "", options=tuple(FORM.options[place] for place in order))
    signs = "".join(map(mark, range(1, 6)))
    assert read_options(signs, form) == [option.key for option in form.options]
