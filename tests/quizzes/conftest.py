from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
import yaml

from autograder.course.calendar import Window
from autograder.course.course import find_course
from autograder.course.roster import Student
from autograder.quizzes.asked import Asked
from autograder.quizzes.papers import make_paper
from autograder.quizzes.schema import Quiz
from autograder.quizzes.variants import Sitting

SECRET = bytes(32)
QUIZ = r"""
quiz: week5
title: {en: 'Deep networks', ko: '심층 신경망'}
items:
  - id: w-shape
    points: 2
    params: {n: 'randint(2, 9)', m: 'randint(2, 9)'}
    require: ['n != m']
    ask:
      en: 'With {{ n }} units and {{ m }} inputs, $W$ is?'
      ko: '유닛 {{ n }}개, 입력 {{ m }}개일 때 $W$는?'
    answer: {shape: '(n, m)'}
    explain: {en: 'Rows are units.', ko: '행은 유닛이다.'}
    mistakes:
      - id: swapped
        when: '(m, n)'
        say: {en: 'Rows are the {{ n }} units.', ko: '행은 유닛 {{ n }}개입니다.'}
  - id: pick
    ask: {en: 'Which?', ko: '어느 것?'}
    answer:
      one:
        - {key: good, text: 'tanh', right: true}
        - {key: bad, text: 'step'}
        - {key: worse, text: 'none of `these`'}
  - id: pairs
    ask: {en: 'Match.', ko: '짝지으시오.'}
    answer:
      match:
        - {key: weights, text: 'W', to: matrix}
        - {key: bias, text: 'b', to: vector}
      options:
        - {key: matrix, text: 'a matrix'}
        - {key: vector, text: 'a vector'}
  - id: gaps
    ask: {en: 'Fill in.', ko: '채우시오.'}
    code: |
      db = np.sum(dZ, axis=<<axis>>, keepdims=<<keep>>)
    answer: {blanks: {axis: ['1'], keep: ['True']}}
  - id: wrong-line
    ask: {en: 'Which line is wrong?', ko: '틀린 줄은?'}
    code: |
      A = relu(Z)

      return a
    answer: {line: 3}
  - id: net
    points: 1
    ask: {en: 'How many layers?', ko: '몇 층?'}
    figure: {network: [2, 3, 1], alt: {en: 'a *small* network', ko: '작은 신경망'}}
    answer: {number: 2}
"""


@pytest.fixture
def quiz():
    """One item of six kinds."""
    return Quiz.model_validate(yaml.safe_load(QUIZ))


@pytest.fixture
def sitting():
    """The first attempt of a student."""
    return Sitting(SECRET, "2026-fall", "0012")


@pytest.fixture
def paper(quiz, sitting):
    """The paper of that student, in English."""
    return make_paper(quiz, sitting, "en", name="Kim *M*", section="A")


@pytest.fixture
def window():
    """Twenty minutes of a day in Seoul."""
    opens = datetime(2026, 12, 1, 10, tzinfo=timezone(timedelta(hours=9)))
    return Window(opens, opens + timedelta(minutes=20), minutes=10)


@pytest.fixture
def course(tmp_path):
    """A course with a calendar and no papers yet."""
    (tmp_path / "course.yaml").write_text(
        "title: {en: Course, ko: 강의}\n"
        "term: 2026-fall\n"
        "quizzes:\n"
        "  week5: {opens: '2026-12-01T10:00:00+09:00', "
        "closes: '2026-12-01T10:20:00+09:00'}\n"
    )
    (tmp_path / "quizzes").mkdir()
    return find_course(tmp_path)


@pytest.fixture
def asked(quiz):
    """Papers of two students, two attempts of a third, a spare one; and a roster."""
    papers = [
        make_paper(quiz, Sitting(SECRET, "2026-fall", student, attempt), language)
        for student, attempt, language in (
            ("s01", "1", "en"),
            ("s02", "1", "ko"),
            ("s03", "1", "en"),
            ("s03", "2", "en"),
            ("", "blank-1", "en"),
        )
    ]
    roster = [
        Student("s01", "Kim Ha", "A"),
        Student("s02", "김하나", "A", "ko"),
        Student("s03", "=cmd()", "B"),
        Student("s04", "No Paper", "B"),
    ]
    return Asked("week5", papers, roster)


@pytest.fixture
def right_responses():
    """Return a function that answers every item of a paper of `QUIZ`."""

    def answer(paper):
        params = paper.variants[0].params
        options = {
            option.key: str(place)
            for variant in paper.variants
            for place, option in enumerate(variant.form.options, start=1)
        }
        parts = [part.key for part in paper.variants[2].form.parts]
        to = {"weights": "matrix", "bias": "vector"}
        return {
            "w-shape": f"({params['n']}, {params['m']})",
            "pick": options["good"],
            "pairs": " ".join(options[to[part]] for part in parts),
            "gaps": "axis: 1\nkeep: True",
            "wrong-line": "3",
            "net": "2",
        }

    return answer
