"""An edge that runs without the rest of a newspaper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from redaksi.cli.children import Child
from redaksi.cli.ports import listening
from redaksi.edge.making import processes
from redaksi.instance.layout import Instance


@contextmanager
def edge_of(instance: Instance, surroundings: Mapping[str, str]) -> Iterator[Child]:
    """Let the edge of a newspaper run until the block ends; it may not answer yet."""
    config = instance.config
    with listening(config.host, config.port, processes(config)) as listeners:
        edge = Child("edge", "redaksi.cli.edge", surroundings, listeners=listeners)
        edge.start()
        try:
            yield edge
        finally:
            edge.clear_away()
