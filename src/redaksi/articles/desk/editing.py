"""The article editor, which answers a refusal with a sentence and keeps the draft."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views import snippets

from redaksi.articles.copying import copy_of
from redaksi.articles.desk.afterwards import tell_what_it_led_to
from redaksi.articles.desk.damage import PreviewsForms, ReadsForms
from redaksi.articles.desk.gone import tell_what_is_gone
from redaksi.articles.desk.side_panels import with_other_rooms
from redaksi.articles.desk.versions import DamagedVersion, OpensVersions, opening
from redaksi.articles.finding.indexing import index, indexed_later
from redaksi.articles.illustrations import pictures_in
from redaksi.articles.locking import check_unlocked
from redaksi.articles.models import Article
from redaksi.articles.permissions import EDITORS
from redaksi.articles.publishing import catch_up
from redaksi.articles.queries import live_articles
from redaksi.articles.refusals import sentences_of

#: Wagtail's names of the actions by which a story may go live.
PUBLISHING = frozenset({"publish", "workflow-action"})


class Politely:
    """A view whose actions may be refused; the refusal is shown and the draft stays saved."""

    def save_instance(self) -> Any:
        """Save; what is published at once is indexed then."""
        if self.action != "publish":  # type: ignore[has-type]
            return super().save_instance()  # type: ignore[misc]
        with indexed_later() as self._not_indexed:
            return super().save_instance()  # type: ignore[misc]

    def run_action_method(self) -> HttpResponse | None:
        """Publish, submit, approve ... or say why not."""
        publishes = self.action == "publish"  # type: ignore[has-type]
        try:
            with told(self.request):  # type: ignore[attr-defined]
                answer = super().run_action_method()  # type: ignore[misc]
                if self.action in PUBLISHING:  # type: ignore[has-type]
                    tell_what_it_led_to(self.request, self.live_row)  # type: ignore[attr-defined]
                return answer  # type: ignore[no-any-return]
            self.action = self.view_name
            return None
        finally:
            if publishes and self._not_indexed and not self._is_published_as_saved:
                index(self._not_indexed)

    @property
    def _is_published_as_saved(self) -> bool:
        """Whether readers see what was saved, which was indexed when it was published."""
        row = self.live_row
        return row is not None and row.live_revision_id == row.latest_revision_id

    def get_success_buttons(self) -> list[Any]:
        """Offer the reader's page of a story that is live."""
        buttons: list[Any] = super().get_success_buttons()  # type: ignore[misc]
        article = self.live_row
        return [messages.button(article.url, _("View live")), *buttons] if article else buttons

    @cached_property
    def live_row(self) -> Article | None:
        """What readers see after the action; None when they see nothing of the story."""
        return live_row(self.object.pk)  # type: ignore[attr-defined]


class BackToTheList:
    """A view that makes a story and then leads to the list, which shows every language."""

    def get_success_url(self) -> str:
        """Leave out Wagtail's language, which the list's filter would refuse.

        Whoever only saved a draft stays in the editor.
        """
        address: str = super().get_success_url()  # type: ignore[misc]
        listing = reverse(self.index_url_name)  # type: ignore[attr-defined]
        return listing if address.startswith(f"{listing}?") else address


class CreateView(BackToTheList, ReadsForms, Politely, snippets.CreateView):
    """Writes a new story."""

    def get_initial_form_instance(self) -> Article:
        """Open the first paragraph, so that one may begin to write at once."""
        instance = super().get_initial_form_instance() or Article()
        instance.body = [("paragraph", "")]
        return instance

    def get_side_panels(self) -> Any:
        """Add the panels of other rooms, which fill when the story is saved."""
        return with_other_rooms(super().get_side_panels(), self.form.instance, self.request)


class CopyView(OpensVersions, BackToTheList, ReadsForms, Politely, snippets.CopyView):
    """Starts a new story from the newest version of an old one, which stays as it is."""

    def get_object(self, queryset: Any = None) -> None:
        """Return nothing: Wagtail would save the form over the story that is copied."""

    def get_initial_form_instance(self) -> Article:
        """Fill the form of a new story in."""
        return copy_of(get_object_or_404(Article, pk=unquote(str(self.kwargs["pk"]))))


