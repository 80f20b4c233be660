"""Pages of fixed text: guidelines, masthead, contact."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from redaksi.design.cleaning import CleanRichTextField
from redaksi.design.shown import shows
from redaksi.newsroom.models import Person


class StaticPage(Page):
    """A page of fixed text under the home page."""

    text = CleanRichTextField(
        _("text"), features=["h2", "h3", "bold", "italic", "link", "ol", "ul"]
    )

    template = "website/static_page.html"
    content_panels = [*Page.content_panels, FieldPanel("text")]
    parent_page_types = ["fronts.HomePage"]
    subpage_types: list[str] = []

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page, noting that it does."""
        shows("page", self.pk)
        answer: HttpResponse = super().serve(request, *args, **kwargs)
        return answer

    class Meta:
        verbose_name = _("static page")
        verbose_name_plural = _("static pages")


class MastheadPage(Page):
    """Who answers for the paper: its staff by role (Press Law 40/1999, article 12)."""

    text = CleanRichTextField(
        _("text"),
        blank=True,
        features=["h2", "h3", "bold", "italic", "link", "ol", "ul"],
        help_text=_("The publisher and whoever answers by law, above the people."),
    )
    roles = models.TextField(
        _("order of roles"),
        blank=True,
        help_text=_(
            "One role, or the beginning of one, in each line; roles that are not named here "
            "follow behind."
        ),
    )

    template = "website/masthead.html"
    content_panels = [*Page.content_panels, FieldPanel("text"), FieldPanel("roles")]
    parent_page_types = ["fronts.HomePage"]
    subpage_types: list[str] = []
    max_count = 1

    class Meta:
        verbose_name = _("masthead")
        verbose_name_plural = _("mastheads")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page, noting that it does."""
        shows("page", self.pk)
        answer: HttpResponse = super().serve(request, *args, **kwargs)
        return answer

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the staff by role."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "staff": self.staff_by_role()}

    def staff_by_role(self) -> dict[str, list[Person]]:
        """Return the staff with a role, in the order of ``roles``, then of the alphabet."""
        people = list(Person.objects.exclude(job_title="").order_by("name"))
        for person in people:
            # Also of guests, who may join.
            shows("masthead", person.pk)
        order = [line.strip().casefold() for line in self.roles.splitlines() if line.strip()]
        staff = [person for person in people if person.kind == Person.Kind.STAFF]
        by_role: dict[str, list[Person]] = {}
        for person in sorted(staff, key=lambda one: _place(order, one.job_title)):
            by_role.setdefault(person.job_title, []).append(person)
        return by_role


def _place(order: list[str], role: str) -> tuple[int, str]:
    """Return where a role stands; "Redaktur Nasional" stands with "Redaktur"."""
    folded = role.casefold()
    fitting = [named for named in order if folded.startswith(named)]
    return (order.index(max(fitting, key=len)) if fitting else len(order)), folded
