import pytest

from autograder.errors import SandboxUnavailableError
from autograder.sandbox.opening import open_sandbox


@pytest.mark.slow
def test_student_code_is_confined_unless_somebody_accepts_the_risk():
    for unsafe, level in ((False, "landlock"), (True, "none")):
        sandbox = open_sandbox(unsafe=unsafe, refusal="")
        assert sandbox.level == level
        sandbox.close()


def test_what_is_missing_is_said_with_what_it_means(monkeypatch):
    missing = ["no Landlock here", "no seccomp here"]
    monkeypatch.setattr("autograder.sandbox.selftest.missing_features", lambda: missing)
    with pytest.raises(SandboxUnavailableError) as error:
        open_sandbox(unsafe=False, refusal="nothing is graded")
    assert str(error.value) == "no Landlock here\nno seccomp here\nnothing is graded"
