"""Finds out who speaks: follows names, roles and pronouns through the article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from redaksi.extraction.entities import People, Person, text_of, words_of
from redaksi.extraction.gender import contradicts, is_gendered
from redaksi.extraction.lexicon import Lexicon
from redaksi.extraction.lexicon.flags import (
    ARTICLE,
    BODY,
    GROUP,
    HONORIFIC,
    KNOWN_BODY,
    NAME,
    PLACE,
    RANK,
    REPORT,
    ROLE,
)
from redaksi.extraction.mentions import Mention, Source
from redaksi.extraction.speakers import MANY, NOBODY, Speaker, bare, is_one_of_several, less
from redaksi.extraction.statement import SpeakerType
from redaksi.extraction.subjects import report_maker
from redaksi.extraction.tokens import Token
from redaksi.extraction.wordlists import word_set
from redaksi.extraction.words import is_acronym

_PLURAL = frozenset({"mereka", "they", "we", "their"})
_FRESH = 2
_BYSTANDER = 0.12
_ONE_WORD = 0.7
"""Somebody known may be meant whose name the article gives with one word, or somebody else."""
_SPEAKS = BODY | KNOWN_BODY | PLACE | GROUP
"""What can speak by its kind; any other word with a capital may be anything."""
_SURE = 0.85
_ONLY_ONE = 0.88
_MORE_OF_IT = 0.8
_SOMEBODY = frozenset({"orang", "sosok"})
_ONE = word_set("seorang salah salah-satu a an one")
_ANYBODY = word_set(
    "pria wanita perempuan lelaki laki-laki nenek kakek ibu bapak man woman he she teenager"
)


@dataclass(slots=True)
class Resolver:
    """Reads the article from top to bottom and remembers who has the word."""

    text: str
    lexicon: Lexicon
    people: People
    acronyms: Mapping[str, str]
    solo: frozenset[str] = frozenset()
    """Words that stand alone as a name beside a word of saying."""

    talker: Speaker | None = None
    before: Speaker | None = None
    """Who had the word before `talker`."""
    asker_at: int = -99
    source: Speaker | None = None
    group: Speaker | None = None
    body: Speaker | None = None
    subject: Person | None = None
    subject_at: int = -99
    talked_at: int = -99
    talked_paragraph: int = -1
    bystander_at: int = -99
    met: Speaker | None = None
    met_at: int = -99
    countries: dict[str, str | None] = field(default_factory=dict)
    lone: dict[str, float] = field(default_factory=dict)
    paragraph: int = 0
    subject_paragraph: int = -1
    voices: set[str] = field(default_factory=set)

    def resolve(
        self,
        tokens: Sequence[Token],
        mention: Mention | None,
        *,
        clitic: bool,
        at: int,
        answers: bool = False,
    ) -> Speaker:
        """The speaker of a statement in sentence `at`; takes the word from here on.

        `answers` when the word of saying is one of answering: the one who was asked speaks.
        """
        asked = self._asked(mention, at) if answers else None
        speaker = asked or self._speaker(tokens, mention, clitic=clitic, at=at)
        self.take_word(speaker, at)
        return speaker

    def _asked(self, mention: Mention | None, at: int) -> Speaker | None:
        """Whoever had the word before the one who has just asked."""
        pronoun = mention is None or mention.source is Source.PRONOUN
        if not pronoun or self.asker_at < at - 1:
            return None
        if self.before is None:
            return less(self.talker, 0.5) if self.talker else None
        return less(self.before, 0.8)

    def ask(self, at: int) -> None:
        """What was said in sentence `at` is a question."""
        self.asker_at = at

    def take_word(self, speaker: Speaker, at: int) -> None:
        """From here on "he" is this speaker."""
        if speaker.name is None:
            return
        self.source = speaker
        self.talked_at = at
        self.talked_paragraph = self.paragraph
        if speaker.type in (SpeakerType.PERSON, SpeakerType.UNNAMED):
            if self.talker and self.talker.name != speaker.name:
                self.before = self.talker
            self.talker = speaker
            if speaker.person:
                speaker.person.last_seen = at + 1
        if speaker.type is SpeakerType.ORGANISATION:
            self.body = speaker
        if speaker.type is SpeakerType.GROUP:
            self.group = speaker
        self.voices.add(speaker.name)

    def meet(self, person: Person, at: int) -> None:
        """Somebody is the subject of a sentence that tells no words."""
        person = person.whole()
        self.subject_paragraph = self.paragraph
        person.last_seen = at + 1
        self.subject, self.subject_at = person, at

    def stay(
        self, tokens: Sequence[Token], mention: Mention, at: int, just_met: Person | None
    ) -> None:
        """ "Ia" or "pemain itu" is the subject of a sentence that tells no words."""
        described = mention.source is Source.DESCRIPTION
        if just_met and just_met.name not in self.voices:
            self.meet(just_met, at)
        elif self.subject is not None and self.subject_at > self.talked_at:
            self.subject_at = at
        if described and self.subject_at == at and self.subject:
            self._describe(tokens, mention, self.subject)

    def meet_many(self, tokens: Sequence[Token], mention: Mention, at: int) -> None:
        """A group or a body is the subject of a sentence that tells no words: "they" may follow."""
        self.met = self._speaker(tokens, mention, clitic=False, at=at)
        self.met_at = at

    def notice(self, people: Sequence[Person], at: int) -> None:
        """Others are named in sentence `at`: "he" becomes less certain."""
        talking = self.talker.person if self.talker else None
        if any(person.whole() is not talking for person in people):
            self.bystander_at = at

    def refresh(self, at: int) -> None:
        """The subject met last goes on as "ia"."""
        if self.subject is not None and self.subject_at > self.talked_at:
            self.subject_at = at
            self.subject_paragraph = self.paragraph

    def _describe(self, tokens: Sequence[Token], mention: Mention, person: Person) -> None:
        """Note what a description tells of someone who has no role yet."""
        if mention.role and not person.roles and tokens[mention.role[0]].lower not in _ANYBODY:
            person.roles.append(text_of(self.text, tokens, mention.role))

    def called(self, label: str | None) -> Speaker | None:
        """Who a label of an interview names; without one the first person with a role."""
        if label is None:
            asked = next((person for person in self.people.all if person.roles), None)
            return self._of(asked, 0.8) if asked else None
        found = self.people.find(label)
        if found:
            return self._of(found[0], 0.9)
        return Speaker(label, SpeakerType.PERSON, None, (), 0.6)

    def _speaker(
        self, tokens: Sequence[Token], mention: Mention | None, *, clitic: bool, at: int
    ) -> Speaker:
        if mention is None and not clitic and self.source and self.source.type in MANY:
            return less(self.source, 0.8)
        if mention is None:
            return self._goes_on(at, 0.93 if clitic else self._unsigned(at))
        if mention.source is Source.PRONOUN:
            return self._pronoun(tokens[mention.first].lower, at)
        if mention.name:
            return self._named(tokens, mention)
        if mention.source is Source.DESCRIPTION:
            return self._described(tokens, mention, at)
        if mention.source is Source.GROUP:
            return self._group(tokens, mention, at)
        several = self.body or self.met or self.group
        if mention.points_back and several:
            return less(several, 0.7)
        return self._body(tokens, mention)

    def _unsigned(self, at: int) -> float:
        """How sure it is that a quotation nobody signs goes on from the one before."""
        near = at - self.talked_at <= 1
        return 0.95 if near and self.talked_paragraph == self.paragraph else 0.86

    def _pronoun(self, word: str, at: int) -> Speaker:
        if word in _PLURAL:
            found = self.group or self.source
            if self.source and self.source.type in MANY:
                found = self.source
            if self.met and self.met_at > self.talked_at:
                found = self.met
            return less(found, 0.7) if found else NOBODY
        found = self._goes_on(at, 0.93, gendered=is_gendered(word))
        if word == "it":
            return self._thing() or less(found, 0.4)
        if is_gendered(word):
            found = self._fitting(found, word)
        return found

    def _thing(self) -> Speaker | None:
        """The body that "it" may mean."""
        if self.source and self.source.type in MANY:
            return less(self.source, 0.75)
        several = self.body or self.met or self.group
        return less(several, 0.6) if several else None

    def _fitting(self, found: Speaker, word: str) -> Speaker:
        """Somebody whom "he" can mean, if the article has called the one found "she"."""
        if found.person is None or not contradicts(found.person.pronoun, word):
            if found.person and found.certainty > _SURE and found.person.pronoun is None:
                found.person.pronoun = word
            return found
        others = [self.subject, self.before.person if self.before else None]
        for person in others:
            if person and not contradicts(person.pronoun, word):
                return self._of(person, 0.7)
        return less(found, 0.5)

    def _goes_on(self, at: int, certainty: float, *, gendered: bool = False) -> Speaker:
        """Whoever has the word: the last source, or a person just introduced."""
        fresh = self.subject is not None and self.subject_at > self.talked_at
        if fresh and at - self.subject_at <= _FRESH + 1 and self.subject is not None:
            talking = self.talker and self.talker.person is self.subject
            if self.talker is None or talking or self._newcomer(at):
                return self._of(self.subject, certainty - (0 if talking else 0.15))
        if self.talker is not None:
            distance = at - self.talked_at
            if self.bystander_at > self.talked_at - gendered or self.source is not self.talker:
                certainty -= _BYSTANDER
            return less(self.talker, certainty - min(0.3, 0.03 * max(0, distance - 2)))
        if self.subject is not None:
            return self._of(self.subject, certainty - 0.3)
        return less(self.source, 0.5) if self.source else NOBODY

    def _newcomer(self, at: int) -> bool:
        """Whether the subject just met is so near that the article must mean it."""
        here = self.subject_paragraph == self.paragraph
        return at - self.subject_at <= (3 if here else 2)

    def _of(self, person: Person, certainty: float) -> Speaker:
        role = person.role
        return Speaker(
            person.name, SpeakerType.PERSON, role, tuple(person.aliases), certainty, person
        )

    def _named(self, tokens: Sequence[Token], mention: Mention) -> Speaker:
        assert mention.name
        name = text_of(self.text, tokens, mention.name)
        found = self.people.find(name)
        if not found:
            return Speaker(name, SpeakerType.PERSON, self._own_role(tokens, mention), (), 0.7)
        person = found[0]
        certainty = 0.97 if len(person.words) > 1 else self._lone(person)
        if len({p.name for p in found}) > 1:
            certainty -= 0.2
        if self._may_be_body(tokens, mention):
            certainty = min(certainty, _ONE_WORD)
        if person.is_doubtful:
            certainty = min(certainty, _ONE_WORD)
        elif person.known and len({p.name for p in found}) == 1:
            certainty = 0.99
        if is_one_of_several(tokens, mention):
            certainty = min(certainty, _ONE_WORD)
        return self._of(person, certainty)

    def _may_be_body(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Whether a lone unknown word may still belong to the body before it: "PT Minyak X"."""
        assert mention.name
        first, last = mention.name
        token = tokens[first]
        if first == mention.first or token.lower in self.solo:
            return False
        before = tokens[first - 1]
        if not before.capital or before.flags & (ROLE | HONORIFIC | RANK):
            return False
        if last - first == 1:
            return not token.flags & NAME
        return any(middle.lower in self.solo for middle in tokens[first + 1 : last - 1])

    def _lone(self, person: Person) -> float:
        """How sure a name of one word is: less if the article seems to have more of it."""
        if person.name not in self.lone:
            name = re.escape(person.name)
            longer = rf"(?<=[a-z,] ){name} [A-Z][a-z]"
            found = re.search(longer, self.text)
            self.lone[person.name] = _MORE_OF_IT if found else _ONLY_ONE
        return self.lone[person.name]

    def _own_role(self, tokens: Sequence[Token], mention: Mention) -> str | None:
        return text_of(self.text, tokens, mention.role) if mention.role else None

    def _described(self, tokens: Sequence[Token], mention: Mention, at: int) -> Speaker:
        words = bare(tokens, mention)
        said = text_of(self.text, tokens, words)
        holders = self.people.with_role(said)
        if holders:
            certainty = 0.85 if len(holders) == 1 else 0.7
            return self._of(holders[0], certainty)
        same = self._same_kind(tokens, mention) if mention.points_back else None
        if same is not None:
            return less(same, 0.8)
        if mention.points_back and (self.talker or self.subject):
            return self._talker_described(tokens, mention, at)
        known = self.people.find(said)
        if known:
            return self._of(known[0], 0.7)
        role = said if mention.role else None
        return Speaker(said, SpeakerType.UNNAMED, role, (), 0.75)

    def _talker_described(self, tokens: Sequence[Token], mention: Mention, at: int) -> Speaker:
        """The one who has the word, described: the description may tell a role."""
        talker = self._goes_on(at, 0.84)
        if talker.person:
            self._describe(tokens, mention, talker.person)
        return talker

    def _same_kind(self, tokens: Sequence[Token], mention: Mention) -> Speaker | None:
        """The source without a name that is called the same: "pejabat tersebut"."""
        word = tokens[mention.first].lower
        for source in (self.source, self.talker, self.group, self.body):
            if source and source.person is None and word in words_of(source.name or ""):
                return source
        return None

    def _group(self, tokens: Sequence[Token], mention: Mention, at: int) -> Speaker:
        maker = report_maker(tokens, mention.first, mention.last)
        if maker is not None:
            return self._body(tokens, mention)
        said = text_of(self.text, tokens, bare(tokens, mention))
        if mention.points_back and tokens[mention.first].lower in _SOMEBODY:
            return self._talker_described(tokens, mention, at)
        several = self._same_kind(tokens, mention) or self.body or self.met or self.group
        if mention.points_back and several:
            return less(several, 0.7)
        one = tokens[mention.first].lower in _ONE
        kind = SpeakerType.UNNAMED if one else SpeakerType.GROUP
        return Speaker(said, kind, None, (), 0.8)

    def _country(self, name: str) -> str | None:
        """A country as the article writes it; None when it does not."""
        if name not in self.countries:
            found = re.search(re.escape(name), self.text, re.IGNORECASE)
            self.countries[name] = found.group() if found else None
        return self.countries[name]

    def _body(self, tokens: Sequence[Token], mention: Mention) -> Speaker:
        first, last = bare(tokens, mention)
        if tokens[first].flags & REPORT and last - first > 1:
            first += 1
        maker = report_maker(tokens, mention.first, mention.last)
        if maker is not None:
            first = maker + bool(tokens[maker].flags & ARTICLE)
        said = text_of(self.text, tokens, (first, last))
        short = re.sub(r" \([^()]*\)$", "", said)
        full = self.acronyms.get(short, short)
        country = self.lexicon.speaks_for.get(short.lower())
        if country:
            full = self._country(country) or short
        aliases = tuple(
            {short for short, name in self.acronyms.items() if name == full}
            | ({short} if short != full else set())
        )
        certainty = 0.9 if short in self.acronyms.values() or full != short else 0.8
        if tokens[first].flags & _SPEAKS or is_acronym(tokens[first]):
            certainty = max(certainty, 0.88)
        person = self.people.find(short) if full == short else []
        if person and not country and len(words_of(short)) == 1 and len(person[0].words) > 1:
            return self._of(person[0], 0.8)
        return Speaker(full, SpeakerType.ORGANISATION, None, aliases, certainty)
