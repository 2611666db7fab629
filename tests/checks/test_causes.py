"""Causes are verified over all checks of a function, or there is none."""

from collections import Counter

import numpy as np
import pytest

from autograder.checks import symptoms
from autograder.checks.causes import Mistake, Observation, find_cause
from autograder.checks.judgements import JUDGEMENTS
from autograder.messages import Text
from autograder.values import Raised

CHECKS = ({"n_prev": 4, "n": 3, "m": 5}, {"n_prev": 2, "n": 5, "m": 7},
          {"n_prev": 6, "n": 2, "m": 3})  # fmt: skip
NAMES = ("dA_prev", "dW", "db")


def backward(dZ, A_prev, W):
    m = dZ.shape[1]
    return W.T @ dZ, dZ @ A_prev.T / m, dZ.sum(axis=1, keepdims=True) / m


def no_mean(dZ, A_prev, W):
    return W.T @ dZ, dZ @ A_prev.T, dZ.sum(axis=1, keepdims=True)


def no_keepdims(dZ, A_prev, W):
    dA_prev, dW, db = backward(dZ, A_prev, W)
    return dA_prev, dW, db[:, 0]


def inputs(sizes, seed=0):
    rng = np.random.default_rng(seed)
    n_prev, n, m = sizes["n_prev"], sizes["n"], sizes["m"]
    return (
        rng.standard_normal((n, m)),
        rng.standard_normal((n_prev, m)),
        rng.standard_normal((n, n_prev)),
    )


def outcome(run, call):
    try:
        return run(*call)
    except Exception as error:
        return Raised(type(error).__name__, str(error))


def observe(student, checks=CHECKS, correct=backward, returns=NAMES):
    seen = []
    for i, sizes in enumerate(checks):
        call = inputs(sizes, seed=i)
        got, parameters = outcome(student, call), {"expected": correct(*call)}
        judge = JUDGEMENTS["matches"].judge
        feedback = judge(
            None if isinstance(got, Raised) else got, returns, **parameters
        )
        check = f"test[{i}]"
        seen.append(
            Observation(check, got, feedback, "matches", parameters, sizes, call)
        )
    return seen


def mistake(run, words=None):
    words = words or run.__name__
    return Mistake(
        run.__name__, "f", Text(words, words), Text(f"hint {words}", "힌트"), run
    )


def evaluate(mistake, seen):
    return outcome(mistake.run, seen.call)


def words(seen, mistakes=(), returns=NAMES):
    cause = find_cause(seen, mistakes, returns, evaluate)
    return cause and cause.words.render("en")


def test_a_mistake_is_named_with_its_hint():
    cause = find_cause(observe(no_mean), [mistake(no_keepdims), mistake(no_mean)],
                       NAMES, evaluate)  # fmt: skip
    assert cause.words.render("en") == "no_mean"
    assert cause.hint.render("en") == "hint no_mean"
    assert cause.mistake == "no_mean"


def test_no_failure_no_cause():
    assert words(observe(backward), [mistake(no_mean)]) is None


def test_a_mistake_that_explains_only_some_checks_is_not_named():
    def sometimes(dZ, A_prev, W):
        other = no_mean if dZ.shape[1] == 5 else no_keepdims
        return other(dZ, A_prev, W)

    assert words(observe(sometimes), [mistake(no_mean), mistake(no_keepdims)]) is None


def test_a_mistake_that_fails_where_the_student_passed_is_not_named():
    def once(dZ, A_prev, W):
        return (no_mean if dZ.shape[1] == 5 else backward)(dZ, A_prev, W)

    def raises_on_seven(dZ, A_prev, W):
        if dZ.shape[1] == 7:
            raise ValueError
        return once(dZ, A_prev, W)

    assert words(observe(once), [mistake(no_mean), mistake(raises_on_seven)]) is None
    assert words(observe(once), [mistake(once)]) == "once"


def test_two_mistakes_that_cannot_be_told_apart_leave_the_plain_description():
    twins = [mistake(no_mean, "one"), mistake(no_mean, "other")]
    assert words(observe(no_mean), twins) == (
        "every entry of `dW` and `db` is m times the expected one"
    )
    same = [mistake(no_mean, "one"), mistake(no_mean, "one")]
    assert words(observe(no_mean), same) == "one"


def cost(dZ, A_prev, W):
    return float((dZ**2).mean())


def wrong_cost(dZ, A_prev, W):
    return cost(dZ, A_prev, W) + 0.3


