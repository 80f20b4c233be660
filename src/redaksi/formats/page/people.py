"""Reads the names of those who made a story: "Reporter: A | Editor: B", "Ditulis oleh C"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WRITER = (
    r"reporter|penulis|pewarta|jurnalis|wartawan|kontributor|contributor|author|writer|laporan"
    r"|(?:additional )?reporting by|(?:written|reported|posted|story|words) by"
    r"|(?:ditulis|dilaporkan|diposting) oleh|oleh"
)
_OTHER = (
    r"editor|penyunting|redaktur(?: pelaksana)?|copy ?editor|uploader|penerjemah|translator"
    r"|editing by|edited by|foto(?:grafer)?|photo(?:s|grapher)?(?: by)?|video(?:grafer)?|produser"
    r"|producer|sumber foto|penanggung jawab|infografis"
)
_ROLE = re.compile(
    rf"(?<!\w)(?:(?P<writer>{_WRITER})|(?P<other>{_OTHER}))(?P<colon>\s?:\s?|(?<=by)\s|(?<=oleh)\s)",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|oleh)\s?:?\s", re.IGNORECASE)
_NAME_WORD = r"[A-Z][\w'’.-]{0,24}"
_PARTICLE = r"(?:bin|binti|van|von|de|da|di|el|al|ibn|der)"
_NAME = re.compile(rf"{_NAME_WORD}(?: (?:{_NAME_WORD}|{_PARTICLE})){{0,4}}")
_JOINED = re.compile(r"\s?(?:,|;|&|/| dan | and )\s?")
_TRIM = " |•·–—-,;/:()[]*"
_ACCOUNTS = (
    "super user;superuser;administrator;admin;redaksi;editor;webmaster;user;root;news desk"
    ";tim redaksi;staff writer;staff reporter;correspondent;contributor;reporter;jurnalis;wartawan"
)
_NOBODY = frozenset(_ACCOUNTS.split(";"))
_LONGEST = 200


@dataclass(frozen=True)
class Credits:
    """The writers named in a line; the line may name only others, such as the editor."""

    writers: tuple[str, ...]


def people_line(line: str) -> Credits | None:
    """The people that this line is about, None when it is no such line."""
    if len(line) > _LONGEST:
        return None
    roles = list(_ROLE.finditer(line))
    if roles and not line[: roles[0].start()].strip(_TRIM):
        return _by_role(line, roles)
    after_by = _BY.match(line)
    if after_by and not line.endswith("."):
        names = names_in(line[after_by.end() :])
        return Credits(names) if names else None
    return None


def names_in(text: str) -> tuple[str, ...]:
    """The names in a list such as "Ani Wijaya dan Budi", empty when it is not one of names."""
    if len(text) > _LONGEST:
        return ()
    parts = [part.strip(_TRIM) for part in _JOINED.split(text.strip(_TRIM))]
    parts = [part for part in parts if part]
    return tuple(parts) if parts and all(_NAME.fullmatch(part) for part in parts) else ()


def is_somebody(name: str) -> bool:
    """Whether a name is a person's, not that of an account such as "Super User"."""
    return bool(name.strip()) and name.strip().lower() not in _NOBODY


def _by_role(line: str, roles: list[re.Match[str]]) -> Credits | None:
    ends = [role.start() for role in roles[1:]] + [len(line)]
    writers: list[str] = []
    for role, end in zip(roles, ends, strict=True):
        value = line[role.end() : end].strip(_TRIM)
        if len(value.split()) > 12 or value.endswith("."):
            return None
        if role["writer"]:
            writers += names_in(value) or ((value,) if value and role["colon"].strip() else ())
    return Credits(tuple(writers))
