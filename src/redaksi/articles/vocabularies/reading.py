"""Reads the shipped vocabularies; plain data, without Django."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class AgencyEntry:
    """A news agency and the credit line shown for its texts."""

    code: str
    name: str
    credit_text: str


@dataclass(frozen=True)
class MediaTopic:
    """A term of the IPTC Media Topic NewsCodes; ``parent`` is a qcode, None at the top."""

    qcode: str
    name_en: str
    name_id: str
    parent: str | None = None


def read_agencies() -> tuple[AgencyEntry, ...]:
    """Return the agencies in the order of the file."""
    return tuple(AgencyEntry(**entry) for entry in _load("agencies.toml")["agency"])


def read_media_topics() -> tuple[MediaTopic, ...]:
    """Return the terms of the two upper levels, each after its parent."""
    return tuple(_topics(_load("media_topics.toml")))


def media_topics_release() -> str:
    """Return the day of IPTC's release that the terms come from, in ISO form."""
    return str(_load("media_topics.toml")["release"])


def _topics(vocabulary: dict[str, Any]) -> Iterator[MediaTopic]:
    for top in vocabulary["topic"]:
        yield MediaTopic(top["qcode"], top["en"], top["id"])
        for term in top["narrower"]:
            yield MediaTopic(term["qcode"], term["en"], term["id"], parent=top["qcode"])


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
