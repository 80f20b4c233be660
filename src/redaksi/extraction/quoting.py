"""Reads who is named beside a quotation, behind it or in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redaksi.extraction import closers
from redaksi.extraction.clauses import (
    content_end,
    has_words,
    skip_openers,
)
from redaksi.extraction.collecting import Collector, inner
from redaksi.extraction.findings import Attribution, Frame
from redaksi.extraction.lexicon.flags import (
    AFTER,
    CLITIC,
    PASSIVE,
    SOURCE,
    THAT,
    VERB,
)
from redaksi.extraction.mentions import read_mention
from redaksi.extraction.sources import lead
from redaksi.extraction.statement import Kind
from redaksi.extraction.subjects import find_subject
from redaksi.extraction.tokens import MARK, QUOTE, WORD, Token

_LONG = 8


class QuoteReader(Collector):
    """Reads the quotations of one sentence."""

    def _open(self, first: int, last: int) -> None:
        """Read a stretch without signed quotations."""
        raise NotImplementedError

    def _signed_quote(self, first: int, last: int) -> tuple[int, Attribution] | None:
        for index in range(first, last):
            if self.tokens[index].kind is QUOTE:
                found = closers.after_quote(self.tokens, index, last, self.usage)
                if found:
                    return index, found
        return None

    def _close_quote(self, first: int, quote: int, found: Attribution) -> int:
        """A quotation with its attribution behind it; returns where to read on."""
        tokens = self.tokens
        start = skip_openers(tokens, first, quote)
        words = inner(tokens[quote])
        if has_words(tokens, start, quote):
            before = self._pre_quote(start, quote)
            if before is not None:
                found = replace(before, last=found.last, around=before.around + found.around)
                self._direct(quote, Frame.BEFORE_QUOTE, found)
                return self._go_on(found, quote, found.last)
            if words[:1].islower() or (self.english and quote - start <= 4):
                self._partial(start, quote, found)
                return self._go_on(found, quote, found.last)
            self._open(start, quote)
        self._direct(quote, Frame.AFTER_QUOTE, found)
        return self._go_on(found, quote, found.last)

    def _pre_quote(self, first: int, quote: int) -> Attribution | None:
        """Who is named directly in front of a quotation."""
        tokens = self.tokens
        index = quote - 1
        colon = tokens[index].text == ":"
        while index >= first and tokens[index].kind is MARK and tokens[index].text in ",:-–—":
            index -= 1
        for cue in range(index, max(first - 1, index - 26), -1):
            token = tokens[cue]
            if token.kind is QUOTE:
                break
            if (token.capital and cue != first) or not token.flags & (
                VERB | AFTER | SOURCE | PASSIVE
            ):
                continue
            found = self._opening(first, cue, index + 1, colon)
            if found:
                return found
            if not colon:
                break
        return self._name_colon(first, index + 1) if colon else None

    def _opening(self, first: int, cue: int, last: int, colon: bool) -> Attribution | None:
        tokens = self.tokens
        token = tokens[cue]
        if token.flags & CLITIC:
            return Attribution(cue, last, cue, None, True) if last - cue <= 2 or colon else None
        if token.flags & (AFTER | SOURCE | PASSIVE) and not (self.english and token.flags & AFTER):
            mention = read_mention(tokens, cue + 1, last, self.usage)
            if mention:
                return Attribution(cue, last, cue, mention, False, ((mention.last, last),))
        if token.flags & (VERB | AFTER):
            subject = find_subject(tokens, first, cue, self.usage)
            if subject and (colon or _only_listener(tokens, cue + 1, last)):
                front = lead(tokens, first, subject.mention.first)
                around = (subject.around, (cue + 1, last), front)
                return Attribution(subject.mention.first, last, cue, subject.mention, False, around)
        return None

    def _name_colon(self, first: int, last: int) -> Attribution | None:
        mention = read_mention(self.tokens, first, last, self.usage)
        if mention and mention.last >= last and mention.name:
            return Attribution(first, last, first, mention, False)
        return None

    def _quoted(self, quote: int, last: int, found: Attribution) -> int:
        """A quotation right behind the word of saying."""
        words = inner(self.tokens[quote])
        follows = quote + 1 < last and self.tokens[quote + 1].kind is WORD
        if (follows and words[:1].islower()) or (len(words.split()) < 3 and follows):
            end = content_end(self.tokens, quote, last)
            self._add(quote, end, Kind.PARTIAL, Frame.SUBJECT, found)
            return last
        self._direct(quote, Frame.BEFORE_QUOTE, found)
        return self._go_on(found, quote, quote + 1)

    def _leftover_quotes(self, first: int, last: int) -> None:
        """Quotations that no word of saying explains: long ones may go on from before."""
        tokens = self.tokens
        for index in range(first, last):
            if tokens[index].kind is not QUOTE:
                continue
            words = inner(tokens[index])
            length = len(words.split())
            colon = index > first and tokens[index - 1].text == ":"
            if colon and length > 2:
                found = self._pre_quote(first, index)
                self._direct(index, Frame.BEFORE_QUOTE if found else Frame.UNSIGNED, found)
            elif (
                length >= _LONG and words[:1].isupper() and (index == first or words[-1:] in ".?!,")
            ):
                self._direct(index, Frame.UNSIGNED, None)


def _only_listener(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether between the word of saying and the quotation stands only who listened, or when."""
    if first >= last:
        return True
    return closers.tail_end(tokens, first, last) >= last or tokens[first].flags & THAT > 0
