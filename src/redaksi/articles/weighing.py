"""Weighs the page of a story as a phone fetches it the first time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from lxml import etree

from redaksi.articles.illustrations import fetch_renditions, pictures_in
from redaksi.articles.models import Article
from redaksi.pagestore.coding import coded
from redaksi.pagestore.standing import TEXT
from redaksi.pictures.models import Picture
from redaksi.pictures.rendering import FILTER_SPECS
from redaksi.pictures.renditions import existing

PHONE = 720
"""A cheap phone's screen is 360 pixels wide, with two points to a pixel."""

KILOBYTE = 1000
_CANDIDATE = re.compile(r"(\S+)\s+(\d+)w")
FRAME = 50 * KILOBYTE
"""More than the frame of a page, its style and its scripts ever have, compressed."""


@dataclass(frozen=True)
class Weight:
    """How many bytes go over the network, compressed as they are sent."""

    page: int
    """The text with its frame."""

    files: int
    """Style sheets and scripts, which the next page does not fetch again."""

    pictures: int
    """All pictures of the page, each as wide as a phone takes it."""

    pictures_shown: int
    """How many pictures these are."""

    @property
    def total(self) -> int:
        """All of it."""
        return self.page + self.files + self.pictures

    def is_above(self, budget_kb: int) -> bool:
        """Whether it weighs more than so many thousand bytes; a budget of 0 is none."""
        return bool(budget_kb) and self.total > budget_kb * KILOBYTE


def weigh(html: bytes) -> Weight:
    """Weigh a page of the paper, given as it is before it is compressed."""
    tree = lxml.html.fromstring(html)
    pictures = set(_pictures_for_a_phone(tree))
    return Weight(
        page=_compressed(html),
        files=sum(_size_of(address) for address in set(_files_of(tree))),
        pictures=sum(_size_of(address) for address in pictures),
        pictures_shown=len(pictures),
    )


def may_be_above(article: Article, budget_kb: int) -> bool:
    """Whether it is worth weighing the article's page to know whether it is above the budget.

    Most stories are far below, and who publishes should not wait for another rendering.
    """
    if not budget_kb:
        return False
    fetch_renditions(article)
    pictures = {picture.pk: picture for picture in pictures_in(article)}
    text = len(article._meta.get_field("body").value_to_string(article))
    most = FRAME + text + sum(_most_of(picture) for picture in pictures.values())
    return most > budget_kb * KILOBYTE


def _most_of(picture: Picture) -> int:
    sizes = [made.size_in_bytes for made in existing(picture, FILTER_SPECS).values()]
    return max(sizes, default=picture.get_file_size())


def _files_of(tree: etree._Element) -> Iterator[str]:
    for link in tree.iter("link"):
        if "stylesheet" in link.get("rel", "").split():
            yield link.get("href", "")
    for script in tree.iter("script"):
        if "src" in script.attrib:
            yield script.get("src", "")


def _pictures_for_a_phone(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter("picture", "img"):
        if element.tag == "img" and next(element.iterancestors("picture"), None) is not None:
            continue
        # The first source is the one that every new browser takes.
        chosen = next(element.iter("source", "img"), None)
        if chosen is not None:
            offered = _CANDIDATE.findall(chosen.get("srcset", ""))
            address = _wide_enough(offered) if offered else chosen.get("src", "")
            if address:
                yield address


def _wide_enough(offered: Iterable[tuple[str, str]]) -> str:
    """Return the narrowest that fills the screen, of the addresses and widths that are offered."""
    widths = {int(width): address for address, width in offered}
    enough = [width for width in widths if width >= PHONE]
    return widths[min(enough) if enough else max(widths)]


def _size_of(address: str) -> int:
    """Return the size of a file of ours; what an owner's template takes from elsewhere weighs 0."""
    try:
        place = urlsplit(address)
        path = "" if place.netloc else unquote(place.path)
        if path.startswith(settings.STATIC_URL):
            return _size_of_static(path.removeprefix(settings.STATIC_URL))
        if path.startswith(settings.MEDIA_URL):
            return default_storage.size(path.removeprefix(settings.MEDIA_URL))
    except (OSError, ValueError, SuspiciousOperation):
        return 0
    return 0


@cache
def _size_of_static(name: str) -> int:
    found = finders.find(name)
    if not found:
        return 0
    body = Path(found).read_bytes()
    return _compressed(body) if Path(found).suffix in TEXT else len(body)


def _compressed(body: bytes) -> int:
    return len(coded(body)[".br"])
