"""Hangs articles into Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.actions import ActionRegistry
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.permissions import policy_registry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from redaksi.articles.desk import bulk, home
from redaksi.articles.desk.about import EmbargoView, NotesView, SettleNote, WithdrawView
from redaksi.articles.desk.deleting import refuse_what_stories_need
from redaksi.articles.desk.deleting_media import refuse_used_media, screens_before_wagtails
from redaksi.articles.desk.pasting import PasteView, ReviewView
from redaksi.articles.desk.record import RecordView
from redaksi.articles.desk.viewset import ArticleViewSet
from redaksi.articles.desk.weight import WeightPanel, WeightView
from redaksi.articles.documents import only_what_stories_offer
from redaksi.articles.models import Agency, Article
from redaksi.articles.publishing import ArticlePublish, ArticleUnpublish
from redaksi.articles.saving import ArticleCreate, ArticleEdit
from redaksi.newsroom.roles import reach_of

register_snippet(ArticleViewSet)


class OnlyWithADesk:
    """An entry for people who work with stories."""

    def is_shown(self, request: Any) -> bool:
        """Hide it from technicians."""
        return reach_of(request.user).has_a_desk


class DeskMenuItem(OnlyWithADesk, MenuItem):
    """A menu entry for people who work with stories."""


class DeskSearchArea(OnlyWithADesk, SearchArea):
    """A search for people who work with stories."""


@register_snippet
class AgencyViewSet(SnippetViewSet):
    """The kept list of agencies."""

    model = Agency
    icon = "globe"
    menu_label = _("Agencies")
    add_to_settings_menu = True
    url_prefix = "agencies"
    list_display = ["name", "credit_text"]
    search_fields = ["name", "credit_text"]


for action in (bulk.PublishBulkAction, bulk.UnpublishBulkAction, bulk.MoveBulkAction):
    hooks.register("register_bulk_action", action)
# After Wagtail's own, which deletes what a colleague has locked.
hooks.register("register_bulk_action", bulk.DeleteBulkAction, order=1)


hooks.register("before_delete_snippet", refuse_what_stories_need)
hooks.register("before_bulk_action", refuse_used_media)
hooks.register("register_admin_urls", screens_before_wagtails, order=-1)
hooks.register("before_serve_document", only_what_stories_offer)


@hooks.register("register_admin_urls")
def screens_of_ours() -> list[URLPattern]:
    """Give paste, notes, embargo and withdrawal their addresses."""
    about = "articles/<int:pk>"
    return [
        path("articles/paste/", PasteView.as_view(), name="article_paste"),
        path("articles/paste/review/", ReviewView.as_view(), name="article_review_paste"),
        path(f"{about}/notes/", NotesView.as_view(), name="article_notes"),
        path(f"{about}/notes/<int:note>/", SettleNote.as_view(), name="article_settle_note"),
        path(f"{about}/embargo/", EmbargoView.as_view(), name="article_embargo"),
        path(f"{about}/record/", RecordView.as_view(), name="article_record"),
        path(f"{about}/weight/", WeightView.as_view(), name="article_weight"),
        path(f"{about}/withdraw/", WithdrawView.as_view(), name="article_withdraw"),
    ]


@hooks.register("construct_article_side_panels")
def weight_beside_the_text(request: Any, article: Article, panels: list[Any]) -> None:
    """Put the weight of the page beside the text."""
    panels.append(WeightPanel(article, request))


@hooks.register("register_admin_menu_item")
def paste_in_the_menu() -> MenuItem:
    """Put the paste beside the articles."""
    return DeskMenuItem(
        _("Paste a page"), reverse_lazy("article_paste"), icon_name="clipboard-list", order=111
    )


@hooks.register("register_admin_search_area")
def search_articles_first() -> SearchArea:
    """Let the search in the menu look for articles."""
    listing = reverse("wagtailsnippets_articles_article:list")  # a lazy one is no prefix of a path
    return DeskSearchArea(_("Articles"), listing, icon_name="doc-full-inverse", order=1)


@hooks.register("construct_homepage_panels")
def make_the_home_a_desk(request: Any, panels: list[Any]) -> None:
    """Show what waits for this person instead of counts of pages and pictures."""
    panels[:] = home.panels_for(request)


@hooks.register("construct_homepage_summary_items", order=1000)
def no_summary(request: Any, items: list[Any]) -> None:
    """Count nothing on the home: counts grow with the archive and help nobody."""
    items.clear()


@hooks.register("register_actions")
def save_and_publish_in_one_way(registry: ActionRegistry) -> None:
    """Make all of Wagtail save and publish articles in our ways."""
    registry.register(Article, ArticleCreate)
    registry.register(Article, ArticleEdit)
    registry.register(Article, ArticlePublish)
    registry.register(Article, ArticleUnpublish)


@hooks.register("construct_snippet_action_menu")
def hide_what_is_refused(items: list[Any], request: Any, context: dict[str, Any]) -> None:
    """Show the buttons for publishing only to the editors of the story's section."""
    article = context.get("instance")
    if not isinstance(article, Article):
        return
    policy = policy_registry.get_by_type(Article)
    if not policy.user_has_permission_for_instance(request.user, "publish", article):
        hidden = {"action-publish", "action-unpublish"}
        items[:] = [item for item in items if item.name not in hidden]


@hooks.register("register_log_actions")
def name_our_acts(actions: Any) -> None:
    """Give the acts of this room names in the history."""
    actions.register_action("redaksi.embargo", _("Embargo"), _("Embargo set or lifted"))
    actions.register_action("redaksi.move", _("Move"), _("Moved to another section"))
    actions.register_action("redaksi.withdraw", _("Withdraw"), _("Withdrawn for good"))
