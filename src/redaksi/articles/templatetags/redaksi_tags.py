"""Says where the page of a tag is."""

from __future__ import annotations

from django import template
from taggit.models import Tag

from redaksi.newsroom.addresses import tag_address

register = template.Library()


@register.filter
def tag_url(tag: Tag) -> str:
    """Return the path of the tag's page; empty if its slug cannot stand in an address."""
    return tag_address(tag.slug)
