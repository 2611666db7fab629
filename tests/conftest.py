"""Fixtures that every room may use."""

from time import process_time

import pytest


@pytest.fixture
def cpu_of():
    """Return a function that gives the processor time of an action, in seconds.

    It is the least of several times, to be compared with other times of the same run
    only: the machine may be slow, or busy with something else.
    """

    def once(action):
        start = process_time()
        action()
        return process_time() - start

    return lambda action, times=5: min(once(action) for _ in range(times))
