"""Compare the result of an attack with the verdict that it declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from autograder.model import AS_HANDED_IN, Assignment, SubmissionResult
from tests.hostile.attacks import Attack


def text_of(result: SubmissionResult) -> str:
    """Return all that a result says."""
    return msgspec.json.encode(result).decode()


def wrong_scores(
    attack: Attack, result: SubmissionResult, assignment: Assignment
) -> Mapping[str, Any]:
    """Return what was earned where the attack declares something else."""
    if attack.error is not None or result.error is not None:
        said = (result.outcome.value, result.error, result.score)
        right = said == ("could-not-grade", attack.error, None)
        return {} if right else {"could-not-grade": said}
    worth = assignment.points
    expected = {name: worth[name] * (name in attack.earns) for name in worth}
    got = {name: f.score for name, f in result.functions.items()}
    if result.score != sum(expected.values()):
        got["score"] = result.score
    return {name: score for name, score in got.items() if expected.get(name) != score}


def wrong_symptoms(attack: Attack, result: SubmissionResult) -> Mapping[str, Any]:
    """Return the symptoms of a function where the attack declares others."""
    said = {
        name: [c.feedback.symptom for c in function.checks if c.feedback]
        for name, function in result.functions.items()
        if name not in attack.earns and name != AS_HANDED_IN
    }
    return {name: got for name, got in said.items() if not _agrees(attack, name, got)}


def _agrees(attack: Attack, name: str, symptoms: list[str]) -> bool:
    expected = attack.symptoms.get(name, "missing-function")
    if isinstance(expected, list):
        return symptoms == expected
    too_late = {"not-run", "timed-out"} if attack.spends else set()
    return set(symptoms) <= {*expected.split(" | "), *too_late}


def missing_words(attack: Attack, result: SubmissionResult) -> list[str]:
    """Return what the result was to say and does not; every failure has a sentence."""
    text = text_of(result)
    missing = [words for words in attack.says if words not in text]
    for function in result.functions.values():
        for check in function.checks:
            if check.feedback and len(check.feedback.headline) <= len(check.id) // 2:
                missing.append(f"a sentence about {check.id}")
    return missing


def leaks(result: SubmissionResult) -> list[str]:
    """Return the signs, in all that a result says, of an attack that succeeded."""
    return [sign for sign in ("CANARY-", "OPEN ") if sign in text_of(result)]