class EditView(OpensVersions, ReadsForms, Politely, snippets.EditView):
    """Changes a story."""

    def get_object(self, queryset: Any = None) -> Article:
        """Return the newest version; read once, although Wagtail asks for it twice."""
        if getattr(self, "object", None) is None:
            self.object = self._newest_version(queryset)
        article: Article = self.object
        return article

    def _newest_version(self, queryset: Any) -> Article:
        """Return it; its row if it is damaged and another version is to be opened instead."""
        try:
            with opening():
                version: Article = super().get_object(queryset)
                if self.request.method == "GET":
                    prefetch_related_objects(list(pictures_in(version)), "renditions")
                return version
        except DamagedVersion:
            if not hasattr(self, "revision_id"):
                raise
            return get_object_or_404(Article, pk=unquote(str(self.kwargs["pk"])))

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Open the editor and name what the version names in vain."""
        tell_what_is_gone(request, self.object)
        answer: HttpResponse = super().get(request, *args, **kwargs)
        return answer

    def user_has_permission(self, permission: str) -> bool:
        """Ask about this article where Wagtail asks about articles in general."""
        if not super().user_has_permission(permission):
            return False
        return permission not in EDITORS or self.user_has_permission_for_instance(
            permission, self.object
        )

    def get_available_actions(self) -> list[str]:
        """Leave out publishing where the person is not an editor of the section."""
        actions: list[str] = super().get_available_actions()
        if "publish" in actions and not self.user_has_permission("publish"):
            actions.remove("publish")
        return actions

    def save_instance(self) -> Any:
        """Save, and leave alone what was published or taken offline while the form was open."""
        catch_up(self.form.instance)
        return super().save_instance()

    def workflow_action_action(self) -> None:
        """Approve or return the story, unless that was done while the form was under way."""
        if self.object.current_workflow_task is None:
            raise ValidationError(
                _("The story is no longer under review: it was approved or returned already.")
            )
        super().workflow_action_action()

    def get_success_message(self, instance: Any = None) -> str:
        """Say what a review led to, where Wagtail says that the story was updated."""
        said = {
            "approve": _("“%s” was approved."),
            "reject": _("“%s” was returned to its writer."),
        }
        if self.request.POST.get("action-workflow-action") and self.workflow_action in said:
            return said[self.workflow_action] % (instance or self.object)
        message: str = super().get_success_message(instance)
        return message

    @property
    def header_buttons(self) -> list[Any]:
        """Add the ways to the reader's page and to the notes."""
        article = self.live_object
        notes = HeaderButton(
            _("Notes"), url=reverse("article_notes", args=[article.pk]), icon_name="comment"
        )
        if not article.live:
            return [*super().header_buttons, notes]
        page = HeaderButton(_("View live"), url=article.url, icon_name="view", priority=1)
        return [*super().header_buttons, page, notes]

    @property
    def header_more_buttons(self) -> list[Any]:
        """Add the embargo, the record and, for who may do it, the withdrawal."""
        article = self.live_object
        embargo = Button(
            _("Embargo"), url=reverse("article_embargo", args=[article.pk]), icon_name="time"
        )
        record = Button(
            _("Record of publishing"),
            url=reverse("article_record", args=[article.pk]),
            icon_name="history",
        )
        withdraw = Button(
            _("Withdraw for good"),
            url=reverse("article_withdraw", args=[article.pk]),
            icon_name="warning",
            priority=90,
        )
        if not article.published_at or article.withdrawn_at or not self._may("withdraw"):
            return [*super().header_more_buttons, embargo, record]
        return [*super().header_more_buttons, embargo, record, withdraw]

    def get_side_panels(self) -> Any:
        """Add the panels of other rooms; an autosave leaves them as they are."""
        panels = super().get_side_panels()
        if self.expects_json_response:
            return panels
        return with_other_rooms(panels, self.object, self.request)

    def _may(self, action: str) -> bool:
        allowed: bool = self.permission_policy.user_has_permission(self.request.user, action)
        return allowed


class PreviewOnCreateView(PreviewsForms, snippets.PreviewOnCreateView):
    """Shows a story that is not saved yet as readers would see it."""


class PreviewOnEditView(PreviewsForms, snippets.PreviewOnEditView):
    """Shows the form's state of a story as readers would see it."""


class CompareView(OpensVersions, snippets.RevisionsCompareView):
    """Compares two versions, even if they name what was deleted since."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name what the versions name in vain."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        tell_what_is_gone(self.request, context["revision_a"], context["revision_b"])
        return context


class RevisionView(OpensVersions, snippets.PreviewRevisionView):
    """Shows a version as readers would see it."""

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Try it out first: Wagtail's request within the request would hide what goes wrong."""
        version = self.revision_object
        version.serve_preview(request, request.GET.get("mode", version.default_preview_mode))
        answer: HttpResponse = super().get(request, *args, **kwargs)
        return answer


class UnpublishView(snippets.UnpublishView):
    """Takes a story offline."""

    page_title = gettext_lazy("Take offline")


class DeleteView(snippets.DeleteView):
    """Deletes a story that no colleague has locked."""

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Delete it, or go back to the editor with the reason."""
        with told(request):
            check_unlocked(self.object, by=request.user)
            response: HttpResponse = super().post(request, *args, **kwargs)
            return response
        return redirect(reverse(self.edit_url_name, args=[self.object.pk]))


class WorkflowActionView(snippets.WorkflowActionView):
    """Approves or returns a story from the dialog; a refused approval changes nothing."""

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, or go back to the editor with the reason."""
        with told(request):
            response: HttpResponse = super().post(request, *args, **kwargs)
            tell_what_it_led_to(request, live_row(self.object.pk))
            return response
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            step = {"step": "success", "redirect": self.redirect_url}
            answer: HttpResponse = self.render_modal_json(request, step)
            return answer
        return redirect(self.redirect_url)


def live_row(pk: int) -> Article | None:
    """Return a story as readers see it; None when they see nothing of it."""
    rows: Any = live_articles().select_related("section", "lead_picture")
    article: Article | None = rows.filter(pk=pk).first()
    return article


@contextmanager
def told(request: Any) -> Iterator[None]:
    """Turn a refusal into messages instead of an error page."""
    try:
        yield
    except (ValidationError, PermissionDenied) as refusal:
        for sentence in sentences_of(refusal):
            messages.error(request, sentence)
