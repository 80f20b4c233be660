"""Lays a front out: which stories stand in which slot, as the front shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field

from django.utils.safestring import mark_safe
from taggit.models import Tag
from wagtail.rich_text import expand_db_html

from redaksi.articles.fetching import give_authors
from redaksi.articles.models import Article
from redaksi.articles.queries import live_articles, teasers
from redaksi.design.batches import each_once
from redaksi.design.shown import shows
from redaksi.fronts.filling import Demand, fill
from redaksi.fronts.offering import offers
from redaksi.fronts.slots import Pin, Slot, SlotKind
from redaksi.newsroom.addresses import tag_address
from redaksi.newsroom.models import Section
from redaksi.pictures.models import Picture
from redaksi.pictures.renditions import fetch_made

#: Seconds right behind the lead stand beside it.
TOP = "top"


@dataclass
class Place:
    """A slot as readers see it: its heading, where this leads, and its stories."""

    kind: str
    heading: str = ""
    url: str = ""
    stories: list[Article] = field(default_factory=list)
    beside: list[Article] = field(default_factory=list)
    text: str = ""

    @property
    def template(self) -> str:
        """The name of the template that sets it."""
        return f"fronts/slots/{self.kind}.html"


def lay_out(
    slots: Sequence[Slot], *, section: Section | None, newest: Sequence[int]
) -> list[Place]:
    """Return the places of a front that have something to show, in order.

    ``newest`` are the keys of the first page of the list that the front stands for. The number
    of queries depends on the slots alone.
    """
    pins = [pin for slot in slots for pin in slot.pins]
    for pin in pins:
        # Also of a draft, so that the page is made anew when that goes live.
        shows("teaser", pin.story)
    keys = fill(_demands(slots, section, newest))
    for key in {key for stories in keys for key in stories}:
        shows("teaser", key)
    known = {article.pk: article for article in teasers(_flat(keys))}
    pictures = _pictures(pins)
    places = [
        _place(slot, _as_pinned(slot, stories, known, pictures))
        for slot, stories in zip(slots, keys, strict=True)
        if stories or slot.text
    ]
    return _joined(places)


def _demands(slots: Sequence[Slot], section: Section | None, newest: Sequence[int]) -> list[Demand]:
    visible = _visible(pin.story for slot in slots for pin in slot.pins)
    limit = sum(slot.number + len(slot.pins) for slot in slots)
    return [
        Demand(
            pins=tuple(pin.story for pin in slot.pins if pin.story in visible),
            offers=tuple(offers(slot, section=section, newest=newest, limit=limit)),
            number=None if slot.kind is SlotKind.RIVER else slot.number,
            may_repeat=slot.may_repeat,
        )
        for slot in slots
    ]


def _visible(stories: Iterable[int]) -> set[int]:
    wanted = set(stories)
    if not wanted:
        return set()
    return set(live_articles().filter(pk__in=wanted).order_by().values_list("pk", flat=True))


def _flat(keys: Iterable[Iterable[int]]) -> list[int]:
    return list(dict.fromkeys(key for stories in keys for key in stories))


def _pictures(pins: Iterable[Pin]) -> dict[int, Picture]:
    wanted = [pin.picture for pin in pins if pin.picture is not None]
    found = each_once("picture", wanted, Picture.objects.in_bulk)
    fetch_made(found.values())
    return found


def _as_pinned(
    slot: Slot,
    keys: Iterable[int],
    known: Mapping[int, Article],
    pictures: Mapping[int, Picture],
) -> list[Article]:
    pins = {pin.story: pin for pin in reversed(slot.pins)}
    return [
        _under(pins.get(key), known[key], pictures) for key in keys if key in known
    ]  # fmt: skip


def _under(pin: Pin | None, article: Article, pictures: Mapping[int, Picture]) -> Article:
    """Return the article with what the pin shows instead; others share the article itself."""
    picture = pictures.get(pin.picture) if pin and pin.picture else None
    if pin is None or not (pin.headline or picture):
        return article
    shown = copy(article)
    shown.front_headline = pin.headline or article.front_headline
    if picture is not None:
        shown.lead_picture = picture
    return shown


def _place(slot: Slot, stories: list[Article]) -> Place:
    heading, url = slot.heading, ""
    if slot.kind is SlotKind.OPINION:
        _name_writers(stories)
    if slot.kind is SlotKind.TOPIC:
        heading, url = _topic(slot)
    text = mark_safe(expand_db_html(slot.text)) if slot.text else ""  # noqa: S308 - cleaned by its block
    return Place(slot.kind, heading, url, stories, text=text)


def _name_writers(stories: list[Article]) -> None:
    give_authors(stories)
    for article in stories:
        shows("article", article.pk)
        for person in article.byline_people:
            shows("byline", person.pk)


def _topic(slot: Slot) -> tuple[str, str]:
    if slot.section is not None:
        section = Section.objects.filter(pk=slot.section).first()
        return (slot.heading or section.name, section.url) if section else (slot.heading, "")
    shows("tag", slot.tag)
    tag = Tag.objects.filter(pk=slot.tag).first()
    return (slot.heading or tag.name, tag_address(tag.slug)) if tag else (slot.heading, "")


def _joined(places: Iterable[Place]) -> list[Place]:
    joined: list[Place] = []
    for place in places:
        before = joined[-1] if joined else None
        if place.kind == SlotKind.SECONDS and before and before.kind == SlotKind.LEAD:
            joined[-1] = Place(TOP, stories=before.stories, beside=place.stories)
        else:
            joined.append(place)
    return joined
