"""Reads lines that hold nothing but a date: "Published: Monday, 31 January 2022 14:05 WIB"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from redaksi.formats.page.dates import DateMention, dates_in

_LONGEST = 140
_TIME = re.compile(
    r"(?:T|\b(?:pukul|jam|at|pkl)\.?\s)?(?<!\d)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\d)"
    r"(?:\s?[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"(?<!\w)(?:wib|wita|wit|z|(?:gmt|utc)(?:\s?[+-]\d{1,2})?|[ecmp][sd]?t)(?!\w)", re.IGNORECASE
)
_UPDATED = (
    r"(?:last |terakhir )?(?:updated?|modified|edited|di(?:perbarui|update|ubah|mutakhirkan))"
    r"|pembaruan|perubahan terakhir"
)
_PUBLISHED = (
    r"published|publish(?:ed)? date|posted|created|written|released|date|first published"
    r"|di(?:terbitkan|publikasikan|publish|posting|unggah|tulis|buat|rilis|tayangkan)"
    r"|tanggal(?: terbit| publikasi)?|tgl|terbit|tayang|rilis|waktu"
)
_ROLE = re.compile(
    rf"(?<!\w)(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))(?:\s(?:on|at|pada|hari))?\s?:?",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"^\s*[|•·–—,/-]|[|•·–—/,-]\s*$|\w\.(?:com|co|id|net|tv)\b", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[\s|•·–—,:;/()\[\]+-]+")
_RELATIVE = re.compile(
    r"(?:\d{1,3}|se|an?) ?(?:detik|menit|jam|hari|minggu|bulan|tahun)(?: yang)? lalu"
    r"|(?:\d{1,3}|an?) (?:second|minute|min|hour|day|week|month|year)s? ago|just now|baru saja",
    re.IGNORECASE,
)


class DateRole(StrEnum):
    """What a date line says its date is."""

    BARE = "bare"
    PUBLISHED = "published"
    UPDATED = "updated"


@dataclass(frozen=True)
class DateLine:
    """A line that is a date: `rest` are its other words, such as a name or an outlet."""

    mention: DateMention
    role: DateRole
    has_time: bool
    rest: str


def date_line(line: str) -> DateLine | None:
    """The date that makes up this line, None when the line says something else."""
    if len(line) > _LONGEST or line.endswith((".", "?", "!")):
        return None
    mention = next((m for m in dates_in(line) if m.year or m.weekday is not None), None)
    if not mention:
        return None
    before, after = line[: mention.start], line[mention.end :]
    around = f"{before} \x00 {_without_other_dates(after)}"
    role = _ROLE.search(around)
    bare = _ZONE.sub(" ", _TIME.sub(" ", _ROLE.sub(" ", around)))
    rest = " ".join(_PUNCTUATION.sub(" ", bare).replace("\x00", " ").split())
    if rest and not _may_stand_beside(rest, before, after):
        return None
    return DateLine(mention, _role(role), bool(_TIME.search(around)), rest)


def is_relative_time(line: str) -> bool:
    """Whether a line is a time such as "2 jam yang lalu" or "3 hours ago"."""
    return bool(_RELATIVE.fullmatch(line.strip(" |•·-")))


def _without_other_dates(text: str) -> str:
    for mention in reversed(dates_in(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def _role(match: re.Match[str] | None) -> DateRole:
    if not match:
        return DateRole.BARE
    return DateRole.UPDATED if match["updated"] else DateRole.PUBLISHED


def _may_stand_beside(rest: str, before: str, after: str) -> bool:
    """Names and outlets may share the line with the date when something parts them from it."""
    words = rest.split()
    parted = any(_SEPARATED.search(side) for side in (before, after) if side.strip())
    if "," in before and not re.search(r"[|•·–—-]", before + after) and len(words) > 1:
        parted = bool(_SEPARATED.search(before.replace(",", "")))
    return parted and len(words) <= 5 and all(not w[0].islower() or "." in w for w in words)
