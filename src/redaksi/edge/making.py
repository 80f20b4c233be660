"""Puts an edge together from a newspaper's directory and settings."""

from __future__ import annotations

import os

from redaksi.edge.application import Edge
from redaksi.edge.codings import Codings
from redaksi.edge.failing import Failing
from redaksi.edge.forwarding import Forwarding, Limits
from redaksi.edge.memory import Memory
from redaksi.edge.newsroom import Newsroom
from redaksi.edge.reads import Reads
from redaksi.edge.tree import Tree
from redaksi.edge.visitors import Proxies
from redaksi.instance.config import Config
from redaksi.instance.layout import Instance
from redaksi.pagestore.generation import Generation

MEGABYTE = 1024 * 1024
UPLOADS = 256
UPLOADS_OF_ONE = 16


def make_edge(instance: Instance) -> Edge:
    """Return the edge of one process."""
    config = instance.config
    behind_tls = config.is_behind_tls
    tree = Tree(instance.pages / "tree", behind_tls=behind_tls)
    codings = Codings()
    room = config.edge_memory_mb * MEGABYTE // processes(config)
    generation = Generation(instance.pages / "generation")
    memory = Memory(generation.read, room)
    return Edge(
        generation,
        memory,
        tree,
        Forwarding(
            Newsroom(str(instance.newsroom_socket)), Proxies(config.trusted_proxies), limits(config)
        ),
        Failing(memory, tree, codings, behind_tls=behind_tls),
        codings,
        Reads(instance.pages),
    )


def processes(config: Config) -> int:
    """Return how many edge processes there are."""
    return config.edge_processes or len(os.sched_getaffinity(0))


def limits(config: Config) -> Limits:
    """Return how much one process may have under way."""
    forwards = max(4, 4 * config.newsroom_threads // processes(config))
    # A file, and the form around it, and room for the newsroom's own word on what is too large.
    longest = (2 * config.upload_limit_mb + 10) * MEGABYTE
    return Limits(forwards, UPLOADS, UPLOADS_OF_ONE, longest)
