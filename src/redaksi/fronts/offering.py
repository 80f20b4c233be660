"""The rules by which slots fill themselves: which stories each is offered, best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from taggit.models import Tag

from redaksi.articles.groups import OPINION, PHOTO, newest_in_group
from redaksi.articles.lists import PAPER, list_about, list_under
from redaksi.articles.queries import keys_of_stretch
from redaksi.fronts.slots import Slot, SlotKind
from redaksi.newsroom.models import Section

#: Returns the keys of the stories that are read most, of a section or of the whole paper.
MostRead = Callable[[Section | None, int], Sequence[int]]

_most_read: list[MostRead] = []


def offer_most_read(rule: MostRead) -> None:
    """Let the room that counts readers say what they read most; it lies beside this one."""
    _most_read[:] = [rule]


def offers(
    slot: Slot, *, section: Section | None, newest: Sequence[int], limit: int
) -> Sequence[int]:
    """Return the keys of the stories that a slot's rule offers, at least ``limit`` if there are.

    ``newest`` are those of the first page of the front's own list.
    """
    if slot.kind in (SlotKind.OPINION, SlotKind.PHOTO):
        group = OPINION if slot.kind is SlotKind.OPINION else PHOTO
        return newest_in_group(group, section, limit)
    if slot.kind is SlotKind.MOST_READ:
        return [key for rule in _most_read for key in rule(section, limit)]
    if slot.kind is SlotKind.TOPIC:
        return _of_topic(slot)
    if slot.kind in (SlotKind.LIVE, SlotKind.NOTICE):
        return ()  # The desk alone knows which story is still running.
    if slot.kind is SlotKind.LATEST:
        return keys_of_stretch(PAPER)[0]
    return newest


def _of_topic(slot: Slot) -> Sequence[int]:
    if slot.tag is not None:
        return keys_of_stretch(list_about(Tag(pk=slot.tag)))[0]
    section = Section.objects.filter(pk=slot.section).first() if slot.section else None
    return keys_of_stretch(list_under(section))[0] if section is not None else ()
