"""The one way an article goes live or offline, whichever door it is asked through."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishPermissionError, PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction, UnpublishPermissionError

from redaksi.articles.addresses import article_address, numbered_slug, tidy_slug
from redaksi.articles.barring import Embargoed, check_bars
from redaksi.articles.models import Article, FormerAddress
from redaksi.articles.readiness import check_ready
from redaksi.articles.recording import Kind, acting, record
from redaksi.newsroom.models import Section

#: What publishing and taking offline set beside the row-only fields.
PUBLICATION = (
    "live",
    "live_revision_id",
    "first_published_at",
    "last_published_at",
    "has_unpublished_changes",
    "expired",
)


def publish(article: Article, *, by: Any = None) -> None:
    """Publish the newest version of the article, now or at its scheduled time.

    Raises:
        PublishPermissionError: if the person may not publish in the section.
        NotReady: if something is missing; its messages name what.
        PublicationBarred: if the article is embargoed or withdrawn.
    """
    revision = article.get_latest_revision() or article.save_revision(user=by)
    article.publish(revision, user=by)


def catch_up(article: Article) -> None:
    """Give an article that was read some time ago what was published or taken offline since.

    Saved as it is, it would undo that. To be called in the transaction that saves it.
    """
    names = (*PUBLICATION, *Article.ROW_ONLY)
    rows = Article.objects.select_for_update().filter(pk=article.pk).values(*names)
    for name, value in (rows.first() or {}).items():
        setattr(article, name, value)


def unpublish(article: Article, *, by: Any = None) -> None:
    """Take the article offline quietly; its address answers 404 until it is published again.

    Raises:
        UnpublishPermissionError: if the person may not publish in the section.
    """
    article.unpublish(user=by)


def hold_row(revision: Any) -> Article:
    """Lock the row that the revision is a version of, and read it, in the caller's transaction.

    From then on the revision makes its version (``as_object``) from this row.
    """
    rows = Article.objects.select_for_update(of=("self",))
    row: Article = rows.select_related("locale", "section").get(pk=revision.object_id)
    if row.latest_revision_id == revision.pk:
        row.latest_revision = revision
    revision.content_object = row
    return row


class ArticlePublish(PublishRevisionAction):
    """Publishes or schedules a revision of an article, in one transaction.

    Asks for permission over this article's section even where Wagtail says it has asked
    already, because Wagtail asks only about articles in general.
    """

    object: Any

    def check(self, skip_permission_checks: bool = False) -> None:
        """Refuse what this person may not publish and what is not fit to be published.

        Raises:
            PublishPermissionError: if the person is no editor of the section.
            NotReady: if something is missing.
            PublicationBarred: if the article is embargoed or withdrawn.
        """
        policy = self.permission_policy
        if self.user and not policy.user_has_permission_for_instance(
            self.user, "publish", self.object
        ):
            raise PublishPermissionError(
                _("Only the editors of the section “%s” may publish this story.")
                % self.object.section
            )
        check_ready(self.object)
        if self._goes_live_later:
            self._check_schedule()
        else:
            check_bars(self.object)

    @transaction.atomic
    def execute(self, skip_permission_checks: bool = False) -> None:
        """Publish, or leave everything as it was."""
        if self.object.row_in_lock is None:
            # Wagtail's registry makes the action without ``Article.publish``, on a row not locked.
            row = hold_row(self.revision)
            self.object = self.revision.as_object()
            self.object.row_in_lock = row
        with acting(by=self.user):
            super().execute(skip_permission_checks=skip_permission_checks)
            if self._goes_live_later:
                record(self.object, Kind.SCHEDULE)

    def _publish_revision(self, revision: Any, object: Any, *args: Any, **kwargs: Any) -> None:
        if not self._goes_live_later:
            object.date_publication(timezone.now())
            # Two stories of one headline that go out at once must not both find the slug free.
            Section.objects.select_for_update(no_key=True).get(pk=object.section_id)
            object.slug = free_slug(object)
        super()._publish_revision(revision, object, *args, **kwargs)

    @property
    def _goes_live_later(self) -> bool:
        return bool(self.object.go_live_at and self.object.go_live_at > timezone.now())

    def _check_schedule(self) -> None:
        embargo = self.object.embargoed_until
        if embargo and self.object.go_live_at < embargo:
            raise Embargoed(
                _("“%s” is scheduled before its embargo ends: choose a later time.") % self.object
            )


class ArticleUnpublish(UnpublishAction):
    """Takes an article offline, in one transaction, with the desk's permission."""

    permission_error_class = UnpublishPermissionError

    @transaction.atomic
    def execute(self, skip_permission_checks: bool = False) -> None:
        """Unpublish, or leave everything as it was.

        Raises:
            UnpublishPermissionError: if the person is no editor of the section.
        """
        if self.user and not self.user_has_permission():
            raise UnpublishPermissionError(
                _("Only the editors of the section “%s” may take this story offline.")
                % self.object.section
            )
        with acting(by=self.user, kind=Kind.EXPIRE if self.set_expired else ""):
            super().execute(skip_permission_checks=True)


def free_slug(article: Article) -> str:
    """Return the article's slug, numbered if the address is another's or redirects to another."""
    wanted = tidy_slug(article.slug or article.headline)
    slug, number = wanted, 2
    while address_is_taken(article, slug):
        slug = numbered_slug(wanted, number)
        number += 1
    return slug


def address_is_taken(article: Article, slug: str) -> bool:
    """Return whether another story has, or once had, that address of the article's day."""
    if article.published_on is None:
        return False
    others = Article.objects.exclude(pk=article.pk)
    same = {"section": article.section, "published_on": article.published_on, "slug": slug}
    if others.filter(**same).exists():
        return True
    path = article_address(article.section.slug, article.published_on, slug)
    return FormerAddress.objects.filter(path=path).exclude(article_id=article.pk).exists()
