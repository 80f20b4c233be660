"""Says where a story's card is."""

from __future__ import annotations

from django import template

from redaksi.articles.models import Article
from redaksi.syndication.sharing import card_address

register = template.Library()


@register.filter
def card_url(article: Article) -> str:
    """Return the path of the card that stands for a story without a picture."""
    return card_address(article)
