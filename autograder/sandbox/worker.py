"""The worker: loads one submission and answers calls until it is killed.

It is forked from the zygote and locked down before it reads its first byte; nothing
here is trusted once student code has run, since it shares this memory. So nothing here
decides anything: the worst that a patched worker can do is send a wrong value.
"""

from __future__ import annotations

import contextlib
import functools
import io
import os
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any

import msgspec
import numpy as np

from autograder.sandbox import protocol, wire
from autograder.sandbox.binding import bind, taken
from autograder.sandbox.changes import count_changes
from autograder.sandbox.loader import Loader, text_of
from autograder.sandbox.placeholder import Placeholder
from autograder.values import GivenFunction

MAX_FRAMES = 5
MAX_MESSAGE = 400
CHUNK = 1 << 16


class RefusedError(RuntimeError):
    """The reference does not answer this call of a stand-in."""


class Worker:
    """Serves one submission over a pair of descriptors.

    Parameters
    ----------
    source, sink : int
        Descriptors to read questions from and to write answers to.
    """

    def __init__(self, source: int, sink: int) -> None:
        self.source = io.BufferedReader(io.FileIO(source), CHUNK)
        self.sink = sink
        self.loader: Loader | None = None
        self.labels: set[str] = set()
        self.parameters: Mapping[str, Sequence[str]] = {}
        self.optional: Mapping[str, int] = {}
        self.names: dict[int, str] = {}
        self.standins: Sequence[str] = ()
        self.placed: set[str] = set()
        self.dispatchers: dict[str, list[Any]] = {}
        self.reached: dict[str, bool] = {}
        self.number = 0

    def serve(self) -> None:
        """Answer until the other side closes."""
        while True:
            request, payload = self._read()
            if isinstance(request, protocol.Load):
                self._load(request)
            elif isinstance(request, protocol.Call):
                self._call(request, payload)

    def _load(self, request: protocol.Load) -> None:
        self.parameters = request.functions
        self.optional = request.optional
        self.labels = {cell[0] for cell in request.cells}
        self.labels |= {f"{name}.py" for name in request.modules}
        self.loader = Loader(
            request, self._dispatcher_for, lambda n: self._send(protocol.Loading(n))
        )
        self.names = {id(value): name for name, value in self.loader.given.items()}
        loaded = self.loader.load()
        self._send(msgspec.structs.replace(loaded, routed=self._routed(self.loader)))

    def _routed(self, loader: Loader) -> list[str]:
        """Return the graded functions whose every call goes through a dispatcher."""
        return [
            name
            for name, made in self.dispatchers.items()
            if any(loader.find(name) is dispatcher for dispatcher in made)
        ]

    def _call(self, request: protocol.Call, payload: wire.Payload) -> None:
        self.number, self.standins = request.number, request.standins
        self.reached.clear()
        args, originals = self._arguments(protocol.decode_trees(request.args), payload)
        try:
            function = self._function(request.function)
            np.random.seed(request.seed)
            random.seed(request.seed)
            value = function(
                *taken(function, args, self.optional.get(request.function, 0))
            )
        except BaseException as error:  # SystemExit and KeyboardInterrupt too
            self._threw(error)
            return
        finally:
            self.standins = ()
        try:
            buffers: wire.Buffers = []
            tree = wire.pack(value, buffers, self.names)
            changed = self._changes(args, originals)
            reached = [*self.reached]
            reply = protocol.Returned(request.number, tree, changed, reached)
            self._send(reply, buffers)
        except BaseException as error:
            self._threw(error)

    def _arguments(
        self, trees: list[Any], payload: wire.Payload
    ) -> tuple[list[Any], list[tuple[Any, bytes]]]:
        args, originals = [], []
        for tree in trees:
            start = payload.position
            value = wire.unpack(tree, payload)
            originals.append((tree, bytes(payload.data[start : payload.position])))
            args.append(self._with_given(value))
        return args, originals

    def _changes(
        self, args: list[Any], originals: list[tuple[Any, bytes]]
    ) -> list[tuple[int, int, int]]:
        """Return position, changed entries and size of each changed argument."""
        changed = []
        for position, (arg, (tree, data)) in enumerate(
            zip(args, originals, strict=True)
        ):
            if self._packed(arg) != (tree, data):
                before = wire.unpack(tree, wire.Payload(data))
                entries, size = count_changes(before, arg)
                if entries:  # none where -0.0 became 0.0
                    changed.append((position, entries, size))
        return changed

    def _with_given(self, value: Any) -> Any:
        if isinstance(value, GivenFunction) and self.loader:
            return self.loader.given[value.name]
        return value

    def _packed(self, value: Any) -> tuple[Any, bytes]:
        buffers: wire.Buffers = []
        tree = wire.pack(value, buffers, self.names)
        return tree, b"".join(buffers)

    def _function(self, name: str) -> Callable[..., Any]:
        if self.loader is None:
            raise NameError(name)
        for standin in self.standins:
            if standin not in self.placed:  # missing, or bound by an import or a tuple
                self.placed.add(standin)
                dispatcher = self._dispatcher(standin, self.loader.find(standin))
                self.loader.module.__dict__[standin] = dispatcher
        function = self.loader.find(name)
        if function is None:
            raise NameError(f"name '{name}' is not defined")
        return function

    def _dispatcher_for(self, name: str) -> Callable[[Any], Any]:
        return lambda function: self._dispatcher(name, function)

    def _dispatcher(self, name: str, function: Any) -> Any:
        """Wrap a graded function, so that it can be stood in for wherever it went."""
        inert = isinstance(function, Placeholder)
        if inert or (function is not None and not callable(function)):
            return function

        def dispatcher(*args: Any, **kwargs: Any) -> Any:
            self.reached[name] = True  # no call, which could be the last of a recursion
            if name in self.standins:
                return self._ask(
                    name, bind(function, self.parameters[name], args, kwargs)
                )
            return function(*args, **kwargs)

        if function is not None:
            with contextlib.suppress(Exception):
                functools.update_wrapper(dispatcher, function)
        self.dispatchers.setdefault(name, []).append(dispatcher)
        return dispatcher

    def _ask(self, name: str, args: Sequence[Any]) -> Any:
        buffers: wire.Buffers = []
        trees = [wire.pack(arg, buffers, self.names) for arg in args]
        self._send(protocol.Ask(self.number, name, trees), buffers)
        reply, payload = self._read()
        if isinstance(reply, protocol.Answer):
            return self._with_given(wire.unpack(reply.value, payload))
        raise RefusedError(getattr(reply, "reason", "no answer"))

    def _threw(self, error: BaseException) -> None:
        text = text_of(error)[:MAX_MESSAGE]
        name = str(type(error).__name__)[:100]
        frames = self._frames(error.__traceback__)
        self._send(protocol.Threw(self.number, name, text, frames, [*self.reached]))

    def _frames(self, traceback: TracebackType | None) -> list[tuple[str, int, str]]:
        frames = []
        while traceback is not None:
            code = traceback.tb_frame.f_code
            if code.co_filename in self.labels:
                frames.append((code.co_filename, traceback.tb_lineno, code.co_name))
            traceback = traceback.tb_next
        return frames[-MAX_FRAMES:]

    def _read(self) -> tuple[protocol.FromTrusted, wire.Payload]:
        structure, payload = wire.HEADER.unpack(self._exactly(wire.HEADER.size))
        message = protocol.decode_from_trusted(self._exactly(structure))
        return message, wire.Payload(self._exactly(payload))

    def _exactly(self, size: int) -> bytes:
        data = self.source.read(size)
        if len(data) < size:
            os._exit(0)
        return data

    def _send(
        self, message: protocol.Message, buffers: wire.Buffers | None = None
    ) -> None:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):
                stream.flush()  # a killed process loses what it has not written
        payload = b"".join(buffers or ())
        structure = protocol.encode(message)
        view = memoryview(
            wire.HEADER.pack(len(structure), len(payload)) + structure + payload
        )
        while view:
            view = view[os.write(self.sink, view) :]
