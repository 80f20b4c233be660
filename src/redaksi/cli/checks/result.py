"""The result of one check: its state, what was found, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a check went; only FAILED makes ``redaksi doctor`` fail."""

    GOOD = "good"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True)
class Check:
    """One line of the report; ``name`` is the same in every language."""

    name: str
    state: State
    found: str
    advice: str = ""


def good(name: str, found: str) -> Check:
    """Return a check that went well."""
    return Check(name, State.GOOD, found)


def warning(name: str, found: str, advice: str) -> Check:
    """Return a check that found something to better."""
    return Check(name, State.WARNING, found, advice)


def failed(name: str, found: str, advice: str) -> Check:
    """Return a check that found something that must be mended."""
    return Check(name, State.FAILED, found, advice)
