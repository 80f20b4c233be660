"""Who said what: finds the statements of a news article, Indonesian first."""

from redaksi.extraction.engine import extract
from redaksi.extraction.lexicon import LANGUAGES, LexiconError
from redaksi.extraction.statement import (
    CONFIDENT_FROM,
    Confidence,
    Kind,
    KnownPerson,
    SpeakerType,
    Statement,
)

__all__ = [
    "CONFIDENT_FROM",
    "LANGUAGES",
    "Confidence",
    "Kind",
    "KnownPerson",
    "LexiconError",
    "SpeakerType",
    "Statement",
    "extract",
]
