"""Makes a draft of a pasted page, from what the reader proposed and the desk decided."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.actions.create import CreateAction
from wagtail.models import Locale

from redaksi.articles.models import Agency, Article
from redaksi.newsroom.models import Section
from redaksi.newsroom.roles import reach_of


@dataclass(frozen=True)
class PastedStory:
    """A story as it stands after the review of a paste."""

    section: Section
    language: str
    headline: str
    paragraphs: tuple[str, ...]
    dateline: str = ""
    guest_byline: str = ""
    initials_line: str = ""
    story_date: datetime.date | None = None
    source: Agency | None = None
    credit_line: str = ""


@transaction.atomic
def draft_pasted(story: PastedStory, *, by: Any) -> Article:
    """Save the story as a draft of the person and return it.

    Raises:
        PermissionDenied: if the person does not write for the section.
    """
    if not reach_of(by).may_write_in(story.section.pk):
        raise PermissionDenied(_("You do not write for the section “%s”.") % story.section)
    article = Article(
        section=story.section,
        locale=Locale.objects.get(language_code=story.language),
        owner=by,
        headline=story.headline,
        dateline=story.dateline,
        guest_byline=story.guest_byline,
        initials_line=story.initials_line,
        story_date=story.story_date,
        source=story.source,
        credit_line=story.credit_line,
        body=[("paragraph", paragraphs_as_html(story.paragraphs))],
    )
    CreateAction(article, user=by, clean=False).execute(skip_permission_checks=True)
    return article


def paragraphs_as_html(paragraphs: tuple[str, ...]) -> str:
    """Return plain paragraphs as rich text, every character as it was."""
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)


def section_called(name: str | None) -> Section | None:
    """Return the paper's section of that name or slug, whatever the case."""
    if not name:
        return None
    by_name = Section.objects.filter(name__iexact=name).first()
    return by_name or Section.objects.filter(slug__iexact=name.replace(" ", "-")).first()


def agency_credited(credit_line: str | None) -> Agency | None:
    """Return the agency whose name, code or credit text the credit line is."""
    if not credit_line:
        return None
    for field in ("credit_text", "name", "code"):
        agency = Agency.objects.filter(**{f"{field}__iexact": credit_line}).first()
        if agency:
            return agency
    return None
