"""Takes the other names of a person out of brackets and out of "alias"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redaksi.extraction.lexicon.flags import (
    ALIAS,
)
from redaksi.extraction.phrases import Mention
from redaksi.extraction.tokens import BRACKET, WORD, Token


def with_aliases(tokens: Sequence[Token], mention: Mention, limit: int) -> Mention:
    """The mention with the names in brackets or behind "alias", which it takes in."""
    aliases: list[str] = []
    last = mention.last
    if mention.name:
        for token in tokens[mention.name[1] : mention.last]:
            inner = token.text[1:-1].strip()
            if token.kind is BRACKET and _looks_like_alias(inner, token):
                aliases.append(inner)
    if last < limit and tokens[last].flags & ALIAS and mention.name:
        end = capitals_end(tokens, last + 1, limit)
        if end > last + 1:
            aliases.append(" ".join(token.text for token in tokens[last + 1 : end]))
            last = end
    return replace(mention, aliases=tuple(aliases), last=last) if aliases else mention


def _looks_like_alias(inner: str, token: Token) -> bool:
    return (
        bool(inner)
        and inner[0].isupper()
        and len(inner) <= 24
        and not any(char.isdigit() or char == "/" for char in inner)
    )


def capitals_end(tokens: Sequence[Token], first: int, limit: int) -> int:
    """Where a run of words with capitals ends that begins at `first`."""
    index = first
    while index < limit and tokens[index].kind is WORD and tokens[index].capital:
        index += 1
    return index
