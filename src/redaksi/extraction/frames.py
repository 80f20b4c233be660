"""Reads one sentence: which words are told, by which word of saying, beside which speaker."""

from __future__ import annotations

from dataclasses import replace

from redaksi.extraction import closers
from redaksi.extraction.clauses import (
    content_end,
    content_start,
    has_predicate,
    has_words,
    is_clause,
    is_request,
    request_start,
    skip_openers,
)
from redaksi.extraction.collecting import inner
from redaksi.extraction.findings import Attribution, Finding, Frame
from redaksi.extraction.lexicon.flags import (
    AFTER,
    ARTICLE,
    BETWEEN,
    CALLING,
    CLITIC,
    DENIED,
    FINDING,
    LABELLING,
    LINK,
    NOUN,
    OPINION,
    PASSIVE,
    PRONOUN,
    RELATIVE,
    RELAY,
    REQUEST,
    SOURCE,
    STRONG,
    TELLING,
    THAT,
    THING,
    VERB,
)
from redaksi.extraction.mentions import Mention, Source, read_mention
from redaksi.extraction.pointers import read_passive, read_relay
from redaksi.extraction.quoting import QuoteReader
from redaksi.extraction.sources import is_paper, is_predicate, lead, named, opens_opinion
from redaksi.extraction.statement import Kind
from redaksi.extraction.subjects import find_subject, report_maker
from redaksi.extraction.tokens import MARK, QUOTE, WORD
from redaksi.extraction.wordlists import word_set

_ASIDE = word_set(
    "meski meskipun walau walaupun sekalipun kendati kendatipun sambil seraya although though"
)
_FINDERS = (Source.BODY, Source.GROUP, Source.DESCRIPTION)
_FOLLOWING = word_set("menyusul")
_OPENING = VERB | SOURCE | PASSIVE | RELAY | NOUN | FINDING | LABELLING
_MEANWHILE = word_set("sementara sedangkan adapun while whereas")
_BUT = word_set("tetapi tapi namun but")
_SOON = 14
_JOINING = word_set("dan serta tetapi tapi namun but and")


