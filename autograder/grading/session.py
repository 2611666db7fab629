"""One pytest session, collected once, whose run loop is ours.

pytest calls us, but submissions come when they come: so the session lives in a thread
of its own and executes what it is given. Nothing of pytest's own reporting, capturing
or caching is loaded: with it, a printing check costs 70 ms and memory grows.
"""

from __future__ import annotations

import contextlib
import inspect
import os
import queue
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import pytest
from _pytest.outcomes import OutcomeException
from _pytest.runner import runtestprotocol

from autograder.errors import AuthoringError
from autograder.grading import fixtures
from autograder.grading.marks import EXAMPLE, GRADES
from autograder.grading.trial import Trial
from autograder.messages import Text

T = TypeVar("T")

WITHOUT = (
    "assertion",
    "cacheprovider",
    "capture",
    "debugging",
    "doctest",
    "faulthandler",
    "junitxml",
    "legacypath",
    "logging",
    "pastebin",
    "pytester",
    "recwarn",
    "setuponly",
    "setupplan",
    "skipping",
    "stepwise",
    "subtests",
    "terminal",
    "threadexception",
    "tmpdir",
    "unittest",
    "unraisableexception",
    "warnings",
)
"""Plugins of pytest's own that a grading session does without."""
HIDDEN = ("PYTEST_ADDOPTS", "PYTEST_DISABLE_PLUGIN_AUTOLOAD", "PYTEST_PLUGINS")
"""Variables that change how pytest behaves."""
KOREAN = "ko:"


@dataclass(frozen=True)
class Check:
    """One check function with one set of parameters."""

    id: str
    function: str
    """The graded function, or ``as_handed_in``."""
    title: Text
    sizes: Mapping[str, int]
    is_example: bool
    item: pytest.Function

    @cached_property
    def parameters(self) -> Mapping[str, Any]:
        """The values of ``parametrize``, by name."""
        return self.item.callspec.params if hasattr(self.item, "callspec") else {}

    @cached_property
    def provided(self) -> Sequence[str] | None:
        """Names of what the check is given, None if it needs fixtures of its own."""
        own = inspect.signature(self.item.obj).parameters
        known = {*fixtures.PROVIDED, *self.parameters}
        needed = {*self.item.fixturenames} - {"request"}  # our fixtures' own
        if self.item.cls is not None or not needed | own.keys() <= known:
            return None
        return [name for name in own if name not in self.parameters]


class Session:
    """The checks of one file, ready to be run over and over.

    Parameters
    ----------
    path : Path
        The check file.

    Raises
    ------
    AuthoringError
        If the file cannot be collected, or a check has no mark or no title.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._work: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None]
        self._work = queue.SimpleQueue()
        self._collected: Future[list[pytest.Item]] = Future()
        self._thread = threading.Thread(target=self._main, name="checks", daemon=True)
        with _own_environment():
            self._thread.start()
            items = self._collected.result()
        try:
            self.checks = _checks(items, path)
        except AuthoringError:
            self.close()
            raise
        self._next = dict(zip(items, [*items[1:], items[0]], strict=True))

    def execute(self, work: Callable[[], T]) -> T:
        """Execute `work` inside the session and return what it returns."""
        future: Future[T] = Future()
        self._work.put((future, work))
        return future.result()

    def run(self, check: Check, trial: Trial) -> None:
        """Run one check; what it raises is in ``trial.error`` afterwards.

        To be called inside `execute` only. A check without fixtures of its own is
        called as it is: pytest's protocol around it costs as much as the check.
        """
        if check.provided is None:
            self._run_protocol(check, trial)
            return
        try:
            given = {name: fixtures.PROVIDED[name](trial) for name in check.provided}
            check.item.obj(**check.parameters, **given)
        except (Exception, OutcomeException) as error:
            trial.error = error

    def _run_protocol(self, check: Check, trial: Trial) -> None:
        check.item.stash[fixtures.TRIAL] = trial
        following = self._next[check.item]
        try:
            runtestprotocol(
                check.item,
                log=False,
                nextitem=None if following is check.item else following,
            )
        finally:
            del check.item.stash[fixtures.TRIAL]

    def close(self) -> None:
        """End the session."""
        self._work.put(None)
        self._thread.join()

    def _main(self) -> None:
        sys.modules.pop(self.path.stem, None)  # of another assignment, or older
        arguments = [str(self.path), "-c", os.devnull, "--import-mode=importlib"]
        arguments += ["--rootdir", str(self.path.parent), "--noconftest"]
        arguments += [f"-pno:{name}" for name in WITHOUT]
        try:
            pytest.main(arguments, plugins=[fixtures, _Loop(self)])
        except BaseException as error:
            if not self._collected.done():
                self._collected.set_exception(error)
        if not self._collected.done():
            self._collected.set_result([])


@contextlib.contextmanager
def _own_environment() -> Iterator[None]:
    """Hide what pytest reads from the environment until it has collected."""
    hidden = {name: os.environ.pop(name) for name in HIDDEN if name in os.environ}
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        del os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"]
        os.environ.update(hidden)


class _Loop:
    """The plugin that replaces pytest's run loop, in silence."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.problems: list[str] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            lines = str(report.longrepr).strip().splitlines()
            self.problems.append(f"{self.session.path}: {lines[-1] if lines else '?'}")

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if self.problems:
            self.session._collected.set_exception(AuthoringError(self.problems))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if self.session._collected.done():
            return True
        self.session._collected.set_result(session.items)
        while (entry := self.session._work.get()) is not None:
            future, work = entry
            try:
                future.set_result(work())
            except BaseException as error:
                future.set_exception(error)
        return True


def _checks(items: Sequence[pytest.Item], path: Path) -> list[Check]:
    problems: list[str] = []
    checks = []
    for item in items:
        mark = item.get_closest_marker(GRADES) or item.get_closest_marker(EXAMPLE)
        title = _title(item)
        if mark is None or not mark.args or title is None:
            problems.append(
                f"{path}: {item.name}: expected @grades(function) or "
                "@example(function), a title in the docstring's first line, "
                "and a line 'ko: …'"
            )
        elif isinstance(item, pytest.Function):
            sizes = _sizes(item)
            checks.append(
                Check(item.name, mark.args[0], title, sizes, mark.name == EXAMPLE, item)
            )
    problems += [
        f"{path}: {name}: expected a name of its own, got {count} checks of this name"
        for name, count in Counter(item.name for item in items).items()
        if count > 1
    ]
    if not items:
        problems.append(f"{path}: expected at least one check, found none")
    if problems:
        raise AuthoringError(problems)
    return checks


def _title(item: pytest.Item) -> Text | None:
    text = getattr(getattr(item, "function", None), "__doc__", None) or ""
    lines = [line.strip() for line in text.strip().splitlines()]
    korean = [line.removeprefix(KOREAN).strip() for line in lines if line[:3] == KOREAN]
    words = [*lines[:1], *korean[:1]]
    return Text(*words) if len(words) == 2 and all(words) else None


def _sizes(item: pytest.Function) -> dict[str, int]:
    """Return the parameters of a check that are whole numbers."""
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    return {name: value for name, value in parameters.items() if type(value) is int}
