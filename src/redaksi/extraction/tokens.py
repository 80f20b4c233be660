"""Cuts a stretch of text into tokens; a whole quotation and a bracket are one token each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum

from redaksi.extraction.lexicon import Lexicon
from redaksi.extraction.lexicon.flags import DEGREE, KNOWN_BODY, NAME, PLACE

_TOKEN = re.compile(
    r"\([^()\n]{1,90}\)"
    r"|(?<!\w)[A-Z][A-Za-z]{0,5}\.(?:[A-Z][A-Za-z]{0,5}\b\.?){1,4}(?:\([A-Z]+\))?"
    r"|[^\W_]+(?:[-'’‑@&/][^\W_]+|[.](?=[a-z0-9])[^\W_]+)*"
    r"|\.{2,}|\S"
)
_ONLY_WITH_CAPITAL = PLACE | NAME | KNOWN_BODY


class TokenKind(IntEnum):
    """What a token is."""

    WORD = 0
    MARK = 1
    BRACKET = 2
    QUOTE = 3


WORD, MARK, BRACKET, QUOTE = TokenKind


class Token:
    """A word or fixed phrase, a mark, a bracket with its content, or a quotation with its marks.

    `start` and `end` are offsets in the text; `flags` say what the word can be.
    """

    __slots__ = ("capital", "end", "flags", "kind", "lower", "start", "text")

    def __init__(self, text: str, start: int, kind: TokenKind, flags: int = 0) -> None:
        self.text = text
        self.lower = text.lower()
        self.start = start
        self.end = start + len(text)
        self.kind = kind
        self.flags = flags
        self.capital = text[0].isupper()

    def __repr__(self) -> str:
        return f"Token({self.text!r})"


def tokenize(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text[start:end]` that hold no quotation."""
    words = lexicon.words
    tokens = [_token(match, words) for match in _TOKEN.finditer(text, start, end)]
    return _with_phrases(tokens, text, lexicon)


def quotation(text: str, start: int, end: int) -> Token:
    """The token of a quotation with its marks."""
    return Token(text[start:end], start, QUOTE)


def _token(match: re.Match[str], words: Mapping[str, int]) -> Token:
    text = match.group()
    if not text[0].isalnum():
        bracket = len(text) > 1 and text[0] == "("
        return Token(text, match.start(), BRACKET if bracket else MARK)
    token = Token(text, match.start(), WORD)
    token.flags = words.get(token.lower, 0)
    if "." in text and _is_degree(text):
        token.flags |= DEGREE
    if not token.capital:
        token.flags &= ~_ONLY_WITH_CAPITAL
    return token


def _is_degree(text: str) -> bool:
    """Whether letters with full stops are a degree ("M.Si.") and not initials ("L.P.")."""
    return text[0] in "SMABDLP" and (
        text[:2] in ("S.", "M.", "A.")
        or text[:3] in ("Sp.", "Ph.", "Lc.", "Dr.")
        or text.startswith("Subsp.")
    )


def _with_phrases(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    phrases = lexicon.phrases
    out: list[Token] = []
    index, count = 0, len(tokens)
    while index < count:
        token = tokens[index]
        length = 1
        following = tokens[index + 1].lower if index + 1 < count else ""
        for words, flags in phrases.get(token.lower, ()):
            if words[1] == following and _follows(tokens, index, words):
                length = len(words)
                token = _joined(text, token, tokens[index + length - 1], flags)
                break
        out.append(token)
        index += length
    return out


def _follows(tokens: list[Token], index: int, words: tuple[str, ...]) -> bool:
    last = index + len(words)
    return last <= len(tokens) and all(
        tokens[index + step].lower == word for step, word in enumerate(words)
    )


def _joined(text: str, first: Token, last: Token, flags: int) -> Token:
    token = Token(text[first.start : last.end], first.start, WORD, flags)
    if not token.capital or not last.capital:
        token.flags &= ~_ONLY_WITH_CAPITAL
    token.lower = " ".join(token.lower.split())
    return token
