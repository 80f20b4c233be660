"""The record's tables: statements, the speakers' register, and which stories were read."""

from redaksi.statements.models.on_record import OnRecord
from redaksi.statements.models.reading import Reading
from redaksi.statements.models.speaker import (
    FormerSpeakerSlug,
    Speaker,
    SpeakerName,
    SpeakerRole,
)
from redaksi.statements.models.statement import (
    AUTOMATIC,
    CONFIRMED,
    NOBODY,
    NOT_FOUND,
    Kind,
    SpeakerType,
    State,
    Statement,
)

__all__ = [
    "AUTOMATIC",
    "CONFIRMED",
    "NOBODY",
    "NOT_FOUND",
    "FormerSpeakerSlug",
    "Kind",
    "OnRecord",
    "Reading",
    "Speaker",
    "SpeakerName",
    "SpeakerRole",
    "SpeakerType",
    "State",
    "Statement",
]
