"""Collects the people of an article before anyone asks who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from redaksi.extraction.entities import People, Person, text_of
from redaksi.extraction.lexicon.flags import (
    AFTER,
    ALIAS,
    BETWEEN,
    BODY,
    CLITIC,
    COMMON,
    DAY,
    GROUP,
    HONORIFIC,
    KNOWN_BODY,
    MODIFIER,
    MONTH,
    NAME,
    OPENER,
    PLACE,
    PRONOUN,
    RANK,
    ROLE,
    SOURCE,
    VERB,
)
from redaksi.extraction.mentions import Mention, read_mention
from redaksi.extraction.naming import Usage
from redaksi.extraction.sentences import Sentence
from redaksi.extraction.tokens import WORD, Token
from redaksi.extraction.wordlists import word_set
from redaksi.extraction.words import is_acronym

_PLACE_BEFORE = word_set(
    "di ke kota kabupaten desa kecamatan kelurahan provinsi dusun kampung pulau"
    " rsud polres polsek polda in at city county"
    " perusahaan lembaga organisasi manajemen aplikasi platform laman"
)
_SENTENCE_MARKS = frozenset(".?!…:\"“”„‟'‘«")
_INITIALS = 3
"""Longer words in capitals are bodies, not the initials of somebody."""
_IN = word_set("in near di ke")
_AGED = re.compile(r"\b([A-Z]{2,3}) \(\d{1,2}(?: (?:tahun|th))?\)")
_INITIALED = frozenset({"berinisial", "inisial"})
_CALLED = word_set("sapaan panggilan dipanggil disapa akrabnya")
_NAMED_SMALL = ROLE | RANK | HONORIFIC
"""May open the mention of somebody with a small letter: "dokter Sari"."""
_NO_SOLO = ROLE | BODY | KNOWN_BODY | PLACE | GROUP | DAY | MONTH | PRONOUN | MODIFIER


def read_usage(sentences: Iterable[Sentence]) -> Usage:
    """The words that stand alone as a name beside a word of saying or "Pak", and the places."""
    found: set[str] = set()
    places: set[str] = set()
    alone: set[str] = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            if not (token.capital or (after and after.capital) or token.flags & VERB):
                continue
            if token.lower in _INITIALED and after is not None and after.capital:
                found.add(after.lower)
            if token.capital and index and sentence.body and _stands_alone(tokens, index):
                alone.add(token.lower)
            if after is not None and after.capital and _names_place(tokens, index):
                places.add(after.lower)
            if token.flags & (AFTER | HONORIFIC | VERB | SOURCE) and token.kind is WORD:
                if not token.flags & CLITIC and token.flags & (AFTER | HONORIFIC | SOURCE):
                    _note(tokens, index + 1, found)
                if token.flags & VERB and not token.capital and index:
                    _note_subject(tokens, index - 1, found)
    return Usage(frozenset(found), frozenset(places - found), frozenset(alone))


def read_initials(text: str) -> frozenset[str]:
    """People whom the article gives by initials and age: "MR (41)"."""
    return frozenset(match.group(1).lower() for match in _AGED.finditer(text))


def _names_place(tokens: Sequence[Token], index: int) -> bool:
    """Whether a place or a body is named behind a word: "kota Palu", "laman resmi Kirimku"."""
    if tokens[index].flags & (MODIFIER | BETWEEN) and index and not tokens[index].capital:
        index -= 1
    return tokens[index].lower in _PLACE_BEFORE


def _stands_alone(tokens: Sequence[Token], index: int) -> bool:
    around = (*tokens[index - 1 : index], *tokens[index + 1 : index + 2])
    return not any(token.capital for token in around)


def _note(tokens: Sequence[Token], index: int, found: set[str]) -> None:
    if index >= len(tokens) or not _is_solo(tokens[index]):
        return
    last = index + 1
    while last < len(tokens) and last < index + 3 and _is_solo(tokens[last]):
        last += 1
    if last < len(tokens) and tokens[last].capital:
        return
    if last == index + 1 or not tokens[index - 1].flags & SOURCE:
        found.update(token.lower for token in tokens[index:last])


def _note_subject(tokens: Sequence[Token], index: int, found: set[str]) -> None:
    if not _is_solo(tokens[index]):
        return
    if index and (tokens[index - 1].kind is WORD and not tokens[index - 1].flags & OPENER):
        return
    if tokens[index].flags & COMMON and not tokens[index].flags & NAME:
        return
    found.add(tokens[index].lower)


def _is_solo(token: Token) -> bool:
    if len(token.text) > _INITIALS and is_acronym(token) and not token.flags & NAME:
        return False
    return (
        token.kind is WORD and token.capital and not token.flags & _NO_SOLO and _long_enough(token)
    )


def _long_enough(token: Token) -> bool:
    return len(token.text) > 2 or (len(token.text) == 2 and token.text.isupper())


def scan_people(
    text: str, tokens: Sequence[Token], people: People, usage: Usage
) -> list[tuple[int, Person]]:
    """Take in everyone named in a sentence; the people with the token they stand at."""
    out: list[tuple[int, Person]] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not token.capital and not token.flags & _NAMED_SMALL:
            index += 1
            continue
        if token.kind is WORD and _may_name(token, first=_opens(tokens, index)):
            mention = read_mention(tokens, index, len(tokens), usage)
            if mention and _is_where(tokens, index, mention):
                index = max(index + 1, mention.name[1] if mention.name else 0)
                continue
            if (
                mention
                and mention.name
                and (
                    _plausible(tokens, mention.name, bool(mention.role), usage)
                    or people.find(text_of(text, tokens, mention.name))
                )
                and not _doubtful(tokens, mention.name, usage)
            ):
                person = people.add(text, tokens, mention)
                if person:
                    out.append((mention.first, person))
            if mention:
                index = max(index + 1, mention.last)
                continue
        index += 1
    return out


def called_by(tokens: Sequence[Token], mention: Mention) -> str | None:
    """Whose nickname a name is: "HBN, sapaan Haryo"; "" for "Amel, panggilan akrabnya"."""
    index = mention.last + 1
    if index + 1 >= len(tokens) or tokens[index - 1].text != ",":
        return None
    if tokens[index].lower in ("begitu", "demikian"):
        told = any(t.flags & ALIAS or t.lower in _CALLED for t in tokens[index : index + 6])
        return "" if told else None
    if tokens[index].lower.endswith(" as"):
        return None  # "Grimaldi, better known as grimwire": the nickname follows.
    if tokens[index].lower not in _CALLED and not tokens[index].flags & ALIAS:
        return None
    after = tokens[index + 1]
    return after.text if after.capital else ""


def _may_name(token: Token, *, first: bool) -> bool:
    if token.flags & _NAMED_SMALL:
        return True
    if not token.capital or token.flags & (DAY | MONTH):
        return False
    if token.flags & NAME:
        return True
    return not (token.flags & (COMMON | OPENER) and first)


def _is_where(tokens: Sequence[Token], index: int, mention: Mention) -> bool:
    """Whether a bare name behind "in" is a place: "in Agusan del Sur, ..."."""
    named = mention.name is not None and mention.role is None
    return named and index > 0 and tokens[index - 1].lower in _IN


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a sentence begins here, of the article or inside a quotation: no name yet."""
    return index == 0 or tokens[index - 1].text in _SENTENCE_MARKS


