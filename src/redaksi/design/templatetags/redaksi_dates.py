"""Template tags that write a time in words, inside a ``time`` element."""

from __future__ import annotations

import datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from redaksi.design import dates

register = template.Library()


@register.simple_tag
def time_in_words(moment: datetime.datetime | None, has_time: bool = True) -> SafeString | str:
    """Write the moment in full in the page's language; the day alone if the hour is unknown."""
    if moment is None:
        return ""
    local, language = _here(moment)
    if has_time:
        return _element(_stamp(local), dates.moment_in_words(local, language))
    return _element(local.date().isoformat(), dates.day_in_words(local, language))


@register.simple_tag
def short_time(moment: datetime.datetime | None, has_time: bool = True) -> SafeString | str:
    """Write the moment for lists, without the weekday."""
    if moment is None:
        return ""
    local, language = _here(moment)
    if has_time:
        return _element(_stamp(local), dates.short_moment_in_words(local, language))
    return _element(local.date().isoformat(), dates.short_day_in_words(local, language))


@register.simple_tag
def clock_time(moment: datetime.datetime) -> SafeString:
    """Write the hour alone, where the day stands above."""
    local, language = _here(moment)
    return _element(_stamp(local), dates.clock_in_words(local, language))


def _here(moment: datetime.datetime) -> tuple[datetime.datetime, str]:
    zone = timezone.get_default_timezone()
    return timezone.localtime(moment, zone), get_language() or "en"


def _stamp(moment: datetime.datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _element(stamp: str, words: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', stamp, words)
