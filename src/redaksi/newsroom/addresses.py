"""The shapes of addresses of sections, people, tags and days, and what no section may be called."""

import re
from typing import Any

ARCHIVE = "indeks"
KEEPER = "/sw.js"
LETTERS = "koreksi"
OFFLINE = "luring"
PEOPLE = "orang"
POPULAR = "terpopuler"
RATING = "nilai"
SEARCH = "cari"
SITEMAP = "sitemap"
SPEAKERS = "tokoh"
STATEMENTS = "pernyataan"
TAGS = "topik"

#: The tagger numbers words that are alike with an underscore (``banjir_1``).
TAG_SLUG = re.compile(r"[a-z0-9]+(?:[-_]+[a-z0-9]+)*", re.ASCII)

#: First parts of paths that the paper itself uses or will use; no section may be called so.
RESERVED_SLUGS = frozenset(
    {
        ARCHIVE, LETTERS, OFFLINE, PEOPLE, POPULAR, RATING, SEARCH, SITEMAP, SPEAKERS,
        STATEMENTS, TAGS,
        "api", "atom", "documents", "dokumen", "feed", "kartu", "media", "sebelum", "pedoman",
        "redaksi", "rss", "search", "static", "statis", "tag", "well-known", "guidelines",
        "masthead", "susunan-redaksi", "kontak", "contact", "privasi", "privacy",
    }
)  # fmt: skip


def section_address(slug: str) -> str:
    """Return the path of a section's page."""
    return f"/{slug}/"


def person_address(slug: str) -> str:
    """Return the path of a person's page."""
    return f"/{PEOPLE}/{slug}/"


def tag_address(slug: str) -> str:
    """Return the path of the page of a tag; empty for a slug that no address can hold."""
    return f"/{TAGS}/{slug}/" if TAG_SLUG.fullmatch(slug) else ""


def search_address() -> str:
    """Return the path of the readers' search."""
    return f"/{SEARCH}/"


def popular_address() -> str:
    """Return the path of the page of what is read and rated most."""
    return f"/{POPULAR}/"


def letter_address(article: int) -> str:
    """Return the path at which a letter about a story, by its key, is written."""
    return f"/{LETTERS}/{article}/"


def rating_address(article: int) -> str:
    """Return the path at which a story, by its key, is rated."""
    return f"/{RATING}/{article}/"


def speaker_address(slug: str, year: int | None = None) -> str:
    """Return the path of a speaker's page, or of one year of what they said."""
    return f"/{SPEAKERS}/{slug}/" if year is None else f"/{SPEAKERS}/{slug}/{year:04}/"


def page_address(page: Any) -> str:
    """Return the path of a page of Wagtail's tree, whatever the host of its site."""
    return str(page.relative_url(None) or page.url)


def speakers_address() -> str:
    """Return the path of the page that tells who is on record."""
    return f"/{SPEAKERS}/"


def names_address() -> str:
    """Return the path at which speakers are looked for by name."""
    return f"/{SEARCH}/{SPEAKERS}/"


def words_address(slug: str) -> str:
    """Return the path at which words are looked for in what a speaker said."""
    return f"/{SPEAKERS}/{slug}/{SEARCH}/"


def statement_address(statement: int) -> str:
    """Return the path of the page of a statement, by its key."""
    return f"/{STATEMENTS}/{statement}/"


def archive_address(*date: int) -> str:
    """Return the path of the archive, or of a year, a month or a day in it."""
    parts = [f"{part:0{width}}" for part, width in zip(date, (4, 2, 2), strict=False)]
    return "/".join(["", ARCHIVE, *parts, ""])
