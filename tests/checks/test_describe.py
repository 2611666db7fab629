"""Values in words."""

import sys
import unicodedata

import numpy as np
import pytest

from autograder.checks.describe import (
    call_text,
    clean,
    digit_texts,
    key_text,
    names_text,
    names_words,
    nearest,
    type_words,
    value_text,
)


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("plain 한글", "plain 한글"),
        ("a\nb\tc", "a b c"),
        ("\x1b[31mred\x07", "[31mred"),
        ("abc\u202edef\u200b\ud800", "abcdef"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_clean(raw, safe):
    assert clean(raw) == safe


def test_text_that_is_printable_is_clean():
    for char in filter(str.isprintable, map(chr, range(sys.maxunicode + 1))):
        assert unicodedata.category(char)[0] != "C"
        assert char == " " or not char.isspace()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "a bool"),
        (1.5, "a float"),
        (np.float32(1), "a number"),
        (np.complex64(1), "an object of type complex64"),
        (np.array(0, dtype="M8[s]"), "an array of another type"),
        ({1}, "an object of type set"),
    ],
)
def test_type_words(value, words):
    assert type_words(value).render("en") == words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        (True, "True"),
        (7, "7"),
        pytest.param(10**5000, "int", id="huge"),
        (0.1 + 0.2, "0.3"),
        ("a\n", "'a '"),
        (b"x", "b'x'"),
        ((1, 2), "tuple"),
    ],
)
def test_value_text(value, text):
    assert value_text(value) == text


def test_keys_of_every_kind():
    assert key_text("a" * 60) == "a" * 39 + "…"
    assert names_text(["a", 1, None]) == "a, 1, None"
    assert (
        names_text(map(str, range(100))) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ..."
    )
    assert names_words(["dW"]).render("en") == "`dW`"
    assert names_words(["dA", "dW", "db"]).render("en") == "`dA`, `dW` and `db`"


@pytest.mark.parametrize(
    ("expected", "got", "texts"),
    [
        (0.5, 0.25, ("0.5", "0.25")),
        (1.0, 1.0000001, ("1", "1.0000001")),
        (1.0, 1 + 1e-15, ("1", "1.0000000000000011")),
    ],
)
def test_digits_tell_numbers_apart(expected, got, texts):
    assert digit_texts(expected, got) == texts


def test_nearest():
    assert nearest("sigmiod", ["relu", "sigmoid"]) == "sigmoid"
    assert nearest("relu", ["relu", "tanh"]) is None


def test_call_text():
    dZ, cache = np.zeros((3, 5)), (np.zeros((4, 5)), np.zeros((3, 4)))
    call = call_text(
        "f",
        {"dZ": dZ, "cache": cache, "name": "relu", "dims": [5, 4], "rate": 0.1,
         "p": {"W1": dZ}},
    )  # fmt: skip
    assert call.render("ko") == (
        "f(dZ, cache, name, dims, rate, p), dZ (3, 5), cache[0] (4, 5),"
        " cache[1] (3, 4), name = 'relu', dims = [5, 4], W1 (3, 5)"
    )
    many = call_text("f", {f"a{i}": i for i in range(20)}).render("en")
    assert many.endswith("a6 = 6, ...")
