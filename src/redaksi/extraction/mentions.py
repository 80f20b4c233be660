"""Reads a speaker phrase: role, name and aliases of "Ketua KPK Setyo Budiyanto (55)"."""

from __future__ import annotations

from collections.abc import Sequence

from redaksi.extraction.aliases import with_aliases
from redaksi.extraction.appositions import with_apposition
from redaksi.extraction.descriptions import with_relative
from redaksi.extraction.lexicon.flags import (
    PRONOUN,
)
from redaksi.extraction.naming import NO_USAGE, Usage
from redaksi.extraction.phrases import Mention, Source, read_phrase
from redaksi.extraction.tokens import Token

__all__ = ["Mention", "Source", "read_mention"]

_LONGEST = 40


def read_mention(
    tokens: Sequence[Token], first: int, limit: int, usage: Usage = NO_USAGE
) -> Mention | None:
    """The speaker phrase that begins at `first` and ends before `limit`, None if there is none.

    `usage` tells which words the article uses as names and as places.
    """
    limit = min(limit, first + _LONGEST)
    if first >= limit:
        return None
    if tokens[first].flags & PRONOUN:
        return Mention(first, first + 1, Source.PRONOUN)
    mention = read_phrase(tokens, first, limit, usage)
    if mention is None:
        return None
    mention = with_relative(tokens, with_aliases(tokens, mention, limit), limit, usage)
    return with_apposition(tokens, mention, limit, usage)
