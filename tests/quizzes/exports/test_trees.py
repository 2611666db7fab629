from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from hypothesis import given
from hypothesis import strategies as st

from autograder.quizzes.exports.trees import add, document


def test_an_element_is_added_and_given_back():
    root = Element("a")
    assert add(root, "b", "text", {"c": "d"}) is root[0]
    expected = (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b c="d">text</b>\n</a>\n'
    )
    assert document(root) == expected


@given(st.text(st.characters(exclude_categories=())))
def test_every_text_can_be_read_again(text):
    root = Element("a")
    add(root, "b", text, {"c": text})
    again = fromstring(document(root))
    assert [child.tag for child in again] == ["b"]
    if text.isprintable() and text.strip():
        assert again[0].text == again[0].attrib["c"] == text
