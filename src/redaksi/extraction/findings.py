"""What a sentence yields before anyone knows who "he" is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from redaksi.extraction.mentions import Mention
from redaksi.extraction.statement import Kind


class Frame(IntEnum):
    """The pattern by which a statement was found."""

    AFTER_QUOTE = 0
    """ "...," kata Budi """
    BEFORE_QUOTE = 1
    """Budi mengatakan, "..." """
    UNSIGNED = 2
    """A quotation that stands alone."""
    SUBJECT = 3
    """Budi mengatakan ..."""
    SOURCE = 4
    """Menurut Budi, ..."""
    IN_COMMAS = 5
    """..., kata Budi, ..."""
    PASSIVE = 6
    """Dikatakan Budi, ..."""
    POINTER = 7
    """... . Hal itu disampaikan Budi"""
    NOUN = 8
    """pernyataan Budi bahwa ..."""
    RELAY = 9
    """Dikutip dari Antara, ..."""
    SAME = 10
    """... dan menambahkan ..."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Words with the speaker phrase beside them; `start` and `end` are offsets in the text.

    `mention` is None and `clitic` true for "-nya"; both empty for a quotation that nobody signs.
    `around` are the stretches of text that may tell place, listener and day.
    """

    frame: Frame
    kind: Kind
    start: int
    end: int
    cue: tuple[int, int] | None
    mention: Mention | None
    clitic: bool = False
    around: tuple[tuple[int, int], ...] = field(default=())
    request: bool = False
    labelled: bool = False
    """Whether a label before the words names the speaker: an interview."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A word of saying with its speaker phrase; tokens from `first` to `last` (without)."""

    first: int
    last: int
    cue: int
    mention: Mention | None
    clitic: bool
    around: tuple[tuple[int, int], ...] = field(default=())
