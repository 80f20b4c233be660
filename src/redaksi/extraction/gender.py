"""Keeps "he" from meaning whom the article calls "Ms" or "she"."""

from __future__ import annotations

from collections.abc import Sequence

from redaksi.extraction.mentions import Mention
from redaksi.extraction.tokens import Token
from redaksi.extraction.wordlists import word_set

_HE = word_set("mr sir lord father king prince chairman spokesman businessman congressman")
_SHE = word_set(
    "mrs ms miss lady dame mother queen princess actress chairwoman spokeswoman businesswoman"
    " congresswoman"
)
_PRONOUNS = frozenset({"he", "she"})


def told_by(tokens: Sequence[Token], mention: Mention) -> str | None:
    """The pronoun that an address or a post tells: "he" of "Mr Osei"."""
    for token in tokens[mention.first : mention.last]:
        if token.lower in _HE:
            return "he"
        if token.lower in _SHE:
            return "she"
    return None


def is_gendered(word: str) -> bool:
    """Whether the pronoun tells anything: in Indonesian none does."""
    return word in _PRONOUNS


def contradicts(pronoun: str | None, word: str) -> bool:
    """Whether somebody who is `pronoun` cannot be meant by `word`."""
    return pronoun is not None and is_gendered(word) and pronoun != word
