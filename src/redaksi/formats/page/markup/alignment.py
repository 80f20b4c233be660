"""Puts a library's lines back into the page's own paragraphs and wording."""

from __future__ import annotations

from collections.abc import Sequence

_KEY = 6
_TRIES = 12


class Paragraphs:
    """The lines of a page, to be found again by what a library made of them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._bare = ["".join(line.split()) for line in lines]
        self._places: dict[str, list[int]] = {}
        for place, bare in enumerate(self._bare):
            self._places.setdefault(bare[:_KEY], []).append(place)

    def as_on_page(self, lines: Sequence[str]) -> list[str]:
        """The same text cut where the page breaks it; a line not found stays as it is.

        A library joins lines parted by <br>, and may space words differently.
        """
        return [found for line in lines for found in self._found(line)]

    def _found(self, line: str) -> Sequence[str]:
        bare = "".join(line.split())
        for length in range(min(_KEY, len(bare)), 0, -1):
            for place in self._places.get(bare[:length], ())[:_TRIES]:
                end = self._end_of_match(place, bare)
                if end:
                    return self._lines[place:end]
        return [line]

    def _end_of_match(self, place: int, bare: str) -> int:
        """The place after the page lines that together read as this text, 0 when they do not."""
        position = 0
        while place < len(self._bare) and position < len(bare):
            part = self._bare[place]
            if not bare.startswith(part, position):
                return 0
            position, place = position + len(part), place + 1
        return place if position == len(bare) else 0
