"""What can be done to several articles at once; each is asked about on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from redaksi.articles.desk.paging import CAP
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

    def get_execution_context(self) -> dict[str, Any]:
        """Hand on who acts, and the request for the sentences about what was refused."""
        context: dict[str, Any] = super().get_execution_context()
        return {**context, "request": self.request, "user": self.request.user}

    def get_all_objects_in_listing_query(self, parent_id: str | None) -> Any:
        """Take "all" to mean the rows that the list leafs through."""
        mine = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, {self.action_on_article}
        )
        return mine.order_by("-latest_revision_id").values_list("pk", flat=True)[:CAP]

    @classmethod
    def execute_action(cls, objects: Iterable[Article], **kwargs: Any) -> tuple[int, int]:
        """Act on each article in turn; return how many it worked for."""
        request, act = kwargs["request"], cls.act_of(**kwargs)
        done = 0
        for article in objects:
            try:
                check_unlocked(article, by=kwargs["user"])
                act(article)
                done += 1
            except (ValidationError, PermissionDenied) as refusal:
                for sentence in sentences_of(refusal):
                    messages.error(request, f"{article}: {sentence}")
        return done, 0

    @classmethod
    def act_of(cls, **kwargs: Any) -> Callable[[Article], None]:
        """Return what is done to one article."""
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

    @classmethod
    def act_of(cls, *, user: Any = None, **kwargs: Any) -> Callable[[Article], None]:
        """Return the publishing of one article."""
        return lambda article: publish(article, by=user)


class UnpublishBulkAction(ArticleBulkAction):
    """Takes each offline quietly."""

    display_name = gettext_lazy("Take offline")
    aria_label = gettext_lazy("Take the chosen stories offline")
    action_type = "unpublish"
    action_priority = 20

    @classmethod
    def act_of(cls, *, user: Any = None, **kwargs: Any) -> Callable[[Article], None]:
        """Return the taking offline of one article."""
        return lambda article: unpublish(article, by=user)


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

    def get_execution_context(self) -> dict[str, Any]:
        """Hand the chosen section on."""
        section = self.cleaned_form.cleaned_data["section"]
        return {**super().get_execution_context(), "section": section}

    @classmethod
    def act_of(
        cls, *, user: Any = None, section: Section | None = None, **kwargs: Any
    ) -> Callable[[Article], None]:
        """Return the moving of one article."""
        if section is None:
            raise ValidationError(_("Choose the section to move to."))
        return lambda article: move(article, to=section, by=user)
