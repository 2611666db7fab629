import pytest

from autograder.quizzes.lint_texts import (
    difference_faults,
    item_texts,
    language_faults,
    latex_faults,
    text_faults,
)
from autograder.quizzes.schema import Item

WORDS = {"en": "a", "ko": "가"}


def item_of(en="a", ko="가", **parts):
    item = {"id": "a", "ask": {"en": en, "ko": ko}, "answer": {"number": 3}}
    return Item.model_validate({**item, **parts})


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("no formula", []),
        (r"$W^{[1]}$ costs \$3, and `$x`", []),
        ("```\ncost = $3\n``` and $$a + b$$", []),
        ("$a and b", ["expected a second $ after each $, got an odd number of them"]),
        (r"$\frac{1}$", [r"expected LaTeX, got $\frac{1}$"]),
        (r"$$\frac{1}$$ $a$", [r"expected LaTeX, got $\frac{1}$"]),
    ],
)
def test_latex(text, faults):
    assert list(latex_faults(text)) == faults


@pytest.mark.parametrize(
    ("en", "ko", "faults"),
    [
        ("What is this?", "이것은?", []),
        ("ReLU, tanh", "ReLU, tanh", []),
        ("`x.sum(axis=0) of this`", "`x.sum(axis=0) of this`", []),
        (r"$\text{what is this}$ {{ some_long_name }}", "$x$", []),
        ("What is this?", "What?", [("ko", "expected Korean, got 'What?'")]),
        ("이것은?", "이것은 ?", [("en", "expected English, got '이것은?'")]),
        ("한국어", "한국어", []),
    ],
)
def test_languages(en, ko, faults):
    found = list(language_faults(item_of(en, ko)))
    assert found == [(("ask", language), what) for language, what in faults]


def test_names_may_differ_by_their_language():
    assert not list(difference_faults(item_of("{{ why_en }}", "{{ why_ko }}")))
    assert not list(difference_faults(item_of("{{ en[n] }}", "{{ n }}{{ ko }}")))
    assert list(difference_faults(item_of("{{ why_ko }}", "{{ why_en }}"))) == [
        (("ask", "ko"), "expected {{ }} of why_ko as in English, got why_en")
    ]


def test_templates():
    item = item_of("{{ n }} {{ m }}", "{{ n | tex }}", params={"n": 3}, code="{{ k }}")
    assert list(text_faults(item)) == [
        (("ask", "en"), "expected one of n, got 'm'"),
        (("code",), "expected one of n, got 'k'"),
    ]


def test_every_text_of_an_item():
    item = item_of(
        answer={
            "one": [
                {"key": "a", "text": "a", "right": True, "say": WORDS},
                {"key": "b", "text": WORDS},
            ]
        },
        mistakes=[{"id": "m", "when": "b", "say": WORDS}],
        explain=WORDS,
    )
    assert [".".join(map(str, place)) for place, _ in item_texts(item)] == [
        "ask",
        "answer.one.0.text",
        "answer.one.0.say",
        "answer.one.1.text",
        "mistakes.0.say",
        "explain",
    ]
