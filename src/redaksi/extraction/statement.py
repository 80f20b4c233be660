"""What was found: a statement, who made it, and how sure each part of it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

CONFIDENT_FROM = 0.82
"""From this confidence on a statement is ticked for the editor."""


class Kind(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    PARTIAL = "partial"


class SpeakerType(StrEnum):
    """What kind of source speaks."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNNAMED = "unnamed"


@dataclass(frozen=True)
class KnownPerson:
    """Someone the newsroom has confirmed: the best there is to know a name by."""

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Confidence:
    """How sure each field is, 0 to 1; `overall` is for the words with their speaker's full name."""

    span: float
    kind: float
    speaker: float
    role: float
    addressee_or_channel: float
    when: float

    @property
    def overall(self) -> float:
        """The span and the speaker together."""
        return round(self.span * self.speaker, 3)


@dataclass(frozen=True)
class Statement:
    """Words that a text attributes to a source.

    `quote` is `text[start:end]`, offsets in Unicode code points. `speaker_mention` is the source
    as printed beside the words, `speaker` the fullest name of it in the text. What is not there
    is None.
    """

    kind: Kind
    quote: str
    start: int
    end: int
    cue: str | None
    speaker_mention: str | None
    speaker: str | None
    speaker_type: SpeakerType
    role: str | None
    addressee_or_channel: str | None
    when: str | None
    confidence: Confidence
    aliases: tuple[str, ...] = field(default=())
    known_as: str | None = None
    """The name under which the newsroom knows the speaker, also where the text has less of it."""

    @property
    def confident(self) -> bool:
        """Whether an editor may find it ticked."""
        return self.confidence.overall >= CONFIDENT_FROM