def test_scalars_need_three_checks():
    for count, expected in ((1, None), (2, None), (3, "wrong_cost")):
        seen = observe(wrong_cost, CHECKS[:count], cost, "cost")
        assert words(seen, [mistake(wrong_cost)], "cost") == expected


def test_mistakes_that_raise():
    def mismatch(dZ, A_prev, W):
        return backward(dZ, A_prev.T, W)

    def key_error(dZ, A_prev, W):
        raise KeyError("W9")

    assert words(observe(mismatch), [mistake(key_error), mistake(mismatch)]) == (
        "mismatch"
    )
    # one message three times is one fact, and so rests on too little
    assert words(observe(key_error), [mistake(key_error)]) is None
    assert words(observe(no_mean), [mistake(key_error)]) is not None


def test_a_call_that_did_not_return_has_no_cause():
    seen = observe(no_mean)
    lost = Observation("x", None, seen[0].feedback, "", {}, {}, seen[0].call)
    assert words([*seen, lost], [mistake(no_mean)]) is None


# what can be said of the numbers alone


def change(index, how):
    def student(dZ, A_prev, W):
        values = list(backward(dZ, A_prev, W))
        values[index] = how(values[index], dZ.shape[1])
        return tuple(values)

    return student


@pytest.mark.parametrize(
    ("student", "all_checks", "one_check"),
    [
        (no_mean, "every entry of `dW` and `db` is m times the expected one",
         "every entry of `dW` and `db` is 5 times the expected one, and m = 5"),
        (change(1, lambda v, m: v * m), "every entry is m times the expected one",
         "every entry is 5 times the expected one, and m = 5"),
        (change(1, lambda v, m: v / m), "every entry is 1/m of the expected one",
         "every entry is 1/5 of the expected one, and m = 5"),
        (change(1, lambda v, m: v / m**2), "every entry is 1/m² of the expected one",
         "every entry is 1/5² of the expected one, and m = 5"),
        (change(0, lambda v, m: -v), *["every entry is minus the expected one"] * 2),
        (change(0, lambda v, m: 2 * v), *["every entry is twice the expected one"] * 2),
        (change(0, lambda v, m: v / 2), *["every entry is half the expected one"] * 2),
        (change(1, lambda v, m: v.T), *["this is the expected array transposed"] * 2),
        (no_keepdims, "the values are right; the second axis is missing",
         "the 3 values are right; the second axis is missing"),
        (change(2, lambda v, m: v[None]),
         "the values are right; there are too many axes of length 1",
         "the 3 values are right; there are too many axes of length 1"),
        (change(0, lambda v, m: v * 3.7), None, None),
        (change(0, lambda v, m: v.astype(np.float32) * np.float32(-1)),
         *["every entry is minus the expected one"] * 2),
        (change(0, lambda v, m: v * np.nan), None, None),
        (change(0, lambda v, m: None), None, None),
        (lambda *call: backward(*call)[:2], None, None),
    ],
)  # fmt: skip
def test_descriptions(student, all_checks, one_check):
    assert words(observe(student)) == all_checks
    assert words(observe(student, CHECKS[:1])) == one_check


def single(expected, got, returns="out", sizes=None, count=1):
    judge = JUDGEMENTS["matches"].judge
    feedback = judge(got, returns, expected=expected)
    return [
        Observation("t", got, feedback, "matches", {"expected": expected}, sizes or {},
                    None)
    ] * count  # fmt: skip


A = np.array([[0.3, 0.5, 0.7], [0.2, 0.9, 0.4]])


@pytest.mark.parametrize(
    ("expected", "got", "returns", "sizes", "said"),
    [
        (A, A * 5, "out", {"m": 5, "n": 5}, None),
        (A, A * 2, "out", {"m": 2}, "every entry is twice the expected one"),
        (A, A * 5, "out", {"m": 0}, None),
        ((A, A), (A.T, A.T), ("a", "b"), {},
         "each of `a` and `b` is the expected array transposed"),
        ((A[:, :1], A[:, 1:2]), (A[:, 0], A[:, 1]), ("a", "b"), {},
         "the values of `a` and `b` are right; the second axis is missing"),
        ((A, 0.5, "relu"), (A, 0.7, "tanh"), ("a", "b", "c"), {}, None),
        ((0.3, 0.7, 0.9), (-0.3, -0.7, -0.9), ("da", "db", "dc"), {},
         "each of `da`, `db` and `dc` is minus the expected one"),
        ((A[:1, None],), (A[:1],), ("a",), {},
         "the 3 values are right; axes of length 1 are missing"),
        (A[:1, None], A[:1].T[..., None], "out", {},
         "the 3 values are right; the axes of length 1 are in other places"),
        (A, A[:, ::-1][None], "out", {}, None),
        (A[0, None, None], A[0], "out", {},
         "the 3 values are right; axes of length 1 are missing"),
        (A[:, :1], A[1::-1, :1].T[None], "out", {}, None),
    ],
)  # fmt: skip
def test_descriptions_of_one_check(expected, got, returns, sizes, said):
    assert words(single(expected, got, returns, sizes), (), returns) == said


