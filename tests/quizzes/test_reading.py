from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.course.course import find_course
from autograder.errors import AuthoringError, AutograderError
from autograder.quizzes.reading import find_quiz, quiz_names, read_quiz, read_quiz_file
from autograder.quizzes.schema import KINDS

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.yaml"))
EXAMPLE = HERE / "examples" / "week5.yaml"
ANSWERS = """
one: {one: [{key: a, text: a, right: true}, {key: b, text: {en: b, ko: 나}}]}
many: {many: [{key: a, text: a, right: 'n > 1'}, {key: b, text: b}], credit: net}
true_false: {true_false: true}
number: {number: 3, abs: 1e-6, digits: 3}
shape: {shape: [3, 1]}
array: {array: [[1, 2], [3, 4]], rel: 0.1}
formula: {formula: '1 - a**2', over: {z: [-2, 2]}, where: {a: 'tanh(z)'}}
expression: {expression: 'W @ A + b', inputs: {W: [4, 3], A: '[3, n]', b: [4, 1]}}
text: {text: [hidden], patterns: ['hidd?en'], case: true}
order: {order: [{key: a, text: a}, {key: b, text: b}], right: [a, [b]]}
match: {match: [{key: x, text: x, to: a}, {key: y, text: y, to: a}],
        options: [{key: a, text: a}, {key: b, text: b}]}
line: {line: 2}
blanks: {blanks: {axis: ['1', '-1']}, credit: all}
"""
REST = """
rev: 2
points: 2.5
tags: [shapes]
params: {n: 'randint(1, 9)', m: 3}
derive: {k: 'n + m'}
require: ['n != m']
ask: {en: a, ko: 가}
code: "a\\nb <<axis>>\\n"
figure: {network: [2, 1], alt: {en: a, ko: 가}, numbers: true}
mistakes: [{id: other, when: 3, say: {en: a, ko: 가}}]
explain: {en: a, ko: 가}
void: drop
reason: {en: a, ko: 가}
tests: [{given: {n: 2, m: 3}, respond: '3', score: 1, mistake: other}]
"""
FULL = {
    "quiz": "full",
    "title": {"en": "Full", "ko": "전부"},
    "items": [
        {"id": kind.replace("_", "-"), **yaml.safe_load(REST), "answer": answer}
        for kind, answer in yaml.safe_load(ANSWERS).items()
    ],
}


@pytest.fixture
def course(tmp_path):
    (tmp_path / "course.yaml").write_text("title: {en: a, ko: 가}\nterm: 2026-fall\n")
    (tmp_path / "quizzes").mkdir()
    for name in ("week2", "week1"):
        (tmp_path / "quizzes" / f"{name}.yaml").touch()
    return find_course(tmp_path)


def expected_of(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("#! ") for line in lines if line.startswith("#! ")]


def problems_of(path):
    with pytest.raises(AuthoringError) as caught:
        read_quiz(path)
    return [said.removeprefix(f"{path.name}:") for said in caught.value.problems]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_known_bad_files(path, monkeypatch):
    monkeypatch.chdir(path.parent)
    monkeypatch.setattr("autograder.course.yaml_file.shown", lambda path: path.name)
    problems = problems_of(path)
    assert problems == expected_of(path)
    assert problems


def test_the_example_of_the_design():
    quiz = read_quiz(EXAMPLE)
    assert quiz.title.ko == "심층 신경망"
    assert quiz.draw == 6
    assert quiz.items[0].derive == {"n": "layer_dims[l]", "n_prev": "layer_dims[l - 1]"}


def test_where_everything_is():
    file, _ = read_quiz_file(EXAMPLE)
    place = ("items", 0, "mistakes", 0, "say", "ko")
    assert file.problem(place, "what").endswith(
        "week5.yaml:21: w-shape: mistakes.0.say.ko: what"
    )
    assert file.problem(("items", 0), "what").endswith("week5.yaml:5: w-shape: what")
    assert file.problem(("draw",), "what").endswith("week5.yaml:3: draw: what")


def test_a_file_with_everything_in_it(tmp_path):
    assert [item["id"].replace("-", "_") for item in FULL["items"]] == list(KINDS)
    path = tmp_path / "full.yaml"
    path.write_text(yaml.safe_dump(FULL, allow_unicode=True), encoding="utf-8")
    assert [item.answer.kind for item in read_quiz(path).items] == list(KINDS)


def test_names(course):
    assert quiz_names(course) == ("week1", "week2")
    assert find_quiz(course, "week2") == course.root / "quizzes" / "week2.yaml"
    assert find_quiz(course, "quizzes/week1.yaml").name == "week1.yaml"
    with pytest.raises(AutograderError) as caught:
        find_quiz(course, "week3")
    assert str(caught.value).startswith("quiz: expected one of week1, week2 (nearest:")


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 2**70),
    st.floats(),
    st.sampled_from(["", "a", "en", "n +", "A B", "net", "…", "\ud800", "{{ n"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(st.sampled_from(["key", "a b", "one"]), inner, max_size=2),
    ),
    max_leaves=4,
)


def places(value, place=()):
    yield place
    pairs = enumerate(value) if isinstance(value, list) else ()
    for key, inner in value.items() if isinstance(value, dict) else pairs:
        yield from places(inner, (*place, key))


def changed(value, place, new):
    if not place:
        return new
    copy = value.copy()
    copy[place[0]] = changed(value[place[0]], place[1:], new)
    return copy


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_every_error_has_words(tmp_path_factory, data):
    """Whatever stands anywhere in a file, the file is read or its faults are told."""
    quiz = {**FULL, "items": [data.draw(st.sampled_from(FULL["items"]))]}
    place = data.draw(st.sampled_from(list(places(quiz))))
    quiz = changed(quiz, place, data.draw(VALUES))
    path = tmp_path_factory.getbasetemp() / "full.yaml"
    path.write_text(yaml.safe_dump(quiz), encoding="utf-8")
    with suppress(AuthoringError):
        read_quiz(path)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab1: -{}[],'\"#|>&*!?\n\\~", max_size=40))
def test_any_text_is_a_file_that_is_told_about(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "text.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AuthoringError):
        read_quiz(path)