def _doubtful(tokens: Sequence[Token], name: tuple[int, int], usage: Usage) -> bool:
    """Whether a lone word that opens the sentence is more likely no name: "Lalu"."""
    first, last = name
    token = tokens[first]
    lone = first == 0 and last == 1
    return lone and bool(token.flags & (COMMON | OPENER)) and token.lower not in usage.solo


def _is_plain(token: Token, usage: Usage) -> bool:
    """Whether a word is one of the language and no name that the article uses."""
    plain = token.flags & COMMON and not token.flags & (NAME | ROLE | HONORIFIC)
    return bool(plain) and token.lower not in usage.solo


def _plausible(
    tokens: Sequence[Token], name: tuple[int, int], with_role: bool, usage: Usage
) -> bool:
    if name[1] - name[0] == 1 and len(tokens[name[0]].text) < 2:
        return False
    words = [token for token in tokens[name[0] : name[1]] if token.kind is WORD]
    if not with_role and any(_is_plain(token, usage) for token in words):
        return False  # "Anugerah Sastra Cakrawala": a work, a prize, an event.
    if any(token.flags & NAME or token.lower in usage.solo for token in words):
        return True
    known = any(token.flags & (COMMON | _NO_SOLO) for token in words)
    if len(words) > 1 and not known and any(token.lower in usage.alone for token in words):
        return True
    return with_role and all(not token.flags & COMMON for token in words)
