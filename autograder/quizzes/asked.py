"""Who was asked what, looked up by whatever names it on the way back."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from autograder.course.roster import Student
from autograder.quizzes.model import Paper
from autograder.quizzes.papers import normal_paper_id
from autograder.quizzes.variants import normal_id
from autograder.reports.text import file_name

_NUMBER = re.compile(r"(?:item|no|q|question|문항|문제|#)? ?[.#]? ?(\d{1,3}) ?[.):번]*")
_LEADING = re.compile(r"\d{1,3}[.):] ?")


class Asked:
    """The students and the papers of one quiz.

    Parameters
    ----------
    quiz : str
        Its id.
    papers : iterable of Paper
        As in the manifest.
    roster : iterable of Student
    """

    def __init__(
        self, quiz: str, papers: Iterable[Paper], roster: Iterable[Student] = ()
    ) -> None:
        self.quiz = quiz
        self.papers = {paper.id: paper for paper in papers}
        self.students = {normal_id(one.id): one for one in roster}
        self._of: dict[str, list[Paper]] = defaultdict(list)
        for paper in self.papers.values():
            self._of[normal_id(paper.student)].append(paper)
            if paper.student:
                self.students.setdefault(normal_id(paper.student), _student(paper))
        self._known = {file_name(student): student for student in self.students}
        self._known |= {student: student for student in self.students}
        names = Counter(normal_id(one.name) for one in self.students.values())
        self._names = {
            normal_id(one.name): student
            for student, one in self.students.items()
            if one.name and names[normal_id(one.name)] == 1
        }

    def student(self, name: str) -> str:
        """Return the id of whom a name means: by id, file or name; empty if nobody."""
        name = normal_id(name)
        return self._known.get(name) or self._names.get(name, "")

    def paper(self, number: str) -> Paper | None:
        """Return a paper by its number, however that was copied."""
        return self.papers.get(normal_paper_id(number))

    def of(self, student: str) -> list[Paper]:
        """Return the papers made for a student, first attempt first."""
        return sorted(self._of.get(student, ()), key=lambda paper: paper.attempt)

    def only(self, student: str) -> Paper | None:
        """Return the paper of a student who has exactly one."""
        papers = self._of.get(student, ()) if student else ()
        return papers[0] if len(papers) == 1 else None


def item_on(paper: Paper, name: str) -> str:
    """Return the id of the item that a column or a row means.

    An item is named by its id, by its number on the paper, or by its prompt. Where
    nothing on the paper is meant, the name comes back.
    """
    ids = [variant.item for variant in paper.variants]
    plain = folded(name)
    if plain in ids:
        return plain
    number = _NUMBER.fullmatch(plain)
    if number and 1 <= int(number[1]) <= len(ids):
        return ids[int(number[1]) - 1]
    for text in (plain, _LEADING.sub("", plain, count=1)):
        same = [v.item for v in paper.variants if _letters(v.ask) == _letters(text)]
        if len(same) == 1 and _letters(text):
            return same[0]
    return name.strip()


def folded(text: str) -> str:
    """Return a name as it is compared: NFKC, small letters, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _letters(text: str) -> str:
    """Return what no form tool and no Markdown changes in a prompt."""
    return "".join(filter(str.isalnum, folded(text)))


def _student(paper: Paper) -> Student:
    return Student(paper.student, paper.name, paper.section, paper.language)
