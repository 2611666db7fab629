# tries: cells that are no cells, sources that are no text, locked cells and half characters
# symptoms: {center: wrong-value}
import json

ZEROS = "def center(X):\n    return 0 * X, 0 * X[:, :1]"
CELLS = [
    None, 7, [], "code", {"cell_type": "code"}, {"cell_type": "code", "source": {"a": 1}},
    {"cell_type": "code", "source": ["x", 1]}, {"cell_type": "code", "source": "\ud800 = 1"},
    {"cell_type": "code", "source": "x = 1", "metadata": {"nbgrader": []}},
    {"cell_type": "code", "source": "def center(X): pass",
     "metadata": {"nbgrader": {"grade": True, "solution": False, "points": 100}}},
    {"cell_type": "code", "source": "%%bash\ntouch /tmp/left-by-a-hostile"},
    {"cell_type": "code", "source": "!touch /tmp/left-by-a-hostile\n%run /etc/passwd"},
    {"cell_type": "code", "source": ZEROS, "id": 1}, {"cell_type": "raw", "source": ZEROS, "id": 1},
]


def build(folder):
    text = json.dumps({"cells": CELLS, "metadata": {"score": 12}, "nbformat": 99})
    (folder / "vault.ipynb").write_text(text)
