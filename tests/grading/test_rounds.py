from __future__ import annotations

import pytest

from autograder.grading.rounds import Round, draw_round, public_round

ROUND = Round(b"secret", "week5", "0123")


def drawn(inputs, check="test_f[3]"):
    return inputs.generator(check).standard_normal(4).tolist()


def test_the_same_round_gives_the_same_inputs():
    assert drawn(ROUND) == drawn(Round(b"secret", "week5", "0123"))


def test_every_generator_begins_anew():
    assert drawn(ROUND) == drawn(ROUND)


OTHERS = [
    (Round(b"secret", "week5", "0124"), "test_f[3]"),
    (Round(b"secreu", "week5", "0123"), "test_f[3]"),
    (Round(b"secret", "week4", "0123"), "test_f[3]"),
    (ROUND, "test_f[4]"),
    (Round(b"secret", "week50", "123"), "test_f[3]"),  # the parts are kept apart
]
NAMES = ["round", "secret", "assignment", "check", "border"]


@pytest.mark.parametrize(("inputs", "check"), OTHERS, ids=NAMES)
def test_another_part_gives_other_inputs(inputs, check):
    assert drawn(inputs, check) != drawn(ROUND)
    assert inputs.call_seed(check) != ROUND.call_seed("test_f[3]")


def test_call_seeds_are_what_numpy_accepts_and_differ_by_check():
    seeds = {ROUND.call_seed(f"test_f[{i}]") for i in range(200)}
    assert len(seeds) == 200
    assert all(0 <= seed < 2**32 for seed in seeds)


def test_the_seed_of_a_call_does_not_give_away_the_inputs():
    digests = {ROUND._digest("test_f", purpose) for purpose in ("inputs", "calls")}
    assert len(digests) == 2


def test_a_public_round_is_fixed_and_needs_no_secret():
    assert public_round("week5") == public_round("week5")
    assert drawn(public_round("week5")) != drawn(public_round("week4"))
    assert public_round("week5").name == "public"


def test_rounds_are_drawn_anew():
    drawn_rounds = {draw_round() for _ in range(100)}
    assert len(drawn_rounds) == 100
    assert {len(bytes.fromhex(name)) for name in drawn_rounds} == {8}
