"""Who said what: finds the statements of a news article, Indonesian first."""

from redaksi.extraction.engine import extract
from redaksi.extraction.lexicon import LANGUAGES, LexiconError
from redaksi.extraction.record import ArticleRecord, StatementRecord, article_record
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
    "ArticleRecord",
    "Confidence",
    "Kind",
    "KnownPerson",
    "LexiconError",
    "SpeakerType",
    "Statement",
    "StatementRecord",
    "article_record",
    "extract",
]
