"""The parts of addresses that views take: slugs and places in a list."""

from __future__ import annotations

from redaksi.articles.places import Cursor
from redaksi.newsroom.addresses import TAG_SLUG


class SlugConverter:
    """A slug: lower-case letters, digits and single hyphens."""

    regex = r"[a-z0-9]+(?:-[a-z0-9]+)*"

    def to_python(self, value: str) -> str:
        """Take the slug as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write the slug as it is."""
        return value


class TagConverter(SlugConverter):
    """The slug of a tag, which may hold underscores besides."""

    regex = TAG_SLUG.pattern


class NumberConverter:
    """A key, or the number of a part: written in one way, and no larger than a database counts."""

    regex = "0|[1-9][0-9]{0,14}"

    def to_python(self, value: str) -> int:
        """Read the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Write the number."""
        return str(value)


class CursorConverter:
    """A place in a list that is newest first (``articles.queries.Cursor``)."""

    regex = r"[0-9]{8}T[0-9]{12}-[0-9]{1,18}"

    def to_python(self, value: str) -> Cursor:
        """Read the place; a ValueError makes Django answer 404."""
        return Cursor.read(value)

    def to_url(self, value: Cursor) -> str:
        """Write the place."""
        return str(value)
