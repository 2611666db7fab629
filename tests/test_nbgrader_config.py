"""The repository is an nbgrader course, and nbgrader cannot release a solution."""

import runpy
from fnmatch import fnmatch
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).parents[1]


def configured():
    config = SimpleNamespace(CourseDirectory=SimpleNamespace())
    names = {"get_config": lambda: config}
    runpy.run_path(str(ROOT / "nbgrader_config.py"), init_globals=names)
    return config.CourseDirectory


def test_folders():
    course = configured()
    assert course.source_directory == "solutions"
    assert course.release_directory == "assignments"


def test_nothing_private_is_copied():
    ignored = configured().ignore
    assert all(isinstance(pattern, str) for pattern in ignored)
    files = [path.name for path in (ROOT / "solutions").glob("*/*")]
    assert "assignment.yaml" in files
    copied = {name for name in files if not any(fnmatch(name, p) for p in ignored)}
    assert copied == {"given.py"}
