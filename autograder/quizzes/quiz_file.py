"""A quiz file as it is written: where everything in it is, and what to say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from autograder.course.faults import Fault
from autograder.course.model_places import Place
from autograder.course.places import one_of
from autograder.course.yaml_file import TEXT, YamlFile
from autograder.quizzes.schema import KINDS
from autograder.quizzes.traps import LANGUAGES, find_traps, is_whole

SENTENCE = "a sentence in each language, {en: '…', ko: '…'}"


@dataclass(frozen=True)
class QuizFile(YamlFile):
    """A quiz file; messages about an item name it by its id."""

    @cached_property
    def traps(self) -> dict[Place, str]:
        """What YAML reads otherwise than its author meant it, by place."""
        return find_traps(self)

    def name(self, place: Place) -> str:
        """Return ``w-shape: answer.abs`` for ``items.0.answer.abs``."""
        if len(place) < 2 or place[0] != "items":
            return super().name(place)
        node = self.scalars.get((*place[:2], "id"))
        rest = super().name(place[2:])
        item = node.value if node else super().name(place[:2])
        return f"{item}: {rest}" if rest else item

    def said(self, fault: Fault) -> str:
        """Return the line of an error message, or nothing where a trap says more."""
        if fault.place in self.traps or self._is_cut_off(fault):
            return ""
        if fault.type == "union_tag_not_found":
            if isinstance(fault.got, dict) and fault.got:
                kind = str(next(iter(fault.got)))  # the first key is a slip of it
                return self.problem(fault.place, one_of(KINDS, kind))
            kinds = f"a mapping with one of {', '.join(KINDS)}"
            return super().said(replace(fault, expected=kinds))
        if fault.type == "missing" and fault.place[-1] in LANGUAGES:
            what = f"expected a sentence in {LANGUAGES[str(fault.place[-1])]}"
            return self.problem(fault.place, f"{what}, got nothing")
        if fault.type == "model_type" and fault.keys == tuple(LANGUAGES):
            fault = replace(fault, expected=SENTENCE)
        return super().said(fault) + self._quotes(fault)

    def _is_cut_off(self, fault: Fault) -> bool:
        """Return whether an unknown key is the rest of an expression without quotes."""
        last = "".join(map(str, fault.place[-1:]))
        return not is_whole(last) and any(
            trap[:-1] == fault.place[:-1] for trap in self.traps
        )

    def _quotes(self, fault: Fault) -> str:
        """Return that a value needs quotes, if text was expected and it is none."""
        node = self.scalars.get(fault.place)
        wants_text = fault.expected == SENTENCE or "text" in fault.expected.split()
        if node is None or node.tag == TEXT or not node.value or not wants_text:
            return ""
        return f"; write '{node.value}' in quotes"
