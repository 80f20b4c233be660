"""Extracts the statements of one article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from redaksi.extraction.adjuncts import read_around
from redaksi.extraction.confidence import rate
from redaksi.extraction.entities import People, Person, read_acronyms, text_of, words_of
from redaksi.extraction.findings import Finding, Frame
from redaksi.extraction.frames import SentenceReader
from redaksi.extraction.gazetteer import mark_known_names
from redaksi.extraction.interviews import outside, read_turns
from redaksi.extraction.layout import Part, read_layout
from redaksi.extraction.lexicon import Lexicon, load
from redaksi.extraction.lexicon.flags import (
    ADDRESSEE,
    ANSWERING,
    ASKING,
    HONORIFIC,
    OPENER,
    PASSIVE,
    PRONOUN,
    TALK,
    TO,
    VERB,
)
from redaksi.extraction.mentions import Source, read_mention
from redaksi.extraction.naming_people import called_by, read_initials, read_usage, scan_people
from redaksi.extraction.pointers import read_agent
from redaksi.extraction.quotes import find_quotes
from redaksi.extraction.resolving import Resolver
from redaksi.extraction.said import said_pattern
from redaksi.extraction.sentences import Sentence, read_sentences
from redaksi.extraction.speakers import Speaker
from redaksi.extraction.statement import Kind, KnownPerson, Statement
from redaksi.extraction.subjects import find_subject
from redaksi.extraction.tokens import QUOTE, WORD, Token, tokenize
from redaksi.extraction.words import is_verb

_NICKNAME = 24
_INITIALS = 3
"""A longer short form in brackets is no person: "(JK)" may be."""
_RECENT = 40
_LONGEST_LISTENER = 6
_MANY = (Source.GROUP, Source.BODY)


def extract(
    text: str,
    language: str = "id",
    known_people: Iterable[KnownPerson] = (),
    *,
    words: Iterable[Path] = (),
) -> list[Statement]:
    """The statements of an article, in the order of the text.

    `text` is plain text with its line breaks; offsets count its code points. `known_people` are
    those the newsroom has confirmed, `words` files that add to our lexicon of `language`.
    Raises LexiconError for a language or a file that cannot be used, nothing else.
    """
    lexicon = load(language, words)
    return _Article(text, lexicon, known_people).statements()


class _Article:
    """One article while it is read."""

    def __init__(self, text: str, lexicon: Lexicon, known: Iterable[KnownPerson]) -> None:
        self.text = text
        self.lexicon = lexicon
        self.english = lexicon.language == "en"
        layout = read_layout(text)
        self.turns = read_turns(text, layout)
        layout = outside(self.turns, layout)
        body = [(p.start, p.end) for p in layout if p.part is Part.BODY]
        quotes = find_quotes(text, body, said_pattern(lexicon)) if body else []
        self.sentences = read_sentences(text, layout, quotes, lexicon)
        known = tuple(known)
        bearers = mark_known_names((s.tokens for s in self.sentences), known)
        usage = read_usage(self.sentences)
        self.acronyms = read_acronyms(text)
        bodies = {short.lower() for short in self.acronyms if len(short) > _INITIALS}
        solo = (usage.solo | read_initials(text)) - bodies
        self.usage = replace(usage, known=bearers, solo=solo)
        self.people = People(known, lexicon.with_flag(HONORIFIC), words_of(text) if known else ())
        self.found: list[tuple[int, Finding, Speaker]] = []

    def statements(self) -> list[Statement]:
        """All statements, in order, none inside another."""
        readings = [self._read(sentence) for sentence in self.sentences]
        self._collect_people(readings)
        resolver = Resolver(self.text, self.lexicon, self.people, self.acronyms, self.usage.solo)
        for at, (findings, _) in enumerate(readings):
            self._resolve(resolver, at, findings)
        self._take_turns(resolver)
        return self._finish(readings)

    def _take_turns(self, resolver: Resolver) -> None:
        """The turns of an interview: each is its speaker's statement."""
        last = max(0, len(self.sentences) - 1)
        for turn in self.turns:
            speaker = resolver.called(turn.label)
            if speaker and not (turn.asks and turn.label is None):
                told = Finding(
                    Frame.UNSIGNED, Kind.DIRECT, turn.start, turn.end, None, None, labelled=True
                )
                self.found.append((last, told, speaker))

    def _read(self, sentence: Sentence) -> tuple[list[Finding], tuple[int, int] | None]:
        if not sentence.body:
            return [], None
        reader = SentenceReader(sentence.tokens, self.usage, english=self.english)
        findings = reader.read()
        relay = reader.relay
        if relay and relay[1] > relay[0]:
            tokens = sentence.tokens
            return findings, (tokens[relay[0]].start, tokens[relay[1] - 1].end)
        return findings, None

    def _collect_people(
        self, readings: Sequence[tuple[list[Finding], tuple[int, int] | None]]
    ) -> None:
        for sentence, (findings, _) in zip(self.sentences, readings, strict=True):
            for finding in findings:
                if finding.mention:
                    self.people.add(self.text, sentence.tokens, finding.mention)
        self.present: list[list[tuple[int, Person]]] = [
            scan_people(self.text, self._all_tokens(sentence), self.people, self.usage)
            if sentence.body or _is_caption(sentence)
            else []
            for sentence in self.sentences
        ]
        self._merge_aliases(readings)
        self.people.complete()

    def _merge_aliases(
        self, readings: Sequence[tuple[list[Finding], tuple[int, int] | None]]
    ) -> None:
        """ "Pria yang akrab disapa Dani ini" is whoever was named last before."""
        latest: Person | None = None
        for at, (findings, _) in enumerate(readings):
            for finding in findings:
                mention = finding.mention
                if mention is None:
                    continue
                if mention.name:
                    tokens = self.sentences[at].tokens
                    name = text_of(self.text, tokens, mention.name)
                    called = called_by(tokens, mention)
                    owner = next(iter(self.people.find(called)), None) if called else latest
                    if called is not None and owner:
                        self.people.merge(owner, name)
                    latest = next(iter(self.people.find(name)), latest)
                elif mention.aliases and latest:
                    for alias in mention.aliases:
                        self.people.merge(latest, alias)
            if self.present[at] and not findings:
                latest = self.present[at][0][1]

    def _all_tokens(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence with those inside its quotations."""
        tokens = sentence.tokens
        if not any(token.kind is QUOTE for token in tokens):
            return tokens
        out: list[Token] = []
        for token in tokens:
            if token.kind is QUOTE and len(token.text) > _NICKNAME:
                out += tokenize(self.text, token.start, token.end, self.lexicon)
            else:
                out.append(token)
        return out

    def _resolve(self, resolver: Resolver, at: int, findings: list[Finding]) -> None:
        sentence = self.sentences[at]
        if not sentence.body:
            return
        resolver.paragraph = sentence.paragraph
        for finding in findings:
            cue = self._cue_flags(finding)
            speaker = resolver.resolve(
                sentence.tokens,
                finding.mention,
                clitic=finding.clitic,
                at=at,
                answers=bool(cue & ANSWERING),
            )
            if cue & ASKING and finding.end > finding.start:
                resolver.ask(at)
            if finding.frame is Frame.POINTER:
                self._point_back(at, finding, speaker)
            else:
                self.found.append((at, finding, speaker))
        resolver.notice([person for _, person in self.present[at]], at)
        if not findings:
            self._meet(resolver, at)

    def _meet(self, resolver: Resolver, at: int) -> None:
        """A sentence without words told may still hand the word to somebody."""
        tokens = self.sentences[at].tokens
        for index, token in enumerate(tokens[1:], start=1):
            if token.kind is not WORD or token.capital:
                continue
            if token.flags & (TALK | VERB):
                subject = find_subject(tokens, 0, index, self.usage)
                mention = subject.mention if subject else None
            elif token.flags & PASSIVE:
                mention = read_agent(tokens, index, self.usage)
            else:
                continue
            if mention and mention.name:
                resolver.resolve(tokens, mention, clitic=False, at=at)
                return
            if mention and mention.source in _MANY and not mention.points_back:
                resolver.meet_many(tokens, mention, at)
                return
            if mention and (mention.source is Source.PRONOUN or mention.points_back):
                resolver.stay(tokens, mention, at, self._just_met(at))
                return
        if any(_is_later_pronoun(tokens, index) for index in range(1, len(tokens))):
            resolver.refresh(at)
            return
        first = 0
        while first < len(tokens) and (tokens[first].flags & OPENER or tokens[first].text == ","):
            first += 1
        opening = read_mention(tokens, first, len(tokens), self.usage)
        if opening and (opening.source is Source.PRONOUN or opening.points_back):
            resolver.stay(tokens, opening, at, self._just_met(at))
            return
        if opening and opening.source in _MANY and not opening.points_back:
            resolver.meet_many(tokens, opening, at)
        for start, person in self.present[at]:
            if start <= first + 1 or len(self.present[at]) == 1:
                resolver.meet(person, at)
                return

    def _just_met(self, at: int) -> Person | None:
        """The only person named in the sentence before."""
        before = {id(person): person for _, person in self.present[at - 1]} if at else {}
        return next(iter(before.values())) if len(before) == 1 else None

    def _point_back(self, at: int, finding: Finding, speaker: Speaker) -> None:
        """Give the sentence, or the paragraph, before a pointer to its speaker."""
        target = self._target(at)
        if target is None:
            return
        start, end = target
        recent = range(max(0, len(self.found) - _RECENT), len(self.found))
        inside = [
            n for n in recent if self.found[n][1].start < end and self.found[n][1].end > start
        ]
        for number in inside:
            where, told, _ = self.found[number]
            if told.mention is None and not told.clitic:
                self.found[number] = (where, told, speaker)
        if not inside:
            told = Finding(
                Frame.POINTER,
                Kind.INDIRECT,
                start,
                end,
                finding.cue,
                finding.mention,
                finding.clitic,
                finding.around,
            )
            self.found.append((at, told, speaker))

    def _target(self, at: int) -> tuple[int, int] | None:
        last = at - 1
        while last >= 0 and not self.sentences[last].body:
            last -= 1
        if last < 0:
            return None
        first = last
        if self.sentences[at].opens:
            paragraph = self.sentences[last].paragraph
            while first > 0 and self.sentences[first - 1].paragraph == paragraph:
                first -= 1
        start = self.sentences[first].tokens[0].start
        end = self.sentences[last].tokens[-1].end
        while end > start and self.text[end - 1] in ".?! ":
            end -= 1
        return (start, end) if end > start else None

    def _finish(
        self, readings: Sequence[tuple[list[Finding], tuple[int, int] | None]]
    ) -> list[Statement]:
        out: list[Statement] = []
        previous: Statement | None = None
        reached = -1
        for at, finding, speaker in sorted(self.found, key=lambda f: (f[1].start, -f[1].end)):
            if finding.start < reached or finding.end <= finding.start:
                continue
            statement = self._statement(
                at, finding, speaker, readings[at][1] if readings else None, previous
            )
            out.append(statement)
            previous, reached = statement, finding.end
        return out

    def _statement(
        self,
        at: int,
        finding: Finding,
        speaker: Speaker,
        relay: tuple[int, int] | None,
        previous: Statement | None,
    ) -> Statement:
        pieces = [self.text[a:b] for a, b in finding.around]
        channel, when = read_around(pieces, self.lexicon.language)
        if finding.request and not channel:
            channel = self._asked(at, finding)
        if relay and not channel:
            channel = " ".join(self.text[relay[0] : relay[1]].split())
        unsigned = finding.mention is None and not finding.clitic and not finding.labelled
        if unsigned and previous and previous.speaker == speaker.name:
            channel = channel or previous.addressee_or_channel
            when = when or previous.when
        return Statement(
            kind=finding.kind,
            quote=self.text[finding.start : finding.end],
            start=finding.start,
            end=finding.end,
            cue=self.text[slice(*finding.cue)] if finding.cue else None,
            speaker_mention=self._mention(at, finding),
            speaker=speaker.name,
            speaker_type=speaker.type,
            role=speaker.person.role if speaker.person else speaker.role,
            addressee_or_channel=channel,
            when=when,
            confidence=rate(
                finding,
                speaker,
                self._cue_flags(finding),
                channel,
                when,
                english=self.english,
                marked=self._is_marked(finding),
            ),
            aliases=tuple(speaker.person.aliases) if speaker.person else speaker.aliases,
            known_as=speaker.person.known_as if speaker.person else None,
        )

    def _asked(self, at: int, finding: Finding) -> str | None:
        """Who is asked: the phrase that the words of a request begin with."""
        tokens = self.sentences[at].tokens
        first = next((n for n, t in enumerate(tokens) if t.start >= finding.start), len(tokens))
        last = next(
            (n for n, t in enumerate(tokens) if n > first and (t.flags & TO or is_verb(t))), None
        )
        if last is None or last - first > _LONGEST_LISTENER or tokens[first].flags & ADDRESSEE:
            return None
        listener = read_mention(tokens, first, last, self.usage)
        if listener is None:
            return None
        return text_of(self.text, tokens, (first, last))

    def _mention(self, at: int, finding: Finding) -> str | None:
        if finding.clitic:
            return "nya"
        if finding.mention is None:
            return None
        tokens: Sequence[Token] = self.sentences[at].tokens
        return text_of(self.text, tokens, (finding.mention.first, finding.mention.last))

    def _is_marked(self, finding: Finding) -> bool:
        """Whether a word or a comma stands between the word of saying and the words told."""
        return bool(finding.cue and self.text[finding.cue[1] : finding.start].strip())

    def _cue_flags(self, finding: Finding) -> int:
        if not finding.cue:
            return 0
        return self.lexicon.flags_of(self.text[slice(*finding.cue)])


def _is_later_pronoun(tokens: Sequence[Token], index: int) -> bool:
    """Whether "ia" is the subject behind an opening phrase: "Ditemui di Jakarta, ia ..."."""
    return bool(tokens[index].flags & PRONOUN) and tokens[index - 1].text == ","


def _is_caption(sentence: Sentence) -> bool:
    return len(sentence.tokens) > 6 and sentence.tokens[-1].text[-1] in ".)"
