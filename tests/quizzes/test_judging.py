from datetime import UTC, datetime, timedelta

import pytest

from autograder.errors import SandboxError
from autograder.quizzes.history import History
from autograder.quizzes.judging import Judge
from autograder.quizzes.model import Verdict
from autograder.quizzes.schema import Item

NOW = datetime(2026, 12, 2, tzinfo=UTC)


def changed(item, **changes):
    return Item.model_validate(item.model_dump(exclude_defaults=True) | changes)


@pytest.fixture
def history(quiz, tmp_path):
    history = History(tmp_path)
    history.record(quiz.items, NOW)
    return history


@pytest.fixture
def variants(paper):
    return {variant.item: variant for variant in paper.variants}


def test_the_item_as_it_is_now_counts(quiz, history, variants):
    new = changed(quiz.items[5], answer={"number": 3})
    judge = Judge([new], history)
    assert judge(variants["net"], "3").outcome is Verdict.RIGHT
    assert judge.earlier == set()


def test_an_item_that_has_left_the_file(quiz, history, variants):
    judge = Judge([], history)
    assert judge(variants["net"], "2").outcome is Verdict.RIGHT
    assert judge.earlier == {"net"}


def test_another_rev_is_judged_by_the_parameters_that_were_asked(
    quiz, history, variants
):
    n, m = (variants["w-shape"].params[name] for name in "nm")
    new = changed(quiz.items[0], rev=2, answer={"shape": "(n, m, 1)"})
    judge = Judge([new], history)
    judged = judge(variants["w-shape"], f"({n}, {m}, 1)")
    assert (judged.outcome, judged.rev) == (Verdict.RIGHT, 1)


@pytest.mark.parametrize(
    "changes",
    [
        {"rev": 2, "params": {"k": 3}, "answer": {"shape": "(k, k)"}, "mistakes": []},
        {"rev": 2, "answer": {"number": 1}, "mistakes": []},
    ],
)
def test_a_rule_that_says_nothing_about_what_was_asked(
    quiz, history, variants, changes
):
    params = variants["w-shape"].params
    new = changed(quiz.items[0], **changes)
    history.record([new], NOW + timedelta(days=1))
    judge = Judge([new], history)
    judged = judge(variants["w-shape"], f"({params['n']}, {params['m']})")
    assert judged.outcome is Verdict.RIGHT
    assert judge.earlier == {"w-shape"}


def test_options_that_are_gone(quiz, history, variants):
    options = [{"key": "new", "text": "x", "right": True}, {"key": "bad", "text": "y"}]
    new = changed(quiz.items[1], answer={"one": options})
    judge = Judge([new], history)
    assert judge(variants["pick"], "tanh").outcome is Verdict.RIGHT
    assert judge.earlier == {"pick"}


def test_void_needs_no_rule(quiz, history, variants):
    reason = {"en": "A slip.", "ko": "실수"}
    new = changed(quiz.items[1], void="full", reason=reason)
    judge = Judge([new], history)
    assert judge(variants["pick"], None).score == 1
    assert judge.reason(variants["pick"]).en == "A slip."
    assert judge.reason(variants["net"]) is None


def test_no_definition_at_all(variants):
    judged = Judge([], History(None))(variants["net"], "2")
    assert (judged.outcome, judged.score) == (Verdict.COULD_NOT_SCORE, None)
    assert judged.problem.en == "no definition of it fits"


def test_what_goes_wrong_with_one_response_stays_with_it(
    quiz, history, variants, monkeypatch
):
    def broken(*_):
        raise SandboxError("gone")

    monkeypatch.setattr("autograder.quizzes.judging.judge", broken)
    judged = Judge(quiz.items, history)(variants["net"], "2")
    assert judged.outcome is Verdict.COULD_NOT_SCORE
    assert judged.problem.en == "SandboxError: gone"


def test_explanations(quiz, history, variants):
    judge = Judge(quiz.items, history)
    assert judge.explain(variants["w-shape"]).ko == "행은 유닛이다."
    assert judge.explain(variants["net"]) is None
    assert Judge([], History(None)).explain(variants["net"]) is None
    bad = {"en": "{{ gone }}", "ko": "{{ gone }}"}
    judge = Judge([changed(quiz.items[5], explain=bad)], History(None))
    assert judge.explain(variants["net"]) is None
