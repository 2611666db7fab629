"""Call a student's functions in the notebook that defines them.

It is the student's own kernel: nothing is confined or ended, what is printed is seen,
and the random numbers of the notebook go on as if nothing had been called.
"""

from __future__ import annotations

import ast
import contextlib
import copy
import importlib
import inspect
import linecache
import random
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import FunctionType, ModuleType, TracebackType
from typing import Any

import numpy as np

from autograder.checks.raised import explain_raised
from autograder.checks.symptoms import missing_function
from autograder.course.examples import ExampleFile
from autograder.grading.public_examples import Tries
from autograder.grading.reference import Evaluation
from autograder.grading.trial import Failure
from autograder.messages import Language
from autograder.model import FunctionResult
from autograder.sandbox import wire
from autograder.sandbox.binding import taken
from autograder.sandbox.loader import may_return, text_of
from autograder.sandbox.proxy import Returned
from autograder.sandbox.question import Question
from autograder.values import Frame, GivenFunction, Raised

Functions = Mapping[str, Callable[..., Any]]


def try_in_kernel(
    examples: ExampleFile,
    functions: Functions,
    wanted: Iterable[str],
    namespace: Mapping[str, Any],
    language: Language,
) -> dict[str, FunctionResult]:
    """Return how the public examples of some functions went; there are no points.

    Parameters
    ----------
    functions : mapping of str to callable
        The student's functions by the names that the examples know.
    wanted : iterable of str
        Those to be tried; each is one of `examples`.
    namespace : mapping
        What the notebook defines.
    """
    tries = Tries(examples, Kernel(functions, namespace, examples.optional), language)
    return {name: tries.result(name) for name in wanted}


class Kernel:
    """Executes calls in this process.

    Parameters
    ----------
    functions : mapping of str to callable
        The student's functions by the names that the examples know.
    namespace : mapping
        What the notebook defines.
    optional : mapping of str to tuple of str
        Last parameters that a function need not take.
    """

    def __init__(
        self,
        functions: Functions,
        namespace: Mapping[str, Any],
        optional: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.functions = functions
        self.optional = optional
        self.namespace = namespace
        self.given = _given()

    def call(
        self, question: Question, evaluation: Evaluation | None
    ) -> Returned | Failure:
        """Call the student's function; see `trial.Caller`."""
        name = question.function
        function = self.functions.get(name)
        if function is None:
            return Failure(missing_function(name, sorted(self.functions)))
        args = [self._live(arg) for arg in question.args]
        optional = len(self.optional.get(name, ()))
        try:
            with _seeded(question.seed):
                value = function(*taken(function, args, optional))
        except (Exception, SystemExit) as error:
            return self._raised(name, error)
        return Returned(self._plain(value))

    def without_return(self) -> frozenset[str]:
        """Return the functions that hold no ``return``, as far as can be known."""
        return frozenset(n for n, f in self.functions.items() if not _may_return(f))

    def _live(self, arg: Any) -> Any:
        if isinstance(arg, GivenFunction):
            return getattr(self.given, arg.name)
        return copy.deepcopy(arg)

    def _plain(self, value: Any) -> Any:
        """Return `value` as the grader would receive it."""
        names = {
            id(function): name
            for name, function in vars(self.given).items()
            if isinstance(function, FunctionType)
        }
        buffers: wire.Buffers = []
        tree = wire.pack(value, buffers, names)
        return wire.unpack(tree, wire.Payload(b"".join(buffers)))

    def _raised(self, name: str, error: BaseException) -> Failure:
        frames, sources = [], {}
        for file, line, function in self._own_frames(error.__traceback__):
            label = _label(file, self.namespace)
            frames.append(Frame(label, line, function))
            sources[label] = "".join(linecache.getlines(file))
        raised = Raised(type(error).__name__, text_of(error), tuple(frames))
        return Failure(explain_raised(name, raised, sources), raised)

    def _own_frames(
        self, traceback: TracebackType | None
    ) -> Iterator[tuple[str, int, str]]:
        """Yield file, line and function of every frame that is the notebook's."""
        while traceback is not None:
            frame = traceback.tb_frame
            if frame.f_globals is self.namespace:
                code = frame.f_code
                yield code.co_filename, traceback.tb_lineno, code.co_name
            traceback = traceback.tb_next


def _given() -> ModuleType:
    """Return ``given.py`` of the current folder, empty when there is none."""
    with contextlib.suppress(ImportError):
        return importlib.import_module("given")
    return ModuleType("given")


@contextlib.contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """Seed the generators that students use, as before every call, for a while."""
    kept = np.random.get_state(), random.getstate()
    np.random.seed(seed)
    random.seed(seed)
    try:
        yield
    finally:
        np.random.set_state(kept[0])
        random.setstate(kept[1])


def _may_return(function: Callable[..., Any]) -> bool:
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):  # no source, or only a piece of a line
        return True
    node = tree.body[0]
    return not isinstance(node, ast.FunctionDef) or may_return(node)


def _label(file: str, namespace: Mapping[str, Any]) -> str:
    """Return how a cell is known to its reader, such as ``Cell In[5]``."""
    with contextlib.suppress(Exception):  # only IPython knows the numbers of cells
        named = namespace["get_ipython"]().compile.format_code_name(file)
        if named:
            return " ".join(named)
    return Path(file).name