class SentenceReader(QuoteReader):
    """Collects the findings of one sentence from left to right."""

    def read(self) -> list[Finding]:
        """All findings of the sentence."""
        tokens = self.tokens
        if len(tokens) == 0:
            return []
        words = [t for t in tokens if t.kind is WORD]
        if not words and any(t.kind is QUOTE for t in tokens):
            for index, token in enumerate(tokens):
                if token.kind is QUOTE and len(token.text) > 12:
                    self._direct(index, Frame.UNSIGNED, None)
            return self.findings
        self._stretch(0, len(tokens))
        return self.findings

    def _stretch(self, first: int, last: int) -> None:
        """Read a stretch: attributions behind their words first, then those in front."""
        guard = 0
        while first < last and guard < 40:
            guard += 1
            quote = self._signed_quote(first, last)
            comma = closers.in_commas(
                self.tokens, first, quote[0] if quote else last, self.usage, english=self.english
            )
            if comma and (self._told(first, comma, quote[0] if quote else last)):
                first = self.findings_end
            elif quote:
                first = self._close_quote(first, *quote)
            else:
                self._open(first, last)
                return

    def _told(self, first: int, found: Attribution, last: int) -> bool:
        """Words with "kata Budi" in or behind them; False when there are no words."""
        tokens = self.tokens
        start = skip_openers(tokens, first, found.first)
        left_end = content_end(tokens, start, found.first)
        right = found.last
        while right < last and tokens[right].text in ",–—-:":
            right += 1
        quoted = right < len(tokens) and tokens[right].kind is QUOTE
        if quoted and not has_words(tokens, start, left_end):
            self._direct(right, Frame.BEFORE_QUOTE, found)
            self.findings_end = self._go_on(found, right, right + 1)
            return True
        right_end = content_end(tokens, right, last)
        has_left, has_right = (
            has_words(tokens, start, left_end),
            has_words(tokens, right, right_end),
        )
        goes_on = has_right and (
            not has_predicate(tokens, start, left_end) or is_predicate(tokens[right])
        )
        if has_left and goes_on:
            span = (self._whole(first, start), right_end)
        elif has_left:
            span = (start, left_end)
        elif has_right:
            span = (right, right_end)
        else:
            return False
        self._indirect(span[0], span[1], Frame.IN_COMMAS, found)
        self.findings_end = last if span[1] == right_end else found.last
        return True

    def _whole(self, first: int, start: int) -> int:
        """Take in "Yang" in front: it belongs to "Yang berbahaya, menurut dia, adalah ..."."""
        while start > first and self.tokens[start - 1].flags & RELATIVE:
            start -= 1
        return start

    def _open(self, first: int, last: int) -> None:
        """Read what has its word of saying in front, from the left."""
        tokens = self.tokens
        index = first
        while index < last:
            token = tokens[index]
            if token.kind is WORD and token.flags & _OPENING:
                end = self._cue(first, index, last)
                if end is not None:
                    index = first = end
                    continue
            index += 1
        self._leftover_quotes(first, last)

    def _cue(self, first: int, cue: int, last: int) -> int | None:
        tokens = self.tokens
        flags = tokens[cue].flags
        if flags & RELAY:
            found = read_relay(tokens, first, cue, last, self.usage)
            if found:
                self.relay = found.around[0]
                if not self._others(found.last, last) and has_predicate(tokens, found.last, last):
                    self._content(found.last, last, Frame.RELAY, found)
                    return last
                return found.last
        if flags & SOURCE:
            return self._source(first, cue, last)
        if flags & PASSIVE:
            passive = read_passive(self.tokens, first, cue, last, self.usage)
            if passive:
                frame, found, start = passive
                if frame is Frame.POINTER:
                    self.findings.append(self._pointer(found))
                    return last
                return last if self._content(start, last, frame, found) else None
        if flags & (VERB | FINDING) and not self.tokens[cue].capital:
            return self._verb(first, cue, last)
        if flags & LABELLING and not tokens[cue].capital:
            return self._label(first, cue, last)
        if flags & NOUN:
            return self._noun(cue, last)
        return None

    def _label(self, first: int, cue: int, last: int) -> int | None:
        """ "Called the scheme “vandalism”": told in part in the source's own words."""
        quote = next(
            (n for n in range(cue + 1, min(last, cue + 14)) if self.tokens[n].kind is QUOTE), None
        )
        if quote is None or any(t.flags & (VERB | AFTER) for t in self.tokens[cue + 1 : quote]):
            return None
        found = self._subject(first, cue)
        if found is None or quote == cue + 1:
            return None
        self._add(cue + 1, quote + 1, Kind.PARTIAL, Frame.SAME, found)
        return quote + 1

    def _others(self, first: int, last: int) -> bool:
        for index in range(first, last):
            if (
                self.tokens[index].flags & (VERB | AFTER | SOURCE)
                and self.tokens[index].kind is WORD
            ) and (
                find_subject(self.tokens, first, index, self.usage)
                or self.tokens[index].flags & CLITIC
            ):
                return True
        return False

    def _source(self, first: int, cue: int, last: int) -> int | None:
        """Menurut Budi, ...; ..., menurut Budi."""
        tokens = self.tokens
        after = cue + 1
        mention = None
        if not tokens[cue].flags & CLITIC:
            while after < last and tokens[after].flags & THING and not tokens[after].capital:
                after += 1
            mention = read_mention(tokens, after, last, self.usage)
            if mention is None or not named(tokens, mention):
                return None
            if mention.last - mention.first > 1 and is_paper(tokens[mention.last - 1]):
                return None
            if tokens[cue].lower == "bagi" and not opens_opinion(tokens, first, cue, mention):
                return None
            after = mention.last
        tail = closers.tail_end(tokens, after, last) if after < last else after
        if tail > after and tail == last and tokens[after].text == ",":
            tail = after
        found = Attribution(cue, tail, cue, mention, mention is None, ((after, tail),))
        start = skip_openers(tokens, first, cue)
        if has_words(tokens, start, content_end(tokens, start, cue)):
            if self._told(first, found, last):
                return self.findings_end
            return None
        return last if self._content(tail, last, Frame.SOURCE, found) else None

    def _verb(self, first: int, cue: int, last: int) -> int | None:
        tokens = self.tokens
        if cue + 1 < last and (tokens[cue + 1].lower == "by" or tokens[cue + 1].flags & CALLING):
            return None
        found = self._subject(first, cue)
        if found is None:
            return None
        flags = tokens[cue].flags
        if not flags & VERB and not self._finds(found.mention):
            return None
        if flags & REQUEST:
            start = request_start(tokens, cue, last)
            if flags & TELLING and not self._asks(start, last):
                start = last
            end = self._cut(start, last, asking=True)
            if start < end and is_request(tokens, cue, start, content_end(tokens, start, end)):
                self._indirect(
                    start, content_end(tokens, start, end), Frame.SUBJECT, found, request=True
                )
                return end
        start, adjunct = self._told_to(cue, last) or content_start(tokens, cue, last)
        found = replace(found, around=(*found.around, adjunct))
        if start < last and tokens[start].kind is QUOTE:
            return self._quoted(start, last, found)
        if self.english and tokens[cue + 1 : cue + 2] and tokens[start - 1].text == ",":
            return None
        end = self._cut(start, last)
        stop = content_end(tokens, start, end)
        if flags & REQUEST and not flags & VERB & ~REQUEST:
            return None
        if is_clause(tokens, cue, start, stop):
            self._indirect(start, stop, Frame.SUBJECT, found)
            return end
        return None

    def _finds(self, mention: Mention | None) -> bool:
        """Whether the subject of "found" is a body, or the maker of a report."""
        if mention is None:
            return False
        report = report_maker(self.tokens, mention.first, mention.last) is not None
        return report or mention.source in _FINDERS

    def _told_to(self, cue: int, last: int) -> tuple[int, tuple[int, int]] | None:
        """ "told reporters (that) ...": where the words begin, behind the listener."""
        if not self.tokens[cue].flags & TELLING:
            return None
        limit = min(last, cue + 2)
        while limit < last and not self.tokens[limit].flags & (ARTICLE | PRONOUN | THAT):
            limit += 1
        listener = read_mention(self.tokens, cue + 1, limit, self.usage)
        if listener is None:
            return None
        start = listener.last
        for index in range(start, min(last, start + 9)):
            if self.tokens[index].flags & THAT:
                return index + 1, (cue, index)
        while start < last and self.tokens[start].text == ",":
            start += 1
        return start, (cue, listener.last)

    def _asks(self, start: int, last: int) -> bool:
        """Whether "told residents to leave" follows."""
        listener = read_mention(self.tokens, start, last, self.usage)
        return bool(
            listener and listener.last < last and self.tokens[listener.last].lower in ("to", "not")
        )

    def _subject(self, first: int, cue: int) -> Attribution | None:
        tokens = self.tokens
        subject = find_subject(tokens, first, cue, self.usage)
        if subject:
            if (
                tokens[cue].flags & OPINION
                and not tokens[cue].flags & STRONG
                and not subject.certain
            ):
                return None
            return Attribution(
                subject.mention.first,
                cue,
                cue,
                subject.mention,
                False,
                (subject.around, lead(tokens, first, subject.mention.first)),
            )
        joined = (
            cue > first
            and self.findings
            and cue - first <= 3
            and all(
                token.flags & (LINK | BETWEEN) or token.text == "," for token in tokens[first:cue]
            )
        )
        if joined and not any(token.flags & DENIED for token in tokens[first:cue]):
            last = self.findings[-1]
            return Attribution(cue, cue, cue, last.mention, last.clitic)
        return None

    def _cut(self, first: int, last: int, *, asking: bool = False) -> int:
        """The end of the words told: where "dan menambahkan" or "tetapi mengatakan" begins.

        In what is asked for (`asking`) a second verb of asking may be what others are to do.
        """
        tokens = self.tokens
        request = REQUEST if self.english or not asking else 0
        for index in range(first + 1, last - 2):
            if tokens[index].text == "," and tokens[index + 1].lower in _ASIDE:
                return index
            if tokens[index].text == "," and (
                tokens[index + 1].lower in _MEANWHILE
                or (tokens[index + 1].flags & VERB and tokens[index + 1].lower.endswith("ing"))
            ):
                return index
            if tokens[index].lower in _FOLLOWING and index - first > 1:
                return index
            after = tokens[index + 1].flags
            if tokens[index].lower in _JOINING and (
                (after & STRONG and after & VERB & ~OPINION) or after & request
            ):
                return index
            if tokens[index].lower in _BUT and self._other_says(index + 1, last):
                return index
        return last

    def _other_says(self, first: int, last: int) -> bool:
        """Whether "but the mayor said ..." follows: somebody else has the word."""
        tokens = self.tokens
        for cue in range(first + 1, min(last, first + _SOON)):
            says = tokens[cue].flags & (VERB | LABELLING)
            if tokens[cue].kind is WORD and says and not tokens[cue].capital:
                strong = tokens[cue].flags & (STRONG | LABELLING)
                return bool(strong) and find_subject(tokens, first, cue, self.usage) is not None
        return False

    def _noun(self, cue: int, last: int) -> int | None:
        """Pernyataan Budi bahwa ..."""
        mention = read_mention(self.tokens, cue + 1, last, self.usage)
        if mention is None or not named(self.tokens, mention):
            return None
        that = mention.last
        if that >= last or not self.tokens[that].flags & THAT:
            return None
        found = Attribution(cue, that + 1, cue, mention, False)
        return last if self._content(that + 1, last, Frame.NOUN, found) else None

    def _content(self, first: int, last: int, frame: Frame, found: Attribution) -> bool:
        tokens = self.tokens
        while first < last and (tokens[first].kind is MARK or tokens[first].flags & THAT):
            first += 1
        if first < last and tokens[first].kind is QUOTE and len(inner(tokens[first]).split()) > 2:
            self._direct(first, Frame.BEFORE_QUOTE, found)
            self._go_on(found, first, first + 1)
            return True
        end = content_end(tokens, first, last)
        if end - first < 2:
            return False
        self._indirect(first, end, frame, found)
        return True
