from __future__ import annotations

import pytest

from autograder.sandbox.budget import Budget
from autograder.sandbox.connection import LostError
from autograder.values import Limits


def test_a_budget_gives_what_is_left():
    now = [50.0]
    budget = Budget(Limits(call=2.0, cpu=10.0, wall=20.0), lambda: now[0])
    watch = budget.watch(lambda: 1.0)
    assert (watch.cpu, watch.wall) == (2.0, 20.0)
    watch = budget.watch(lambda: 9.5)
    assert (watch.cpu, watch.wall) == (0.5, 6.0)
    now[0] = 69.0
    assert budget.watch(lambda: 0.0).wall == 1.0
    assert not budget.is_spent
    now[0] = 70.0
    assert budget.is_spent


@pytest.mark.parametrize(
    ("used", "now", "detail"),
    [(10.0, 0.0, "10"), (11.0, 99.0, "10"), (0.0, 20.0, "20")],
)
def test_a_spent_budget_gives_nothing(used, now, detail):
    clock = [0.0]
    budget = Budget(Limits(call=2.0, cpu=10.0, wall=20.0), lambda: clock[0])
    clock[0] = now
    with pytest.raises(LostError) as lost:
        budget.watch(lambda: used)
    assert (lost.value.kind, lost.value.detail) == ("timed-out", detail)


def test_processor_time_of_closed_workers_counts():
    budget = Budget(Limits(cpu=1.0), lambda: 0.0)
    budget.cpu -= 1.0
    assert budget.is_spent
