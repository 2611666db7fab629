"""Drive the checks over submissions.

Check files import their two marks and `numeric_gradient` from here.
"""

from autograder.checks.gradients import numeric_gradient
from autograder.grading.marks import example, grades

__all__ = ["example", "grades", "numeric_gradient"]
