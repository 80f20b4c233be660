"""Finds stories for the newsroom in the search index: drafts too, within a person's reach."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from redaksi.articles.desk.paging import CAP
from redaksi.articles.finding.asking import Filters, asked_by_the_desk
from redaksi.newsroom.roles import reach_of
from redaksi.search.choosing import engine
from redaksi.search.engine import TooSlow, Wanted
from redaksi.search.query import LONGEST, MOST_TERMS, NotAQuery, OnlyExclusions, Query, read_query

#: Seconds of the database's that one search may take.
LONGEST_SEARCH = 3.0


def narrow(
    articles: QuerySet[Any], text: str, chosen: dict[str, Any], request: HttpRequest
) -> QuerySet[Any]:
    """Return those of the articles that have the words and the traits that were chosen.

    Whatever cannot be looked for finds nothing, and a message says why.
    """
    try:
        wanted = asked_by_the_desk(_query(text), _filters(chosen, request))
        return articles if wanted is None else articles.filter(pk__in=_found(wanted))
    except OnlyExclusions:
        messages.warning(request, _("Add a word that the stories should have."))
    except NotAQuery:
        said = _("That is too long: use at most %(letters)d characters and %(words)d words.")
        messages.warning(request, said % {"letters": LONGEST, "words": MOST_TERMS})
    except TooSlow:
        messages.warning(request, _("The search took too long: use rarer words or fewer days."))
    return articles.none()


def _query(text: str) -> Query:
    return read_query(text) if text else Query()


def _found(wanted: Wanted) -> list[int]:
    with engine().limit(LONGEST_SEARCH):
        return [hit.key for hit in engine().newest(wanted, most=CAP)]


def _filters(chosen: dict[str, Any], request: HttpRequest) -> Filters:
    days = chosen.get("published_on")
    return Filters(
        sections=_sections(chosen.get("section"), request),
        kind=chosen.get("kind") or "",
        person=_key(chosen.get("person")),
        agency=_key(chosen.get("source")),
        owner=_owner(request),
        since=_day(days and days.start),
        until=_day(days and days.stop),
    )


def _sections(section: Any, request: HttpRequest) -> frozenset[int]:
    """Return the sections to look in, so that others' stories do not use up what is counted."""
    if section is not None:
        return frozenset({section.pk})
    reach = reach_of(request.user)
    return frozenset() if reach.is_chief else reach.works_in


def _owner(request: HttpRequest) -> int | None:
    """Return the person where they see nothing but their own stories."""
    reach = reach_of(request.user)
    return None if reach.is_chief or reach.edits_in else request.user.pk


def _key(chosen: Any) -> int | None:
    return None if chosen is None else chosen.pk


def _day(moment: datetime.date | None) -> datetime.date | None:
    return moment.date() if isinstance(moment, datetime.datetime) else moment
