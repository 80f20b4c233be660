"""Where feeds, sitemaps and notices to robots are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redaksi.newsroom.addresses import SITEMAP

RSS = "application/rss+xml"
ATOM = "application/atom+xml"
JSON = "application/feed+json"


SITEMAP_INDEX = "/sitemap.xml"
PAGES_SITEMAP = f"/{SITEMAP}/halaman.xml"
NEWS_SITEMAP = f"/{SITEMAP}/berita-terbaru.xml"
ROBOTS = "/robots.txt"
ADS = "/ads.txt"
MANIFEST = "/site.webmanifest"

#: What follows from the options alone.
NOTICES = (ROBOTS, ADS, MANIFEST)


def part_address(number: int) -> str:
    """Return the path of the sitemap of a part of the archive."""
    return f"/{SITEMAP}/berita-{number}.xml"


def speakers_part_address(number: int) -> str:
    """Return the path of the sitemap of a part of the register of speakers."""
    return f"/{SITEMAP}/tokoh-{number}.xml"


def topics_part_address(number: int) -> str:
    """Return the path of the sitemap of a part of the tags."""
    return f"/{SITEMAP}/topik-{number}.xml"


@dataclass(frozen=True)
class FeedFile:
    """One form of a feed: the last part of its address, its media type, how much it holds."""

    name: str
    media_type: str
    is_full: bool


FEED_FILES = {
    file.name: file
    for file in (
        FeedFile("umpan.xml", RSS, is_full=False),
        FeedFile("umpan.atom", ATOM, is_full=False),
        FeedFile("umpan.json", JSON, is_full=False),
        FeedFile("umpan-lengkap.xml", RSS, is_full=True),
        FeedFile("umpan-lengkap.atom", ATOM, is_full=True),
        FeedFile("umpan-lengkap.json", JSON, is_full=True),
    )
}


def feeds_at(start: str) -> Iterator[str]:
    """Return the addresses of the feeds of the list that begins at an address."""
    yield from (f"{start}{name}" for name in FEED_FILES)


def feeds_with_summaries(start: str) -> Iterator[str]:
    """Return the addresses of those feeds that hold no full texts: all that a record has."""
    yield from (f"{start}{file.name}" for file in FEED_FILES.values() if not file.is_full)


class FeedConverter:
    """The last part of a feed's address."""

    regex = r"umpan(?:-lengkap)?\.(?:xml|atom|json)"

    def to_python(self, value: str) -> FeedFile:
        """Return the form of feed."""
        return FEED_FILES[value]

    def to_url(self, value: FeedFile) -> str:
        """Write the name."""
        return value.name
