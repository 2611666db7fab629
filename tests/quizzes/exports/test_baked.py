from __future__ import annotations

import pytest

from autograder.errors import AuthoringError
from autograder.quizzes.exports.baked import Bakery
from autograder.quizzes.schema import Item

ASK = {"en": "{{ n }}?", "ko": "{{ n }}?"}


def bakery(folder, secret=b"secret", count=5):
    return Bakery(secret, "2026-fall", "en", count, folder)


def item(**given):
    return Item.model_validate({"id": "sum", "ask": ASK, **given})


def params(baked):
    return [one.variant.params["n"] for one in baked]


def test_variants_differ_and_come_out_again(tmp_path):
    drawn = item(params={"n": "randint(1, 8)"}, answer={"number": "n"})
    baked = list(bakery(tmp_path).bake(drawn))
    assert len(set(params(baked))) == len(baked) == 5
    assert [one.name for one in baked] == [f"sum-{n}" for n in range(1, 6)]
    again = bakery(tmp_path).bake(drawn)
    assert [one.variant for one in again] == [one.variant for one in baked]


def test_they_are_other_ones_with_another_secret(tmp_path):
    drawn = item(params={"n": "randint(1, 10**6)"}, answer={"number": "n"})
    one, other = (bakery(tmp_path, s).bake(drawn) for s in (b"one", b"other"))
    assert not set(params(one)) & set(params(other))


def test_no_more_than_there_are(tmp_path):
    drawn = item(params={"n": "randint(1, 3)"}, answer={"number": "n"})
    assert sorted(params(bakery(tmp_path).bake(drawn))) == [1, 2, 3]


def test_without_parameters_there_is_one(tmp_path):
    options = [{"key": k, "text": k, "right": k == "a"} for k in "abc"]
    fixed = item(ask={"en": "?", "ko": "?"}, answer={"one": options})
    assert len(list(bakery(tmp_path).bake(fixed))) == 1


def test_pictures_are_named_by_what_they_hold(tmp_path):
    (tmp_path / "a.png").write_bytes(b"png")
    file = {"file": "a.png", "alt": {"en": "a", "ko": "b"}}
    given = {"params": {"n": "randint(1, 9)"}, "answer": {"number": "n"}}
    pictured = [
        one.picture for one in bakery(tmp_path).bake(item(**given, figure=file))
    ]
    assert len({picture.name for picture in pictured}) == 1
    assert pictured[0].name.endswith(".png")
    assert (pictured[0].raw, pictured[0].alt) == (b"png", "a")
    drawn = [*bakery(tmp_path).bake(item(**given, figure={"network": "[n, 1]"}))]
    assert len({one.picture.name for one in drawn}) == len(drawn)


def test_a_picture_that_is_missing(tmp_path):
    file = {"file": "a.png", "alt": {"en": "a", "ko": "b"}}
    pictured = item(params={"n": "1"}, answer={"number": 2}, figure=file)
    with pytest.raises(AuthoringError, match="expected a file"):
        list(bakery(tmp_path).bake(pictured))
