"""The article: one piece at one address, in one flat table."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)

from redaksi.articles.addresses import SLUG_LENGTH, tidy_slug
from redaksi.articles.barring import check_bars
from redaksi.articles.blocks import BodyBlock
from redaksi.articles.kinds import Kind, WithdrawalGround
from redaksi.articles.models.addresses import FormerAddress
from redaksi.articles.models.at_hand import unchanged_parts_left_alone
from redaksi.articles.models.indexes import INDEXES
from redaksi.articles.models.parts import ArticleTag, ArticleTags
from redaksi.articles.models.versions import MadeOfVersions
from redaksi.articles.seen import NOTHING, Seen
from redaksi.articles.showing import ShownToReaders
from redaksi.newsroom.models import Section, slug_of_an_address

if TYPE_CHECKING:
    from redaksi.articles.surroundings import Surroundings

#: Fields whose saving may publish, take back, or change the address.
WATCHED = frozenset({"live", "slug", "section", "published_on", "withdrawn_at"})


class Article(
    ShownToReaders,
    MadeOfVersions,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    ClusterableModel,
):
    """One piece at one address, from first draft to withdrawal (schema.org NewsArticle).

    What the desk edits travels in revisions. ``ROW_ONLY`` fields belong to the article as a
    whole: no form and no old revision changes them, only the services of this room do.
    """

    #: What stands around it on its page, where that was fetched together with others'.
    surroundings: Surroundings | None = None
    #: Its row, where that was read and locked in the transaction in which it is saved next.
    row_in_lock: Article | None = None
    #: What a translation does not take over from the story (Wagtail's name); an embargo it does.
    exclude_fields_in_copy: ClassVar[list[str]] = [
        "live",
        "published_at",
        "published_on",
        "first_published_at",
        "last_published_at",
        "live_revision",
        "latest_revision",
        "has_unpublished_changes",
        "go_live_at",
        "expire_at",
        "expired",
        "locked",
        "locked_at",
        "locked_by",
        "withdrawn_at",
        "withdrawal_ground",
        "withdrawal_note",
    ]

    section = models.ForeignKey(
        Section,
        verbose_name=_("section"),
        on_delete=models.PROTECT,
        related_name="articles",
        db_index=False,
    )
    # Wagtail would count these references, by the ten thousand, wherever the other end is opened;
    # ``desk.deleting`` keeps what stories need.
    section.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    top_section = models.ForeignKey(
        Section, on_delete=models.PROTECT, related_name="+", editable=False
    )
    top_section.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.NEWS)
    kicker = models.CharField(
        _("kicker"), max_length=80, blank=True, help_text=_("A word or two above the headline.")
    )
    headline = models.CharField(_("headline"), max_length=255)
    front_headline = models.CharField(
        _("front headline"),
        max_length=160,
        blank=True,
        help_text=_("A shorter headline for fronts and lists; empty = the headline."),
    )
    slug = models.CharField(
        _("slug"),
        max_length=SLUG_LENGTH,
        blank=True,
        validators=[slug_of_an_address],
        help_text=_("The last part of the address; empty = made from the headline."),
    )
    standfirst = models.TextField(
        _("standfirst"), max_length=600, blank=True, help_text=_("The summary under the headline.")
    )
    dateline = models.CharField(
        _("dateline"),
        max_length=80,
        blank=True,
        help_text=_("The place the report was filed from, for example “Jakarta”."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    lead_picture = models.ForeignKey(
        "pictures.Picture",
        verbose_name=_("lead picture"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    guest_byline = models.CharField(
        _("guest byline"),
        max_length=200,
        blank=True,
        help_text=_("Names that have no page in this paper, separated by commas."),
    )
    initials_line = models.CharField(
        _("initials line"),
        max_length=40,
        blank=True,
        help_text=_("Initials at the end of the story, for example “abc/xyz”."),
    )
    source = models.ForeignKey(
        "articles.Agency",
        verbose_name=_("agency"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    source.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    credit_line = models.CharField(
        _("credit line"),
        max_length=200,
        blank=True,
        help_text=_("Empty = the usual credit line of the agency."),
    )
    tags = ArticleTags(through=ArticleTag, blank=True, verbose_name=_("tags"))
    subjects = ParentalManyToManyField(
        "articles.Subject", verbose_name=_("subjects"), blank=True, related_name="+"
    )
    slugline = models.CharField(
        _("slugline"), max_length=80, blank=True, help_text=_("The desk's working label.")
    )
    urgency = models.PositiveSmallIntegerField(
        _("urgency"),
        choices=[(step, str(step)) for step in range(1, 10)],
        default=5,
        help_text=_("1 is the most urgent, 9 the least."),
    )
    ed_note = models.TextField(
        _("note to editors"), blank=True, help_text=_("Never shown to readers.")
    )
    story_date = models.DateField(
        _("story date"),
        null=True,
        blank=True,
        help_text=_(
            "Only for a story that first appeared on an earlier day; "
            "empty = the day on which it is published here."
        ),
    )
    awaiting_verification = models.BooleanField(
        _("awaiting verification"),
        default=False,
        help_text=_("Readers are told that the story still needs verification."),
    )

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("writer"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="articles",
        db_index=False,
    )
    owner.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_on = models.DateField(null=True, blank=True, editable=False)
    embargoed_until = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawal_ground = models.CharField(
        max_length=20, blank=True, choices=WithdrawalGround.choices, editable=False
    )
    withdrawal_note = models.TextField(blank=True, editable=False)

    live = models.BooleanField(verbose_name=_("live"), default=False, editable=False)
    first_published_at = models.DateTimeField(blank=True, null=True, editable=False)

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="article",
        for_concrete_model=False,
    )
    _workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="article",
        for_concrete_model=False,
    )

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [
            ("publish_article", "Can publish articles"),
            ("lock_article", "Can lock articles"),
            ("unlock_article", "Can unlock articles"),
            ("withdraw_article", "Can withdraw articles for good"),
        ]
        default_permissions = ("add", "change", "delete", "view")
        constraints = [
            *TranslatableMixin.Meta.__dict__.get("constraints", []),
            models.UniqueConstraint(
                fields=["section", "published_on", "slug"],
                name="one_article_per_address",
                violation_error_message=_(
                    "Another story of that day in this section has the same slug: change the slug."
                ),
            ),
            models.CheckConstraint(
                name="withdrawn_is_not_live",
                condition=Q(live=False) | Q(withdrawn_at__isnull=True),
                violation_error_message=_("A withdrawn story cannot be live."),
            ),
            models.CheckConstraint(
                name="live_has_an_address",
                condition=Q(live=False) | Q(published_at__isnull=False, published_on__isnull=False),
                violation_error_message=_("A live story needs a date of publication."),
            ),
        ]
        indexes = INDEXES

    def __str__(self) -> str:
        return self.headline or str(_("(without headline)"))

    @property
    def revisions(self) -> Any:
        """The article's saved versions; as a relation, so that deleting takes them along."""
        return self._revisions

    @property
    def workflow_states(self) -> Any:
        """The article's rounds of review."""
        return self._workflow_states

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; every door ends here, so what forbids publication is asked here.

        What changes for readers is recorded, promised and indexed in the same transaction.

        Raises:
            PublicationBarred: if the article would be live although it is embargoed or withdrawn.
        """
        from redaksi.articles.telling import tell_readers

        self._complete()
        fields = kwargs.get("update_fields")
        if fields is not None and not WATCHED.intersection(fields):
            super().save(*args, **kwargs)
            return
        with transaction.atomic():
            row = self._locked_row()
            if row is not None and self.live:
                check_bars(row)
            before = Seen.of(row) if row is not None else NOTHING
            with unchanged_parts_left_alone(self):
                super().save(*args, **kwargs)
            if row is not None:
                self._keep_old_address(row)
            tell_readers(self, before)

    def get_constraints(self) -> Any:
        """Return what validation looks at: whether the address is another's.

        Each CHECK would be evaluated in a transaction of its own at every saving of a form; what
        they forbid ``save`` refuses in words (``barring``), and the database in any case.
        """
        return [
            (model, [rule for rule in rules if isinstance(rule, models.UniqueConstraint)])
            for model, rules in super().get_constraints()
        ]

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        """Return the template of the reader's page, which the preview is."""
        return "articles/article.html"

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        """Show the preview in the story's language, as readers will see it."""
        with override(self.language):
            return super().serve_preview(request, mode_name).render()

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        """Return what the reader's page gets."""
        from redaksi.articles.views import page_context

        return {**super().get_preview_context(request, mode_name), **page_context(self)}

    def publish(self, revision: Any, **kwargs: Any) -> None:
        """Publish a revision through the one way there is (``publishing.ArticlePublish``)."""
        from redaksi.articles.publishing import ArticlePublish, hold_row

        skip = kwargs.pop("skip_permission_checks", False)
        with transaction.atomic():
            row = hold_row(revision)
            action = ArticlePublish(revision, **kwargs)
            action.object.row_in_lock = row
            action.execute(skip_permission_checks=skip)

    def unpublish(self, **kwargs: Any) -> None:
        """Take the article offline quietly (``publishing.ArticleUnpublish``)."""
        from redaksi.articles.publishing import ArticleUnpublish

        ArticleUnpublish(self, **kwargs).execute()

    def date_publication(self, now: datetime.datetime) -> None:
        """Set the moment and the day of publication from the story date, or else from now.

        A story that first appeared on an earlier day counts from the start of that day in the
        newspaper's zone, because its hour is not known.
        """
        self.first_published_at = moment = self.first_published_at or now
        if self.story_date and self.story_date < timezone.localdate(moment):
            start = datetime.datetime.combine(self.story_date, datetime.time.min)
            moment = timezone.make_aware(start)
        self.published_at = moment
        self.published_on = timezone.localdate(moment)

    def _locked_row(self) -> Article | None:
        if self.pk is None:
            return None
        row, self.row_in_lock = self.row_in_lock, None
        if row is None:
            rows = Article.objects.select_for_update(of=("self",)).select_related("section")
            row = rows.filter(pk=self.pk).first()
        return row

    def _complete(self) -> None:
        self.slug = tidy_slug(self.slug or self.headline)
        self.top_section_id = self.section.parent_id or self.section_id

    def _keep_old_address(self, row: Article) -> None:
        if row.published_on is None or row.path == self.path:
            return
        FormerAddress.objects.update_or_create(path=row.path, defaults={"article": self})
        FormerAddress.objects.filter(path=self.path, article=self).delete()
