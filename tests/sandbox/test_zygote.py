"""What a worker has from its zygote: nothing of Python's own is run after a fork."""

from __future__ import annotations

from autograder.sandbox.proxy import Returned

THREADS = """
import logging, signal, threading, weakref
def f(x):
    threading.main_thread().name = "the first"
    logging.getLogger("a").warning("written")
    for lock in (threading.Lock(), threading.Condition(), threading.Semaphore()):
        with lock:
            pass
    done = threading.Event()
    done.set()
    alone = threading.enumerate() == [threading.current_thread()]
    return alone, threading.current_thread().name, done.wait(1)
"""
SIGNALS = """
import signal
def f(x):
    return [int(signal.getsignal(number)) for number in (2, 13, 15)]
"""
DRAWN = """
import random
K = random.random()
def f(x):
    return K, random.random()
"""


def value(proxy, **details):
    reply = proxy.call("f", [0], **details)
    assert isinstance(reply, Returned), reply
    return reply.value


def test_threads_and_locks_are_those_of_a_process_of_one_thread(confined, start):
    assert value(start(confined, THREADS)) == (True, "the first", True)


def test_signals_have_their_usual_effect(confined, start):
    assert value(start(confined, SIGNALS)) == [0, 0, 0]


def test_what_is_drawn_hangs_on_the_seed_and_not_on_the_worker(confined, start):
    one, other = start(confined, DRAWN), start(confined, DRAWN)
    assert value(one, seed=1) == value(other, seed=1)
    assert value(one, seed=1) != value(one, seed=2)
