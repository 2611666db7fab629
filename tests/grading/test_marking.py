from __future__ import annotations

import pytest

from autograder.checks.feedback import render_text
from autograder.course.assignment import read_assignment
from autograder.errors import SandboxError
from autograder.grading.bench import open_bench
from autograder.grading.marking import Marking, blank_result
from autograder.messages import Message
from autograder.model import Cell, Graded, Outcome, Submission

pytestmark = pytest.mark.slow

ALL = {"initialize": 2, "linear": 4, "layer": 4, "cost": 2, "as_handed_in": 1}
LINEAR = "def linear(A, W, b):\n    {}"
LAYER = "def layer(A, W, b, activate=relu):\n    {}"
COST = "def cost(A, Y, scale=0.5):\n    {}"
WITHOUT_B = LINEAR.format("return W @ A, (A, W, b)")
CALL_5 = "cost(A, Y), A (3, 5), Y (3, 5)"


def feedback(result, check):
    """Return what is said about a check, as text."""
    for function in result.functions.values():
        for found in function.checks:
            if found.id == check:
                return found.feedback and render_text(found.feedback, "en")
    raise KeyError(check)


def lost(result):
    """Return the points lost by function."""
    return {
        name: f.max_score - f.score
        for name, f in result.functions.items()
        if f.score < f.max_score
    }


def test_a_right_file_has_full_marks(mark, solution, sandbox):
    result = mark(solution())
    assert (result.outcome, result.score, result.max_score) == (Graded.GRADED, 13, 13)
    assert {n: (f.score, f.max_score) for n, f in result.functions.items()} == {
        name: (points, points) for name, points in ALL.items()
    }
    checks = [c for f in result.functions.values() for c in f.checks]
    assert {c.outcome for c in checks} == {Outcome.PASSED}
    assert {c.feedback for c in checks} == {None}
    assert (result.notes, result.error) == ((), None)
    assert (result.student, result.assignment, result.file) == (
        "s01",
        "tiny",
        "s01/tiny.py",
    )
    assert (result.sandbox, result.round) == (sandbox.level, "r1")
    assert result.seconds > 0


def test_an_alias_and_a_file_of_its_own_beside_are_right(bench, solution):
    text = solution().replace("def layer(", "def dense(")
    cells = (
        Cell("tiny.py", text.replace("import numpy as np", "from mine import np")),
    )
    modules = {"mine": "import numpy as np\n"}
    submission = Submission("s01", "tiny.py", "0", cells=cells, modules=modules)
    marking = Marking(bench, submission, "en", show_values=False)
    assert bench.session.execute(marking.mark).score == 13


def test_a_wrong_helper_costs_only_itself_and_the_whole(mark, solution):
    result = mark(solution(linear=WITHOUT_B))
    assert lost(result) == {"linear": 4, "as_handed_in": 1}
    assert feedback(result, "test_linear[3-4-5]") == (
        "`Z` has the right shape but 20 of 20 values differ\n"
        "  cause: b is not added\n"
        "  hint: Z = W A + b\n"
        "  call: linear(A, W, b), A (3, 5), W (4, 3), b (4, 1)"
    )
    check = result.functions["linear"].checks[0]
    assert check.feedback.mistake == "linear_without_b"
    assert result.functions["as_handed_in"].checks[0].feedback.cause is None


def test_causes_are_sought_with_stand_ins(mark, solution):
    twice = "Z, cache = linear(A, W, b); return activate(activate(Z)), cache"
    result = mark(solution(linear=WITHOUT_B, layer=LAYER.format(twice)))
    assert lost(result) == {"linear": 4, "layer": 4, "as_handed_in": 1}
    said = result.functions["layer"].checks[0].feedback
    assert (said.cause, said.mistake) == (
        "the linear part is activated twice",
        "layer_twice",
    )


def test_a_function_that_is_right_with_its_own_helpers_only(mark, solution):
    linear = "def linear(A, W, b):\n    return (A, W, b), W @ A + b"
    layer = LAYER.format("cache, Z = linear(A, W, b); return activate(Z), cache")
    result = mark(solution(linear=linear, layer=layer))
    assert lost(result) == {"linear": 4}


def test_part_of_the_checks_is_part_of_the_points(mark, solution):
    half = "Z = W @ A + b + (A.shape[0] == 3); return Z, (A, W, b)"
    result = mark(solution(linear=LINEAR.format(half)))
    assert lost(result) == {"linear": 2, "as_handed_in": 1}
    assert result.score == 10


