"""Finds the place a report was filed from: "JAKARTA, KOMPAS.com – ", "Mataram (ANTARA) - "."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redaksi.formats.page.endings import AGENCIES
from redaksi.formats.page.places import is_known

_WORD = r"(?:(?:[A-Z]\.){1,3}|[A-Z][\w'’]{1,24}\.?(?!\w))"
_NAME = rf"{_WORD}(?:[ /-]{_WORD}){{0,3}}"
_SITE = r"(?:[A-Za-z][\w-]{1,30}(?:\.[\w-]{2,15}){1,3})"
_MEDIA = rf"(?:{AGENCIES}|cnn \w+|cnbc(?: \w+)?|jpnn|inews|republika|viva|okezone|tribun\w*)"
_OUTLET = rf"(?:{_SITE}|(?i:{_MEDIA})(?!\w))"
_CITY = rf"(?P<city>{_NAME}(?:,\s?(?!{_OUTLET}){_NAME})?)"
_DAY = (
    r"(?:[A-Z][a-z]{2,9}\.?,? )?"
    r"(?:\d{1,2} [A-Z][a-z]{2,9}\.?(?: \d{4})?|[A-Z][a-z]{2,9}\.? \d{1,2}(?:,? \d{4})?)"
)
_PATTERN = re.compile(
    rf"(?:(?P<outlet>{_SITE})\s?[,|]\s?)?{_CITY}"
    rf"(?:\s?,\s?(?P<second>{_OUTLET}))?(?:\s?,\s?(?P<day>{_DAY}))?"
    rf"(?:\s?,?\s?(?P<agency>\([\w ./&’-]{{2,40}}\)))?(?:\s?,\s?(?P<later>{_DAY}))?"
    r"(?P<gap>\s?)(?P<end>--|[-–—|:])\s?(?=\S)"
)
_REACH = 120
_FIRST_PARAGRAPHS = 2
_LABELS = """
    Foto Video Catatan Update Baca Oleh Penulis Editor Reporter Sumber Info Berita Opini Breaking
    Note Photo Source Watch Read By Kategori Tags Presiden Menteri Infografis Koreksi Ralat Live
    News Exclusive Eksklusif Analysis Analisis Tajuk Kolom Review Ulasan
"""
_NOT_A_PLACE = frozenset(_LABELS.split())


@dataclass(frozen=True)
class Dateline:
    """A dateline: the place, what follows it, and the words of the whole prefix."""

    place: str
    prefix: str
    agency: str | None
    confidence: float


def dateline_of(paragraphs: Sequence[str]) -> tuple[Dateline | None, int]:
    """The dateline of the first or second paragraph and the paragraph's place, or (None, -1)."""
    for place, text in enumerate(paragraphs[:_FIRST_PARAGRAPHS]):
        found = dateline_in(text)
        if found:
            return found, place
    return None, -1


def dateline_in(paragraph: str) -> Dateline | None:
    """The dateline that opens this paragraph."""
    match = _PATTERN.match(paragraph[:_REACH])
    if not match or not paragraph[match.end() :].strip():
        return None
    city = match["city"].strip()
    confidence = _confidence(match, city)
    if not confidence or city.split()[0].title() in _NOT_A_PLACE:
        return None
    agency = (match["agency"] or "").strip("()") or None
    return Dateline(_written(city), match[0], agency, confidence)


def without_dateline(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs with the dateline taken off the one that it opens."""
    found, place = dateline_of(paragraphs)
    texts = list(paragraphs)
    if found:
        texts[place] = texts[place][len(found.prefix) :].lstrip()
    return tuple(texts)


def _confidence(match: re.Match[str], city: str) -> float:
    """How sure it is that these words are a dateline; 0 when they are none."""
    backed = any(match[name] for name in ("outlet", "second", "agency", "day", "later"))
    known = is_known(city)
    if match["end"] == ":":
        return 0.6 if known and len(city.split()) <= 2 else 0.45 * city.isupper()
    if not match["gap"] and match["end"] == "-" and not (backed or known):
        return 0.0
    if known or backed:
        return 0.95 if known else 0.85
    return 0.8 if city.isupper() else 0.45


def _written(city: str) -> str:
    """Capitals become a name: "JAKARTA" is printed in the paper's own way; "NTB" stays."""
    parts = city.split(", ")
    if not parts[0].isupper():
        return city
    return ", ".join(p.title() if len(p) > 4 or p == parts[0] else p for p in parts)
