"""Template tags that set a story's text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

Marks = Mapping[str, Callable[[str], str]]
OPENING = re.compile(r"\A\s*<p[^>]*>")


@register.simple_tag(takes_context=True)
def story_text(
    context: Context, body: Iterable[Any], dateline: str, marks: Marks | None = None
) -> SafeString:
    """Set the blocks of a body one after the other, the dateline at the first paragraph.

    ``marks`` change the HTML of paragraphs, by the block's name, and nothing of its words.
    """
    pieces = []
    for block in body:
        piece = _set(block, context)
        if marks and block.block_type == "paragraph" and block.id in marks:
            piece = mark_safe(marks[block.id](piece))  # noqa: S308 - only tags are added
        if dateline and block.block_type == "paragraph":
            piece, dateline = with_dateline(piece, dateline), ""
        pieces.append(piece)
    return mark_safe("\n".join(pieces))  # noqa: S308 - every piece is escaped or set by a template


def _set(block: Any, context: Context) -> SafeString:
    """Set one block; as Wagtail does, but in the page's context in place of a copy of it."""
    name = block.block.get_template(block.value, context=context)
    if not name or context.template is None:
        surroundings: dict[str, Any] = context.flatten()  # type: ignore[assignment]
        return conditional_escape(block.render(surroundings))
    template = context.template.engine.get_template(name)
    with context.push(block.block.get_context(block.value, parent_context={})):
        return template.render(context)


def with_dateline(paragraphs: str, dateline: str) -> SafeString:
    """Put the dateline before the first words of HTML paragraphs.

    Text that does not begin with a paragraph (a list) gets it in a paragraph of its own.
    """
    mark = format_html('<span class="article-dateline">{} —</span> ', dateline)
    opening = OPENING.match(paragraphs)
    if opening is None:
        return mark_safe(f"<p>{mark}</p>{paragraphs}")  # noqa: S308 - the mark is escaped
    rest = paragraphs[opening.end() :]
    return mark_safe(f"{opening.group()}{mark}{rest}")  # noqa: S308 - the mark is escaped
