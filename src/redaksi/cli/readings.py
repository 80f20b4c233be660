"""Reads saved stories for statements beside the press, which must not wait for a long text."""

from __future__ import annotations

from redaksi.cli.beside import Beside
from redaksi.cli.priority import let_thread_give_way

#: An editor sees what was found in less than two seconds after a save.
SECONDS_BETWEEN_LOOKS = 0.5
TROUBLE = "Saved stories could not be read for statements"


class Readings(Beside):
    """A thread that reads what was saved since the last look."""

    def __init__(self) -> None:
        super().__init__("readings", seconds=SECONDS_BETWEEN_LOOKS)

    def begin(self) -> bool:
        """Give way to everything else."""
        let_thread_give_way()
        return True

    def go_round(self) -> None:
        """Read what is due."""
        self.complaints.attempt(self._read, TROUBLE)

    def _read(self) -> None:
        from redaksi.statements.reading import read_due

        while read_due() and not self.is_stopping.is_set():
            pass
