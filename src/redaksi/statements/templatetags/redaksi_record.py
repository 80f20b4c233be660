"""Template tags for days and statements."""

from __future__ import annotations

import datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from redaksi.design import dates

register = template.Library()


@register.simple_tag
def day_of(day: datetime.date) -> SafeString:
    """Write a day for lists, ``30 Januari 2022``, in the page's language."""
    words = dates.short_day_in_words(day, get_language() or "en")
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), words)
