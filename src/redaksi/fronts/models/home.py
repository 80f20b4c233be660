"""The home page, root of the few pages that are no articles."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PagePermissionTester


class StayingPut(PagePermissionTester):
    """Rights over a page that the paper cannot be without: nobody takes it away."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Whether it may be deleted: never."""
        return False

    def can_unpublish(self) -> bool:
        """Whether it may be taken offline: never."""
        return False

    def can_move(self) -> bool:
        """Whether it may be moved: never."""
        return False


class HomePage(Page):
    """The newspaper's front page: the newest stories of every section."""

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    # Wagtail's own title panel fills in the slug, which this page does not show.
    content_panels = [FieldPanel("title")]
    promote_panels: list[Any] = []

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer ``/``."""
        from redaksi.fronts.views import home

        return home(request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the front as readers get it: nothing of it is a draft's but the title."""
        return self.serve(request)

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        """Return what somebody may do with it."""
        return StayingPut(user, self)