@pytest.mark.parametrize(
    ("got", "said"),
    [
        (np.array([[0.37]]), "the value is right; there are too many axes of length 1"),
        (-0.37, "`out` is minus the expected one"),
        (3.7, "`out` is 10 times the expected one, and n = 10"),
    ],
)
def test_descriptions_of_a_scalar(got, said):
    assert words(single(0.37, got, sizes={"n": 10}, count=3), (), "out") == said
    assert words(single(0.37, got, sizes={"n": 10}, count=2), (), "out") is None


def test_a_factor_that_would_spoil_what_passed_is_not_named():
    seen = single(A, -A) + single(A, A)
    assert words(seen, (), "out") is None


def test_an_axis_may_be_kept_where_there_is_none_to_lose():
    squeezed = single(A[:, :1], A[:, 0], count=2)
    assert words(squeezed + single(A, A), (), "out") == (
        "the 2 values are right; the second axis is missing"
    )
    assert words(squeezed + single(A[:, :1], A[:, :1]), (), "out") is None


def test_different_leaves_in_different_checks_have_no_common_description():
    seen = single((A, A), (-A, A), ("a", "b")) + single((A, A), (-A, -A), ("a", "b"))
    assert words(seen, (), ("a", "b")) is None


def test_a_leaf_that_a_check_does_not_expect_is_no_contradiction():
    deep, flat = {"W1": A, "W2": A}, {"W1": A}
    seen = single(deep, {"W1": -A, "W2": -A}) + single(flat, {"W1": -A})
    assert words(seen, (), "out") == (
        "every entry of `W1` and `W2` is minus the expected one"
    )


def test_an_initialization_has_mistakes_but_no_plain_description():
    asked = {"shapes": {"W1": (40, 30)}, "spread": {"W1": 0.01}}
    judgement = JUDGEMENTS["is_initialization"]

    def no_scale(seed):
        return {"W1": np.random.default_rng(seed).standard_normal((40, 30))}

    got = no_scale(1)
    feedback = judgement.judge(got, "parameters", **asked)
    seen = [Observation("t", got, feedback, "is_initialization", asked, {}, (2,))]
    assert words(seen, [mistake(no_scale)], "parameters") == "no_scale"
    assert words(seen, [], "parameters") is None


WRONG = {
    "sum": no_mean,
    "keepdims": no_keepdims,
    "sign": change(1, lambda v, m: -v),
    "transposed": change(1, lambda v, m: v.T),
    "one": change(2, lambda v, m: v * m),
}


def test_never_guesses():
    """Random wrong arrays, tuples and scalars have no cause."""
    rng = np.random.default_rng(7)
    mistakes = [mistake(run, name) for name, run in WRONG.items()]
    said = Counter()
    for _ in range(250):
        checks = CHECKS[: rng.integers(1, 4)]
        tuples = observe(
            lambda *call: tuple(rng.standard_normal(v.shape) for v in backward(*call)),
            checks,
        )
        said[words(tuples, mistakes)] += 1
        whole = rng.integers(1, 20, (len(CHECKS), 2))
        scalars = [
            Observation("t", int(got), feedback, "matches", {"expected": int(want)},
                        sizes, None)
            for (want, got), sizes in zip(whole, CHECKS, strict=True)
            if (feedback := JUDGEMENTS["matches"].judge(int(got), "n",
                                                        expected=int(want)))
        ]  # fmt: skip
        said[words(scalars, (), "n")] += 1
    assert said == {None: 500}


def silent(check):
    """Return what is seen of a call that was ended."""
    return Observation(check, None, symptoms.timed_out("f", 5), "", {}, {}, ())


def raises(*_):
    raise NotImplementedError


@pytest.mark.parametrize(
    "seen",
    [
        observe(raises),
        [*observe(no_mean), silent("test[3]")],
    ],
)
def test_no_mistake_is_run_where_none_could_be_recognised(seen):
    def never(_mistake, _seen):
        pytest.fail("a mistake was run")

    assert find_cause(seen, [mistake(no_mean)], NAMES, never) is None
