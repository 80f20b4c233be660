"""Template tag for the figure of a story."""

from __future__ import annotations

from django import template

from redaksi.design.shown import shows
from redaksi.newsroom.addresses import letter_address, rating_address
from redaksi.readers.figures import ALL_STARS, Figure, figure_of

register = template.Library()


@register.simple_tag
def rating_figure(article: int) -> Figure:
    """Return the figure of a story by its key, and note that the page shows it."""
    shows("rating", article)
    return figure_of(article)


@register.simple_tag
def rating_stars() -> range:
    """Return every number of stars that can be given."""
    return ALL_STARS


@register.filter
def rating_url(article: int) -> str:
    """Return the address at which a story is rated."""
    return rating_address(article)


@register.filter
def letter_url(article: int) -> str:
    """Return the address at which a letter about a story is written."""
    return letter_address(article)
