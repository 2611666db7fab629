import pytest

from autograder.course.yaml_file import read_yaml
from autograder.quizzes.traps import find_traps, is_whole


def traps_of(tmp_path, text):
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return find_traps(read_yaml(path))


@pytest.mark.parametrize(
    "text",
    [
        r"ask: {en: '\frac{1}{2} \nabla', ko: 가}",
        'a: "quotes \\" and \\\\nabla and \\u00e9"',
        'a: "ends with a line break\\n"',
        'a: "two\\n\\n 1"',
        "a: text",
        "a: 'quoted'  # comment",
        "credit: each  # comment",
        "tags: [a, b]  # comment",
        "a: 3  # comment",
        "a: 1) first (half",
        "a: true\nb: 12\nc: 0.5\nd: 0\ne: 1e-6\nf: 0x1F\ng: null\nh: 0o17",
        "a: '{{ n }} $W^{ {{ n }} }$ 2^{2^{n}}'",
        "en: 'TODO list'\nfr: TODO",
    ],
)
def test_what_is_no_trap(tmp_path, text):
    assert traps_of(tmp_path, text) == {}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            r'a: "\\\tanh"',
            "expected single quotes or a |- block, got double quotes, where \\t of "
            "\\tanh is a control character",
        ),
        (
            r'a: "x \rho"',
            "expected single quotes or a |- block, got double quotes, where \\r of "
            "\\rho is a control character",
        ),
        (
            r'a: "\b"',
            "expected single quotes or a |- block, got double quotes, where \\b of "
            "\\b is a control character",
        ),
        ("a: yes", "expected true, or 'yes' in quotes, got yes"),
        ("a: OFF", "expected false, or 'OFF' in quotes, got OFF"),
        ("a: 2026-12-01", "expected '2026-12-01' in quotes, got 2026-12-01, a date"),
        (
            "a: 1:30.5",
            "expected '1:30.5' in quotes, got 1:30.5, a number to the base of 60",
        ),
        ("a: 012", "expected '012' in quotes, got 012, a number to the base of 8"),
        (
            "a: np.sum(X) # over m",
            "expected text before a comment in quotes, got 'np.sum(X)', cut at #",
        ),
        (
            "{a: max(1, b: 2)}",
            "expected the expression in quotes, got 'max(1', cut at a comma",
        ),
        (
            "a: '$W_{{{ l }} }$'",
            "expected a space between a LaTeX brace and {{ }}, got {{{",
        ),
        (
            "a: '$W_{ {{ l }}}$'",
            "expected a space between a LaTeX brace and {{ }}, got {{ l }}}",
        ),
    ],
)
def test_a_trap(tmp_path, text, what):
    assert traps_of(tmp_path, text) == {("a",): what}


def test_sentences_still_to_be_written(tmp_path):
    assert traps_of(tmp_path, "ask: {en: '...', ko: ' … '}") == {
        ("ask", "en"): "expected a sentence in English, got '...'",
        ("ask", "ko"): "expected a sentence in Korean, got '…'",
    }


@pytest.mark.parametrize(
    ("text", "whole"),
    [("(a, [b])", True), ("", True), ("(a", False), ("a)", False), (")(", False)],
)
def test_brackets(text, whole):
    assert is_whole(text) == whole
