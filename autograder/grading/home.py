"""Where one submission lives: its workers, its time, and what went wrong with them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from autograder.checks import symptoms
from autograder.checks.describe import clean, place_words
from autograder.checks.feedback import Feedback
from autograder.checks.raised import explain_raised, names_defined
from autograder.errors import SandboxError
from autograder.grading.pipeline import Pipeline
from autograder.grading.trial import Failure
from autograder.messages import Message, Words
from autograder.model import Assignment, Submission
from autograder.sandbox import protocol
from autograder.sandbox.budget import Budget
from autograder.sandbox.opening import Sandbox
from autograder.sandbox.proxy import Lost, Proxy
from autograder.values import Raised

OWN = ""
"""The name of the worker with the student's own helpers."""
MAX_REASON = 200
MAX_NAME = 80
MAX_PROBLEMS = 50
"""Remarks on one source that are read."""
MAX_LOADS = 6
"""Workers that are started to load a source whose statements do not return."""
MAX_TIMEOUTS = 2
"""Calls of one function that may time out before the rest of its checks is not run."""


@dataclass
class Loads:
    """What is known of a submission once a worker has loaded it."""

    report: protocol.Loaded | None = None
    failure: Lost | None = None
    """Why it could not be loaded at all, by the student's doing."""


class Home:
    """Where the functions of one submission live.

    Parameters
    ----------
    sandbox : Sandbox
        Starts the workers.
    assignment : Assignment
        What is graded, and the limits.
    submission : Submission
        The student's text.
    parameters : mapping of str to list of str
        Graded function to the names of the reference's parameters.
    given : str
        Text of ``given.py``.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        assignment: Assignment,
        submission: Submission,
        parameters: Mapping[str, list[str]],
        given: str,
    ) -> None:
        self.sandbox = sandbox
        self.assignment = assignment
        self.submission = submission
        self.budget = Budget(assignment.limits, time.monotonic)
        self.timeouts: Counter[tuple[str, bool]] = Counter()
        """Calls that did not return, by function and whether it had stand-ins."""
        self.loads = Loads()
        self.sources: Mapping[str, str] = {
            cell.label: cell.text for cell in submission.cells
        } | {f"{name}.py": text for name, text in submission.modules.items()}
        self._parameters = dict(parameters)
        self._given = given
        self._skip: list[int] = []
        self._proxies: dict[str, Proxy] = {}
        self.pipeline = Pipeline(self.shared_worker)

    def shared_worker(self) -> Proxy | None:
        """Return the worker of the student's own helpers, started when needed."""
        return self._worker(OWN)

    def worker_for(self, checked: str) -> Proxy | None:
        """Return the worker in which the helpers of one function are stood in for.

        Those of other functions end.
        """
        for other in self._proxies.keys() - {OWN, checked}:
            self._proxies.pop(other).close()
        return self._worker(checked)

    def _worker(self, name: str) -> Proxy | None:
        proxy = self._proxies.get(name)
        if proxy is None or not proxy.is_open:
            proxy = self.fresh_worker()
        if proxy is not None:
            self._proxies[name] = proxy
        return proxy

    def fresh_worker(self) -> Proxy | None:
        """Return a new worker that has loaded the submission, or None if none can.

        A statement that does not return is skipped in the next worker.
        """
        for _ in range(MAX_LOADS):
            if self.loads.failure or self.budget.is_spent:
                return None
            proxy = self._start()
            outcome = proxy.load(self._request())
            if isinstance(outcome, protocol.Loaded):
                self.loads.report = outcome
                return proxy
            self._skip.append(outcome.statement)
            if outcome.statement == 0 or len(self._skip) == MAX_LOADS:
                self.loads.failure = outcome
        return None

    def close(self) -> None:
        """End all workers."""
        for proxy in self._proxies.values():
            proxy.close()

    def without_return(self) -> frozenset[str]:
        """Return the functions that hold no ``return``, as far as can be known."""
        if self.loads.report is None:
            self.shared_worker()
        report = self.loads.report
        return frozenset(report.no_return if report else ())

    def why_not(self, function: str, *, stood_in: bool = False) -> Feedback | None:
        """Return why `function` cannot be called at all, or None.

        A helper that does not return says nothing of its caller: calls with stand-ins
        are counted apart.
        """
        if self.timeouts[function, stood_in] >= MAX_TIMEOUTS:
            reason = Message(
                "{count} calls have exceeded the time limit already", count=MAX_TIMEOUTS
            )
            return symptoms.not_run(function, reason)
        return self._used_up(function)

    def _used_up(self, function: str) -> Feedback | None:
        if self.budget.is_spent:
            reason = Message("the time for the whole submission is used up")
            return symptoms.not_run(function, reason)
        return None

    def describe(
        self, function: str, reply: Raised | Lost, *, stood_in: bool = False
    ) -> Failure:
        """Return what the student is told about a call that did not return."""
        limits = self.assignment.limits
        if isinstance(reply, Raised):
            if reply.type_name == "MemoryError":
                return Failure(symptoms.out_of_memory(function, limits.memory), reply)
            return Failure(explain_raised(function, reply, self.sources), reply)
        if reply.kind == "timed-out":
            self.timeouts[function, stood_in] += 1
            return Failure(symptoms.timed_out(function, float(reply.detail)), reply)
        if reply.kind == "printed-too-much":
            return Failure(symptoms.printed_too_much(function, limits.output), reply)
        if reply.kind == "reply-too-large":
            return Failure(symptoms.reply_too_large(function), reply)
        if reply.kind == "crashed":
            return Failure(symptoms.crashed(function, reply.detail), reply)
        return Failure(symptoms.malformed_reply(function), reply)

    def missing(self, function: str) -> Failure:
        """Return what the student is told about a function that is not there."""
        if refused := self._used_up(function):
            return Failure(refused)
        if failure := self.loads.failure:
            why = symptoms.not_loaded(function, failure.kind, failure.detail)
            return Failure(why)
        for problem in self.problems("syntax"):
            if function in problem.name.split(","):
                place = (problem.label, problem.line, problem.text)
                return Failure(symptoms.unreadable(function, *place))
        defined = {n for text in self.sources.values() for n in names_defined(text)}
        return Failure(symptoms.missing_function(function, sorted(defined)))

    def problems(self, kind: str) -> list[protocol.Problem]:
        """Return what the worker says of the source, of one kind.

        Believed only where it names a file of ours, and no more than a page of it.
        """
        report = self.loads.report
        said = report.problems[:MAX_PROBLEMS] if report else []
        return [p for p in said if p.kind == kind and p.label in self.sources]

    def notes(self) -> list[Words]:
        """Return what the student should know of the file as a whole."""
        words: list[Words] = list(self.submission.notes)
        for problem in self.problems("redefined"):
            words.append(
                Message(
                    "`{name}` is defined more than once;"
                    " the one that counts is in {place}",
                    name=clean(problem.name, MAX_NAME),
                    place=place_words(problem.label, problem.line),
                )
            )
        for problem in self.problems("lost"):
            place = place_words(problem.label, problem.line)
            words.append(Message("{place} did not return and was skipped", place=place))
        for problem in self.problems("syntax"):
            words.append(
                Message(
                    "{place} could not be read and was skipped: {reason}",
                    place=place_words(problem.label, problem.line),
                    reason=clean(problem.text, MAX_REASON),
                )
            )
        return words

    def defines(self, function: str) -> bool:
        """Whether the student's source defines `function`."""
        report = self.loads.report
        return report is not None and function in report.defined

    def routes(self, functions: Collection[str]) -> bool:
        """Whether every call of `functions` would be seen, wherever they went."""
        report = self.loads.report
        return report is not None and set(functions) <= set(report.routed)

    def _start(self) -> Proxy:
        try:
            return self.sandbox.start_worker(self.assignment.limits, self.budget)
        except SandboxError:  # ours: once more before anybody is told
            return self.sandbox.start_worker(self.assignment.limits, self.budget)

    def _request(self) -> protocol.Load:
        functions = self.assignment.known
        return protocol.Load(
            cells=[(cell.label, cell.text) for cell in self.submission.cells],
            modules=dict(self.submission.modules),
            given=self._given,
            functions=self._parameters,
            aliases={a: f.name for f in functions.values() for a in f.aliases},
            optional={name: len(f.optional) for name, f in functions.items()},
            skip=self._skip,
            everything=self.assignment.load == "everything",
        )


def given_text(assignment: Assignment) -> str:
    """Return the text of ``given.py``, empty when there is none."""
    path = assignment.folder / "given.py"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
