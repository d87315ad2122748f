"""What the command line shows: progress bars on the error stream, tables on the output, errors in one line."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Column, Table
from rich.text import Text

from kg.entities.judgements import Verdict
from kg.errors import CivicgraphError

NARROWEST = 13
"""Characters that a column needs to be read."""

STORE = click.option(
    "--store",
    type=click.Path(path_type=Path),
    default=Path(".civicgraph"),
    show_default=True,
    help="The folder of the graph.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON, for programs.")


class Bars:
    """The build's progress as one bar per stage; silent where the error stream is no terminal."""

    def __init__(self) -> None:
        """Make the display; nothing is shown before the first stage."""
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description:<18}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        self._progress = Progress(
            *columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty(), auto_refresh=False
        )  # a thread that draws would keep `kg.spread` from forking
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        """Take over the terminal's last lines."""
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give them back."""
        self._progress.stop()

    def stage(self, name: str, total: int) -> None:
        """Begin a bar of `total` steps."""
        self._task = self._progress.add_task(name, total=total)
        self._progress.refresh()

    def step(self) -> None:
        """Move the bar on by one."""
        if self._task is not None:
            self._progress.update(self._task, advance=1, refresh=True)


class Group(click.Group):
    """A command group that ends on our errors with one line and their exit code."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; turn a known error into a message."""
        try:
            return super().invoke(ctx)
        except CivicgraphError as error:
            click.echo(f"civicgraph: {error}", err=True)
            ctx.exit(error.exit_code)


def counted(number: int, many: str) -> str:
    """A number of things, whose name is given in the plural.

    >>> counted(1, "entities"), counted(1200, "facts")
    ('1 entity', '1,200 facts')
    """
    one = f"{many[:-3]}y" if many.endswith("ies") else many.removesuffix("s")
    return f"{number:,} {one if number == 1 else many}"


def show_table(columns: Sequence[str], rows: Sequence[Sequence[str]], notes: Sequence[str] = ()) -> None:
    """A table on the output, as wide as the terminal; wide cells wrap, and `notes`, one for each row, stand below it.

    Where the columns would be too narrow to read, each row is a block of "name: value" lines with its note instead.
    """
    console = Console(soft_wrap=False)
    notes = notes or [""] * len(rows)
    if len(columns) * NARROWEST > console.width:
        _blocks(console, columns, rows, notes)
        return
    table = Table(*columns, header_style="bold")
    for row in rows:
        table.add_row(*row)
    console.print(table, markup=False)
    for number, note in enumerate(notes, 1):
        if note:
            console.print(f"{number:>3}  {note}", markup=False, highlight=False)


def _blocks(console: Console, columns: Sequence[str], rows: Sequence[Sequence[str]], notes: Sequence[str]) -> None:
    widest = max(map(len, columns))
    for row, note in zip(rows, notes, strict=True):
        lines = [f"{name:>{widest}}: {value}" for name, value in zip(columns, row, strict=True) if value]
        console.print("\n".join([*lines, *([note] if note else []), ""]), markup=False, highlight=False)


def show_pair(number: int, pair: Mapping[str, Any], judged: str = "") -> None:
    """An uncertain pair: both sides beside each other with the sentences that name them, the score's reasons below."""
    console = Console(soft_wrap=False)
    table = Table(
        *(Column(Text(side["name"]), ratio=1) for side in (pair["left"], pair["right"])),
        title=f"{number}. {pair['class']}, score {pair['score']} of 100{judged and f' ({judged})'}",
        title_justify="left", title_style="bold", expand=True,
    )  # fmt: skip
    table.add_row(*(Text("\n\n".join(_side(side))) for side in (pair["left"], pair["right"])))
    console.print(table)
    for reason in pair["reasons"]:
        line = f"{reason['points']:+5}  {reason['rule'].replace('_', ' ')}: {reason['saw']}"
        console.print(line, markup=False, highlight=False)
    console.print()


def _side(side: Mapping[str, Any]) -> list[str]:
    """State and other spellings, then each sentence under its document."""
    others = [s for s in side["spellings"] if s != side["name"]]
    about = [f"in a text on {side['country']}"] * bool(side["country"]) + [f"also {', '.join(others)}"] * bool(others)
    quotes = [f"{c['document']}:\n“{' '.join(c['quote'].split())}”" for c in side["contexts"]]
    return ["; ".join(about), *quotes] if about else quotes


Answer = Verdict | Literal["next", "quit"]
CHOICES: Mapping[str, Answer] = {"s": "same", "d": "different", "u": "unsure", "n": "next", "q": "quit"}


def choose() -> tuple[Answer, str]:
    """What a person answers about a pair, and why, where it is a verdict."""
    words = ", ".join(f"[{key}]{word.removeprefix(key)}" for key, word in CHOICES.items())
    answer = CHOICES[click.prompt(f"The same? {words}", type=click.Choice(list(CHOICES)), show_choices=False)]
    if answer in {"next", "quit"}:
        return answer, ""
    return answer, click.prompt("Why", default="", show_default=False)
