import gettext

import pytest

from autograder import messages
from autograder.authoring.script import read_script
from autograder.course.assignment import read_assignment

YAML = """\
title: {en: Tiny network, ko: 작은 신경망}
week: 5
minutes: 30
module: net
functions:
  forward: {points: 9, returns: [Z, cache]}
  cost: {points: 2.5, returns: cost, calls: [forward]}
as_handed_in: {points: 4}
"""
GIVEN = '''\
"""What is given."""

import numpy as np


def relu(Z):
    return np.maximum(0, Z)
'''
NET = '''\
# %% [markdown] lang="en"
# # A tiny network
#
# Two functions, $Z = WA + b$ first.

# %% [markdown] lang="ko"
# # 작은 신경망
#
# 함수는 두 개다.

# %%
import numpy as np

# %%
def forward(A, W, b):
    """Return Z and what the backward step needs."""
    ### BEGIN SOLUTION
    Z = np.dot(W, A) + b
    cache = (A, W, b)
    ### END SOLUTION
    return Z, cache


# %%
def cost(AL, Y):
    """Return the mean cost."""
    m = Y.shape[1]
    ### BEGIN SOLUTION
    if np.all(AL > 0) and np.all(AL < 1):
        total = np.sum(np.abs(AL - Y), axis=1)
    return float(total / m)
    ### END SOLUTION
'''
FILES = {"assignment.yaml": YAML, "given.py": GIVEN, "net.py": NET, "test_net.py": ""}


@pytest.fixture(autouse=True)
def english_templates(monkeypatch):
    """Leave our own sentences untranslated: catalogues have tests of their own."""
    monkeypatch.setattr(messages, "_catalogue", lambda _: gettext.NullTranslations())


@pytest.fixture
def make(tmp_path):
    """Return a function that makes an assignment; its keywords replace files."""
    (tmp_path / "course.yaml").write_text("title: {en: Course, ko: 강의}\n")

    def make_assignment(slug="week5", **changed):
        folder = tmp_path / "solutions" / slug
        folder.mkdir(parents=True)
        names = {name: ".".join(name.rsplit("_", 1)) for name in changed}
        files = FILES | {names[name]: text for name, text in changed.items()}
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return read_assignment(folder)

    return make_assignment


@pytest.fixture
def script_of(make):
    """Return a function that makes an assignment with this solution and reads it."""

    def read(net):
        return read_script(make(net_py=net))

    return read
