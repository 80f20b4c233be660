"""The shape of an article's address: ``/<section>/<yyyy>/<mm>/<dd>/<slug>/``."""

from __future__ import annotations

import datetime
import re

from django.utils.text import slugify

SLUG_LENGTH = 100
PATH = re.compile(r"/([a-z0-9-]+)/(\d{4})/(\d{2})/(\d{2})/([a-z0-9-]+)/", re.ASCII)


def article_address(section_slug: str, day: datetime.date, slug: str) -> str:
    """Return the path of an article, for example ``/ekonomi/2026/01/30/harga-beras/``."""
    return f"/{section_slug}/{day.isoformat().replace('-', '/')}/{slug}/"


def read_address(path: str) -> tuple[str, datetime.date, str] | None:
    """Return section, day and slug of an article's path; ``None`` if it cannot be one's."""
    parts = PATH.fullmatch(path)
    if parts is None:
        return None
    section, year, month, day, slug = parts.groups()
    try:
        return section, datetime.date(int(year), int(month), int(day)), slug
    except ValueError:
        return None


def tidy_slug(text: str) -> str:
    """Return lower-case words joined by single hyphens, as addresses can be asked for.

    At most ``SLUG_LENGTH`` characters; a text without Latin letters or digits gives "artikel".
    """
    words = re.sub(r"[-_]+", "-", slugify(text))
    return words[:SLUG_LENGTH].strip("-") or "artikel"


def numbered_slug(slug: str, number: int) -> str:
    """Return the slug with a number at its end, still within ``SLUG_LENGTH``."""
    ending = f"-{number}"
    return slug[: SLUG_LENGTH - len(ending)].rstrip("-") + ending
