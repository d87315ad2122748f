"""What the command line shows: progress bars on the error stream, tables on the output, errors in one line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from kg.errors import CivicgraphError

NARROWEST = 13
"""Characters that a column needs to be read."""


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
            *columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()
        )
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

    def step(self) -> None:
        """Move the bar on by one."""
        if self._task is not None:
            self._progress.advance(self._task)


class Group(click.Group):
    """A command group that ends on our errors with one line and their exit code."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; turn a known error into a message."""
        try:
            return super().invoke(ctx)
        except CivicgraphError as error:
            click.echo(f"civicgraph: {error}", err=True)
            ctx.exit(error.exit_code)


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
