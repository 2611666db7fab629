"""What the results of an audit say about the checks: nothing is run here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder.authoring.attempts import Attempt, causes, killers
from autograder.authoring.mutants import Mutant, normalised_diff
from autograder.checks.causes import Mistake
from autograder.course.equivalent import Entry
from autograder.model import AS_HANDED_IN


@dataclass(frozen=True)
class Fate:
    """What became of a mutant."""

    mutant: Mutant
    killers: tuple[str, ...] = ()
    """The checks that failed."""
    causes: tuple[str, ...] = ()
    """Named to whoever hands it in."""
    again: tuple[str, ...] = ()
    """Named in another round."""
    is_listed: bool = False
    """Whether the team says that it is not wrong."""

    @property
    def survives(self) -> bool:
        """Whether it is taken for right, and nobody has said that it is."""
        return not self.killers and not self.is_listed

    @property
    def is_misnamed(self) -> bool:
        """Whether what was named is not true of other inputs."""
        return self.causes != self.again


@dataclass
class Tally:
    """How many mutants of one function there are, and what became of them."""

    mutants: int = 0
    die: int = 0
    listed: int = 0
    survive: int = 0
    explained: int = 0
    """How many were told a cause."""
    misnamed: int = 0
    """How many of these were told a wrong one."""

    def add(self, fate: Fate) -> None:
        """Count one mutant."""
        self.mutants += 1
        self.die += bool(fate.killers)
        self.listed += fate.is_listed
        self.survive += fate.survives
        self.explained += bool(fate.causes)
        self.misnamed += fate.is_misnamed


def tallies(fates: Sequence[Fate]) -> dict[str, Tally]:
    """Return the tally of each function, in the order of `fates`."""
    found: dict[str, Tally] = {}
    for fate in fates:
        found.setdefault(fate.mutant.function, Tally()).add(fate)
    return found


def fate_of(mutant: Mutant, attempt: Attempt, listed: Sequence[Entry]) -> Fate:
    """Return what became of a mutant."""
    name = mutant.function
    return Fate(
        mutant,
        tuple(killers(attempt.functions[name])),
        tuple(causes(attempt.functions[name])),
        tuple(causes(attempt.again[name])) if attempt.again else (),
        any(_means(entry, mutant) for entry in listed),
    )


def reference_problems(attempt: Attempt) -> Iterator[str]:
    """Yield why the reference does not get everything."""
    if attempt.error is not None:
        yield f"the reference: could not be graded: {attempt.error}"
    for name, result in attempt.functions.items():
        if result.score < result.max_score:
            got = f"{result.score:g} ({', '.join(killers(result))})"
            yield f"the reference: {name}: expected {result.max_score:g}, got {got}"


def nothing_problems(
    attempts: Mapping[str, Attempt], listed: Sequence[Entry]
) -> Iterator[str]:
    """Yield what earns points for nothing, and what is listed and does not.

    Parameters
    ----------
    attempts : mapping of str to Attempt
        By the way to write nothing.
    """
    earned = set()
    for kind, attempt in attempts.items():
        if attempt.error is not None:
            yield f"{kind}: could not be graded: {attempt.error}"
        earned |= {(n, kind) for n, r in attempt.functions.items() if r.score}
    allowed = {(entry.function, entry.version): entry.where for entry in listed}
    for kind, attempt in attempts.items():
        for name, result in attempt.functions.items():
            if result.score and (name, kind) not in allowed:
                yield f"{kind}: {name}: expected 0, got {result.score:g}"
    for (name, kind), where in allowed.items():
        if (name, kind) not in earned:
            yield f"{where}: {name}: {kind}: expected to be right, earns nothing"


def mistake_problems(mistake: Mistake, attempt: Attempt) -> Iterator[str]:
    """Yield what is wrong with what a mistake costs, or with what is said of it."""
    where = f"the mistake {mistake.id}"
    if attempt.error is not None:
        yield f"{where}: could not be graded: {attempt.error}"
        return
    lost = [name for name, r in attempt.functions.items() if r.score < r.max_score]
    if mistake.function not in lost:
        yield f"{where}: expected to lose points in {mistake.function}, loses none"
    for name in lost:
        if name not in (mistake.function, AS_HANDED_IN):
            yield f"{where}: {name}: expected nothing lost there, loses points"
    said = {
        check.feedback.cause
        for check in attempt.functions[mistake.function].checks
        if check.feedback
    }
    for other in sorted(said - {mistake.cause.en}, key=str):
        yield f"{where}: expected the cause {mistake.cause.en!r}, got {other!r}"


def list_problems(fates: Sequence[Fate], listed: Sequence[Entry]) -> Iterator[str]:
    """Yield the entries of the list of equivalent mutants that are not true."""
    for entry in listed:
        meant = [fate for fate in fates if _means(entry, fate.mutant)]
        if not meant:
            yield (
                f"{entry.where}: {entry.function}: "
                "expected the changed lines of a mutant, got those of none"
            )
        for fate in meant:
            if fate.killers:
                dies = f"dies in {', '.join(fate.killers)}"
                yield f"{entry.where}: {entry.function}: expected to survive, {dies}"


def redundant_checks(
    functions: Mapping[str, str], kills: Sequence[Collection[str]]
) -> list[str]:
    """Return the check functions that see nothing which no other sees.

    Parameters
    ----------
    functions : mapping of str to str
        Id of every check to the function that it grades.
    kills : sequence of collections of str
        For each wrong version, the checks that failed.
    """
    seers = [{_without_parameters(check) for check in killed} for killed in kills]
    alone = {name for names in seers if len(names) == 1 for name in names}
    of_functions = [c for c, function in functions.items() if function != AS_HANDED_IN]
    names = dict.fromkeys(_without_parameters(check) for check in of_functions)
    return [name for name in names if name not in alone]


def _without_parameters(check: str) -> str:
    return check.partition("[")[0]


def _means(entry: Entry, mutant: Mutant) -> bool:
    same = normalised_diff(entry.version) == mutant.key
    return same and entry.function == mutant.function
