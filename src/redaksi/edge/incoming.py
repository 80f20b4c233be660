"""The body of a request while it comes in."""

from __future__ import annotations

import asyncio
from collections import deque

ENOUGH = 256 * 1024
"""When so many bytes wait, the client has to wait too."""


class Spoilt(Exception):
    """What came is no body, by its own framing (RFC 9112, 7.1)."""


class Body:
    """The pieces that came and were not read yet; for one event loop."""

    __slots__ = ("_is_broken", "_is_spoilt", "_pieces", "_size", "_waiter", "is_over")

    def __init__(self) -> None:
        self._pieces: deque[bytes] = deque()
        self._size = 0
        self._waiter: asyncio.Event = asyncio.Event()
        self._is_broken = False
        self._is_spoilt = False
        self.is_over = False
        """Whether all of it came."""

    @property
    def is_much(self) -> bool:
        """Whether no more should be taken in for now."""
        return self._size >= ENOUGH

    def feed(self, piece: bytes) -> None:
        """Add a piece that came."""
        self._pieces.append(piece)
        self._size += len(piece)
        self._waiter.set()

    def end(self) -> None:
        """Say that all of it came."""
        self.is_over = True
        self._waiter.set()

    def break_off(self) -> None:
        """Say that nothing more will come, though it is not over."""
        self._is_broken = not self.is_over
        self._waiter.set()

    def spoil(self) -> None:
        """Say that what came is no body."""
        self._is_spoilt = True
        self._waiter.set()

    async def next_piece(self) -> bytes:
        """Return the next piece, none at the end.

        Raises:
            ConnectionResetError: when the connection ended before.
            Spoilt: when what came is no body.
        """
        while not self._pieces:
            if self._is_spoilt:
                raise Spoilt
            if self.is_over:
                return b""
            if self._is_broken:
                raise ConnectionResetError
            self._waiter.clear()
            await self._waiter.wait()
        piece = self._pieces.popleft()
        self._size -= len(piece)
        return piece
