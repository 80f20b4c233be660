"""Who may change pictures and documents that readers see: the editors of their stories."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from redaksi.articles.models import Article
from redaksi.articles.uses import live_stories_with
from redaksi.newsroom.roles import reach_of


def why_unchangeable(thing: Any, user: Any) -> str | None:
    """Say why the person may not change the thing as things stand, or nothing if they may.

    Whether it is theirs to change while no reader sees it, ``newsroom.media`` decides.
    """
    reach = reach_of(user)
    if reach.is_chief:
        return None
    keys = live_stories_with(thing)
    stories = (
        Article.objects.filter(pk__in=keys).select_related("section").only("headline", "section")
    )
    found = list(stories)
    if not found or any(reach.may_edit_in(story.section_id) for story in found):
        return None
    return _(
        "Readers see “%(thing)s” in the published story “%(story)s”: "
        "ask an editor of the section “%(section)s” to change it."
    ) % {"thing": thing, "story": found[0], "section": found[0].section}


class ChangedByEditors:
    """A form of a picture or document that refuses whoever may not change what readers see."""

    for_user: Any = None
    """Who fills the form in; None is a program."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.for_user = kwargs.get("user")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Refuse every change with the reason."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data  # type: ignore[misc,attr-defined]
        thing = self.instance  # type: ignore[attr-defined]
        if self.for_user is None or thing.pk is None or not self.has_changed():  # type: ignore[attr-defined]
            return cleaned
        reason = why_unchangeable(type(thing).objects.get(pk=thing.pk), self.for_user)
        if reason:
            self.add_error(None, reason)  # type: ignore[attr-defined]
        return cleaned
