"""What can be done to several articles at once; each is asked about on its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy, ngettext
from wagtail.actions import action_registry
from wagtail.admin import messages
from wagtail.snippets.bulk_actions import delete as snippets
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from redaksi.articles.desk.paging import CAP
from redaksi.articles.desk.versions import newest_version_of
from redaksi.articles.locking import check_unlocked
from redaksi.articles.models import Article
from redaksi.articles.moving import move
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.refusals import sentences_of
from redaksi.newsroom.models import Section
from redaksi.newsroom.roles import sections_open_to


class ArticleBulkAction(SnippetBulkAction):
    """Does one thing to each chosen article; those refused are named and the rest go through."""

    models = [Article]
    template_name = "articles/desk/confirm_bulk.html"
    action_on_article = "publish"

    def check_perm(self, article: Article) -> bool:
        """Ask whether the person may do this to this article."""
        policy = self.permission_policy
        allowed: bool = policy.user_has_permission_for_instance(
            self.request.user, self.action_on_article, article
        )
        return allowed

    def get_all_objects_in_listing_query(self, parent_id: str | None) -> Any:
        """Take "all" to mean the rows that the list leafs through."""
        mine = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, {self.action_on_article}
        )
        return mine.order_by("-latest_revision_id").values_list("pk", flat=True)[:CAP]

    @classmethod
    def execute_action(cls, objects: Iterable[Article], **kwargs: Any) -> tuple[int, int]:
        """Act on each article in turn; return how many it worked for."""
        action: ArticleBulkAction = kwargs["self"]
        return sum(action.try_on(article) for article in objects), 0

    def try_on(self, article: Article) -> bool:
        """Act on one article, or say why not; return whether it worked."""
        try:
            self.act_on(article)
        except (ValidationError, PermissionDenied) as refusal:
            for sentence in sentences_of(refusal):
                messages.error(self.request, f"{article}: {sentence}")
            return False
        return True

    def act_on(self, article: Article) -> None:
        """Do it to one article.

        Raises:
            ValidationError, PermissionDenied: with the reason, if it is refused.
        """
        raise NotImplementedError

    def get_success_message(self, done: int, children: int) -> str | None:
        """Say for how many it worked; nothing if it worked for none."""
        if not done:
            return None
        return ngettext("%(count)d story done.", "%(count)d stories done.", done) % {"count": done}


class PublishBulkAction(ArticleBulkAction):
    """Publishes the newest version of each."""

    display_name = gettext_lazy("Publish")
    aria_label = gettext_lazy("Publish the chosen stories")
    action_type = "publish"
    action_priority = 10

    def act_on(self, article: Article) -> None:
        """Publish one article that no colleague has locked and whose newest version is whole."""
        check_unlocked(article, by=self.request.user)
        newest_version_of(article)
        publish(article, by=self.request.user)


class UnpublishBulkAction(ArticleBulkAction):
    """Takes each offline quietly."""

    display_name = gettext_lazy("Take offline")
    aria_label = gettext_lazy("Take the chosen stories offline")
    action_type = "unpublish"
    action_priority = 20

    def act_on(self, article: Article) -> None:
        """Take offline one article that no colleague has locked."""
        check_unlocked(article, by=self.request.user)
        unpublish(article, by=self.request.user)


class MoveForm(forms.Form):
    """The section to move to."""

    section = forms.ModelChoiceField(
        label=gettext_lazy("Move to the section"), queryset=Section.objects.none()
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections_open_to(user)  # type: ignore[attr-defined]


class MoveBulkAction(ArticleBulkAction):
    """Moves each to another section; old addresses redirect."""

    display_name = gettext_lazy("Move")
    aria_label = gettext_lazy("Move the chosen stories to another section")
    action_type = "move"
    action_priority = 25
    form_class = MoveForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Offer the sections open to the person."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def act_on(self, article: Article) -> None:
        """Move one article; the service asks for the lock."""
        assert self.cleaned_form is not None
        section = self.cleaned_form.cleaned_data["section"]
        move(article, to=section, by=self.request.user)


class DeleteBulkAction(ArticleBulkAction, snippets.DeleteBulkAction):
    """Deletes each for good, but for those that a colleague has locked."""

    template_name = "wagtailsnippets/bulk_actions/confirm_bulk_delete.html"
    action_on_article = "delete"

    def act_on(self, article: Article) -> None:
        """Delete one article that no colleague has locked, and log it."""
        check_unlocked(article, by=self.request.user)
        action = action_registry.get_action_class(Article, "delete")
        action(article, user=self.request.user).execute(skip_permission_checks=True)
