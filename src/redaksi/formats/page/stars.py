"""Reads the readers' rating from the words that stand for stars, and knows when nobody voted."""

from __future__ import annotations

import re
from collections.abc import Iterable

FULL, EMPTY = "★", "☆"
_STARS = 5
_NO = r"(?:tidak|tak|non|not|un|in|no|не|nicht|pas|niet)[ -]?"
_STAR = r"(?:star|bintang|estrella|étoile|etoile|stern|estrela|stella|ster|звезда)"
_ACTIVE = r"(?:active|aktif|activa|aktiv|ativa|attiva|actief|активна|activée|menyala)"
_EMPTY_STAR = re.compile(
    rf"{_STAR} ?(?:{_NO}{_ACTIVE}|mati|kosong|empty|desactivada|vide|leer|vuota)", re.IGNORECASE
)
_FULL_STAR = re.compile(rf"{_STAR} ?(?:{_ACTIVE}|penuh|full|filled)", re.IGNORECASE)
_SYMBOLS = re.compile(rf"(?:[{FULL}{EMPTY}] ?){{1,10}}")
_NUMBER = r"(\d{1,3}(?:[.,]\d{1,2})?)"
_COUNT = r"\(?\s?(\d{1,9})\s?(?:votes?|ratings?|reviews?|suara|penilaian|ulasan|pemilih)\s?\)?"
_LABEL = (
    r"(?:(?:user|reader|your|average) ratings?|(?:rating|penilaian|nilai|peringkat)"
    r"(?: (?:pengguna|pembaca|anda))?|skor|bewertung)\s?:?\s?"
)
_SCALE = r"\s?(?:/|out of|dari)\s?(\d{1,3})(?: stars?| bintang)?"
_LABELLED = re.compile(rf"{_LABEL}{_NUMBER}(?:{_SCALE})?[\s,;-]{{0,3}}(?:{_COUNT})?", re.IGNORECASE)
_UNLABELLED = re.compile(rf"{_NUMBER}{_SCALE}[\s,;-]{{0,3}}(?:{_COUNT})?", re.IGNORECASE)
_ONLY_LABEL = re.compile(rf"{_LABEL}(?:/\s?(\d+))?", re.IGNORECASE)
_ONLY_COUNT = re.compile(_COUNT, re.IGNORECASE)
_SAYS_STARS = re.compile(r"out of|stars?|bintang|votes?|suara", re.IGNORECASE)
_SCALES = (5, 10, 100)


def is_rating_line(line: str) -> bool:
    """Whether a line is nothing but a rating: star words, star signs, "User Rating: 4 / 5"."""
    rest = _without_stars(line)
    patterns = [_LABELLED, _ONLY_LABEL, _ONLY_COUNT]
    if rest != line or _SAYS_STARS.search(line):
        patterns.append(_UNLABELLED)
    return not rest or any(pattern.fullmatch(rest) for pattern in patterns)


def rating_in(lines: Iterable[str]) -> float | None:
    """The readers' mean out of five in these rating lines, None when nobody has voted.

    Five empty stars mean no votes, never a mark of zero: a vote is at least one star.
    """
    shown: float | None = None
    given = list(lines)
    for line in given:
        if _nobody_voted(line):
            return None
        shown = shown or _number_in(line) or _stars_in(line)
    return shown or _stars_in("".join(given))


def as_symbols(line: str) -> str:
    """The line with star words put as ★ and ☆."""
    return _FULL_STAR.sub(FULL, _EMPTY_STAR.sub(EMPTY, line))


def out_of_five(value: float, best: float) -> float | None:
    """The value on the scale of five stars, None when it is no mark that a vote could give."""
    scaled = round(value * _STARS / best, 2) if best else 0.0
    return scaled if 0 < scaled <= _STARS else None


def _without_stars(line: str) -> str:
    return " ".join(_SYMBOLS.sub(" ", as_symbols(line)).split())


def _nobody_voted(line: str) -> bool:
    count = _ONLY_COUNT.search(line)
    label = _ONLY_LABEL.fullmatch(_without_stars(line))
    return bool((count and int(count[1]) == 0) or (label and label[1] and int(label[1]) == 0))


def _number_in(line: str) -> float | None:
    rest = _without_stars(line)
    match = _LABELLED.fullmatch(rest) or _UNLABELLED.fullmatch(rest)
    if not match or int(match[2] or _STARS) not in _SCALES:
        return None
    return out_of_five(float(match[1].replace(",", ".")), int(match[2] or _STARS))


def _stars_in(line: str) -> float | None:
    symbols = as_symbols(line)
    full, empty = symbols.count(FULL), symbols.count(EMPTY)
    return out_of_five(full, full + empty) if full and full + empty == _STARS else None
