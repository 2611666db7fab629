"""The Markdown of prompts: as HTML for pages, as simpler Markdown for a terminal.

Tables, code and formulas between ``$``; no HTML, no pictures and no links, so that
what stands between brackets is always what it looks like.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from autograder.quizzes.latex import mathml
from autograder.quizzes.readable import readable
from autograder.reports.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OFF = (
    "autolink",
    "entity",
    "heading",
    "html_block",
    "html_inline",
    "image",
    "lheading",
    "link",
    "reference",
)
_JOINED = re.compile(
    r'(<math [^>]*display="inline"(?:(?!</math>).)*</math>)([^\s<]+)', re.DOTALL
)
"""A formula and what follows at once: a comma, a Korean particle."""
_PIECES = re.compile(
    r"""
      ^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)   # code stays as it is
    | (?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)
    | \\.
    | \$\$(?P<block>[^$]+)\$\$
    | \$(?P<inline>[^$\n]+)\$
    | (?P<steering>[<\[&]|^\ *\#)              # HTML, a link, an entity, a heading
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_STEERING = re.compile(r"([\\`*_{}\[\]()<>#+.!|~&-])")


@lru_cache(maxsize=4096)
def to_html(markdown: str, *, latex: bool = False) -> Markup:
    r"""Return Markdown as blocks of HTML; a formula that is none is shown as code.

    Parameters
    ----------
    markdown : str
    latex : bool
        Whether formulas stay LaTeX, between ``\(`` and ``\)``, for a page that draws
        them itself; else they become MathML.
    """
    return _joined(_parser(latex).render(plain(markdown)))


@lru_cache(maxsize=4096)
def line_to_html(markdown: str, *, latex: bool = False) -> Markup:
    """Return Markdown of one line, such as an option, as HTML to put into a line.

    What has several lines becomes blocks; ``1.`` alone does not begin a list. See
    `to_html` for `latex`.
    """
    text = plain(markdown).strip()
    if "\n" in text:
        return to_html(text, latex=latex)
    return _joined(_parser(latex).renderInline(text))


def to_terminal(markdown: str) -> str:
    """Return Markdown for `rich`: formulas as text, everything else as it looks."""
    return _PIECES.sub(_for_terminal, plain(markdown))


def _joined(html: str) -> Markup:
    """Keep formulas on one line with what follows; browsers break there."""
    kept = _JOINED.sub(r'<span class="joined">\1\2</span>', html)
    return Markup(kept)  # noqa: S704 - no HTML but the parser's and ours


def to_text(markdown: str) -> str:
    """Return Markdown as plain text: formulas in Unicode, code without its ticks."""
    return _PIECES.sub(_for_text, plain(markdown))


def _for_text(piece: re.Match[str]) -> str:
    latex = piece["block"] or piece["inline"]
    if latex:
        return readable(latex.strip()) or latex.strip()
    if piece["ticks"]:
        return piece[0].strip("`")
    return piece[0].removeprefix("\\")


def _for_terminal(piece: re.Match[str]) -> str:
    if piece["steering"]:
        return f"\\{piece[0].strip()}"
    latex = piece["block"] or piece["inline"]
    if not latex:
        return piece[0]
    text = readable(latex.strip())
    said = f"`{latex.strip()}`" if text is None else _STEERING.sub(r"\\\1", text)
    return f"\n\n{said}\n\n" if piece["block"] else said


@cache
def _parser(latex: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(_OFF)
    parser.use(dollarmath_plugin, allow_labels=False, double_inline=True)
    inline, block = (_inline_latex, _block_latex) if latex else (_inline, _block)
    parser.add_render_rule("math_inline", inline)
    parser.add_render_rule("math_inline_double", block)
    parser.add_render_rule("math_block", block)
    return parser


def _inline(self: object, tokens: Sequence[Token], index: int, *rest: Any) -> str:
    return _formula(tokens[index].content, block=False)


def _block(self: object, tokens: Sequence[Token], index: int, *rest: Any) -> str:
    return _formula(tokens[index].content, block=True)


def _formula(latex: str, *, block: bool) -> str:
    drawn = mathml(latex.strip(), block=block)
    return drawn or f"<code>{escape(latex.strip())}</code>"


def _inline_latex(self: object, tokens: Sequence[Token], index: int, *rest: Any) -> str:
    return rf"\({escape(tokens[index].content.strip())}\)"


def _block_latex(self: object, tokens: Sequence[Token], index: int, *rest: Any) -> str:
    return rf"\[{escape(tokens[index].content.strip())}\]"
