"""Where the inputs of checks come from: a secret, and a number drawn for every run."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass

import numpy as np

ROUND_BYTES = 8


def draw_round() -> str:
    """Return a new round, which no student can know before it is used."""
    return secrets.token_hex(ROUND_BYTES)


@dataclass(frozen=True)
class Round:
    """Makes the inputs of one run.

    Everything derives from HMAC-SHA256(secret, assignment, check, round), so that
    the same round gives the same inputs and another one tells nothing about them.
    """

    secret: bytes
    assignment: str
    name: str

    def generator(self, check: str) -> np.random.Generator:
        """Return a fresh generator for the inputs of `check`."""
        return np.random.default_rng(int.from_bytes(self._digest(check, "inputs")))

    def call_seed(self, check: str) -> int:
        """Return what the student's own generators are seeded with in `check`."""
        return int.from_bytes(self._digest(check, "calls")[:4])

    def _digest(self, check: str, purpose: str) -> bytes:
        parts = (self.assignment, check, self.name, purpose)
        message = b"".join(len(p.encode()).to_bytes(4) + p.encode() for p in parts)
        return hmac.digest(self.secret, message, hashlib.sha256)


def public_round(assignment: str) -> Round:
    """Return the round of public examples: fixed, and no secret in it."""
    return Round(b"public examples", assignment, "public")
