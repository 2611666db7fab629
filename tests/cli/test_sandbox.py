from __future__ import annotations

from types import SimpleNamespace

import pytest

from autograder.sandbox import confined, examination, lockdown, selftest
from autograder.sandbox.examination import NOT_PROMISED, OPEN, Examination

DENIED = {"read a hidden file": "denied (EACCES)", "be [root]": "denied (EPERM)"}


@pytest.fixture
def found(monkeypatch):
    """What the examination of this machine says, by level."""
    found = {
        "namespaces": Examination(DENIED | {"stat": "denied (ENOENT)"}),
        "landlock": Examination(DENIED | {"stat": NOT_PROMISED}),
    }
    closed = []

    def workers(level):
        return SimpleNamespace(level=level, close=lambda: closed.append(level))

    monkeypatch.setattr(confined, "ConfinedSandbox", workers)
    monkeypatch.setattr(examination, "examine", lambda made: found[made.level])
    monkeypatch.setattr(selftest, "missing_features", list)
    monkeypatch.setattr(selftest, "unreachable", lambda *_: [])
    yield found
    assert closed.count("namespaces") == closed.count("landlock")


def test_what_holds_is_shown_by_level(run, found):
    result = run("sandbox")
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "student code tries to … namespaces landlock" in lines
    assert "read a hidden file denied (EACCES) denied (EACCES)" in lines
    assert "be [root] denied (EPERM) denied (EPERM)" in lines
    assert "stat denied (ENOENT) open at this level" in lines
    assert lines[-2:] == ["sandbox: namespaces: holds", "sandbox: landlock: holds"]


def test_a_weaker_level_will_do(run, found):
    found["namespaces"] = Examination(problem="no worker: unshare")
    result = run("sandbox")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "namespaces" not in result.stdout.split("sandbox: ")[0]
    assert lines[-2:] == [
        "sandbox: namespaces: no worker: unshare",
        "sandbox: landlock: holds",
    ]


def test_an_open_act_at_every_level_is_1(run, found):
    for level in found:
        found[level] = Examination(DENIED | {"be [root]": OPEN})
    result = run("sandbox")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "sandbox: landlock: a worker can be [root]"
    assert result.stderr == "sandbox: no level holds here\n"


def test_no_worker_at_any_level_is_1(run, found):
    found |= dict.fromkeys(found, Examination(problem="no worker"))
    result = run("sandbox")
    assert result.exit_code == 1
    assert (
        result.stdout
        == "sandbox: namespaces: no worker\nsandbox: landlock: no worker\n"
    )


def test_what_is_missing_is_said(run, found, monkeypatch):
    monkeypatch.setattr(selftest, "missing_features", lambda: ["Landlock is missing"])
    result = run("sandbox")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Landlock is missing\nsandbox: no level holds here\n"


def test_what_can_be_imported_only_if_preloaded_is_said(run, found, monkeypatch):
    asked = []

    def unreachable(paths, uid):
        asked.append((paths, uid))
        return ["/lib cannot be read"]

    monkeypatch.setattr(selftest, "unreachable", unreachable)
    for user, uid in ((0, lockdown.UNPRIVILEGED_UID), (1000, None)):
        monkeypatch.setattr("os.geteuid", lambda user=user: user)
        assert "sandbox: landlock: /lib cannot be read\n" in run("sandbox").stdout
        assert asked.pop() == (lockdown.readable_folders(), uid)
