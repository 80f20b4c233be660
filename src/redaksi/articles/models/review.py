"""The one step of the workflow: the section's desk reads the story and passes or returns it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from redaksi.newsroom.roles import reach_of


class DeskReview(Task):
    """Waits for an editor of the desk that answers for the story's section (or a chief)."""

    class Meta:
        verbose_name = _("desk review")
        verbose_name_plural = _("desk reviews")

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        """Let the editors of the section open the story."""
        return reach_of(user).may_edit_in(obj.section_id)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Keep everybody but the editors of the section from changing what is being read."""
        return not reach_of(user).may_edit_in(obj.section_id)

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        """Let the editors of the section lock the story while they read."""
        return reach_of(user).may_edit_in(obj.section_id)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """Offer returning with a note and approving, to the editors of the section."""
        if not reach_of(user).may_edit_in(obj.section_id):
            return []
        return [
            ("reject", _("Return with a note"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with a note"), True),
        ]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[Any]:
        """Return the stories that wait for this user."""
        waiting: QuerySet[Any] = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        reach = reach_of(user)
        if reach.is_chief:
            return waiting
        article_of = dict(waiting.values_list("pk", "workflow_state__object_id"))
        mine = self._articles_in(reach.edits_in, article_of.values())
        return waiting.filter(pk__in=[pk for pk, article in article_of.items() if article in mine])

    @staticmethod
    def _articles_in(sections: Iterable[int], object_ids: Iterable[str]) -> set[str]:
        from redaksi.articles.models import Article

        articles = Article.objects.filter(pk__in=object_ids, section_id__in=sections)
        return {str(pk) for pk in articles.values_list("pk", flat=True)}

    @classmethod
    def get_description(cls) -> str:
        """Say in the workflow settings what the step does."""
        return str(_("Editors of the section's desk approve the story or return it with a note"))
