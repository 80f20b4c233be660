"""Where a quotation ends whose closing mark was forgotten: before a word of saying."""

from __future__ import annotations

import re
from functools import lru_cache

from redaksi.extraction.lexicon import Lexicon
from redaksi.extraction.lexicon.flags import AFTER, CLITIC

_ID = r"[,.?!](?=\s+(?:{cues})(?:nya\b|\s+(?:dia|ia|beliau|mereka|[A-Z])))"
_EN = (
    r"[,.?!](?=\s+(?:(?:{cues})\s+[A-Z]"
    r"|(?:he|she|they|[A-Z][\w.]{{0,30}}(?:\s[A-Z][\w.]{{0,30}})?)\s+(?:{cues})\b))"
)


def said_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """A pattern that matches the mark in front of "kata Budi" or "Smith said"."""
    cues = tuple(sorted(lexicon.with_flag(AFTER) - lexicon.with_flag(CLITIC)))
    return _pattern(lexicon.language, cues)


@lru_cache(maxsize=4)
def _pattern(language: str, cues: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(cue) for cue in cues)
    return re.compile((_EN if language == "en" else _ID).format(cues=words))
