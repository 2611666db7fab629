# tries: to bring its own checks, course, given.py, reference and pytest settings
# symptoms: {center: wrong-value}
ZEROS = "import numpy as np\n\n\ndef center(X):\n    return 0 * X, 0 * X[:, :1]\n"
CHECK = "from autograder.grading import grades\n\n\n@grades('center')\ndef test_x():\n    pass\n"
BESIDE = {
    "test_vault.py": CHECK,
    "conftest.py": "def pytest_runtest_call(item):\n    item.obj = lambda **_: None\n",
    "given.py": "import os\nos._exit(0)\n",
    "mistakes.py": ZEROS,
    "autograder.py": "raise SystemExit(0)\n",
    "msgspec.py": "def encode(*_):\n    return b''\n",
    "sitecustomize.py": "raise SystemExit(0)\n",
    "pytest.ini": "[pytest]\naddopts = --collect-only\n",
    "course.yaml": "title: {en: x, ko: x}\nlanguages: [en]\nfeedback: {show_values: true}\n",
    "assignment.yaml": "title: {en: x, ko: x}\nmodule: vault\nfunctions: {}\n",
    "results.jsonl": '{"student": "intake-our_files_beside", "score": 12}\n',
}


def build(folder):
    (folder / "vault.py").write_text(ZEROS)
    for name, text in BESIDE.items():
        (folder / name).write_text(text)
