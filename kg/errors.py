"""The exception tree: one base, a child per kind of fault.

Every message is one line that names the file or place and what to do about it, because the command line
prints it as it is.
"""

from __future__ import annotations


class CivicgraphError(Exception):
    """Base of every error this project raises on purpose. `exit_code` is what the command line ends with."""

    exit_code = 1


class SourceError(CivicgraphError):
    """A document cannot be read; the build skips it, says so, and goes on with the others."""


class UsageError(CivicgraphError):
    """The caller asked for something that does not exist or does not fit (a folder, a port, a parameter)."""

    exit_code = 2


class GateError(CivicgraphError):
    """The finished graph breaks a promise (a claim without a sentence, say); the build is thrown away."""

    exit_code = 3


class StoreError(CivicgraphError):
    """The store directory is missing, damaged, locked or not writable."""


class QueryError(CivicgraphError):
    """The query is wrong: malformed, or not allowed here. `line` and `column` count from 1 where known."""

    exit_code = 2

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        """Keep the place of the fault beside the message."""
        super().__init__(message)
        self.line, self.column = line, column


class QueryRefused(QueryError):
    """The query is well formed but asks for what this endpoint never does (update, SERVICE)."""


class QueryLimit(CivicgraphError):
    """The query went past a limit. `limit` names it: "time", "memory", "size" or "busy"."""

    def __init__(self, message: str, limit: str) -> None:
        """Keep which limit was met, for the HTTP status."""
        super().__init__(message)
        self.limit = limit
