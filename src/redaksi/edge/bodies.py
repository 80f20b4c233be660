"""Takes in what a visitor sends, before the newsroom is bothered with it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO

from redaksi.edge.exchange import Exchange
from redaksi.edge.request import RequestHeaders

IN_MEMORY = 64 * 1024
"""Up to so many bytes are kept in memory, the rest goes to a file."""

SECONDS_OF_SILENCE = 20.0
SECONDS_IN_ALL = 1800.0
SECONDS_OF_GRACE = 20.0
SLOWEST = 1024
"""After a while a body has to have come at so many bytes a second on the whole."""


class TooLong(Exception):
    """The body is longer than anything that the newsroom takes."""


class BrokenOff(Exception):
    """The body came to no end, or is shorter than it was said to be."""


@dataclass(frozen=True)
class Received:
    """A whole body, to be read from its start, and its length in bytes."""

    file: IO[bytes]
    length: int


async def receive(headers: RequestHeaders, exchange: Exchange, longest: int) -> Received:
    """Read the whole body, however slowly it comes, but not if it stops coming.

    Raises:
        TooLong: when it has more than ``longest`` bytes.
        BrokenOff: when it ends before its end, says nothing for too long, or drips.
        Spoilt: when its framing is none.
    """
    said = headers.get("content-length")
    if said is not None and int(said) > longest:
        raise TooLong
    file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - who asked for the body closes it
    try:
        length = await _copy(exchange, file, longest)
        if said is not None and length != int(said):
            raise BrokenOff
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return Received(file, length)


async def _copy(exchange: Exchange, file: IO[bytes], longest: int) -> int:
    length, now = 0, asyncio.get_running_loop().time
    started = now()
    try:
        async with asyncio.timeout(SECONDS_IN_ALL):
            pieces = exchange.body()
            while piece := await asyncio.wait_for(anext(pieces, b""), SECONDS_OF_SILENCE):
                length += len(piece)
                if length > longest:
                    raise TooLong
                if now() - started > SECONDS_OF_GRACE + length / SLOWEST:
                    raise BrokenOff
                file.write(piece)
    except (TimeoutError, ConnectionError):
        raise BrokenOff from None
    return length
