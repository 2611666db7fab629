# tries: to raise errors with the names of the grader's own, and with forged places
# symptoms: {center: raised, spread: raised, standardize: raised, price: raised, seal: raised}
# says: ["raised SandboxError", "raised CheckFailed"]
import sys


class SandboxError(Exception):
    """As if the machinery had failed, for which nobody loses a point."""


class CheckFailed(AssertionError):
    pass


class AuthoringError(Exception):
    pass


class Skipped(BaseException):
    pass


def center(X):
    raise SandboxError("no worker could be started")


def spread(X):
    raise CheckFailed(None)


def standardize(X):
    errors = sys.modules["autograder.errors"]
    raise errors.SandboxUnavailableError("grade again")


def price(X, rate=0.5):
    exec(compile("raise AuthoringError('x')", "cell 10**9", "exec"), globals())


def seal(X):
    raise Skipped("skipped, allow_module_level=True")
