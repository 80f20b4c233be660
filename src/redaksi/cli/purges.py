"""Tells the CDN of changed pages beside the press, which must not wait for it."""

from __future__ import annotations

from typing import Any

from redaksi.cli.beside import Beside

SECONDS_BETWEEN_LOOKS = 0.25
TROUBLE = "The CDN could not be told of changed pages"


class Purges(Beside):
    """A thread that tells the CDN what waits; it ends at once when the newspaper has none.

    What is cut off at the end of the program is told at the next start.
    """

    def __init__(self) -> None:
        super().__init__("purges", seconds=SECONDS_BETWEEN_LOOKS, is_cut_off=True)
        self.purging: Any = None
        self.is_settled = False

    def begin(self) -> bool:
        """Return whether the newspaper has a CDN."""
        from redaksi.press.cdn import open_cdn
        from redaksi.press.purging import Purging

        cdn = open_cdn()
        self.purging = Purging(cdn) if cdn is not None else None
        return cdn is not None

    def go_round(self) -> None:
        """Tell what waits."""
        self.complaints.attempt(self._tell, TROUBLE)

    def _tell(self) -> None:
        from redaksi.press.purging import settle_left_overs

        if not self.is_settled:
            settle_left_overs()
            self.is_settled = True
        self.purging.go_round()
