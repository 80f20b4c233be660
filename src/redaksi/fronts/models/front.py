"""A front: how the home page or a section's page is laid out."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models, transaction
from django.db.models import F, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from redaksi.fronts.blocks import SlotsBlock
from redaksi.fronts.slots import Slot, read_slots
from redaksi.newsroom.models import Section

#: What the form of a new front begins with: what readers see already.
BEGINNING = [
    ("lead", {"pins": []}),
    ("seconds", {"number": 2, "pins": []}),
    ("river", {"heading": "", "pins": []}),
]


class Front(PreviewableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """The slots of the home page, or of a section's page, in order; versioned and scheduled.

    Without a section it is the home page's. A page without a front, or whose front is not live,
    shows a lead, two seconds and a river.
    """

    section = models.OneToOneField(
        Section,
        verbose_name=_("section"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="front",
        help_text=_("Empty = the home page."),
    )
    slots = StreamField(SlotsBlock(), verbose_name=_("slots"), blank=True)
    live = models.BooleanField(verbose_name=_("live"), default=False, editable=False)

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="front",
        for_concrete_model=False,
    )

    class Meta:
        verbose_name = _("front")
        verbose_name_plural = _("fronts")
        ordering = [F("section__order").asc(nulls_first=True), "section__name"]
        constraints = [
            models.UniqueConstraint(
                Coalesce("section", Value(0)),
                name="one_front_per_page",
                violation_error_message=_("The home page has a front already: change that one."),
            )
        ]

    def __str__(self) -> str:
        return self.section.name if self.section else gettext("Home page")

    @property
    def revisions(self) -> Any:
        """The front's saved versions; as a relation, so that deleting takes them along."""
        return self._revisions

    @property
    def url(self) -> str:
        """The path of the page that is laid out."""
        return self.section.url if self.section else "/"

    def get_absolute_url(self) -> str:
        """Return the path, as Django expects it of models."""
        return self.url

    def read_slots(self) -> tuple[Slot, ...]:
        """Return the slots as plain facts."""
        return read_slots(self.slots.raw_data)

    @property
    def shown_layout(self) -> str:
        """What readers could see a change of, in words for comparing."""
        return repr(self.read_slots()) if self.live else ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the promise of the page in the same transaction."""
        with transaction.atomic():
            super().save(*args, **kwargs)

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        """Return the template of the page that is laid out."""
        return "fronts/section.html" if self.section else "fronts/home.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        """Return what the page gets."""
        from redaksi.fronts.showing import front_context

        context = super().get_preview_context(request, mode_name)
        return {**context, **front_context(self.section, self.read_slots())}
