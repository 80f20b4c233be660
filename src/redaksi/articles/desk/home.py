"""The newsroom's home: what waits for me, what goes out next, what is not verified yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import BigIntegerField, Exists, F, OuterRef
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Revision, TaskState, WorkflowState

from redaksi.articles.models import Article, EditorialNote
from redaksi.articles.permissions import ArticlePolicy
from redaksi.newsroom.roles import reach_of

LENGTH = 10


@dataclass(frozen=True)
class Line:
    """One story on a list of the home, with what there is to say of it."""

    article: Article
    remark: Any = ""
    moment: Any = None


class DeskPanel(Component):
    """A short list of stories under a heading; what is empty says so."""

    template_name = "articles/desk/home_panel.html"

    def __init__(self, heading: Any, empty: Any, lines: list[Line], order: int) -> None:
        self.heading, self.empty, self.lines, self.order = heading, empty, lines, order

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Give the template the list."""
        return {"panel": self}


def panels_for(request: Any) -> list[DeskPanel]:
    """Return the lists for this person; a technician, who has no desk, gets none."""
    user = request.user
    if not reach_of(user).has_a_desk:
        return []
    return [
        DeskPanel(_("Waits for you"), _("Nothing waits for you."), _to_review(user), 10),
        DeskPanel(_("Returned to you"), _("Nothing was returned to you."), _returned(user), 20),
        DeskPanel(_("Notes for you"), _("No open note mentions you."), _notes(user), 30),
        DeskPanel(_("Goes out next"), _("Nothing is scheduled."), _scheduled(user), 40),
        DeskPanel(
            _("Awaiting verification"), _("Every live story is verified."), _unverified(user), 50
        ),
        DeskPanel(_("Your drafts"), _("You have no drafts."), _drafts(user), 60),
    ]


def _to_review(user: Any) -> list[Line]:
    states = (
        TaskState.objects.reviewable_by(user)
        .select_related("workflow_state__requested_by")
        .prefetch_related(_stories("workflow_state__content_object"))
    )
    return [
        Line(state.workflow_state.content_object, state.workflow_state.requested_by,
             state.started_at)
        for state in states.order_by("started_at")[:LENGTH]
        if isinstance(state.workflow_state.content_object, Article)
    ]  # fmt: skip


def _returned(user: Any) -> list[Line]:
    states = WorkflowState.objects.filter(
        requested_by=user, status=WorkflowState.STATUS_NEEDS_CHANGES
    )
    states = states.select_related("current_task_state").prefetch_related(
        _stories("content_object")
    )
    return [
        Line(state.content_object, state.current_task_state.comment,
             state.current_task_state.finished_at)
        for state in states.order_by("-created_at")[:LENGTH]
        if isinstance(state.content_object, Article)
    ]  # fmt: skip


def _notes(user: Any) -> list[Line]:
    notes = EditorialNote.objects.filter(mentioned=user, resolved_at=None)
    # A story that has moved to another desk since takes its notes along.
    notes = ArticlePolicy(Article).among(
        notes, user, {"view"}, section="article__section_id", owner="article__owner_id"
    )
    notes = notes.select_related("article__section", "author").order_by("-created_at")
    return [Line(note.article, note.text, note.created_at) for note in notes[:LENGTH]]


def _scheduled(user: Any) -> list[Line]:
    its_story = _mine(user).filter(pk=Cast(OuterRef("object_id"), BigIntegerField()))
    # Nearly every revision is an article's: that must not lead the database to the few due ones.
    due = Revision.objects.alias(kind=F("base_content_type_id") + 0).filter(
        Exists(its_story),
        approved_go_live_at__isnull=False,
        kind=ContentType.objects.get_for_model(Article).pk,
    )
    due = due.defer("content").prefetch_related(_stories("content_object"))
    return [
        Line(revision.content_object, moment=revision.approved_go_live_at)
        for revision in due.order_by("approved_go_live_at")[:LENGTH]
    ]


def _unverified(user: Any) -> list[Line]:
    waiting = _mine(user).filter(live=True, awaiting_verification=True).order_by("published_at")
    return [Line(article, moment=article.first_published_at) for article in waiting[:LENGTH]]


def _drafts(user: Any) -> list[Line]:
    drafts = Article.objects.filter(owner=user, live=False, withdrawn_at=None)
    drafts = drafts.select_related("section", "latest_revision")
    drafts = drafts.defer("body", "latest_revision__content")
    return [
        Line(article, moment=article.latest_revision and article.latest_revision.created_at)
        for article in drafts.order_by("-latest_revision_id")[:LENGTH]
    ]


def _stories(lookup: str) -> GenericPrefetch[Any]:
    """Fetch the articles behind a generic relation all at once, as the lists show them."""
    return GenericPrefetch(lookup, [Article.objects.select_related("section").defer("body")])


def _mine(user: Any) -> Any:
    # What is asked of these is rarer than section and writer, so the database must not use those.
    articles = Article.objects.alias(place=F("section_id") + 0, writer=F("owner_id") + 0)
    policy = ArticlePolicy(Article)
    mine = policy.among(articles, user, {"view"}, section="place", owner="writer")
    return mine.select_related("section").defer("body")
