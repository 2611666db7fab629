"""What students start from: the script without its solutions, in one language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from autograder.authoring.script import Script
from autograder.course.places import one_of
from autograder.errors import AuthoringError
from autograder.jupyter import CODE, PROSE, NotebookCell, read_percent
from autograder.messages import LANGUAGES, Language, Message

YOUR_CODE = "# YOUR CODE HERE"


def stub_text(script: Script, language: Language) -> str:
    """Return the script with a sentence that raises in place of every solution."""
    lines = script.text.splitlines()
    for region in reversed(script.regions):
        marker = lines[region.begin - 1]
        indent = marker[: len(marker) - len(marker.lstrip())]
        sentence = Message("{function} is not written yet", function=region.function)
        said = json.dumps(sentence.render(language), ensure_ascii=False)
        stub = (YOUR_CODE, f"raise NotImplementedError({said})")
        lines[region.begin - 1 : region.end] = [indent + line for line in stub]
    return "\n".join(lines) + "\n"


def student_cells(script: Script, language: Language) -> list[NotebookCell]:
    """Return the cells of the stub that are for readers of `language`.

    A prose cell says its language: ``# %% [markdown] lang="en"``. A code cell without
    one is for everybody.

    Raises
    ------
    AuthoringError
        If a prose cell names no language, or a language has fewer of them.
    """
    cells = read_percent(stub_text(script, language))
    problems = list(_problems(cells, script.where))
    if problems:
        raise AuthoringError(problems)
    return [
        NotebookCell(cell.kind, cell.text)
        for cell in cells
        if cell.metadata.get("lang", language) == language
    ]


def _problems(cells: list[NotebookCell], where: str) -> Iterator[str]:
    count = dict.fromkeys(LANGUAGES, 0)
    for cell in cells:
        begin = (cell.text.splitlines() or [""])[0]
        language = cell.metadata.get("lang")
        if cell.kind not in (CODE, PROSE):
            got = f"{begin!r} in a cell of the kind {cell.kind!r}"
            yield f"{where}: cell: expected code or prose, got {got}"
        elif language in LANGUAGES:
            count[language] += cell.kind == PROSE
        elif language is not None or cell.kind == PROSE:
            yield f"{where}: {begin!r}: lang: {one_of(LANGUAGES, str(language or ''))}"
    if len(set(count.values())) > 1:
        got = " and ".join(f"{number} in {name}" for name, number in count.items())
        yield f"{where}: prose: expected equally many cells in each language, got {got}"
