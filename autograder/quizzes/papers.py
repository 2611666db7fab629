"""Make the paper of one student: what is asked, under a number nobody can make up.

The number is an HMAC of who is asked what. It tells nothing, and no paper can be
passed off as another one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace

from autograder.messages import Language
from autograder.quizzes.kinds.marks import letter
from autograder.quizzes.model import Paper, Shown, Variant
from autograder.quizzes.schema import Quiz
from autograder.quizzes.variants import Sitting, draw_items, make_variant, normal_id

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U."""
LENGTH = 10
_GROUP = 4
_MISREAD = str.maketrans("OIL", "011")


def make_paper(
    quiz: Quiz,
    sitting: Sitting,
    language: Language,
    *,
    name: str = "",
    section: str = "",
) -> Paper:
    """Return the paper that belongs to a sitting; the same one every time.

    Raises
    ------
    ExpressionError
        If an item cannot be drawn or shown.
    """
    counts = sitting.attempt.isdigit()
    paper = Paper(
        id="",
        quiz=quiz.quiz,
        term=sitting.term,
        student=normal_id(sitting.student),
        attempt=int(sitting.attempt) if counts else 1,
        language=language,
        title=quiz.title.ko if language == "ko" else quiz.title.en,
        variants=tuple(
            make_variant(item, sitting, language) for item in draw_items(quiz, sitting)
        ),
        name=name,
        section=section,
        sitting="" if counts else sitting.attempt,
    )
    return replace(paper, id=_id_of(paper, sitting.secret))


def public(paper: Paper) -> Paper:
    """Return what a student may see of a paper; no key can be derived from it.

    Parameters go, and what is chosen from is known by its place on this paper: options
    as ``1``, ``2``, …, the left sides of a match as ``a``, ``b``, …. Blanks keep their
    names, which stand in the code.
    """
    return replace(paper, variants=tuple(map(_public, paper.variants)))


def normal_paper_id(text: str) -> str:
    """Return the number of a paper as it is printed, however it was copied.

    Small letters, spaces, other dashes or none, O for 0 and I or L for 1 do not matter.
    What cannot be such a number is returned stripped.
    """
    folded = unicodedata.normalize("NFKC", text).upper().translate(_MISREAD)
    symbols = "".join(filter(str.isalnum, folded))
    if len(symbols) != LENGTH or set(symbols) - set(ALPHABET):
        return text.strip()
    groups = (symbols[at : at + _GROUP] for at in range(0, LENGTH, _GROUP))
    return "-".join(groups)


def _id_of(paper: Paper, secret: bytes) -> str:
    attempt = paper.sitting or str(paper.attempt)
    sitting = Sitting(secret, paper.term, paper.student, attempt)
    asked = (part for v in paper.variants for part in (v.item, str(v.rev)))
    number = int.from_bytes(sitting.seed("paper", paper.quiz, *asked))
    symbols = (ALPHABET[number >> (5 * place) & 31] for place in range(LENGTH))
    return normal_paper_id("".join(symbols))


def _public(variant: Variant) -> Variant:
    form = replace(variant.form, options=_renamed(variant.form.options, str))
    if form.kind == "match":
        form = replace(form, parts=_renamed(form.parts, letter))
    return replace(variant, params={}, form=form)


def _renamed(shown: Iterable[Shown], label: Callable[[int], str]) -> tuple[Shown, ...]:
    return tuple(
        replace(one, key=label(number)) for number, one in enumerate(shown, start=1)
    )
