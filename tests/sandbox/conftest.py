"""Run an action in a forked child, which may lock itself down, and look at it."""

from __future__ import annotations

import json
import os
import select
import signal
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from autograder.sandbox import protocol
from autograder.sandbox.budget import Budget
from autograder.sandbox.confined import LEVELS, ConfinedSandbox
from autograder.sandbox.proxy import Proxy
from autograder.values import Limits

SMALL = Limits(call=0.2, cpu=10.0, wall=20.0, memory=1 << 28, output=1 << 21)
SECONDS = 20.0
REPORT = 3  # the descriptor that a locked-down worker keeps for its socket


@dataclass(frozen=True)
class Ending:
    code: int
    """Exit status; negative: the signal that killed the child."""

    report: bytes

    @property
    def value(self) -> object:
        """What the action returned, as JSON keeps it."""
        assert self.code == 0, f"ended with {self.code}: {self.report.decode()}"
        return json.loads(self.report)


@pytest.fixture
def forked() -> Callable[[Callable[[], object]], Ending]:
    """Run an action in a child, wait for its end, and return how it ended."""
    return _forked


@pytest.fixture
def paused() -> Callable[[Callable[[], object]], object]:
    """Give, in a with statement, the id of a child that did the action and waits."""
    return _paused


@pytest.fixture(scope="module", params=LEVELS)
def confined(request: pytest.FixtureRequest) -> Iterator[ConfinedSandbox]:
    """One zygote of each level for the tests of a module."""
    sandbox = ConfinedSandbox(request.param)
    yield sandbox
    sandbox.close()


@pytest.fixture
def start() -> Iterator[Callable[..., Proxy]]:
    """Start a worker and have it load a source, which must go well."""
    proxies: list[Proxy] = []

    def start(sandbox: Any, text: str, limits: Limits = SMALL, **details: Any) -> Proxy:
        proxies.append(sandbox.start_worker(limits, Budget(limits, time.monotonic)))
        loaded = proxies[-1].load(load_request(text, **details))
        assert isinstance(loaded, protocol.Loaded), loaded
        return proxies[-1]

    yield start
    for proxy in proxies:
        proxy.close()


def load_request(text: str, **details: Any) -> protocol.Load:
    """Return the request to load one cell; `f` and `h` are graded."""
    request = {
        "cells": [("cell 1", text)],
        "modules": {},
        "given": "",
        "functions": {"f": ["x"], "h": ["a", "b"]},
        "aliases": {},
        "skip": [],
    }
    return protocol.Load(**(request | details))


@pytest.fixture
def request_to_load() -> Callable[..., protocol.Load]:
    """Make the request to load one cell."""
    return load_request


def _forked(action: Callable[[], object]) -> Ending:
    child, report = _fork(lambda: json.dumps(action()).encode())
    received = b""
    deadline = time.monotonic() + SECONDS
    while select.select([report], [], [], max(0.0, deadline - time.monotonic()))[0]:
        part = os.read(report, 1 << 16)
        if not part:
            break
        received += part
    else:
        os.kill(child, signal.SIGKILL)
    os.close(report)
    _, status = os.waitpid(child, 0)
    return Ending(os.waitstatus_to_exitcode(status), received)


@contextmanager
def _paused(action: Callable[[], object]) -> Iterator[int]:
    def act_and_wait() -> bytes:
        action()
        os.write(REPORT, b"ready")
        time.sleep(2 * SECONDS)
        return b""

    child, report = _fork(act_and_wait)
    try:
        assert select.select([report], [], [], SECONDS)[0], "the child is not ready"
        said = os.read(report, 1 << 16)
        assert said == b"ready", said.decode()
        yield child
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(report)


def _fork(action: Callable[[], bytes]) -> tuple[int, int]:
    report, in_child = os.pipe()
    with warnings.catch_warnings():
        # Python 3.12 warns of the threads that NumPy's BLAS has here
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        os.close(in_child)
        return child, report
    try:
        os.dup2(in_child, REPORT)
        for descriptor in {in_child, report} - {REPORT}:
            os.close(descriptor)
        os.write(REPORT, action())
        os._exit(0)
    except BaseException:
        os.write(REPORT, traceback.format_exc().encode())
    finally:
        os._exit(1)
