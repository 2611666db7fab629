"""Make this folder an nbgrader course; `autograder release` makes the releases."""

from pathlib import Path

SOURCE, RELEASE = "solutions", "assignments"

config = get_config()  # noqa: F821 -- nbgrader puts it here
course = config.CourseDirectory
course.source_directory = SOURCE
course.release_directory = RELEASE

# nbgrader copies every file of a source folder that it is not told to ignore, and
# compares base names only: solutions, checks and mistakes must never come along.
folder = Path(__file__).parent / SOURCE
private = {path.name for path in folder.glob("*/*")} - {"given.py"}
patterns = {".ipynb_checkpoints", ".pytest_cache", "__pycache__", "*.pyc"}
course.ignore = sorted(private | patterns)
