from __future__ import annotations

import contextlib

import pytest

from autograder.errors import SandboxError
from autograder.sandbox import ahead, confined
from autograder.sandbox.ahead import started_ahead, taken
from autograder.sandbox.opening import open_sandbox


@pytest.mark.slow
def test_what_is_opened_was_started_ahead(monkeypatch):
    with started_ahead():
        (waiting,) = ahead._started
        with monkeypatch.context() as patch:
            patch.setattr(confined, "_spawn", None)
            sandbox = open_sandbox(unsafe=False, refusal="")
        assert sandbox is waiting
    assert sandbox.zygote.poll() is None  # it is of whoever opened it
    sandbox.close()


@pytest.mark.slow
def test_what_nobody_opens_is_ended():
    with contextlib.suppress(KeyboardInterrupt), started_ahead():
        (waiting,) = ahead._started
        assert taken("landlock") is None
        raise KeyboardInterrupt
    assert waiting.zygote.poll() is not None
    assert taken("namespaces") is None


@pytest.mark.parametrize("missing", [[], ["no Landlock here"]])
def test_nothing_is_started_without_need(monkeypatch, missing):
    monkeypatch.setattr("autograder.sandbox.selftest.missing_features", lambda: missing)
    with started_ahead(unsafe=not missing):
        assert ahead._started == []


@pytest.mark.parametrize("error", [SandboxError("no zygote"), OSError("no sockets")])
def test_what_fails_ahead_is_not_told_yet(monkeypatch, error):
    def fail(_):
        raise error

    monkeypatch.setattr("autograder.sandbox.selftest.missing_features", list)
    monkeypatch.setattr(confined, "ConfinedSandbox", fail)
    with started_ahead():
        assert ahead._started == []
