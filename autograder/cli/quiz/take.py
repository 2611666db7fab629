"""``autograder quiz take``: fill in a paper in the terminal."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from autograder.messages import Words
    from autograder.quizzes.model import Judged, Variant
    from autograder.quizzes.practice import Judge
    from autograder.quizzes.taking import OpenPaper

INTERRUPTED = 130


def take(
    paper: Annotated[
        str, typer.Argument(help="The notebook that was handed out, or its quiz.")
    ],
) -> None:
    """Fill in a paper: one item at a time, and every response is saved at once.

    Go on later with the same command. On a practice paper each response is judged at
    once.
    """
    from rich.console import Console

    from autograder.quizzes.practice import judge_of
    from autograder.quizzes.taking import OpenPaper, find_paper

    sheet = OpenPaper(find_paper(paper, Path.cwd()))
    judge = judge_of(sheet.practice) if sheet.practice else None
    try:
        Desk(sheet, Console(highlight=False), judge).work()
    finally:
        if judge is not None:
            judge.close()


class Desk:
    """One paper, one student, one terminal.

    Parameters
    ----------
    sheet : OpenPaper
    console : Console
    judge : Judge or None
        Judges the responses to a practice paper.
    """

    def __init__(
        self, sheet: OpenPaper, console: Console, judge: Judge | None = None
    ) -> None:
        self.sheet = sheet
        self.console = console
        self.judge = judge
        self.place = sheet.first_open
        self.since = time.monotonic()

    def work(self) -> None:
        """Show items and take responses until the student leaves."""
        import readline  # noqa: F401 - lets a line be edited

        from autograder.messages import Message

        self.say(
            Message(
                "Type a response and press Enter. Enter alone goes on; `:b` goes back, "
                "`:3` to item 3, `:d` deletes the response, `:q` leaves. Everything is "
                "saved as you go."
            )
        )
        try:
            while self.one_item():
                pass
        except (KeyboardInterrupt, EOFError):
            self.leave()
            raise typer.Exit(INTERRUPTED) from None
        self.leave()

    def one_item(self) -> bool:
        """Show an item and do what is typed; False when the student leaves."""
        variant = self.sheet.variants[self.place]
        self.show(variant)
        self.since = time.monotonic()
        typed = self.ask(variant)
        if typed.startswith(":"):
            return self.command(typed[1:].strip().casefold())
        if typed:
            self.respond(variant, typed)
        return self.go_on()

    def ask(self, variant: Variant) -> str:
        """Return what is typed: one line, or one for each part of an item."""
        parts = variant.form.parts
        if not parts:
            return self.console.input("[bold]> [/bold]").strip()
        lines: list[str] = []
        for part in parts:
            line = self.console.input(f"[bold]{part.key}[/bold]: ").strip()
            if line.startswith(":") or (not line and not lines and part is parts[0]):
                return line
            lines.append(f"{part.key}: {line}")
        return "\n".join(lines)

    def command(self, name: str) -> bool:
        """Do what follows a colon."""
        from autograder.messages import Message

        last = len(self.sheet.variants) - 1
        if name in ("q", "quit"):
            return False
        if name in ("b", "back"):
            self.place = max(0, self.place - 1)
        elif name in ("n", "next"):
            self.place = min(last, self.place + 1)
        elif name in ("d", "delete"):
            self.sheet.respond(self.sheet.variants[self.place].item, "")
        elif name.isdecimal() and 1 <= int(name) <= last + 1:
            self.place = int(name) - 1
        else:
            self.say(Message("`:{name}` means nothing here", name=name))
        return True

    def respond(self, variant: Variant, typed: str) -> None:
        """Save a response, and say how it is read or judged."""
        from autograder.messages import Message
        from autograder.quizzes.model import Unreadable
        from autograder.quizzes.taking import as_read

        seconds = time.monotonic() - self.since
        self.sheet.respond(variant.item, typed, seconds)
        if self.judge is not None:
            self.show_judged(self.judge(variant.item, typed))
            return
        try:
            read = as_read(variant.form, typed)
        except Unreadable as error:
            why = Message("saved, but it cannot be read: {why}", why=error.why)
            self.say(why, "yellow")
            return
        if read is None:
            self.say(Message("saved"), "green")
        else:
            self.say(Message("saved; read as {read}", read=read), "green")

    def go_on(self) -> bool:
        """Go to the next item; after the last one, tell what is left out."""
        from autograder.messages import Message

        if self.place < len(self.sheet.variants) - 1:
            self.place += 1
            return True
        left = [str(n) for n in self.left_out()]
        if not left:
            self.say(Message("Every item has a response."), "green")
            return False
        self.say(Message("No response yet: {items}.", items=", ".join(left)), "yellow")
        self.place = int(left[0]) - 1
        return self.console.input(self.words(Message("Go on? (:q leaves) "))) != ":q"

    def left_out(self) -> Iterator[int]:
        """Yield the numbers of the items without a response."""
        for number, variant in enumerate(self.sheet.variants, start=1):
            if variant.item not in self.sheet.responses:
                yield number

    def show(self, variant: Variant) -> None:
        """Put an item on the screen."""
        from rich.markdown import Markdown
        from rich.rule import Rule

        from autograder.messages import Message
        from autograder.quizzes.markup import to_terminal
        from autograder.quizzes.paper_cells import terminal_prompt
        from autograder.quizzes.words import points_words

        number, of = self.place + 1, len(self.sheet.variants)
        title = Message(
            "{number} of {count} · {points}",
            number=number,
            count=of,
            points=points_words(variant.points),
        )
        self.console.print(Rule(self.words(title)))
        self.console.print(Markdown(to_terminal(terminal_prompt(variant))))
        if response := self.sheet.responses.get(variant.item):
            self.say(Message("your response: {response}", response=response), "cyan")

    def show_judged(self, judged: Judged) -> None:
        """Say how a response to a practice paper was judged."""
        from autograder.quizzes.feedback import judged_words

        for words, colour in judged_words(judged):
            self.say(words, colour)

    def leave(self) -> None:
        """Say where the responses are."""
        from autograder.messages import Message

        answered = len(self.sheet.responses)
        self.console.print()
        self.say(
            Message(
                "{answered} of {count} answered; saved in {file}. Hand in this file.",
                answered=answered,
                count=len(self.sheet.variants),
                file=self.sheet.path.name,
            )
        )

    def say(self, words: Words, style: str = "") -> None:
        """Print a sentence; what looks like markup of `rich` is none."""
        from autograder.reports.text import plain

        self.console.print(plain(self.words(words)), style=style, markup=False)

    def words(self, words: Words) -> str:
        """Return a sentence in the language of the paper."""
        return words.render(self.sheet.paper.language)
