"""Reads listener, medium or occasion and the day out of the words around a cue."""

from __future__ import annotations

import re
from functools import lru_cache

from redaksi.extraction.lexicon import load

_DATE = r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
_PART_OF_DAY = {
    "id": r"(?:\s+(?:dini hari|pagi|siang|sore|malam|petang))?",
    "en": r"(?:\s+(?:morning|afternoon|evening|night))?",
}
_LONGEST = 400
_EMPTY = frozenset({"dikutip", "dilansir"})
_EXTRA = {
    "id": (
        r"hari ini|kemarin|tadi malam|semalam|beberapa waktu lalu"
        r"|(?:pekan|minggu|bulan|tahun) lalu|baru-baru ini"
    ),
    "en": (
        r"today|yesterday|earlier this (?:week|month|year)"
        r"|last (?:week|month|year|night)|recently"
    ),
}
_LEADING = {
    "id": re.compile(
        r"^(?:(?:,|seperti|sebagaimana|dikutip|dilansir|dalam|pada|kepada|melalui|lewat|via|dari|secara|oleh|lagi|pula)\s+)+",
        re.I,
    ),
    "en": re.compile(
        r"^(?:(?:,|told|tells|telling|to|in|on|at|via|during|with|through|the|a|an|by)\s+)+", re.I
    ),
}
_AT_MEDIUM = {
    "id": re.compile(
        r"^di\s+(?=(?:televisi|tv|radio|akun|media|twitter|instagram|facebook|youtube|tiktok|kanal|laman|situs|siaran|podcast|x\b))",
        re.I,
    ),
    "en": re.compile(r"(?!)"),
}
_CHANNEL = {
    "id": re.compile(
        r"\b(?:kepada|di|dalam|pada|saat|ketika|usai|seusai|melalui"
        r"|lewat|via|dikutip|dilansir|ditemui|dihubungi|didampingi"
        r"|dari|selepas|sela|jumpa|keterangan|setelah|sebelum|menjelang|kala|secara tertulis)\b",
        re.I,
    ),
    "en": re.compile(
        r"\b(?:to|in|on|at|via|during|through|told|after|from|outside|inside)\b|^(?:reporters|(?-i:[A-Z]))",
        re.I,
    ),
}
_CUT = {
    "id": re.compile(
        r",?\s*\b(?:yang|sambil|seraya|sembari|menanggapi|merespons|terkait|soal|mengenai|tentang|karena|lantaran|untuk|agar)\b.*$",
        re.S,
    ),
    "en": re.compile(r",?\s*\b(?:who|which|about|regarding|adding|because|while|where)\b.*$", re.S),
}


@lru_cache(maxsize=4)
def _when(language: str) -> re.Pattern[str]:
    words = load(language).words
    from redaksi.extraction.lexicon.flags import DAY, MONTH

    days = "|".join(re.escape(w) for w in sorted(words) if words[w] & DAY)
    months = "|".join(re.escape(w) for w in sorted(words) if words[w] & MONTH)
    day = rf"(?:{days})\b{_PART_OF_DAY[language]}"
    date = (
        rf"\(?{_DATE}\)?|\d{{1,2}}\s+(?:{months})\b\.?(?:,?\s+\d{{4}})?"
        rf"|(?:{months})\b\.?\s+\d{{1,2}}\b(?:,\s+\d{{4}})?"
    )
    return re.compile(
        rf"\b{day}(?:,?\s*(?:{date}))?|(?<!\w)(?:{date})|\b(?:{_EXTRA[language]})\b", re.I
    )


def read_around(pieces: list[str], language: str) -> tuple[str | None, str | None]:
    """Listener, medium or occasion, and the time of saying, as printed; None where not told."""
    channel = when = None
    for piece in (" ".join(piece[:_LONGEST].split()) for piece in pieces):
        found = _when(language).search(piece)
        if found:
            when = when or found.group().strip(" ,")
            piece = piece[: found.start()]
            piece = re.sub(r"\b(?:pada|on|hari)\s*$", "", piece)
        channel = channel or _read_channel(piece, language)
    return channel, when


def _read_channel(piece: str, language: str) -> str | None:
    bare = _CUT[language].sub("", piece.strip(" ,.;:-–—\n"))
    found = _CHANNEL[language].search(bare)
    if not found or found.start() > 40:
        return None
    bare = " ".join(bare[found.start() :].split()).strip(" ,.")
    bare = _AT_MEDIUM[language].sub("", _LEADING[language].sub("", bare)).strip(" ,.")
    return bare if (len(bare) > 1 or bare == "X") and bare.lower() not in _EMPTY else None
