from __future__ import annotations

from autograder.quizzes.exports.plain_text import plain_text
from autograder.quizzes.schema import Quiz


def text_of(bake, language="en", **item):
    item = {"id": "item", "ask": {"en": "Which $W^{[1]}$?", "ko": "어느 것?"}, **item}
    quiz = {"quiz": "w", "title": {"en": "t", "ko": "t"}, "items": [item]}
    return plain_text("Week 1", bake(Quiz.model_validate(quiz), language, 2), language)


def test_items_and_then_keys(bake):
    options = [
        {"key": "a", "text": "`a`", "right": True},
        {"key": "b", "text": {"en": "both", "ko": "둘 다"}},
    ]
    found = text_of(
        bake,
        points=2,
        answer={"one": options, "shuffle": False},
        explain={"en": "Since.", "ko": "그래서."},
    )
    assert found == (
        "Week 1\n"
        "======\n"
        "\n"
        "1. item (2 points)\n"
        "\n"
        "    Which W^[1]?\n"
        "\n"
        "    ① a\n"
        "    ② both\n"
        "\n"
        "    Write the number of one option, such as ②.\n"
        "\n"
        "Key\n"
        "---\n"
        "\n"
        "1. item\n"
        "    ① (a)\n"
        "    Since.\n"
    )


def test_code_and_pictures(bake):
    figure = {"network": [2, 1], "alt": {"en": "a small net", "ko": "망"}}
    found = text_of(bake, code="a\n\nb", answer={"line": 3}, figure=figure)
    assert "    [a small net]\n\n      1 a\n      2 \n      3 b\n" in found
    assert found.endswith("1. item\n    3 (b)\n")
    found = text_of(bake, code="f(<<a>>)", answer={"blanks": {"a": ["1"]}})
    assert "\n        f(<<a>>)\n" in found


def test_what_is_matched(bake):
    answer = {
        "match": [
            {"key": "x", "text": "$x$", "to": "one"},
            {"key": "y", "text": "y", "to": "one"},
        ],
        "options": [{"key": "one", "text": "1st"}, {"key": "two", "text": "2nd"}],
    }
    assert "    a. x\n    b. y\n\n    ①" in text_of(bake, answer=answer)


def test_variants_have_names_of_their_own(bake):
    ask = {"en": "{{ n }}?", "ko": "{{ n }}?"}
    given = {"params": {"n": "randint(0, 1)"}, "answer": {"number": "n"}, "ask": ask}
    found = text_of(bake, "ko", **given)
    assert found.count("1. item-1") == found.count("1. item-2") == 2


def test_a_key_that_is_code_stays_code(bake):
    answer = {"expression": "`W` \\* $A$", "inputs": {"W": [1]}}
    assert text_of(bake, answer=answer).endswith("1. item\n    `W` \\* $A$\n")


def test_every_kind(pools):
    found = plain_text("All", pools, "en")
    assert all(f" {pool.item.id}" in found for pool in pools)


def test_hostile_text(bake, hostile):
    both = {"en": hostile, "ko": "?"}
    found = text_of(bake, ask=both, answer={"text": [hostile]})
    assert all(char.isprintable() or char == "\n" for char in found)
