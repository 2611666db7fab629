from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from html import unescape
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import autograder
from autograder.messages import LANGUAGES, LOCALE, Language, Message, Text, render

PACKAGE = Path(autograder.__file__).parent
TEMPLATES = sorted(PACKAGE.glob("*/templates/*.html"))
STYLES = r"\{% block (pictures|style) %\}.*?\{% endblock %\}"
DEPENDS_ON_A_VALUE = re.compile(
    r"\}[`')]*(을|를|은|는|이|가|과|와|로|으로|라고|이라고)(?=[\s.,])"
)


@cache
def catalogue(suffix: str) -> Catalog:
    read = read_po if suffix == "po" else read_mo
    path = LOCALE / "ko" / "LC_MESSAGES" / f"autograder.{suffix}"
    with path.open("rb") as file:
        return read(file)


def korean(suffix: str = "po") -> dict[str, str]:
    """Return the translations by their English; the header has an empty one."""
    return {str(it.id): str(it.string) for it in catalogue(suffix) if it.id}


@cache
def calls() -> list[tuple[str, ast.Call]]:
    """Return every call of `Message` in the package, with where it is."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and "Message" in names_of(node.func):
                found.append((f"{path.relative_to(PACKAGE)}:{node.lineno}", node))
    return found


def names_of(callee: ast.expr) -> list[str]:
    if isinstance(callee, ast.Attribute):
        return [callee.attr]
    return [callee.id] if isinstance(callee, ast.Name) else []


def template_of(call: ast.Call) -> str | None:
    literal = call.args[0] if len(call.args) == 1 else None
    text = literal.value if isinstance(literal, ast.Constant) else None
    return text if isinstance(text, str) else None


def templates() -> set[str]:
    return {text for _, call in calls() if (text := template_of(call)) is not None}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def changed(part: Callable[[str], object]) -> dict[str, str]:
    """Return the translations whose `part` is not that of their English."""
    return {e: k for e, k in korean().items() if part(e) != part(k)}


# The catalogue


def test_the_template_of_every_message_is_a_literal() -> None:
    assert [where for where, call in calls() if template_of(call) is None] == []


def test_every_message_is_given_the_fields_of_its_template() -> None:
    wrong = [
        where
        for where, call in calls()
        if (text := template_of(call)) is not None
        and None not in (names := {keyword.arg for keyword in call.keywords})
        and names != fields(text)
    ]
    assert wrong == []


def test_the_catalogue_holds_every_message_of_the_package() -> None:
    assert templates() - set(korean()) == set(), "run `make messages`"


def test_the_catalogue_holds_no_message_that_is_gone() -> None:
    assert set(korean()) - templates() == set(), "run `make messages`"


def test_every_message_is_translated() -> None:
    assert [english for english, text in korean().items() if not text.strip()] == []


def test_no_translation_is_a_guess() -> None:
    assert [entry.id for entry in catalogue("po") if entry.fuzzy] == []


def test_the_compiled_catalogue_is_what_the_text_compiles_to() -> None:
    assert korean("mo") == korean("po")


def test_translations_have_the_fields_of_their_english() -> None:
    assert changed(fields) == {}


def test_translations_keep_what_stands_in_backticks() -> None:
    assert changed(lambda text: Counter(re.findall("`.*?`", text))) == {}


def test_no_korean_particle_depends_on_a_value() -> None:
    assert list(filter(DEPENDS_ON_A_VALUE.search, korean().values())) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_pages_hold_no_words_of_their_own(path: Path) -> None:
    text = re.sub(STYLES, "", path.read_text("utf-8"), flags=re.DOTALL)
    text = unescape(re.sub(r"\{[{%#].*?[}%#]\}", "", text, flags=re.DOTALL))
    shown = re.findall(r'(?:aria-label|title|alt)="(.*?)"', text)
    shown.append(re.sub(r'class=".*?"|<.*?>', "", text, flags=re.DOTALL))
    assert re.findall(r"[^\W\d_]+", " ".join(shown)) == []


# Messages


def test_the_languages() -> None:
    assert LANGUAGES == ("en", "ko")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "`db` has shape (3,); expected (3, 1)"),
        ("ko", "`db`의 형태가 (3,)입니다. 기대한 형태는 (3, 1)입니다."),
    ],
)
def test_a_message_is_rendered_in_both_languages(
    language: Language, expected: str
) -> None:
    message = Message(
        "`{name}` has shape {got}; expected {expected}",
        name="db",
        got=(3,),
        expected=(3, 1),
    )
    assert message.render(language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "every entry of `dW` and `db` is 5 times the expected one, and m = 5"),
        ("ko", "`dW`, `db`에서 모든 원소의 값이 기대값의 5배입니다 (m = 5)."),
    ],
)
def test_messages_within_messages_are_rendered_in_the_same_language(
    language: Language, expected: str
) -> None:
    names = Message("{names} and {last}", names="`dW`", last="`db`")
    message = Message(
        "{subject} is {value} times the expected one, and {name} = {value}",
        subject=Message("every entry of {names}", names=names),
        value=5,
        name="m",
    )
    assert message.render(language) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "cause: one, 1"), ("ko", "cause: 하나, 1")]
)
def test_texts_within_messages_are_rendered_and_other_values_are_not(
    language: Language, expected: str
) -> None:
    message = Message("cause: {text}, {number}", text=Text("one", "하나"), number=1)
    assert message.render(language) == expected


@pytest.mark.parametrize("value", ["{}", "{name}", "{0.__class__}", "}{", "%(name)s"])
def test_braces_in_values_mean_nothing(value: str) -> None:
    message = Message("`{name}` has the wrong value", name=value)
    assert message.render("en") == f"`{value}` has the wrong value"
    assert message.render("ko") == f"`{value}`의 값이 기대값과 다릅니다."


def test_a_field_may_have_the_name_of_any_parameter() -> None:
    message = Message("{self}, {template}, {language}", self=1, template=2, language=3)
    assert message.render("en") == "1, 2, 3"


def test_a_sentence_that_is_not_in_the_catalogue_stays_english() -> None:
    assert Message("nobody translated {this}", this="it").render("ko") == (
        "nobody translated it"
    )


def test_messages_are_equal_when_their_templates_and_values_are() -> None:
    message = Message("`{name}` has the wrong value", name="dW")
    same = Message("`{name}` has the wrong value", name="dW")
    assert message == same
    assert hash(message) == hash(same)
    assert message != Message("`{name}` has the wrong value", name="db")
    assert message != Message("`{name}` has no key 'W1'", name="dW")
    assert message != "`dW` has the wrong value"


def test_messages_with_values_that_cannot_be_hashed_can() -> None:
    assert (
        len({Message("{a}", a=[1]), Message("{a}", a=[1]), Message("{a}", a=[])}) == 2
    )


def test_a_message_shows_itself_in_english() -> None:
    message = Message("the value is right; {axis}", axis=Message("every entry"))
    assert repr(message) == "Message('the value is right; every entry')"


def test_a_text_holds_both_languages_and_formats_nothing() -> None:
    text = Text(en="a {mean}", ko="{평균}")
    assert text.render("en") == "a {mean}"
    assert text.render("ko") == "{평균}"
    assert text == Text("a {mean}", "{평균}")


@pytest.mark.parametrize(
    ("value", "english", "in_korean"),
    [
        (Message("hint"), "hint", "힌트"),
        (Text("week", "주차"), "week", "주차"),
        ("hint", "hint", "hint"),
        (None, "None", "None"),
        ((3, 1), "(3, 1)", "(3, 1)"),
        (0.5, "0.5", "0.5"),
    ],
)
def test_render_puts_any_value_into_words(
    value: object, english: str, in_korean: str
) -> None:
    assert render(value, "en") == english
    assert render(value, "ko") == in_korean
