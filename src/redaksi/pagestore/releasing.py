"""Gives readers the media files that published pages show, and takes them back."""

# Paths as strings cost a bulk press a third of what Path objects do.
# ruff: noqa: PTH116, PTH118, PTH120

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from redaksi.pagestore.addresses import FILES_AS_THEY_ARE
from redaksi.pagestore.writing import TEMPORARY, Batch


def release(tree: Path, batch: Batch, names: Mapping[str, str], private_root: Path) -> list[str]:
    """Have private files in the tree once the batch is committed; return the missing ones.

    The names are those in the tree and, for each, the one below the private root. A file that
    lies outside the private root or is no plain file counts as missing.
    """
    missing = []
    root = os.path.realpath(private_root)
    is_inside = cache(lambda folder: _is_inside(root, folder))
    for name, private in names.items():
        source = os.path.join(root, private)
        facts = _plain_file_at(source, is_inside)
        if facts is None:
            missing.append(private)
        elif not _is_released(f"{tree}/{name}", facts):
            batch.link(name, source)
    return missing


def released(tree: Path) -> Iterator[str]:
    """Return the name in the tree of every media file and document there."""
    for place in FILES_AS_THEY_ARE:
        for folder, _folders, files in os.walk(tree / place):
            start = os.path.relpath(folder, tree)
            yield from (f"{start}/{name}" for name in files if not name.startswith(TEMPORARY))


def _plain_file_at(source: str, is_inside: Callable[[str], bool]) -> os.stat_result | None:
    """Return what the disk says of a plain file in a folder that is inside; else None."""
    try:
        facts = os.lstat(source)
    except (FileNotFoundError, NotADirectoryError):
        return None
    is_ours = stat.S_ISREG(facts.st_mode) and is_inside(os.path.dirname(source))
    return facts if is_ours else None


def _is_inside(root: str, folder: str) -> bool:
    return os.path.commonpath([root, os.path.realpath(folder)]) == root


def _is_released(target: str, private: os.stat_result) -> bool:
    try:
        there = os.stat(target)
    except (FileNotFoundError, NotADirectoryError):
        return False
    # A copy on another disk is recognised by size and time, which copying keeps.
    facts = (there.st_size, there.st_mtime_ns) == (private.st_size, private.st_mtime_ns)
    return facts or (there.st_dev, there.st_ino) == (private.st_dev, private.st_ino)
