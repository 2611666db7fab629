"""Drive the checks over submissions.

Check files import their two marks from here; nothing else is loaded by that.
"""

from autograder.grading.marks import example, grades

__all__ = ["example", "grades"]
