"""The exit codes of the ``redaksi`` command and the failure that carries one."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code tells a script that called us."""

    DONE = 0
    """Everything asked for was done; also after Ctrl-C or SIGTERM while serving."""
    FAILED = 1
    """A check of ``doctor`` failed, or the work stopped for the reason printed."""
    USAGE = 2
    """The command line itself was wrong (argparse's own code)."""
    SETTINGS = 3
    """An option cannot be used, or the directory is not a finished newspaper."""
    NOT_EMPTY = 4
    """``init`` was asked to make a newspaper where something lies already."""
    PORT_TAKEN = 5
    """The port cannot be listened on."""
    NEEDS_UPGRADE = 6
    """The database is older than the program: ``redaksi upgrade`` comes first."""
    UNSAFE_SQLITE = 7
    """This SQLite may damage the database when several processes use it."""
    DATABASE = 8
    """The database cannot be reached or used."""
    CRASHED = 9
    """A process of the newspaper died again and again."""
    INTERRUPTED = 130
    """Ctrl-C in any command but ``serve``."""


class CommandFailed(Exception):
    """The command cannot go on; the text says in one sentence why and what to do."""

    def __init__(self, message: str, code: Exit = Exit.FAILED) -> None:
        super().__init__(message)
        self.code = code
