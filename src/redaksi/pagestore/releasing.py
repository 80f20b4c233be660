"""Gives readers the media files that published pages show, and takes them back."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from redaksi.pagestore.addresses import FILES_AS_THEY_ARE
from redaksi.pagestore.writing import TEMPORARY, Batch


def release(tree: Path, batch: Batch, names: Mapping[str, str], private_root: Path) -> list[str]:
    """Have private files in the tree once the batch is committed; return the missing ones.

    The names are those in the tree and, for each, the one below the private root. A file that
    lies outside the private root or is no plain file counts as missing.
    """
    missing = []
    root = private_root.resolve()
    for name, private in names.items():
        source = root / private
        if not _is_plain_file_in(root, source):
            missing.append(private)
        elif not _is_released(tree / name, source):
            batch.link(name, source)
    return missing


def released(tree: Path) -> Iterator[str]:
    """Return the name in the tree of every media file and document there."""
    for place in FILES_AS_THEY_ARE:
        for folder, _folders, files in os.walk(tree / place):
            start = os.path.relpath(folder, tree)
            yield from (f"{start}/{name}" for name in files if not name.startswith(TEMPORARY))


def _is_plain_file_in(root: Path, source: Path) -> bool:
    try:
        return stat.S_ISREG(source.lstat().st_mode) and source.resolve().is_relative_to(root)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _is_released(target: Path, source: Path) -> bool:
    try:
        there, private = target.stat(), source.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    # A copy on another disk is recognised by size and time, which copying keeps.
    facts = (there.st_size, there.st_mtime_ns) == (private.st_size, private.st_mtime_ns)
    return facts or (there.st_dev, there.st_ino) == (private.st_dev, private.st_ino)