FAULTS = {
    "raises": (
        "return A + nothing",
        "`cost` raised NameError\n"
        "    tiny.py, line 21, in cost\n"
        "        return A + nothing\n"
        "    name 'nothing' is not defined\n"
        f"  call: {CALL_5}",
    ),
    "loops": (
        "while True: pass",
        f"`cost` did not finish within 0.3 s\n  call: {CALL_5}",
    ),
    "exits": (
        "import os; os._exit(3)",
        f"Python crashed in `cost` (exit 3)\n  call: {CALL_5}",
    ),
    "quits": (
        "raise SystemExit",
        "`cost` raised SystemExit\n"
        "    tiny.py, line 21, in cost\n"
        "        raise SystemExit\n"
        f"  call: {CALL_5}",
    ),
    "forgets": (
        "A - Y",
        "`cost` returned None; expected cost\n"
        "  cause: the function has no `return` statement\n"
        f"  call: {CALL_5}",
    ),
    "none": (
        "return None if A.size else 1",
        f"`cost` returned None; expected cost\n  call: {CALL_5}",
    ),
    "memory": (
        "return np.ones(10**10)",
        f"`cost` needed more than 1024 MiB of memory\n  call: {CALL_5}",
    ),
    "prints": (
        "print('x' * 9 * 2**20); return 1",
        f"`cost` printed more than 8 MiB\n  call: {CALL_5}",
    ),
    "large": (
        "return np.ones(10**6)",
        f"`cost` returned far more data than expected\n  call: {CALL_5}",
    ),
    "garbage": (
        "import os; os.write(3, b'xxxx' + bytes(60)); return 1",
        f"`cost` returned far more data than expected\n  call: {CALL_5}",
    ),
    "malformed": (
        "import os; os.write(3, bytes([3, 0, 0, 0, 0, 0, 0, 0]) + b'abc'); return 1",
        f"the answer of `cost` could not be read\n  call: {CALL_5}",
    ),
    "object": (
        "return object()",
        f"`cost` is an object of type object, not a number\n  call: {CALL_5}",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_students_is_told_and_costs_its_function(mark, solution, name):
    body, text = FAULTS[name]
    result = mark(solution(cost=COST.format(body)))
    assert result.outcome is Graded.GRADED
    assert lost(result) == {"cost": 2, "as_handed_in": 1}
    assert feedback(result, "test_cost[5]") == text


def test_the_first_check_of_all_has_its_cause_too(mark, solution):
    result = mark(solution(initialize="def initialize(n_x, n_h):\n    W = 1"))
    assert feedback(result, "test_initialize") == (
        "`initialize` returned None; expected parameters\n"
        "  cause: the function has no `return` statement\n"
        "  call: initialize(n_x, n_h), n_x = 60, n_h = 50"
    )


def test_a_function_that_is_missing(mark, solution):
    result = mark(solution(cost="def costs(A, Y):\n    return 1"))
    assert lost(result) == {"cost": 2, "as_handed_in": 1}
    assert feedback(result, "test_cost[5]") == (
        "`cost` is not defined\n"
        "  cause: there is a function with a similar name: 'costs'"
    )


def test_a_helper_that_is_missing_is_stood_in_for(mark, solution):
    assert lost(mark(solution(linear=""))) == {"linear": 4, "as_handed_in": 1}


def test_a_cell_that_is_not_python_loses_itself(bench, solution):
    cells = (
        Cell("tiny.ipynb, cell 1", solution(cost="")),
        Cell("tiny.ipynb, cell 2", COST.format("return (1")),
    )
    submission = Submission("s01", "s01/tiny.ipynb", "0", cells=cells)
    marking = Marking(bench, submission, "en", show_values=False)
    result = bench.session.execute(marking.mark)
    assert lost(result) == {"cost": 2, "as_handed_in": 1}
    assert feedback(result, "test_cost[8]") == (
        "`cost` could not be read\n"
        "    tiny.ipynb, cell 2, line 2\n"
        "    '(' was never closed"
    )
    assert result.notes == (
        "tiny.ipynb, cell 2, line 2 could not be read and was skipped: "
        "'(' was never closed",
    )


def test_a_definition_that_is_replaced_is_noted(mark, solution):
    text = solution(cost="def cost(A, Y):\n    return 2") + "\n\n\n"
    text += COST.format("return float(scale * np.sum((A - Y) ** 2) / Y.shape[1])")
    result = mark(text)
    assert result.score == 13
    assert result.notes == (
        "`cost` is defined more than once; the one that counts is in tiny.py, line 24",
    )


def test_what_was_noted_of_the_files_stands_first(mark, solution):
    result = mark(solution(), notes=(Message("Left out: {reason}", reason="x.py"),))
    assert result.notes == ("Left out: x.py",)


def test_a_statement_that_does_not_return_loses_itself(mark, solution):
    loop = "limit = [i for i in iter(int, 1)]\n\n\n"
    result = mark(solution(cost=loop + COST.format("return limit")))
    assert lost(result) == {"cost": 2, "as_handed_in": 1}
    assert "name 'limit' is not defined" in feedback(result, "test_cost[5]")
    assert result.notes == ("tiny.py, line 20 did not return and was skipped",)


def test_a_file_of_statements_that_do_not_return(mark, solution):
    names = [f"x{i}" for i in range(8)]
    text = "import os\n" + "".join(f"{name} = os._exit(1)\n" for name in names)
    text += COST.format(f"return {' + '.join(names)}")
    result = mark(text)
    assert result.score == 0
    assert feedback(result, "test_cost[5]") == (
        "`cost` was not run\n"
        "  cause: Python crashed while it loaded the file (exit 1);"
        " keep computations inside functions"
    )


def test_an_argument_that_must_stay_costs_points(mark, solution):
    body = "Z = W @ A + b; W *= 2; return Z, (A, W / 2, b)"
    result = mark(solution(linear=LINEAR.format(body)))
    assert lost(result) == {"linear": 4}
    assert feedback(result, "test_linear[3-4-5]").startswith(
        "`linear` changed its argument `W` (12 of 12 entries)\n"
    )
    assert result.functions["layer"].notes == ("`layer` changed its argument `W`",)


def test_any_other_changed_argument_is_a_note(mark, solution):
    body = "Z = W @ A + b; b *= 2; return Z, (A, W, b / 2)"
    result = mark(solution(linear=LINEAR.format(body)))
    assert result.score == 13
    assert result.functions["linear"].notes == ("`linear` changed its argument `b`",)


def test_a_hanging_helper_makes_its_callers_start_with_stand_ins(
    bench, submission, solution
):
    text = solution(linear=LINEAR.format("while True: pass"))
    marking = Marking(bench, submission(text), "en", show_values=False)
    result = bench.session.execute(marking.mark)
    assert lost(result) == {"linear": 4, "as_handed_in": 1}
    assert "did not finish" in feedback(result, "test_linear[3-4-5]")
    assert marking.home.timeouts == {
        ("linear", False): 2,
        ("layer", False): 1,  # only in the check of everything as handed in
    }


def test_what_starts_with_stand_ins_may_still_pass_with_its_own_helpers(mark, solution):
    linear = (
        "def linear(A, W, b, only=None):\n"
        "    while only is None: pass\n"
        "    return only, W @ A + b"
    )
    layer = LAYER.format("x, Z = linear(A, W, b, 1); return activate(Z), (A, W, b)")
    result = mark(solution(linear=linear, layer=layer))
    assert lost(result) == {"linear": 4}


def test_a_helper_that_hangs_only_under_its_caller_costs_the_caller_nothing(
    course, make_bench, mark, solution
):
    course.change(
        "test_tiny.py",
        "SIZES = [(3, 4, 5), (5, 2, 7)]",
        "SIZES = [(3, 4, 5), (5, 2, 7)]\nMORE = [(2, 3, i) for i in (4, 5, 6, 7)]",
    )
    course.change(
        "test_tiny.py",
        '@pytest.mark.parametrize("n_x, n_h, m", SIZES)\ndef test_layer',
        '@pytest.mark.parametrize("n_x, n_h, m", MORE)\ndef test_layer',
    )
    body = "while W.shape == (3, 2): pass\n    return W @ A + b, (A, W, b)"
    result = mark(solution(linear=LINEAR.format(body)), on=make_bench())
    assert lost(result) == {"as_handed_in": 1}


def test_after_two_timeouts_the_rest_of_a_function_is_not_run(
    course, make_bench, mark, solution
):
    course.change("test_tiny.py", "[5, 8]", "[5, 8, 6, 7]")
    result = mark(solution(cost=COST.format("while True: pass")), on=make_bench())
    headlines = [c.feedback.headline for c in result.functions["cost"].checks]
    assert (
        headlines
        == ["`cost` did not finish within 0.3 s"] * 2 + ["`cost` was not run"] * 2
    )
    assert feedback(result, "test_cost[7]") == (
        "`cost` was not run\n  cause: 2 calls have exceeded the time limit already"
    )


def test_the_time_for_the_whole_submission(course, make_bench, mark, solution):
    course.change("assignment.yaml", "cpu: 8", "cpu: 0.4")
    loop = "while True: pass"
    text = solution(linear=LINEAR.format(loop), initialize="")
    result = mark(text, on=make_bench())
    assert feedback(result, "test_cost[5]") == (
        "`cost` was not run\n  cause: the time for the whole submission is used up"
    )
    assert result.functions["layer"].score == 0


class Failing:
    """A sandbox that fails the first few times."""

    level = "landlock"

    def __init__(self, sandbox, failures):
        self.sandbox = sandbox
        self.failures = failures

    def start_worker(self, limits, budget):
        if self.failures:
            self.failures -= 1
            raise SandboxError("sandbox: no worker could be started: no room")
        return self.sandbox.start_worker(limits, budget)

    def close(self):
        pass


def test_a_worker_that_does_not_start_is_tried_again(course, sandbox, mark, solution):
    bench = course.bench(Failing(sandbox, 1))
    assert mark(solution(), on=bench).score == 13
    bench.close()


def test_our_own_fault_is_nobody_else_s(course, sandbox, mark, solution):
    bench = course.bench(Failing(sandbox, 2))
    with pytest.raises(SandboxError, match="no room"):
        mark(solution(), on=bench)
    assert mark(solution(), on=bench).score == 13
    bench.close()


def test_a_sandbox_that_fails_in_the_middle_of_a_check(course, sandbox, mark, solution):
    class Exhausted(Failing):
        def start_worker(self, limits, budget):
            worker = super().start_worker(limits, budget)
            self.failures = 9
            return worker

    bench = course.bench(Exhausted(sandbox, 0))
    with pytest.raises(SandboxError, match="no room"):
        mark(solution(cost=COST.format("import os; os._exit(3)")), on=bench)
    bench.close()


STUMBLES = {
    "an exception": "np.linalg.inv(reply.value)",
    "an assertion": "assert reply.value == 3",
    "a failure": "pytest.fail('no such value')",
    "a skip": "pytest.skip('no such value')",
    "the reference": "reference.cost(reply.value, 1)",
}


@pytest.mark.parametrize("body", STUMBLES.values(), ids=STUMBLES)
def test_a_check_that_stumbles_over_a_students_value(
    course, make_bench, mark, solution, body
):
    course.change(
        "test_tiny.py",
        "    A, Y = rng.standard_normal((2, 3, m))\n"
        "    student.cost(A, Y).matches_reference()\n",
        "    A, Y = rng.standard_normal((2, 3, m))\n"
        "    reply = student.cost(A, Y)\n"
        f"    if not isinstance(reply.value, float):\n        {body}\n"
        "    reply.matches_reference()\n",
    )
    course.change("test_tiny.py", "rng, m)", "rng, reference, m)")
    course.change(
        "test_tiny.py", "import pytest\n", "import numpy as np\nimport pytest\n"
    )
    result = mark(solution(cost=COST.format("return 'abc'")), on=make_bench())
    assert result.outcome is Graded.GRADED
    assert feedback(result, "test_cost[5]") == (
        "`cost` returned a value that the check cannot go on with"
    )


def test_a_check_cannot_take_its_first_failure_back(course, make_bench, mark, solution):
    course.change(
        "test_tiny.py",
        "    A, Y = rng.standard_normal((2, 3, m))\n"
        "    student.cost(A, Y).matches_reference()\n",
        "    A, Y = rng.standard_normal((2, 3, m))\n"
        "    reply = student.cost(A, Y)\n    reply.value\n"
        "    try:\n        reply.matches_reference()\n"
        "    except AssertionError:\n        student.cost(Y, Y).matches_reference()\n",
    )
    bench = make_bench()
    assert lost(mark(solution(), on=bench)) == {}
    half = "return 2 * float(scale * np.sum((A - Y) ** 2) / Y.shape[1])"
    result = mark(solution(cost=COST.format(half)), on=bench)
    assert lost(result) == {"cost": 2, "as_handed_in": 1}


def test_a_check_that_fails_before_any_call_is_our_fault(
    course, make_bench, mark, solution
):
    course.change(
        "test_tiny.py",
        "    A, Y = rng.standard_normal((2, 3, m))\n"
        "    student.cost(A, Y).matches_reference()\n",
        "    A, Y = rng.standard_normal((2, 3, m))\n"
        "    test_cost.runs = getattr(test_cost, 'runs', 0) + 1\n"
        "    if test_cost.runs > 2:\n        raise ValueError('later')\n"
        "    reply = student.cost(A, Y)\n    reply.value\n"
        "    reply.matches_reference()\n",
    )
    with pytest.raises(SandboxError) as failed:
        mark(solution(), on=make_bench())
    assert str(failed.value) == (
        "test_cost[5]: failed before any call: ValueError('later')"
    )


def test_a_value_that_stops_a_check_after_the_call_is_the_students_fault(
    course, make_bench, mark, solution
):
    course.change(
        "test_tiny.py",
        "    reply.matches_reference()\n    student.cost(reply.value[0], 0",
        "    reply = reply.passed_on\n    student.cost(reply[0], 0",
    )
    course.change("test_tiny.py", " * reply.value[0])", " * reply[0])")
    layer = "def layer(A, W, b, activate=relu):\n    return None"
    result = mark(solution(layer=layer), on=make_bench())
    assert result.outcome is Graded.GRADED
    assert feedback(result, "test_everything") == (
        "`layer` returned a value that the check cannot go on with"
    )


@pytest.mark.filterwarnings("error")
def test_numbers_that_overflow_are_no_remark_on_the_graders_terminal(
    course, make_bench, mark, solution
):
    course.change(
        "test_tiny.py",
        "    reply.matches_reference()\n    student.cost(reply.value[0], 0",
        "    reply = reply.passed_on\n    student.cost(reply[0], 0",
    )
    course.change("test_tiny.py", " * reply.value[0])", " * reply[0])")
    layer = "def layer(A, W, b, activate=relu):\n    return (A / 0, A)"
    result = mark(solution(layer=layer), on=make_bench())
    assert feedback(result, "test_everything") != (
        "`layer` returned a value that the check cannot go on with"
    )


def test_values_are_shown_only_where_the_course_wants_it(mark, solution):
    text = solution(cost=COST.format("return 1.5"))
    hidden, shown = mark(text), mark(text, show_values=True)
    assert feedback(hidden, "test_cost[5]") == (
        f"`cost` has the wrong value\n  call: {CALL_5}"
    )
    lines = feedback(shown, "test_cost[5]").split("\n")
    assert lines[0] == "`cost` has the wrong value"
    assert lines[1].startswith("    cost: expected ")
    assert lines[1].endswith(", got 1.5")


def test_feedback_is_in_the_language_of_the_run(mark, solution):
    text = solution(linear=WITHOUT_B)
    english, korean = (
        mark(text, language=language).functions["linear"].checks[0]
        for language in ("en", "ko")
    )
    assert (english.title, korean.title) == ("Z and the cache", "Z와 캐시")
    assert korean.feedback.cause == "b를 더하지 않았다"
    assert korean.feedback.hint == "Z = W A + b이다"
    assert korean.feedback.headline != english.feedback.headline
    assert korean.feedback.call == english.feedback.call


REPLAYS = {
    "globals": "seen = {}\n\n\n",
    "attributes": "",
    "modules": "import sys\n\n\n",
}
STORES = {"globals": "seen", "attributes": "linear.__dict__", "modules": "sys.__dict__"}


@pytest.mark.parametrize("place", REPLAYS)
def test_recorded_answers_gain_nothing(mark, solution, place):
    """`layer` records what its stand-in answers, and `linear` replays it."""
    store = STORES[place]
    linear = (
        REPLAYS[place] + "def linear(A, W, b):\n"
        f"    known = {store}.get('answers', [])\n"
        "    for shape, answer in known:\n"
        "        if shape == (W.shape, A.shape):\n"
        "            return answer\n"
        "    return 0, 0"
    )
    layer = LAYER.format(
        "Z, cache = linear(A, W, b)\n"
        f"    {store}.setdefault('answers', []).append("
        "((W.shape, A.shape), (Z, cache)))\n"
        "    return activate(Z), cache"
    )
    result = mark(solution(linear=linear, layer=layer))
    assert lost(result) == {"linear": 4, "as_handed_in": 1}


def test_a_free_oracle_is_refused(mark, solution):
    layer = LAYER.format(
        "answers = [linear(A, W, b) for _ in range(3)]\n"
        "    return activate(answers[0][0]), answers[0][1]"
    )
    result = mark(solution(linear=WITHOUT_B, layer=layer))
    assert lost(result) == {"linear": 4, "layer": 4, "as_handed_in": 1}
    assert feedback(result, "test_layer[3-4-5]").startswith("`A` has the right shape")
    assert mark(solution(layer=layer)).score == 13


def test_stand_ins_may_be_asked_for_much_data(course, make_bench, mark, solution):
    """What is asked may be far larger than what the checked function returns."""
    course.write(
        "assignment.yaml",
        "title: {en: T, ko: T}\nmodule: tiny\nfunctions:\n"
        "  linear: {points: 1, returns: [Z, cache]}\n"
        "  cost: {points: 1, returns: [cost], calls: [linear]}\n",
    )
    course.write("mistakes.py", "")
    body = "return float(np.sum(linear(A, Y, 1.0)[0]))"
    course.change(
        "tiny.py",
        "m = Y.shape[1]\n    return float(scale * np.sum((A - Y) ** 2) / m)",
        body,
    )
    course.check_file(
        '''
@grades("linear")
def test_linear(student):
    """T

    ko: T
    """
    student.linear(np.ones((2, 2)), np.ones((3, 2)), 1.0).matches_reference()


@grades("cost")
def test_cost(student):
    """T

    ko: T
    """
    student.cost(np.ones((2, 100_000)), np.ones((1, 2))).matches_reference()
'''
    )
    text = solution(linear=WITHOUT_B, cost=COST.format(body))
    assert lost(mark(text, on=make_bench())) == {"linear": 1}


def test_a_blank_result_says_that_nobody_has_looked_yet(bench, submission):
    blank = blank_result(bench, submission("text", student="s07"))
    assert (blank.student, blank.outcome, blank.score) == (
        "s07",
        Graded.COULD_NOT_GRADE,
        None,
    )
    assert (blank.max_score, blank.round, blank.functions) == (13, "r1", {})


BIGGER = {
    "assignment.yaml": (
        "title: {en: Bigger, ko: 더 큰 과제}\nmodule: bigger\nlimits: {call: 0.3}\n"
        "uses: {tiny: [layer]}\nfunctions:\n"
        "  network: {points: 3, returns: [A], calls: [layer], optional: [extra]}\n"
    ),
    "bigger.py": (
        "from tiny import layer\n\n\n"
        "def network(A, W, b, scale=1.0):\n"
        "    return scale * layer(A, W, b)[0]\n"
    ),
    "test_bigger.py": (
        "from autograder.grading import grades\n\n\n"
        '@grades("network")\n'
        "def test_network(student, rng):\n"
        '    """A\n\n    ko: A\n    """\n'
        "    A, W, b = (rng.standard_normal(s) for s in ((3, 5), (4, 3), (4, 1)))\n"
        "    student.network(A, W, b, 1.0).matches_reference()\n"
    ),
    "given.py": "import numpy as np\n\n\ndef relu(Z):\n    return np.maximum(0, Z)\n",
}
NETWORK = (
    "\n\n\ndef network(A, W, b, scale=1.0):\n    return scale * layer(A, W, b)[0]\n"
)


@pytest.fixture
def bigger(course, sandbox):
    """An assignment that builds upon the functions of another one."""
    for name, text in BIGGER.items():
        course.write(f"../bigger/{name}", text)
    assignment = read_assignment(course.root / "solutions" / "bigger")
    bench = open_bench(assignment, course.inputs(), sandbox)
    yield bench
    bench.close()


@pytest.mark.parametrize(
    "bodies",
    [
        {},
        {"layer": ""},
        {"linear": WITHOUT_B},
        {"linear": "", "layer": ""},
        {"linear": LINEAR.format("while True: pass")},
        {"layer": LAYER.format("return 'nothing'")},
    ],
    ids=["right", "missing", "wrong below", "nothing", "hangs below", "wrong"],
)
def test_functions_of_earlier_assignments_are_stood_in_for(
    bigger, mark, solution, bodies
):
    result = mark(solution(**bodies) + NETWORK, on=bigger)
    assert (result.score, result.max_score) == (3, 3)
    assert list(result.functions) == ["network"]


def test_a_last_argument_that_a_students_version_need_not_take(bigger, mark, solution):
    network = NETWORK.replace(", scale=1.0", "").replace("scale * ", "")
    assert mark(solution() + network, on=bigger).score == 3
    assert mark(solution(linear="") + network, on=bigger).score == 3
