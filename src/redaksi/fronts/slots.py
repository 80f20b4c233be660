"""The slots of a front as plain facts: what each holds by hand, and how many stories it takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class SlotKind(StrEnum):
    """The places there are on a front."""

    LEAD = "lead"
    SECONDS = "seconds"
    RIVER = "river"
    OPINION = "opinion"
    PHOTO = "photo"
    MOST_READ = "most_read"
    LATEST = "latest"
    TOPIC = "topic"
    LIVE = "live"
    NOTICE = "notice"


@dataclass(frozen=True)
class Pin:
    """A story that somebody put into a slot, with what the front shows of it instead."""

    story: int
    headline: str = ""
    picture: int | None = None


@dataclass(frozen=True)
class Slot:
    """One place on a front.

    ``number`` is how many stories a rule fills it up to; pins beyond that stay. ``may_repeat``:
    whether it may show what another slot shows. ``tag`` and ``section`` are keys.
    """

    kind: SlotKind
    heading: str = ""
    number: int = 0
    pins: tuple[Pin, ...] = ()
    may_repeat: bool = False
    tag: int | None = None
    section: int | None = None
    text: str = ""


DEFAULT = (
    Slot(SlotKind.LEAD, number=1),
    Slot(SlotKind.SECONDS, number=2),
    Slot(SlotKind.RIVER),
)
"""How a front looks that nobody has laid out."""


def read_slots(blocks: Iterable[Mapping[str, Any]]) -> tuple[Slot, ...]:
    """Return the slots of a stream of blocks; the default ones if there are none.

    A front always has a river, so that no story of the list's first page is missing on it.
    """
    slots = tuple(_slot(SlotKind(block["type"]), block["value"]) for block in blocks)
    if not slots:
        return DEFAULT
    has_river = any(slot.kind is SlotKind.RIVER for slot in slots)
    return slots if has_river else (*slots, Slot(SlotKind.RIVER))


def _slot(kind: SlotKind, value: Mapping[str, Any]) -> Slot:
    return Slot(
        kind,
        heading=value.get("heading") or "",
        number=1 if kind is SlotKind.LEAD else value.get("number") or 0,
        pins=tuple(_pins(value.get("pins") or ())),
        may_repeat=bool(value.get("may_repeat")),
        tag=value.get("tag"),
        section=int(value["section"]) if value.get("section") else None,
        text=value.get("text") or "",
    )


def _pins(items: Iterable[Mapping[str, Any]]) -> Iterable[Pin]:
    for item in items:
        pin = item["value"]
        if pin.get("story"):
            yield Pin(pin["story"], pin.get("headline") or "", pin.get("picture"))
