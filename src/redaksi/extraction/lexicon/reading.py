"""Reads a file of words: `# note`, `[section]`, then one word or phrase a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

Sections = dict[str, dict[str, None]]
"""The phrases of each section, small letters, in the order of the file."""


class LexiconError(ValueError):
    """A file of words cannot be read; the text names the file and the line."""


def read_sections(path: Path, into: Sections) -> None:
    """Add the phrases of a file to `into`; a line "-phrase" takes one out again."""
    section: dict[str, None] | None = None
    for number, line in _lines(path):
        if line.startswith("[") and line.endswith("]"):
            section = into.setdefault(line[1:-1].strip(), {})
        elif section is None:
            raise LexiconError(f"{path.name}, line {number}: put a [section] before the words.")
        elif line.startswith("-"):
            section.pop(line[1:].strip().lower(), None)
        else:
            section[line.lower()] = None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as problem:
        raise LexiconError(f"{path} cannot be read: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise LexiconError(f"{path.name} is not UTF-8: save it as UTF-8.") from problem
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.partition("#")[0].strip()
        if bare:
            yield number, bare
