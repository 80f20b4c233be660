"""Reads saved stories for statements beside the press, which must not wait for a long text."""

from __future__ import annotations

from redaksi.cli.beside import Beside
from redaksi.cli.changes import Changes

#: An editor waits for what was found, so that this thread does not give way to the press.
SECONDS_BETWEEN_LOOKS = 0.25
TROUBLE = "Saved stories could not be read for statements"


class Readings(Beside):
    """A thread that reads what was saved since the last look."""

    def __init__(self) -> None:
        super().__init__("readings", seconds=SECONDS_BETWEEN_LOOKS)
        self.changes = Changes()

    def begin(self) -> bool:
        """Load the words of both languages, so that no editor waits for them."""
        from redaksi.extraction import LANGUAGES
        from redaksi.extraction.lexicon import load

        for language in LANGUAGES:
            load(language)
        return True

    def go_round(self) -> None:
        """Read what is due."""
        self.complaints.attempt(self.read, TROUBLE)

    def read(self) -> None:
        """Read until nothing is due, if anything was written since."""
        from redaksi.statements.reading import read_due

        if not self.changes.have_come():
            return
        while read_due() and not self.is_stopping.is_set():
            pass
