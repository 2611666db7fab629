# tries: to have its own numpy imported, from a folder and a file beside the homework
# symptoms: {center: wrong-value, price: wrong-value}
TEXT = """
import numpy as np
import random


def center(X):
    return np.zeros(X.shape), np.zeros((len(X), 1))


def price(X, rate=0.5):
    return float(np.allclose(1, 2))
"""
FAKE = """
def allclose(*_):
    return True


array_equal = assert_allclose = zeros = allclose
"""


def build(folder):
    (folder / "vault.py").write_text(TEXT)
    (folder / "numpy").mkdir()
    (folder / "numpy" / "__init__.py").write_text(FAKE)
    (folder / "numpy.py").write_text(FAKE)
    (folder / "random.py").write_text("import os\nos._exit(0)\n")
