from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from autograder.model import Lateness
from autograder.reports.labels import function_label, late_remark

DUE = datetime(2026, 12, 1, tzinfo=UTC)


def test_what_earns_points_has_a_name():
    assert function_label("relu", "en") == "relu"
    assert function_label("as_handed_in", "en") == "everything as handed in"
    assert function_label("presence", "en") == "handed in"


@pytest.mark.parametrize(
    ("days", "changes", "remark"),
    [
        (0, {}, ""),
        (1, {"score": 90, "earned": 100}, "1 day late: −10"),
        (2, {"score": 73.6, "earned": 92}, "2 days late: −18.4"),
        (3, {"score": 100, "earned": None}, "3 days late"),
        (3, {"score": None, "earned": None}, "3 days late"),
    ],
)
def test_how_late_in_a_few_words(right, days, changes, remark):
    late = Lateness(DUE, days * 86400.0, days, 0.1)
    assert late_remark(replace(right, late=late, **changes), "en") == remark


def test_no_due_time_no_remark(right):
    assert late_remark(right, "en") == ""
