"""Puts the newsroom's screens for articles together."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import SnippetViewSet

from redaksi.articles.desk import editing, listing
from redaksi.articles.desk.choosing import ArticleChooserViewSet
from redaksi.articles.desk.guarding import guard_screens
from redaksi.articles.desk.panels import edit_handler
from redaksi.articles.models import Article


@guard_screens
class ArticleViewSet(SnippetViewSet):
    """List, editor and everything around it, under "Articles" in the newsroom's menu."""

    model = Article
    icon = "doc-full-inverse"
    menu_label = _("Articles")
    menu_name = "articles"
    menu_order = 110
    add_to_admin_menu = True
    copy_view_enabled = True
    inspect_view_enabled = False
    edit_handler = edit_handler
    url_prefix = "articles"
    index_view_class = listing.IndexView
    add_view_class = editing.CreateView
    copy_view_class = editing.CopyView
    edit_view_class = editing.EditView
    delete_view_class = editing.DeleteView
    preview_on_add_view_class = editing.PreviewOnCreateView
    preview_on_edit_view_class = editing.PreviewOnEditView
    revisions_view_class = editing.RevisionView
    revisions_compare_view_class = editing.CompareView
    unpublish_view_class = editing.UnpublishView
    workflow_action_view_class = editing.WorkflowActionView
    chooser_viewset_class = ArticleChooserViewSet
    chooser_per_page = 15

    def get_queryset(self, request: Any) -> QuerySet[Any]:
        """Return the articles that this person works on."""
        policy = policy_registry.get_by_type(Article)
        return policy.instances_user_has_any_permission_for(  # type: ignore[no-any-return]
            request.user, {"view", "change"}
        )
