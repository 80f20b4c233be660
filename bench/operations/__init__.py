"""What is measured: each operation gets ready untimed and returns what is timed."""

from __future__ import annotations

from bench.operations import newsroom, reading, writing

OPERATIONS = {**writing.OPERATIONS, **newsroom.OPERATIONS, **reading.OPERATIONS}
#: Operations that must stay under ``WRITE_LIMIT_MS`` at every size.
WRITES = tuple(writing.OPERATIONS)
