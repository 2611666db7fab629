# tries: a notebook of 100,000 cells
# symptoms: {center: wrong-value}
# spends: all of its time
import json

CELL = {"cell_type": "code", "source": "x=1", "metadata": {}, "outputs": []}


def build(folder):
    last = CELL | {"source": "def center(X):\n    return 0 * X, 0 * X[:, :1]"}
    book = {"cells": [CELL] * 100_000 + [last], "nbformat": 4, "metadata": {}}
    (folder / "vault.ipynb").write_text(json.dumps(book))
