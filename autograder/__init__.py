"""Grade NumPy homework and quizzes: unforgeable, fair, fast, and explained.

Nothing is imported here: the process that forks student code must be able to
import its own part of the package without the rest.
"""

__version__ = "0.1.0"
