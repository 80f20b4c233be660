"""Finds the pictures of an article, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from redaksi.pictures.models import Picture
from redaksi.pictures.renditions import fetch_made

if TYPE_CHECKING:
    from redaksi.articles.models import Article


def pictures_in(article: Article) -> Iterator[Picture]:
    """Return the lead picture, then those in the text; one shown twice comes twice."""
    if article.lead_picture is not None:
        yield article.lead_picture
    for picture in _in_text(article):
        if picture is not None:
            yield picture


def fetch_renditions(article: Article) -> None:
    """Fetch the renditions of all the article's pictures at once, for its page."""
    fetch_made(pictures_in(article))


def _in_text(article: Article) -> Iterator[Picture | None]:
    for block in article.body:
        if block.block_type == "picture":
            yield block.value["picture"]
        elif block.block_type == "gallery":
            yield from (item["picture"] for item in block.value["pictures"])
