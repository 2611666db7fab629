"""The zygote: a warm Python process from which workers are forked.

It is executed by path, with a clean environment, apart from anything secret:
``python -I -B zygote.py LEVEL``, the control socket as its standard input. Everything
slow is imported before the first fork. No hidden path, expected value or token ever
reaches it, so a fork of it holds nothing to find. At the level ``namespaces`` it enters
a `jail` before it is ready, and forks each worker into a process namespace of its own.

Control messages are JSON datagrams. A request carries two descriptors (the worker's
protocol socket and the pipe for what it prints) and is answered by the process id with
a pidfd. When a worker ends, its wait status is reported.
"""

# ruff: noqa: E402, F401, I001 - the order of imports is the point of this module
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

# no module puts its locks and seeds right after a fork: that dirties hundreds of pages,
# no lock is held in a process of one thread, and every call is given a seed
os.register_at_fork = lambda **_: None

import array
import gc
import json
import select
import signal
import socket
import time
import warnings

import numpy as np
import numpy.fft, numpy.lib.stride_tricks, numpy.linalg, numpy.ma  # noqa: E401
import numpy.polynomial, numpy.random, numpy.testing  # noqa: E401

# what student code imports, or what Python imports late: after lock-down it is too late
import abc, bisect, cmath, collections.abc, contextlib, copy, csv, dataclasses  # noqa: E401
import datetime, decimal, enum, fractions, functools, glob, heapq, inspect, io  # noqa: E401
import itertools, logging, math, numbers, operator, pathlib, pickle, pprint  # noqa: E401
import queue, random, re, shutil, statistics, string, struct, subprocess  # noqa: E401
import tempfile, textwrap, threading, timeit, traceback, types, typing  # noqa: E401
import unittest.mock, urllib.request, zipfile  # noqa: E401
import encodings.ascii, encodings.idna, encodings.latin_1, encodings.utf_16  # noqa: E401

from autograder.sandbox import jail, lockdown, seccomp, syscalls
from autograder.sandbox.worker import Worker

CONTROL = 0
LOCKDOWN_FAILED = 113
PR_SET_DUMPABLE, PR_SET_CHILD_SUBREAPER = 4, 36
MAX_REQUEST = 1 << 16


def main() -> None:
    """Warm up, then fork a worker for every request."""
    syscalls.call("prctl", PR_SET_DUMPABLE, 0)
    syscalls.call("prctl", PR_SET_CHILD_SUBREAPER, 1)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)  # for the workers, which inherit it
    _warm_up()
    control = socket.socket(fileno=CONTROL)
    try:
        zygote = Zygote(control, sys.argv[1])
    except (OSError, RuntimeError) as error:
        control.send(json.dumps({"error": str(error)}).encode())
        return
    gc.collect()
    gc.freeze()
    control.send(json.dumps({"ready": True}).encode())
    zygote.serve()


def _warm_up() -> None:
    warnings.simplefilter("ignore")
    time.tzset()
    np.dot(np.ones((64, 64)), np.ones((64, 64)))
    np.linalg.svd(np.eye(4))
    np.random.default_rng(0).normal()
    for name in np.__all__:  # `from numpy import *` imports what numpy puts off
        getattr(np, name)


def _forget_paths() -> None:
    """Leave only the standard library to be found by an import."""
    library = Path(os.__file__).parent
    sys.path[:] = [str(library), str(library / "lib-dynload")]
    sys.meta_path[:] = [
        f
        for f in sys.meta_path
        if f.__module__ == "_frozen_importlib"
        or f.__module__ == "_frozen_importlib_external"
    ]
    sys.path_importer_cache.clear()


class Zygote:
    """Forks workers and reports how they end.

    Parameters
    ----------
    control : socket
        To the grading process.
    level : str
        ``namespaces``, or ``landlock`` for no jail.
    """

    def __init__(self, control: socket.socket, level: str) -> None:
        if len(list(Path("/proc/self/task").iterdir())) != 1:
            raise RuntimeError("the zygote has more than one thread")
        self.control = control
        self.program = seccomp.build_filter(syscalls.MACHINE)
        self.readable = lockdown.readable_folders()
        # what the jail has not: a null device, and the size of this process
        self.null = os.open(os.devnull, os.O_RDWR)
        self.memory = lockdown.address_space()
        self.workers: dict[int, int] = {}
        _forget_paths()
        self.fork = os.fork
        if level == "namespaces":
            jail.enter(self.readable, lockdown.UNPRIVILEGED_UID)
            self.fork = jail.fork_alone

    def serve(self) -> None:
        """Fork and report until the other side closes."""
        poll = select.poll()
        poll.register(self.control, select.POLLIN)
        while True:
            for descriptor, _ in poll.poll():
                if descriptor in self.workers:
                    poll.unregister(descriptor)
                    self._report_end(self.workers.pop(descriptor), descriptor)
                else:
                    poll.register(self._fork_worker(), select.POLLIN)

    def _report_end(self, pid: int, pidfd: int) -> None:
        _, status = os.waitpid(pid, 0)
        os.close(pidfd)
        self.control.send(json.dumps({"ended": pid, "status": status}).encode())

    def _fork_worker(self) -> int:
        data, ancillary, _, _ = self.control.recvmsg(MAX_REQUEST, socket.CMSG_SPACE(8))
        if not data:
            os._exit(0)
        descriptors = array.array("i")
        for _, _, content in ancillary:
            descriptors.frombytes(content)
        try:
            pid = self.fork()
        except OSError as error:
            self.control.send(json.dumps({"error": str(error)}).encode())
            os._exit(1)
        if pid == 0:
            self._become_worker(json.loads(data), *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        pidfd = os.pidfd_open(pid)
        self.workers[pidfd] = pid
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [pidfd]))]
        self.control.sendmsg([json.dumps({"started": pid}).encode()], rights)
        return pidfd

    def _become_worker(self, request: dict[str, int], sock: int, out: int) -> None:
        """Lock this process down and serve; never returns.

        Everything before `Worker` is trusted, nothing after it is.
        """
        try:
            os.chdir("/")
            files = (self.null, out, out, sock)
            high = [os.dup2(fd, 200 + i) for i, fd in enumerate(files)]
            for target, fd in enumerate(high):
                os.dup2(fd, target)
            policy = lockdown.Policy(
                readable=self.readable,
                memory=self.memory + request["memory"],
                cpu_seconds=request["cpu_seconds"],
                uid=lockdown.UNPRIVILEGED_UID if os.geteuid() == 0 else None,
            )
            lockdown.confine(policy, self.program)
        except BaseException as error:
            os.write(2, f"lock-down failed: {type(error).__name__}: {error}\n".encode())
            os._exit(LOCKDOWN_FAILED)
        try:
            os.write(3, b"R")
            Worker(3, 3).serve()
        finally:
            os._exit(1)


if __name__ == "__main__":
    main()
