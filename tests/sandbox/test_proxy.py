"""The trusted side of a worker, with real workers: whatever they do, a reply comes."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.errors import SandboxError
from autograder.sandbox import protocol, wire
from autograder.sandbox.budget import Budget
from autograder.sandbox.proxy import (
    REPLY_FACTOR,
    REPLY_ROOM,
    AskRefused,
    Lost,
    Returned,
    refuse,
)
from autograder.sandbox.question import Question
from autograder.values import Frame, GivenFunction, Limits, Opaque, Raised

pytestmark = pytest.mark.slow


def frame(message: Any, payload: bytes = b"") -> bytes:
    structure = message if isinstance(message, bytes) else protocol.encode(message)
    return wire.HEADER.pack(len(structure), len(payload)) + structure + payload


def test_no_stand_in_is_answered_by_default():
    with pytest.raises(AskRefused, match=r"^relu is not stood in for here$"):
        refuse("relu", [])


# ------------------------------------------------------------------ calls that return


@pytest.mark.parametrize(
    "value",
    [
        None,
        3,
        2**70,
        0.5,
        True,
        "가",
        b"\x00",
        (1, [2.0, {"a": (None,)}]),
        np.float64(2.5),
        np.int64(3),
        Opaque("set"),
    ],
    ids=repr,
)
def test_what_is_passed_comes_back(confined, start, value):
    reply = start(confined, "def f(x): return x").call("f", [value])
    assert isinstance(reply, Returned)
    assert reply == Returned(value)
    assert type(reply.value) is type(value)


def test_arrays_come_back_owned_and_writable(confined, start):
    array = np.arange(6.0).reshape(2, 3)
    proxy = start(confined, "def f(x): return x.T, x.flags.writeable, x.dtype.char")
    reply = proxy.call("f", [array])
    assert isinstance(reply, Returned)
    assert np.array_equal(reply.value[0], array.T)
    assert reply.value[0].flags.owndata
    assert reply.value[1:] == (True, "d")


def test_given_functions_are_passed_by_name(confined, start):
    proxy = start(
        confined,
        "def f(x): return x(-1), x is relu, relu",
        given="def relu(z): return max(0, z)",
    )
    assert proxy.call("f", [GivenFunction("relu")]) == Returned(
        (0, True, GivenFunction("relu"))
    )


def test_generators_are_seeded_for_each_call(confined, start):
    text = (
        "import random\nimport numpy as np\n"
        "def f(x): return np.random.randn(3).tolist(), random.random()"
    )
    np.random.seed(5)
    random.seed(5)
    expected = Returned((np.random.randn(3).tolist(), random.random()))
    for proxy in (start(confined, text), start(confined, text)):
        assert proxy.call("f", [0], seed=5) == expected
        assert proxy.call("f", [0], seed=6) != expected
        assert proxy.call("f", [0], seed=5) == expected


@pytest.mark.parametrize(
    ("body", "argument", "changed"),
    [
        ("x[x > 1] = 0", np.arange(4.0), ((0, 2, 4),)),
        ("x += 0", np.arange(4.0), ()),
        ("x *= -1", np.zeros(2), ()),
        ("x[0] = 1", np.array([np.nan, np.nan]), ((0, 1, 2),)),
        ("x = x + 1", np.arange(4.0), ()),
        ("x['W'][0] = 7", {"W": np.ones(3), "b": 1}, ((0, 1, 4),)),
        ("x['new'] = 7", {"W": np.ones(3)}, ((0, 1, 4),)),
        ("del x['b']", {"W": np.ones(3), "b": 1}, ((0, 1, 4),)),
        ("x['b'] = x['W']", {"W": np.ones(3), "b": 1.0}, ((0, 1, 4),)),
        ("x.append(1)", [1, 2], ((0, 1, 3),)),
        ("x[0] = x", [1], ((0, 1, 1),)),
        ("x.sort()", [3, 1, 2], ((0, 3, 3),)),
        ("x = 1", 5, ()),
    ],
)
def test_changed_arguments_are_counted(confined, start, body, argument, changed):
    reply = start(confined, f"def f(x):\n    {body}\n    return 1").call(
        "f", [argument]
    )
    assert reply == Returned(1, changed)


# ------------------------------------------------------------------ calls that raise


def test_an_exception_arrives_as_text_with_the_lines_of_the_student(confined, start):
    text = (
        "import numpy as np\nimport helper\n"
        "def g(x):\n    return helper.deep(x)\n"
        "def f(x):\n    return np.apply_along_axis(g, 0, x)\n"
    )
    proxy = start(
        confined, text, modules={"helper": "def deep(x):\n\n    raise KeyError('W1')"}
    )
    assert proxy.call("f", [np.ones(2)]) == Raised(
        "KeyError",
        "'W1'",
        (
            Frame("cell 1", 6, "f"),
            Frame("cell 1", 4, "g"),
            Frame("helper.py", 3, "deep"),
        ),
    )


@pytest.mark.parametrize(
    ("body", "type_name", "message"),
    [
        ("raise SystemExit(3)", "SystemExit", "3"),
        ("exit()", "SystemExit", "None"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt", ""),
        ("raise GeneratorExit", "GeneratorExit", ""),
        ("return y", "NameError", "name 'y' is not defined"),
        ("raise ValueError('\\ud800')", "ValueError", "?"),
        ("raise ValueError('x' * 10**6)", "ValueError", "x" * 400),
        ("class E(Exception):\n        def __str__(self): raise self\n    raise E",
         "E", ""),
        ("raise type('X' * 300, (Exception,), {})", "X" * 100, ""),
        ("return f(x)", "RecursionError",
         "maximum recursion depth exceeded"),
        ("return bytearray(1 << 33)", "MemoryError", ""),
        ("return [0] * (1 << 40)", "MemoryError", ""),
    ],
)  # fmt: skip
def test_whatever_is_raised_is_a_reply(confined, start, body, type_name, message):
    proxy = start(confined, f"def f(x):\n    {body}")
    reply = proxy.call("f", [0])
    assert isinstance(reply, Raised)
    assert (reply.type_name, reply.message) == (type_name, message)
    assert 1 <= len(reply.frames) <= 5
    assert proxy.is_open
    assert isinstance(proxy.call("f", [0]), Raised)


def test_memory_is_limited_and_the_worker_goes_on(confined, start):
    text = "import numpy as np\ndef f(x): return float(np.ones(x).sum())"
    proxy = start(confined, text)
    reply = proxy.call("f", [10**10])
    assert isinstance(reply, Raised)
    assert "MemoryError" in reply.type_name
    assert proxy.call("f", [10]) == Returned(10.0)


def test_a_function_that_is_not_there_is_a_name_error(confined, start):
    proxy = start(confined, "def f(x): return x")
    assert proxy.call("h", [1, 2]) == Raised("NameError", "name 'h' is not defined")


def test_a_call_before_loading_is_a_name_error(confined, small):
    proxy = confined.start_worker(small, Budget(small, lambda: 0.0))
    assert proxy.call("f", [1]) == Raised("NameError", "f")
    proxy.close()


# ------------------------------------------------------------------------- stand-ins

STANDINS = {
    "direct": "def h(a, b): return 0\ndef f(x): return h(x, 1)",
    "keywords": "def h(a, b): return 0\ndef f(x): return h(b=1, a=x)",
    "reordered": "def h(b, a): return 0\ndef f(x): return h(1, x)",
    "renamed": "def h(p, q): return 0\ndef f(x): return h(q=1, p=x)",
    "own default": "def h(a, b=1): return 0\ndef f(x): return h(x)",
    "own parameter": "def h(a, b, debug=False): return 0\ndef f(x): return h(x, 1)",
    "own keyword": "def h(a, *, b): return 0\ndef f(x): return h(x, b=1)",
    "star": "def h(*args): return 0\ndef f(x): return h(x, 1)",
    "missing": "def f(x): return h(x, 1)",
    "missing, keyword": "def f(x): return h(x, b=1)",
    "broken": "def h(a, b:\n    return 0\ndef f(x): return h(x, 1)",
    "not callable": "h = 3\ndef f(x): return h(x, 1)",
    "alias": "def my_h(a, b): return 0\ndef f(x): return my_h(x, 1)",
    "lambda": "h = lambda a, b: 0\ndef f(x): return h(x, 1)",
    "second target": "k = h = lambda a, b: 0\ndef f(x): return h(x, 1)",
    "in a tuple": "h, k = (lambda a, b: 0), 1\ndef f(x): return h(x, 1)",
    "in a table": "def h(a, b): return 0\nT = {'h': h}\ndef f(x): return T['h'](x, 1)",
    "other name": "def h(a, b): return 0\nk = h\ndef f(x): return k(x, 1)",
    "as default": "def h(a, b): return 0\ndef f(x, k=h): return k(x, 1)",
    "closure": "def h(a, b): return 0\ndef make(k):\n"
    "    def inner(x): return k(x, 1)\n    return inner\n"
    "inner = make(h)\ndef f(x): return inner(x)",
    "partial": "import functools\ndef h(a, b): return 0\n"
    "k = functools.partial(h, b=1)\ndef f(x): return k(x)",
    "without signature": "import operator\nh = max\ndef f(x): return h(x, 1)",
    "placeholder": "from missing import h\ndef f(x): return h(x, 1)",
    "decorated": "from missing import njit\n@njit\ndef h(a, b): return 0\n"
    "def f(x): return h(x, 1)",
    "in if": "if True:\n    def h(a, b): return 0\ndef f(x): return h(x, 1)",
    "in a sibling": "from helper import h\ndef f(x): return h(x, 1)",
    "sibling, renamed": "from helper import own as h\ndef f(x): return h(x, 1)",
    "sibling, all": "from helper import *\ndef f(x): return h(x, 1)",
    "through another": "def h(a, b): return 0\ndef g(x): return h(x, 1)\n"
    "def f(x): return g(x)",
}  # fmt: skip


@pytest.mark.parametrize("text", STANDINS.values(), ids=STANDINS.keys())
def test_a_stand_in_is_reached_wherever_the_helper_went(confined, start, text):
    asked: list[tuple[str, list[Any]]] = []

    def answer(function: str, args: Sequence[Any]) -> Any:
        asked.append((function, list(args)))
        return ("stood in", len(asked))

    helper = "def h(a, b): return 0\ndef own(a, b): return 0"
    proxy = start(confined, text, aliases={"my_h": "h"}, modules={"helper": helper})
    for count in (1, 2):
        reply = proxy.call("f", [7], standins=["h"], answer=answer)
        assert reply == Returned(("stood in", count))
    assert asked == [("h", [7, 1])] * 2


def test_without_stand_ins_the_own_helper_is_called(confined, start):
    proxy = start(confined, "def h(a, b): return a - b\ndef f(x): return h(x, b=1)")
    assert proxy.call("f", [7]) == Returned(6)
    assert proxy.call("f", [7], standins=["h"], answer=lambda *_: 0) == Returned(0)
    assert proxy.call("f", [7]) == Returned(6)
    assert proxy.call("h", [3, 1]) == Returned(2)


def test_arrays_and_given_functions_cross_both_ways(confined, start):
    def answer(function: str, args: Sequence[Any]) -> Any:
        assert args[1] == GivenFunction("relu")
        assert args[0].tolist() == [1.0, 1.0]
        return GivenFunction("relu")

    text = "import numpy as np\ndef f(x): return h(np.ones(2), relu) is relu"
    proxy = start(confined, text, given="def relu(z): return z")
    reply = proxy.call("f", [0], standins=["h"], answer=answer)
    assert reply == Returned(True)


@pytest.mark.parametrize("call", ["h()", "h(1, 2, 3)", "h(1, c=2)"])
def test_a_stand_in_takes_the_arguments_of_the_own_helper(confined, start, call):
    proxy = start(confined, f"def h(a, b): return 0\ndef f(x): return {call}")
    reply = proxy.call("f", [7], standins=["h"], answer=lambda *_: 0)
    assert isinstance(reply, Raised)
    assert reply.type_name == "TypeError"


def test_what_is_refused_is_raised_in_the_code_of_the_student(confined, start):
    def answer(function: str, args: Sequence[Any]) -> Any:
        raise AskRefused("not this one")

    text = "def g(x):\n    return h(x, 1)\ndef f(x):\n    return g(x)"
    proxy = start(confined, text)
    assert proxy.call("f", [7], standins=["h"], answer=answer) == Raised(
        "RefusedError",
        "not this one",
        (Frame("cell 1", 4, "f"), Frame("cell 1", 2, "g")),
    )
    reply = proxy.call("f", [7], standins=["h"])
    assert isinstance(reply, Raised)
    assert reply.message == "h is not stood in for here"


# ---------------------------------------------------------------- workers that are lost


@pytest.mark.parametrize(
    ("body", "kind", "detail"),
    [
        ("while True: pass", "timed-out", "0.2"),
        ("import re; re.match('(a+)+$', 'a' * 40 + 'b')", "timed-out", "0.2"),
        ("import os; os._exit(0)", "crashed", "exit 0"),
        ("import os; os._exit(3)", "crashed", "exit 3"),
        ("import ctypes; ctypes.string_at(0)", "crashed", "SIGSEGV"),
        ("import os; os.close(3); return 1", "crashed", None),
        ("import os, time; os.close(3); time.sleep(60)", "crashed", "SIGKILL"),
        ("import sys; sys.setrecursionlimit(10**9); f(x)", "crashed", "SIGSEGV"),
        ("while True: print('x' * 1000)", "printed-too-much", None),
        (
            "import os\n    while True: os.write(2, bytes(9999))",
            "printed-too-much",
            None,
        ),
        ("return list(range(200_000))", "reply-too-large", None),
        ("return 'x' * 300_000", "reply-too-large", None),
        ("return {1: bytes(1 << 22)}", "reply-too-large", None),
        ("import numpy as np; return np.zeros(1 << 18)", "reply-too-large", "2097152"),
    ],
)
def test_the_worker_is_lost(confined, start, body, kind, detail):
    proxy = start(confined, f"def f(x):\n    {body}")
    reply = proxy.call("f", [0])
    assert isinstance(reply, Lost)
    assert reply.kind == kind
    assert detail in (None, reply.detail)
    assert not proxy.is_open
    assert proxy.call("f", [0]) == Lost(
        "malformed-reply", "an answer before its question"
    )


def test_sleeping_is_ended_by_the_clock(confined, start):
    limits = Limits(call=0.2, cpu=10.0, wall=1.0, memory=1 << 28)
    proxy = start(confined, "import time\ndef f(x): time.sleep(60)", limits)
    reply = proxy.call("f", [0])
    assert isinstance(reply, Lost)
    assert reply.kind == "timed-out"
    assert 0.0 < float(reply.detail) <= 1.0


def test_processor_time_is_taken_off_the_budget(confined, start):
    proxy = start(confined, "def f(x):\n    while True: pass")
    budget = proxy.budget
    before = budget.cpu
    proxy.call("f", [0])
    assert budget.cpu <= before - 0.2
    proxy.close()
    after = budget.cpu
    proxy.close()
    assert budget.cpu == after


def test_a_reply_may_be_as_large_as_the_expected_one(confined, start, small):
    size = (REPLY_FACTOR * 100 + REPLY_ROOM) // 8
    proxy = start(confined, "import numpy as np\ndef f(x): return np.zeros(x)")
    reply = proxy.call("f", [size], expected_bytes=100)
    assert isinstance(reply, Returned)
    assert reply.value.size == size
    assert proxy.call("f", [size + 1], expected_bytes=100) == Lost(
        "reply-too-large", str(8 * (size + 1))
    )


def test_printing_a_megabyte_is_fine_and_is_there_before_the_reply(confined, start):
    proxy = start(confined, "def f(x):\n    print('y' * x)\n    return 1")
    for count in (1, 2):
        assert proxy.call("f", [10**6]) == Returned(1)
        proxy.connection.allow_output(0)
        assert proxy.connection.printed == count * (10**6 + 1)


def test_replaced_streams_do_no_harm(confined, start):
    text = (
        "import sys\nclass Out:\n    def write(self, s): pass\n"
        "    def flush(self): raise OSError\n"
        "def f(x):\n    sys.stdout = Out()\n    sys.stderr = None\n    print(1)\n"
        "    return 1"
    )
    proxy = start(confined, text)
    assert proxy.call("f", [0]) == Returned(1)
    assert proxy.call("f", [0]) == Returned(1)


# ---------------------------------------------------------------------- forged frames

FORGE = "import os\ndef f(x):\n    os.write(3, x)\n    return 'honest'"


def nested(depth: int) -> bytes:
    return b"\x94\xa8Returned\x01" + b"\x91" * depth + b"\xc0\x90"


@pytest.mark.parametrize(
    ("data", "kind", "detail"),
    [
        (frame(protocol.Returned(2, 1, [])), "malformed-reply",
         "the answer to another question"),
        (frame(protocol.Threw(0, "E", "", [])), "malformed-reply",
         "the answer to another question"),
        (frame(protocol.Ask(7, "h", [])), "malformed-reply", "Ask"),
        (frame(protocol.Loading(1)), "malformed-reply", "Loading"),
        (frame(protocol.Loaded([], [], [])), "malformed-reply", "Loaded"),
        (frame(protocol.Call(1, "f", [], 0, [])), "malformed-reply",
         "ValidationError"),
        (frame(b""), "malformed-reply", "DecodeError"),
        (frame(b"\xc1"), "malformed-reply", "DecodeError"),
        (frame(b"\x92\xa8Returned\xa1\xff"), "malformed-reply", "ValidationError"),
        (frame(b"\x94\xa8Returned\x01\xa1\xff\x90"), "malformed-reply",
         "UnicodeDecodeError"),
        (frame(b"\x94\xa8Returned\x01\x81\x80\x01\x90"), "malformed-reply",
         "DecodeError"),
        (frame(b"\x94\xa8Returned\x01\xdd\xff\xff\xff\xff\x90"), "malformed-reply",
         "DecodeError"),
        (frame(nested(60_000)), "malformed-reply", "RecursionError"),
        (frame(nested(100)), "malformed-reply",
         "a list without a tag, or nested too deeply"),
        (frame(protocol.Returned(1, {"a": 1}, [])), "malformed-reply",
         "a dict in a tree"),
        (frame(protocol.Returned(1, msgspec.msgpack.Ext(3, b"x"), [])),
         "malformed-reply", "a Ext in a tree"),
        (frame(protocol.Returned(1, ["a", "f8", 2], []), bytes(8)), "malformed-reply",
         "the payload is shorter than its shapes"),
        (frame(protocol.Returned(1, 1, []), b"x"), "malformed-reply",
         "the payload is longer than its shapes"),
        (frame(protocol.Returned(1, ["a", "b1", 1], []), b"\xff"), "malformed-reply",
         "a bool is neither 0 nor 1"),
        (frame(protocol.Returned(1, 1, [("a", 1, 1)])), "malformed-reply",
         "ValidationError"),
        (b"\xff" * 8, "reply-too-large", "4294967295"),
        (wire.HEADER.pack(wire.MAX_STRUCTURE + 1, 0), "reply-too-large", "262145"),
        (wire.HEADER.pack(1, REPLY_ROOM + 1), "reply-too-large", "1048577"),
    ],
)  # fmt: skip
def test_a_forged_frame_is_no_reply(confined, start, data, kind, detail):
    assert start(confined, FORGE).call("f", [data]) == Lost(kind, detail)


@pytest.mark.parametrize(
    "data",
    [frame(protocol.Returned(1, 42, [])), frame(protocol.Returned(1, 42, [])) * 2],
)
def test_the_worst_a_forged_reply_can_do_is_be_a_return_value(confined, start, data):
    proxy = start(confined, FORGE)
    assert proxy.call("f", [data]) == Returned(42)
    reply = proxy.call("f", [b""])
    assert isinstance(reply, Lost)
    assert reply.kind == "malformed-reply"


def test_an_answer_to_the_next_question_is_found_before_it_is_asked(confined, start):
    text = (
        "import os\ndef f(x):\n    os.write(3, x)\n"
        "    while True: pass"  # it is all there when the first answer is
    )
    answers = frame(protocol.Returned(1, 1, [])) + frame(protocol.Returned(2, 2, []))
    proxy = start(confined, text)
    assert proxy.call("f", [answers]) == Returned(1)
    assert proxy.call("f", [b""]) == Lost(
        "malformed-reply", "an answer before its question"
    )


@pytest.mark.parametrize(
    ("data", "end", "lost"),
    [
        (b"\x05", "os._exit(0)", Lost("crashed", "exit 0")),
        (wire.HEADER.pack(100, 0) + b"\x94", "os._exit(4)", Lost("crashed", "exit 4")),
        (wire.HEADER.pack(9, 9), "exec('while True: pass')", Lost("timed-out", "0.2")),
    ],
)
def test_half_a_frame_is_waited_for_within_the_limits(confined, start, data, end, lost):
    text = f"import os\ndef f(x):\n    os.write(3, x)\n    {end}"
    assert start(confined, text).call("f", [data]) == lost


def test_asking_without_end_is_ended(confined, start):
    text = "import os\ndef f(x):\n    while True: os.write(3, x)"
    ask = frame(protocol.Ask(1, "h", []))
    reply = start(confined, text).call("f", [ask * 100], standins=["h"])
    assert isinstance(reply, Lost)
    assert reply.kind == "timed-out"


def test_who_asks_where_nothing_is_stood_in_for_is_out_of_order(confined, start):
    data = frame(protocol.Ask(1, "h", []))
    reply = start(confined, FORGE).call("f", [data], answer=lambda *_: 1)
    assert reply == Lost("malformed-reply", "Ask")


SUM = "def f(x):\n    return x + 1\ndef g(x):\n    print('x' * 1000)\n    return x"


def test_calls_that_are_sent_at_once_are_answered_in_their_order(confined, start):
    proxy = start(confined, SUM)
    proxy.send([Question("f", [number]) for number in range(5)])
    assert [proxy.receive() for _ in range(5)] == [Returned(n + 1) for n in range(5)]
    assert proxy.call("f", [5]) == Returned(6)


def test_what_is_printed_counts_for_all_that_were_sent_at_once(
    confined, request_to_load
):
    limits = Limits(output=2500)
    proxy = confined.start_worker(limits, Budget(limits, time.monotonic))
    proxy.load(request_to_load(SUM))
    for calls, last in ((2, Returned(1)), (3, Lost("printed-too-much", "4502"))):
        proxy.send([Question("g", [1])] * calls)
        replies = [proxy.receive() for _ in range(calls)]
        assert replies[-1] == last
    proxy.close()


def test_what_is_printed_is_counted_although_the_reply_is_there_already(
    confined, request_to_load
):
    limits = Limits(output=500)
    proxy = confined.start_worker(limits, Budget(limits, time.monotonic))
    proxy.load(request_to_load(SUM))
    proxy.send([Question("g", [1])])
    deadline = time.monotonic() + 60
    while not proxy.connection.has_unread_bytes() and time.monotonic() < deadline:
        time.sleep(0.005)
    assert proxy.receive() == Lost("printed-too-much", "500")


def test_after_a_worker_is_lost_every_reply_is(confined, start):
    proxy = start(confined, "import os\ndef f(x): os._exit(3)")
    proxy.send([Question("f", [0])] * 3)
    assert [proxy.receive() for _ in range(3)] == [Lost("crashed", "exit 3")] * 3


def test_what_was_reached_is_told(confined, start):
    text = "def h(x, y=1): return x\ndef f(x): return h(x) if x else 1 / x"
    proxy = start(confined, text)
    assert proxy.call("f", [2]).reached == {"f", "h"}
    assert proxy.call("h", [2]).reached == {"h"}
    assert proxy.call("f", [0]).reached == {"f"}


@pytest.mark.parametrize("args", [[{"a": 1}], [["a", "f8", 2]], [["l", ["x"]]]])
def test_a_forged_question_is_no_question(confined, start, args):
    data = frame(protocol.Ask(1, "h", args))
    reply = start(confined, FORGE).call(
        "f", [data], standins=["h"], answer=lambda *_: 1
    )
    assert isinstance(reply, Lost)
    assert reply.kind == "malformed-reply"


def test_a_worker_that_somebody_else_kills_is_nobodys_fault(confined, start):
    proxy = start(confined, "def f(x):\n    while True: pass")
    killer = threading.Timer(0.05, os.kill, (proxy.connection.pid, signal.SIGKILL))
    killer.start()
    with pytest.raises(SandboxError, match="killed by somebody else"):
        proxy.call("f", [1])
    killer.join()
    assert not proxy.is_open


# ---------------------------------------------------------------------------- loading


@pytest.fixture
def small() -> Limits:
    return Limits(call=0.2, cpu=10.0, wall=20.0, memory=1 << 28)


def loaded(confined: Any, limits: Limits, request: protocol.Load) -> Any:
    proxy = confined.start_worker(limits, Budget(limits, time.monotonic))
    try:
        return proxy.load(request)
    finally:
        proxy.close()


def test_a_statement_that_does_not_return_has_a_number(
    confined, small, request_to_load
):
    text = (
        "import math\ndef loop():\n    while True: pass\n"
        "K = loop()\nL = 3\nM = loop()\ndef f(x): return K, L, M"
    )
    first = loaded(confined, small, request_to_load(text))
    assert first == Lost("timed-out", "0.2", 3)
    second = loaded(confined, small, request_to_load(text, skip=[3]))
    assert second == Lost("timed-out", "0.2", 5)
    third = loaded(confined, small, request_to_load(text, skip=[3, 5]))
    assert third.defined == ["f"]
    assert [(p.kind, p.line) for p in third.problems] == [("lost", 4), ("lost", 6)]


@pytest.mark.parametrize(
    ("statement", "lost"),
    [
        ("os._exit(3)", Lost("crashed", "exit 3", 2)),
        (
            "[print('x' * 10**6) for _ in range(9)]",
            Lost("printed-too-much", "2097152", 2),
        ),
        ("os.write(3, b'\\xff' * 8)", Lost("reply-too-large", "4294967295", 2)),
    ],
)
def test_a_worker_may_be_lost_while_loading(confined, request_to_load, statement, lost):
    limits = Limits(call=0.5, cpu=10.0, wall=20.0, output=1 << 21)
    text = f"import os\nK = {statement}\ndef f(x): return K"
    assert loaded(confined, limits, request_to_load(text)) == lost


def test_an_answer_while_loading_is_malformed(confined, small, request_to_load):
    data = frame(protocol.Returned(1, 1, []))
    text = f"import os\nK = os.write(3, {data!r})\ndef f(x): return K"
    assert loaded(confined, small, request_to_load(text)) == Lost(
        "malformed-reply", "Returned", 2
    )


def test_forging_that_all_is_loaded_gains_nothing(confined, small, request_to_load):
    data = frame(protocol.Loaded(["f", "h"], [], []))
    text = f"import os\nK = os.write(3, {data!r})\ndef f(x): return K"
    proxy = confined.start_worker(small, Budget(small, time.monotonic))
    assert proxy.load(request_to_load(text)) == protocol.Loaded(["f", "h"], [], [])
    reply = proxy.call("f", [1])
    assert isinstance(reply, Lost)
    assert reply.kind == "malformed-reply"


@pytest.mark.parametrize("pause", ["0", "0.0005"])
def test_announcing_without_end_is_ended(confined, request_to_load, pause):
    data = frame(protocol.Loading(1))
    text = (
        "import os, time\nclass K:\n    while True:\n"
        f"        os.write(3, {data!r}); time.sleep({pause})\n"
        "def f(x): return K"
    )
    limits = Limits(call=0.2, cpu=0.6, wall=1.0)
    reply = loaded(confined, limits, request_to_load(text))
    assert isinstance(reply, Lost)
    assert reply.kind == "timed-out"
    assert reply.statement == 1


def test_a_source_that_takes_too_long_to_read_is_no_statement(
    confined, small, request_to_load
):
    text = "x=1\n" * 400_000
    assert loaded(confined, small, request_to_load(text)) == Lost("timed-out", "0.2", 0)
