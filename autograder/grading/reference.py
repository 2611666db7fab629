"""The reference, evaluated once per round: by function and argument bytes.

Results are shared between submissions, so their arrays are read-only. While it
computes, the reference also notes which graded functions it called with what: only
such calls does a stand-in answer.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import inspect
import io
import random
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import FunctionType, ModuleType
from typing import Any

import numpy as np

from autograder.sandbox.question import packed
from autograder.values import GivenFunction, Raised

MAX_REMEMBERED = 1024
NOTHING: Mapping[str, Any] = {}

Signature = tuple[str, Hashable]


@dataclass(frozen=True)
class Evaluation:
    """What the reference returns for one call, and what it called meanwhile."""

    value: Any
    size: int
    """Bytes of all arrays in `value`."""
    calls: Counter[Signature]


class Reference:
    """The graded functions of the teaching team, with a memory.

    Parameters
    ----------
    modules : sequence of ModuleType
        The solution, and those of other assignments that it uses; their functions
        are wrapped in place, so that calls between them are seen.
    functions : sequence of str
        Names of the functions that can be stood in for.
    given : ModuleType, optional
        ``given.py``; its functions may be arguments.
    """

    def __init__(
        self,
        modules: Sequence[ModuleType],
        functions: Sequence[str],
        given: ModuleType | None,
    ) -> None:
        self.given = given or ModuleType("given")
        self._names = {
            id(value): name
            for name, value in vars(self.given).items()
            if isinstance(value, FunctionType)
        }
        self._functions: dict[str, Callable[..., Any]] = {}
        self._signatures: dict[str, inspect.Signature] = {}
        self._memory: OrderedDict[Hashable, Evaluation] = OrderedDict()
        self._trace: Counter[Signature] | None = None
        for name in functions:
            original = next(vars(m)[name] for m in modules if name in vars(m))
            traced = self._traced(name, original)
            for module in modules:
                if vars(module).get(name) is original:
                    setattr(module, name, traced)
            self._functions[name] = traced
            self._signatures[name] = inspect.signature(traced)

    def evaluate(self, function: str, args: Sequence[Any], seed: int = 0) -> Evaluation:
        """Return what `function` gives, from memory if it was asked before.

        Raises
        ------
        Exception
            Whatever the reference raises on `args`.
        """
        args = self.plain(_fitting(self._signatures[function], args))
        key = (function, seed, packed(args).fingerprint)
        if (known := self._memory.get(key)) is not None:
            self._memory.move_to_end(key)
            return known
        result = self._evaluate(function, args, seed)
        self._memory[key] = result
        if len(self._memory) > MAX_REMEMBERED:
            self._memory.popitem(last=False)
        return result

    def answer(self, function: str, args: Sequence[Any]) -> Any:
        """Return what `function` gives, without remembering it."""
        with silence():
            return self._functions[function](*self.live(args))

    def parameters(self, function: str) -> list[str]:
        """Return the names of the parameters of `function`."""
        return list(self._signatures[function].parameters)

    def signature_of(
        self, function: str, args: Sequence[Any], kwargs: Mapping[str, Any] = NOTHING
    ) -> Signature:
        """Return what a call asks for, however it is written: see `signature`.

        Raises
        ------
        TypeError
            If `function` cannot be called like this.
        """
        bound = self._signatures[function].bind(*args, **kwargs)
        bound.apply_defaults()
        return function, signature(list(bound.arguments.values()))

    def plain(self, args: Sequence[Any]) -> list[Any]:
        """Return `args` with functions of ``given.py`` replaced by their names."""
        return [
            GivenFunction(self._names[id(arg)]) if id(arg) in self._names else arg
            for arg in args
        ]

    def live(self, args: Sequence[Any]) -> list[Any]:
        """Return copies of `args`, with the functions in place of their names."""
        return [
            getattr(self.given, arg.name)
            if isinstance(arg, GivenFunction)
            else copy.deepcopy(arg)
            for arg in args
        ]

    def outcome(self, run: Callable[..., Any], args: Sequence[Any], seed: int) -> Any:
        """Return what `run` returns on copies of `args`, or `Raised`.

        Generators are seeded as in the worker.
        """
        _seed(seed)
        try:
            with silence():
                return run(*self.live(_fitting(inspect.signature(run), args)))
        except Exception as error:  # a wrong version may fail in any way
            return Raised(type(error).__name__, str(error))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return a graded function for the check files: remembered, read-only."""
        if name.startswith("_") or name not in self._functions:
            known = ", ".join(self._functions)
            raise AttributeError(f"the reference has {known}; got {name}")
        return lambda *args: self.evaluate(name, args).value

    def _evaluate(self, function: str, args: Sequence[Any], seed: int) -> Evaluation:
        with self._tracing() as trace, silence():
            _seed(seed)
            value = self._functions[function](*self.live(args))
        trace[self.signature_of(function, args)] -= 1  # not a call that it makes
        freeze(value)
        return Evaluation(value, size(value), +trace)

    def _traced(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def traced(*args: Any, **kwargs: Any) -> Any:
            if self._trace is not None:
                self._trace[self.signature_of(name, args, kwargs)] += 1
            return function(*args, **kwargs)

        return traced

    @contextlib.contextmanager
    def _tracing(self) -> Iterator[Counter[Signature]]:
        self._trace = Counter()
        try:
            yield self._trace
        finally:
            self._trace = None


def _fitting(signature: inspect.Signature, args: Sequence[Any]) -> Sequence[Any]:
    """Return `args` without last ones that a function does not take."""
    parameters = signature.parameters.values()
    if any(parameter.kind is parameter.VAR_POSITIONAL for parameter in parameters):
        return args
    return args[: len(parameters)]


class _Nowhere(io.TextIOBase):
    def write(self, text: str) -> int:
        return len(text)


def silence() -> contextlib.AbstractContextManager[Any]:
    """Return a context in which what the reference prints is not seen."""
    return contextlib.redirect_stdout(_Nowhere())


class Randomness:
    """The random numbers of one call, over several steps of it.

    Inside ``with``, the generators that students use go on where they stopped the last
    time; at first they are seeded as before the call itself.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._states: tuple[Any, Any] | None = None

    def __enter__(self) -> None:
        if self._states is None:
            _seed(self._seed)
        else:
            np.random.set_state(self._states[0])
            random.setstate(self._states[1])

    def __exit__(self, *_: object) -> None:
        """Keep where the generators stopped."""
        self._states = (np.random.get_state(), random.getstate())


def _seed(seed: int) -> None:
    """Seed the generators that students use, as the worker does before a call."""
    np.random.seed(seed)
    random.seed(seed)


def signature(args: Sequence[Any]) -> Hashable:
    """Return what a stand-in may be asked: types, shapes and kinds, not numbers.

    Scalars, strings and lists of sizes count with their values. Numbers of every
    precision are one kind, so that float32 arithmetic asks for the same.
    """
    return tuple(_part(arg) for arg in args)


def _part(value: Any) -> Hashable:
    if isinstance(value, np.ndarray):
        return (
            "array",
            value.dtype.kind.replace("f", "i").replace("u", "i"),
            value.shape,
        )
    if isinstance(value, dict):
        return ("dict", *((str(k), _part(value[k])) for k in sorted(value, key=str)))
    if isinstance(value, list | tuple):
        return ("items", *map(_part, value))
    if isinstance(value, FunctionType):  # of ``given.py``, of whichever assignment
        return str(GivenFunction(value.__name__))
    if isinstance(value, float | np.floating):
        return f"{value:.6g}"  # all that float32 keeps
    return str(value)


def freeze(value: Any) -> None:
    """Make every array in `value` read-only."""
    for array in _arrays(value):
        array.flags.writeable = False


def size(value: Any) -> int:
    """Return the bytes of all arrays in `value`."""
    return sum(array.nbytes for array in _arrays(value))


def _arrays(value: Any) -> Iterator[np.ndarray[Any, Any]]:
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _arrays(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _arrays(item)
