"""Options on paper: ①, ②, … for what is chosen, a, b, … for what it is chosen for.

Papers show places, items speak of keys. What is read here is always a key, so that the
order of the options changes nothing. A response that could mean two options is
unreadable: the number ``2`` where another option reads "2".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from autograder.messages import Message, Words
from autograder.quizzes.kinds.answer import text_of
from autograder.quizzes.model import Form, Plain, Shown, Unreadable

MAX_PIECES = 60
"""Into which a response in words is cut to find the texts of options."""

CIRCLE = "[\u2460-\u249b\u24eb-\u24fe\u2776-\u2793]"  # ①, ⑴, ⒈, ⓫, ⓵, ❶, ➀, ➊
_DIGITS = r"\(?(?<![0-9])([0-9]{1,2})(?![0-9])(?:\)|\.0?|\s?번)?"
_CIRCLED = re.compile(rf"({CIRCLE})\s*(.*)", re.DOTALL)
_NUMBERED = re.compile(rf"{_DIGITS}\s*(.*)", re.DOTALL)
_SPACES = re.compile(r"\s+")
_MARK = re.compile(f"{CIRCLE}|{_DIGITS}")


class Between:
    """What may stand between options in a response.

    Parameters
    ----------
    signs : str
        A regular expression of one sign, besides spaces.
    """

    def __init__(self, signs: str) -> None:
        gap = rf"(?:\s|{signs})*+"  # possessive: nothing is tried twice
        mark = f"(?:{_MARK.pattern})"
        self.marks = re.compile(rf"{gap}[\[{{(]?(?:{gap}{mark})++{gap}[\]}})]?{gap}")
        self.cuts = (re.compile(rf"\s?(?:\n|{signs})++\s?"), re.compile(r"\s+"))


LIST = Between("[,;]")
CHAIN = Between("(?:[,;→>⇒]|[-=]>|-)")


def mark(number: int) -> str:
    """Return the sign of option `number`, counted from 1.

    >>> mark(2)
    '②'
    """
    return chr(0x245F + number) if 1 <= number <= 20 else f"({number})"


def letter(number: int) -> str:
    """Return the sign of part `number`, counted from 1; there are at most 26.

    >>> letter(2)
    'b'
    """
    return chr(0x60 + number)


def is_sign(text: str, last: int) -> bool:
    """Return whether `text` reads as the sign of one of `last` options."""
    found = _NUMBERED.fullmatch(folded(text))
    return bool(found and not found[2] and 1 <= int(found[1]) <= last)


def folded(text: str) -> str:
    """Return `text` as texts are compared: Unicode forms, case and spaces alike."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def tidy(text: str) -> str:
    """Return `text` with one space, or one new line, where there were more."""
    return _SPACES.sub(lambda it: "\n" if "\n" in it[0] else " ", text).strip()


def read_option(response: Plain, form: Form) -> str:
    """Return the key of the one option that a response means.

    Raises
    ------
    Unreadable
        If it means none, or could mean two.
    """
    text = _as_text(response)
    key = _find(text, form.options)
    if key is None:
        raise Unreadable(_unknown(text))
    return key


def read_options(response: Plain, form: Form, between: Between = LIST) -> list[str]:
    """Return the keys of the options that a response lists, in its order.

    Raises
    ------
    Unreadable
        If some of it means no option, or could mean two.
    """
    if isinstance(response, list):
        return [read_option(one, form) for one in response]
    text = _as_text(response)
    if between.marks.fullmatch(text):
        return [read_option(it[0], form) for it in _MARK.finditer(text)]
    for cut in between.cuts:
        if found := _cut(text, cut, form.options):
            return found
    raise Unreadable(_unknown(text))


def find_part(text: str, form: Form) -> str:
    """Return the key of the part that a letter, a key or a text means.

    Raises
    ------
    Unreadable
        If it means none, or could mean two.
    """
    found = parts_meant(text, form)
    if len(found) != 1:
        last = letter(max(1, len(form.parts)))
        raise Unreadable(
            Message("a row is named by its letter, a to {last}", last=last)
        )
    return found.pop()


def parts_meant(text: str, form: Form) -> set[str]:
    """Return the keys of all parts that a letter, a key or a text can mean."""
    written = text.strip().strip("().").casefold()
    letters = {part.key for i, part in enumerate(form.parts, 1) if letter(i) == written}
    return letters | _named(text, form.parts)


def options_meant(text: str, form: Form) -> set[str]:
    """Return the keys of all options that a sign, a key or a text can mean."""
    return _meant(_as_text(text), form.options)


def show_option(key: str, form: Form) -> str:
    """Return an option as readers know it: its sign on this paper and its text."""
    for number, option in enumerate(form.options, 1):
        if option.key == key:
            return f"{mark(number)} ({' '.join(option.text.split())})"
    return key


def _as_text(response: Plain) -> str:
    """Return a response as text; ``2.0`` is how spreadsheets write 2."""
    return tidy(text_of(response, _no_option())).strip(" \n,;`")


def _find(text: str, options: Sequence[Shown]) -> str | None:
    """Return the key of the option that `text` means, or None.

    Raises
    ------
    Unreadable
        If it could mean two.
    """
    found = _meant(text, options)
    if len(found) > 1:
        why = Message(
            "`{text}` can mean two options; write a sign such as ②", text=text
        )
        raise Unreadable(why)
    return found.pop() if found else None


def _meant(text: str, options: Sequence[Shown]) -> set[str]:
    """Return the keys of all options that `text` can mean."""
    if circled := _CIRCLED.fullmatch(text.strip()):
        return _placed(int(unicodedata.numeric(circled[1])), circled[2], options)
    found = _named(text, options)
    if numbered := _NUMBERED.fullmatch(folded(text)):
        found |= _placed(int(numbered[1]), numbered[2], options)
    return found


def _placed(number: int, rest: str, options: Sequence[Shown]) -> set[str]:
    """Return the key at a place, if nothing but its own text follows the number."""
    if not 1 <= number <= len(options):
        return set()
    option = options[number - 1]
    text = folded(option.text)
    return {option.key} if folded(rest) in ("", text, f"({text})") else set()


def _named(text: str, options: Sequence[Shown]) -> set[str]:
    """Return the keys of the options whose key or text `text` is."""
    exact = {it.key for it in options if text.strip() in (it.key, it.text.strip())}
    if exact:
        return exact
    alike = folded(text)
    return {it.key for it in options if folded(it.text) == alike}


def _cut(text: str, cut: re.Pattern[str], options: Sequence[Shown]) -> list[str] | None:
    """Return the keys of the options whose texts, one after another, are `text`.

    The longest piece that is an option is taken first, since a text of an option may
    contain what stands between two.
    """
    gaps = [(0, 0), *(it.span() for it in cut.finditer(text)), (len(text),) * 2]
    if len(gaps) > MAX_PIECES:
        return None
    keys: list[str] = []
    start, last = 0, len(gaps) - 1
    while start < last:
        for end in range(last, start, -1):
            key = _find(text[gaps[start][1] : gaps[end][0]], options)
            if key is not None:
                break
        else:
            return None
        keys.append(key)
        start = end
    return keys


def _no_option() -> Words:
    return Message("an option is written by its sign, such as ②")


def _unknown(text: str) -> Words:
    if _MARK.fullmatch(text):
        return Message("there is no option {sign}", sign=text)
    return _no_option()
