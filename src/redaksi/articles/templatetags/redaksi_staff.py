"""Shows the people of the newsroom the way from a reader's page to its editor."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile

from redaksi.articles.models import Article

register = template.Library()


@register.inclusion_tag("articles/desk/staff.html", takes_context=True)
def staff(context: template.Context) -> dict[str, Any]:
    """Show the link to the editor to whoever may edit; in a preview, start Wagtail's checks.

    Readers, who have no session, cost nothing here and get nothing.
    """
    request, article = context.get("request"), context["article"]
    if getattr(request, "in_preview_panel", False):
        return {"request": request, "in_preview": True}
    if getattr(request, "is_preview", False) or not _may_edit(request, article):
        return {}
    assert request is not None
    language = UserProfile.get_for_user(request.user).get_preferred_language()
    edit_url = reverse("wagtailsnippets_articles_article:edit", args=[article.pk])
    return {"edit_url": edit_url, "language": language}


def _may_edit(request: HttpRequest | None, article: Article) -> bool:
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    policy = policy_registry.get_by_type(Article)
    allowed: bool = policy.user_has_permission_for_instance(request.user, "change", article)
    return allowed
