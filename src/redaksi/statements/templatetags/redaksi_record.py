"""Template tags for days and for the statements in a story's text."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable
from functools import partial

from django import template
from django.utils.dates import MONTHS
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from redaksi.articles.models import Article
from redaksi.design import dates
from redaksi.design.shown import shows
from redaksi.statements.charting import Bar
from redaksi.statements.marking import marked
from redaksi.statements.models import Statement
from redaksi.statements.queries import statements_in

register = template.Library()


@register.simple_tag
def day_of(day: datetime.date) -> SafeString:
    """Write a day for lists, ``30 Januari 2022``, in the page's language."""
    words = dates.short_day_in_words(day, get_language() or "en")
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), words)


@register.simple_tag
def cue(statement: Statement) -> SafeString | str:
    """Write how something was told before words that are the paper's own."""
    # A tag, because a line's end after it would show where the words keep their lines.
    said = statement.shown_cue
    return format_html('<span class="said-cue">{}:</span> ', said) if said else ""


@register.simple_tag
def month_of(bar: Bar) -> str:
    """Write a month with its year, ``Januari 2022``, in the page's language."""
    return f"{MONTHS[bar.month]} {bar.year}"


@register.simple_tag
def marks_of(article: Article) -> dict[str, Callable[[str], str]]:
    """Return what marks the statements in each block of a story's text, by the block's name."""
    if article.pk is None:
        return {}
    shows("said", article.pk)
    in_block: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements_in([article.pk]).get(article.pk, []):
        in_block[statement.live_block].append(statement)
        if statement.speaker_id is not None:
            shows("speaker", statement.speaker_id)
    return {block: partial(marked, statements=statements) for block, statements in in_block.items()}
