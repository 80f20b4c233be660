"""Writes down what a sentence yields: the words, their offsets and who is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redaksi.extraction import closers
from redaksi.extraction.findings import Attribution, Finding, Frame
from redaksi.extraction.lexicon.flags import (
    AFTER,
    FINDING,
    LABELLING,
    NOUN,
    PASSIVE,
    RELAY,
    SOURCE,
    VERB,
)
from redaksi.extraction.naming import Usage
from redaksi.extraction.statement import Kind
from redaksi.extraction.tokens import MARK, QUOTE, Token

_OPENING = VERB | SOURCE | PASSIVE | RELAY | NOUN | FINDING | LABELLING


class Collector:
    """The findings of one sentence."""

    def __init__(self, tokens: Sequence[Token], usage: Usage, *, english: bool) -> None:
        self.tokens = tokens
        self.usage = usage
        self.english = english
        self.findings: list[Finding] = []
        self.relay: tuple[int, int] | None = None
        """The text of a medium that brought the words."""

    def _go_on(self, found: Attribution, quote: int, index: int) -> int:
        """Take the further quotations of the same speaker; returns where to read on."""
        tokens = self.tokens
        while index < len(tokens) and tokens[index].kind is MARK:
            index += 1
        while index < len(tokens) and tokens[index].kind is QUOTE:
            if closers.after_quote(tokens, index, len(tokens), self.usage):
                break
            self._direct(index, Frame.AFTER_QUOTE, replace(found, around=found.around))
            index += 1
            while index < len(tokens) and tokens[index].kind is MARK:
                index += 1
        return index

    def _pointer(self, found: Attribution) -> Finding:
        return Finding(
            Frame.POINTER,
            Kind.INDIRECT,
            0,
            0,
            self._cue_span(found),
            found.mention,
            found.clitic,
            self._around(found),
        )

    def _partial(self, first: int, quote: int, found: Attribution) -> None:
        self._add(first, quote + 1, Kind.PARTIAL, Frame.AFTER_QUOTE, found)

    def _indirect(
        self, first: int, last: int, frame: Frame, found: Attribution, *, request: bool = False
    ) -> None:
        quoted = any(
            token.kind is QUOTE and len(inner(token).split()) > 2
            for token in self.tokens[first:last]
        )
        kind = Kind.PARTIAL if quoted else Kind.INDIRECT
        self._add(first, last, kind, frame, found, request=request)

    def _add(
        self,
        first: int,
        last: int,
        kind: Kind,
        frame: Frame,
        found: Attribution,
        *,
        request: bool = False,
    ) -> None:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        if self.tokens[last - 1].kind is QUOTE and last - 1 > first:
            end -= 1
        elif self.tokens[first].kind is QUOTE:
            start += 1
        self.findings.append(
            Finding(
                frame,
                kind,
                start,
                end,
                self._cue_span(found),
                found.mention,
                found.clitic,
                self._around(found),
                request,
            )
        )

    def _direct(self, quote: int, frame: Frame, found: Attribution | None) -> None:
        token = self.tokens[quote]
        words = inner(token)
        start = token.start + token.text.index(words) if words else token.start
        self.findings.append(
            Finding(
                frame,
                Kind.DIRECT,
                start,
                start + len(words),
                self._cue_span(found) if found else None,
                found.mention if found else None,
                bool(found and found.clitic),
                self._around(found) if found else (),
            )
        )

    def _cue_span(self, found: Attribution) -> tuple[int, int] | None:
        token = self.tokens[found.cue]
        if not token.flags & (_OPENING | AFTER):
            return None
        return token.start, token.end

    def _around(self, found: Attribution) -> tuple[tuple[int, int], ...]:
        return tuple(
            (self.tokens[first].start, self.tokens[last - 1].end)
            for first, last in found.around
            if last > first
        )


def inner(quote: Token) -> str:
    """The words of a quotation without its marks and without a comma at the end."""
    words = quote.text.strip("\"“”„‟«»＂〝〞`'‘’ \t").strip()
    return words[:-1].rstrip() if words.endswith(",") else words
