"""Splits the body into sentences of tokens; a quotation is never cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redaksi.extraction.layout import Paragraph, Part
from redaksi.extraction.lexicon import Lexicon
from redaksi.extraction.lexicon.flags import AFTER, VERB
from redaksi.extraction.quotes import Quote
from redaksi.extraction.tokens import MARK, QUOTE, WORD, Token, quotation, tokenize
from redaksi.extraction.words import is_initial

_ENDS = frozenset(".?!…")
_LOOK_AHEAD = 9
_LONGEST = 400
"""Tokens after which a sentence is cut by force: some texts have no full stops."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of one sentence; `paragraph` counts from 0, `opens` says that it opens one."""

    tokens: list[Token]
    paragraph: int
    opens: bool
    body: bool


def read_sentences(
    text: str, paragraphs: Sequence[Paragraph], quotes: Sequence[Quote], lexicon: Lexicon
) -> list[Sentence]:
    """The sentences of the paragraphs, those of headlines and captions marked as no body."""
    out: list[Sentence] = []
    remaining = iter(quotes)
    quote = next(remaining, None)
    covered = 0
    carried: list[Token] = []
    """What stands before and in a quotation that goes on in the next paragraph."""
    for number, paragraph in enumerate(paragraphs):
        if paragraph.part is Part.FURNITURE:
            continue
        if paragraph.part is not Part.BODY:
            tokens = tokenize(text, paragraph.start, paragraph.end, lexicon)
            out.append(Sentence(tokens, number, True, False))
            continue
        if paragraph.end <= covered:
            continue
        tokens, carried = carried, []
        position = max(paragraph.start, covered)
        while quote is not None and quote.start < paragraph.end:
            tokens += tokenize(text, position, quote.start, lexicon)
            tokens.append(quotation(text, quote.start, quote.end))
            position = covered = quote.end
            quote = next(remaining, None)
        if position < paragraph.end:
            tokens += tokenize(text, position, paragraph.end, lexicon)
        elif position > paragraph.end:
            carried = tokens
            continue
        if tokens:
            out += _split(tokens, number)
    if carried:
        out += _split(carried, len(paragraphs))
    return out


def _split(tokens: list[Token], paragraph: int) -> Iterator[Sentence]:
    first = 0
    for index in range(len(tokens) - 1):
        if _ends(tokens, index) or index - first >= _LONGEST:
            yield Sentence(tokens[first : index + 1], paragraph, first == 0, True)
            first = index + 1
    yield Sentence(tokens[first:], paragraph, first == 0, True)


def _ends(tokens: list[Token], index: int) -> bool:
    token, after = tokens[index], tokens[index + 1]
    if token.kind is QUOTE:
        return _ends_after_quote(tokens, index)
    if token.kind is not MARK or token.text[0] not in _ENDS:
        return False
    before = tokens[index - 1] if index else None
    gap = after.start > token.end
    if after.kind is QUOTE and token.text == ".":
        return True
    if token.text == ".":
        if before is not None and is_initial(before) and before.end == token.start:
            return False
        if not gap and not (after.capital and before is not None and before.text[-1].islower()):
            return False
    if after.kind is WORD:
        return after.capital or (after.text[0].isdigit() and gap)
    return after.kind is QUOTE or ((after.kind is MARK and after.text[0] in "-–—•*") and gap)


def _ends_after_quote(tokens: list[Token], index: int) -> bool:
    """After a quotation a sentence goes on with its word of saying, else with a small letter."""
    after = tokens[index + 1]
    if after.kind is QUOTE:
        return True
    if after.kind is not WORD or not after.capital or after.flags & AFTER:
        return False
    inner = tokens[index].text.rstrip("\"”“’'»").rstrip()
    if inner.endswith(","):
        return False
    for token in tokens[index + 1 : index + 1 + _LOOK_AHEAD]:
        if token.kind is QUOTE or (token.kind is MARK and token.text[0] in _ENDS):
            break
        if token.flags & (AFTER | VERB):
            return inner.endswith((".",)) and not token.flags & AFTER
    return inner.endswith((".", "?", "!", "…"))
