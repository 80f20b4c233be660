"""Tells the body of an article from its headline, captions and furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

_FURNITURE = re.compile(
    r"(?:baca\s*(?:juga)?\s*:|baca juga\b|simak (?:juga|video|pula)|lihat (?:juga|video|foto)"
    r"|saksikan video|tonton juga|\[?gambas:|advertisement\b|scroll to (?:continue|resume)|iklan\b"
    r"|(?:editor|penulis|reporter|laporan|laporan wartawan|pewarta|fotografer|foto|sumber|source"
    r"|photo|image|caption|kontributor|uploader|copyright|hak cipta|penyunting)\s*[:©|]"
    r"|copyright\b|laporan (?:wartawan|kontributor)?\b[^.]{0,60}\||read (?:also|more|next)\b"
    r"|also read\b|related\s*:|see also\b|more on this|sign up\b|follow us\b|join our\b"
    r"|star (?:in)?active"
    r"|previous next|prev next|halaman (?:selanjutnya|berikutnya)"
    r"|artikel ini (?:telah|sudah) tayang"
    r"|ikuti (?:berita|kami)|dapatkan update|pilihan editor|our standards|tags?\s*:|topik\s*:"
    r"|this is a breaking|©)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\(?[\w.]{1,12}(?:/[\w.\s-]{1,20})+\)?$|\([\w\s.,*-]{1,24}\)$|[-*=_#.\s]+$")
_CAPTION = re.compile(
    r"\((?:[^()]*\b(?:foto|dok|istimewa|ist|antara|afp|reuters|ap photo|epa|getty"
    r"|shutterstock)\b[^()]*"
    r"|[^()]*[A-Za-z]/[A-Za-z][^()]*|[A-Z][\w ]+\.(?:com|id)[^()]*)\)\.?$",
    re.IGNORECASE,
)
_DASH = re.compile(r"(?:(?<=\))\s*|\s+)[-–—]{1,2}\s*(?=[\w\"“”'‘(])")
_IN_DATELINE = re.compile(r"[\w'’.]+\.[a-zA-Z]{2,4},?$|[A-Z][\w'’.]*,?$|\d{1,2},?$|[,/]$|di$|of$")
_BRACKETS = re.compile(r"\([^()\n]{1,30}\)")
_BOLD_PLACE = re.compile(r"[A-Z]{3,}(?:[ ,]+[A-Z]{2,})*\.\s+(?=[A-Z\"“])")
_GLUED = re.compile(r"[a-z?!.](?=[A-Z][a-z]{2})|[A-Z]{2}(?=[A-Z][a-z]{3})")
_SENTENCE_END = re.compile(r"[.?!…:,;]['\"”’»)]*$|['\"”»]$|[.?!…]['\"”’»]*\s*\([^()]{1,24}\)$")
"""A full stop, also before the initials of whoever wrote: "... berkala. (rif)"."""
_WORD = re.compile(r"\w")
_LONGEST_SUBHEAD = 110
_DATELINE_WITHIN = 16
_LONGEST_DATELINE = 160
_LONGEST_PLACE = 90


class Part(IntEnum):
    """What a paragraph is."""

    HEADLINE = 0
    BODY = 1
    CAPTION = 2
    FURNITURE = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text without the space around it; a dateline is not counted in."""

    start: int
    end: int
    part: Part


def read_layout(text: str) -> list[Paragraph]:
    """The paragraphs of a text, each with its part."""
    lines = _lines(text)
    first, offset = _dateline(text, lines)
    if first is None:
        first = _first_sentence(text, lines)
    out = []
    for number, (start, end) in enumerate(lines):
        if number == first:
            start += offset
        part = _part(text[start:end])
        if part is Part.FURNITURE and end - start > _LONGEST_SUBHEAD:
            glued = _GLUED.search(text, start + 20, end - 60)
            if glued:
                start, part = glued.end(), Part.BODY
        if number < first and part is Part.BODY:
            part = Part.HEADLINE
        out.append(Paragraph(start, end, part))
    return out


def _lines(text: str) -> list[tuple[int, int]]:
    lines = []
    for match in re.finditer(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+", text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + line.index(bare[0])
            lines.append((start, start + len(bare)))
    return lines


def _dateline(text: str, lines: list[tuple[int, int]]) -> tuple[int | None, int]:
    """The paragraph that opens with a dateline, and the dateline's length."""
    for number, (start, end) in enumerate(lines[:_DATELINE_WITHIN]):
        length = _dateline_length(text[start : min(end, start + _LONGEST_DATELINE)])
        if length:
            bold = _BOLD_PLACE.match(text, start + length, min(end, start + length + 60))
            return number, (bold.end() - start if bold else length)
    return None, 0


def _dateline_length(line: str) -> int:
    length = 0
    for dash in _DASH.finditer(line):
        words = line[length : dash.start()]
        bare = _BRACKETS.sub(" ", words).split()
        if len(words) > _LONGEST_PLACE or not all(_IN_DATELINE.match(word) for word in bare):
            break
        if not _is_place(words):
            break
        length = dash.end()
    return length


def _is_place(words: str) -> bool:
    return bool(re.search(r"\.\w|\(|[A-Z]{3}|^\s*[A-Z][a-z]+(?:[ ,]+[A-Z]\w+){0,2}\s*$", words))


def _first_sentence(text: str, lines: list[tuple[int, int]]) -> int:
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if (
            number == 0
            and len(lines) > 2
            and not re.search(r"[.?!,]['\"”’»]?\s*$|[.!?,]['\"”’»]? ", line)
        ):
            continue
        if _SENTENCE_END.search(line[-60:]) and end - start > 40 and _part(line) is Part.BODY:
            return number
    return 0


def _part(line: str) -> Part:
    if _FURNITURE.match(line) or _INITIALS.match(line) or not _WORD.search(line):
        return Part.FURNITURE
    if _CAPTION.search(line[-120:]) and not re.search(r"[\"“”]", line):
        return Part.CAPTION
    if line[0] in '"“”„':
        return Part.BODY
    if len(line) < _LONGEST_SUBHEAD and not _SENTENCE_END.search(line[-60:]):
        return Part.HEADLINE
    return Part.BODY
