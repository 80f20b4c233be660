"""The people and bodies of one article: their fullest names, other names and roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redaksi.extraction.gender import told_by
from redaksi.extraction.mentions import Mention, Source
from redaksi.extraction.statement import KnownPerson
from redaksi.extraction.tokens import WORD, Token
from redaksi.extraction.wordlists import word_set

_ACRONYM = re.compile(
    r"\b([A-Z][\w'’-]{0,30}(?: (?:dan|of|for|the|and|untuk|ke|di|[A-Z][\w'’-]{0,30})){1,11})"
    r" \(([A-Z][\w-]{1,14})\)"
)
_MOST = 400
"""More people than this in one text are a list, not an article."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SMALL = word_set("dan of for the and untuk ke di")


@dataclass(eq=False, slots=True)
class Person:
    """Someone named in the article; `known` when the newsroom has confirmed the name."""

    name: str
    words: tuple[str, ...]
    roles: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    known: bool = False
    known_as: str | None = None
    is_doubtful: bool = False
    """Whether the newsroom knows somebody by the one word that the article has of the name."""

    last_seen: int = 0
    pronoun: str | None = None
    """"he" or "she", once the article has told."""

    merged_into: Person | None = None

    def whole(self) -> Person:
        """The person after all merging."""
        return self.merged_into.whole() if self.merged_into else self

    @property
    def role(self) -> str | None:
        """The role at its fullest."""
        return max(self.roles, key=len, default=None)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, small letters, to compare names by."""
    return tuple(word.lower() for word in _WORD.findall(name))


def text_of(text: str, tokens: Sequence[Token], part: tuple[int, int]) -> str:
    """The text from the first to the last token of a range, space made even."""
    first, last = part
    if last <= first:
        return ""
    return " ".join(text[tokens[first].start : tokens[last - 1].end].split())


class People:
    """All people of the article, found by any of their words."""

    def __init__(
        self,
        known: Iterable[KnownPerson] = (),
        titles: frozenset[str] = frozenset(),
        article: tuple[str, ...] = (),
    ) -> None:
        self._titles = titles
        self._article = f" {' '.join(article)} "

        self.all: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self._known: dict[str, list[tuple[tuple[str, ...], KnownPerson]]] = {}
        for person in known:
            for name in (person.name, *person.aliases):
                words = words_of(name)
                for word in words:
                    self._known.setdefault(word, []).append((words, person))

    def add(self, text: str, tokens: Sequence[Token], mention: Mention) -> Person | None:
        """Take a mention in; returns the person it names."""
        if not mention.name:
            return None
        name = _clean_name(text_of(text, tokens, mention.name))
        words = self._words(name)
        if not words:
            return None
        person = self._same(words)
        if person is None:
            if len(self.all) >= _MOST:
                return None
            person = self._new(name, words)
        if len(words) > len(person.words):
            person.name, person.words = name, words
            self._index(person)
        person.pronoun = person.pronoun or told_by(tokens, mention)
        if mention.role:
            role = text_of(text, tokens, mention.role)
            if role not in person.roles:
                person.roles.append(role)
        for alias in mention.aliases:
            self._add_alias(person, alias)
        return person

    def find(self, name: str) -> list[Person]:
        """Everyone whose name or alias has all words of `name`, the last seen first."""
        words = self._words(name)
        if not words:
            return []
        found = [
            person
            for person in self._by_word.get(words[0], ())
            if _within(words, person.words)
            or any(_within(words, self._words(a)) for a in person.aliases)
        ]
        if not found and len(words) == 1 and len(words[0]) > 2:
            short = [p for p in self.all if len(p.words) > 1 and p.words[0].startswith(words[0])]
            found = short if len(short) == 1 else []
        if not found and len(words) == 1 and name.isupper():
            found = [person for person in self.all if _initials(person) == words[0]]
        return sorted(found, key=lambda person: -person.last_seen)

    def with_role(self, role: str) -> list[Person]:
        """Everyone whose role has all words of `role`, the last seen first."""
        wanted = words_of(role)
        found = [
            person
            for person in self.all
            if any(set(wanted) <= set(words_of(held)) for held in person.roles)
        ]
        return sorted(found, key=lambda person: -person.last_seen)

    def merge(self, person: Person, alias: str) -> None:
        """Give a person another name; whoever stood under it alone is the same person."""
        words = self._words(alias)
        for other in [*self.all]:
            if other is not person and other.words == words:
                person.roles += [role for role in other.roles if role not in person.roles]
                self._forget(other)
                other.merged_into = person
        self._add_alias(person, alias)

    def _merge_initials(self, person: Person) -> None:
        for other in self.all:
            if other is not person and _initials(other) == person.words[0]:
                self.merge(other, person.name)
                return

    def _forget(self, person: Person) -> None:
        self.all.remove(person)
        for word in {*person.words, *(w for alias in person.aliases for w in self._words(alias))}:
            self._by_word[word] = [p for p in self._by_word[word] if p is not person]

    def complete(self) -> None:
        """Give people their names as the newsroom knows them, if that fits."""
        for person in [*self.all]:
            if person.name.isupper() and len(person.words) == 1:
                self._merge_initials(person)
        owners: dict[str, Person] = {}
        for person in [*self.all]:
            if person.merged_into:
                continue
            fits = self._in_register(person)
            if len(fits) != 1:
                person.is_doubtful = bool(fits) and len(person.words) == 1
                continue
            known = fits[0]
            self._recognise(person, known)
            owner = owners.setdefault(known.name, person)
            if owner is not person and not (owner.is_doubtful or person.is_doubtful):
                self._unite(owner, person)

    def _in_register(self, person: Person) -> list[KnownPerson]:
        """Whom the newsroom knows by this name.

        A name that leaves out words in the middle counts only where the article has them, too:
        "Setya Nugroho" need not be Setya Budi Nugroho.
        """
        near = self._known.get(person.words[0], ())
        fits: dict[str, KnownPerson] = {}
        for words, known in near:
            whole = self._stands(words_of(known.name))
            if _is_part(person.words, words) or (whole and _within(person.words, words)):
                fits[known.name] = known
        return list(fits.values())

    def _stands(self, words: tuple[str, ...]) -> bool:
        return f" {' '.join(words)} " in self._article

    def _recognise(self, person: Person, known: KnownPerson) -> None:
        """Note who a person of the article is; the name stays one that the article has."""
        words = words_of(known.name)
        whole = self._stands(words)
        fits = whole or len(person.words) > 1 or person.words == words or _agree(person, known)
        person.known_as, person.known, person.is_doubtful = known.name, fits, not fits
        if whole and person.words != words:
            self._add_alias(person, person.name)
            person.name, person.words = known.name, words
            self._index(person)
        if fits and not person.roles:
            person.roles += known.roles[:1]

    def _unite(self, person: Person, other: Person) -> None:
        """Make one of two people of the article whom the newsroom knows as one."""
        if len(other.words) > len(person.words):
            self._add_alias(person, person.name)
            person.name, person.words = other.name, other.words
        for name in (other.name, *other.aliases):
            self._add_alias(person, name)
        person.roles += [role for role in other.roles if role not in person.roles]
        person.last_seen = max(person.last_seen, other.last_seen)
        self._forget(other)
        other.merged_into = person
        self._index(person)

    def _words(self, name: str) -> tuple[str, ...]:
        """The words of a name without titles, unless there is nothing else."""
        words = words_of(name)
        return tuple(word for word in words if word not in self._titles) or words

    def _same(self, words: tuple[str, ...]) -> Person | None:
        found = [
            person
            for person in self._by_word.get(words[0], ())
            if _within(words, person.words)
            or any(words == self._words(alias) for alias in person.aliases)
        ]
        found += [
            person
            for word in words
            for person in self._by_word.get(word, ())
            if len(person.words) < len(words) and _within(person.words, words)
        ]
        return found[-1] if found else None

    def _new(self, name: str, words: tuple[str, ...]) -> Person:
        person = Person(name, words)
        self.all.append(person)
        self._index(person)
        return person

    def _index(self, person: Person) -> None:
        for word in person.words:
            holders = self._by_word.setdefault(word, [])
            if person not in holders:
                holders.append(person)

    def _add_alias(self, person: Person, alias: str) -> None:
        if alias not in person.aliases and words_of(alias) != person.words:
            person.aliases.append(alias)
            for word in self._words(alias):
                holders = self._by_word.setdefault(word, [])
                if person not in holders:
                    holders.append(person)


def _initials(person: Person) -> str:
    return "".join(word[0] for word in person.words) if len(person.words) > 1 else ""


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of `short` stand in `long` one after another."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _agree(person: Person, known: KnownPerson) -> bool:
    """Whether the article gives a person a role that the newsroom has, or a part of it."""
    held = [set(words_of(role)) for role in known.roles]
    named = [set(words_of(role)) for role in person.roles]
    return any(one <= other or other <= one for one in held for other in named if one and other)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of `short` stand in `long` in this order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _clean_name(name: str) -> str:
    name = re.sub(r"\s*\([^()]*\)|^\S+['’]s\s+|['’]s$", "", name)
    return re.sub(r"[\s,]+$", "", name)


def read_acronyms(text: str) -> dict[str, str]:
    """The full names of bodies by the short form in brackets behind them."""
    out: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        full = _matching_tail(match.group(1), match.group(2))
        if full:
            out.setdefault(match.group(2), full)
        if len(out) >= _MOST:
            break
    return out


def _matching_tail(full: str, short: str) -> str | None:
    """The end of `full` whose first letter begins the short form and whose initials are in it."""
    words = full.split()
    for first, word in enumerate(words):
        if word[0].upper() != short[0].upper() or word in _SMALL:
            continue
        tail = [w for w in words[first:] if w not in _SMALL]
        initials = "".join(w[0] for w in tail).upper()
        if initials == short.upper() or _spells(short.lower(), [w.lower() for w in tail]):
            return " ".join(words[first:])
    return None


def _spells(short: str, words: list[str]) -> bool:
    """Whether a short form like "Kemenkeu" takes its letters from the words, one after another."""
    rest = iter("".join(words))
    if not all(letter in rest for letter in short if letter.isalnum()):
        return False
    return 2 <= len(words) <= len(short)


def is_word(token: Token) -> bool:
    """Whether the token is a word."""
    return token.kind is WORD


__all__ = ["Mention", "People", "Person", "Source", "read_acronyms", "text_of", "words_of"]
