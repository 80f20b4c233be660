"""Cleans rich text to the few tags that the editor knows, so that no paste breaks a story."""

from __future__ import annotations

import nh3

#: Tags and attributes that Wagtail's editor itself writes for our inline features.
TAGS = {"p", "b", "strong", "i", "em", "a", "ol", "ul", "li", "br", "sup", "sub"}
ATTRIBUTES = {"a": {"href", "linktype", "id"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def clean_rich_text(html: str) -> str:
    """Return the HTML with everything dropped that is not on the list.

    Text inside unknown tags stays; scripts and styles go with their content. Cleaning twice
    gives the same as cleaning once.
    """
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
