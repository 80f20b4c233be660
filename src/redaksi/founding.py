"""Gives a newspaper what it cannot be without: roles, review, vocabularies, home page, a chief."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import (
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowContentType,
    WorkflowTask,
)

from redaksi.articles.models import Article, DeskReview
from redaksi.articles.stocking import stock_vocabularies
from redaksi.fronts.models import HomePage
from redaksi.instance.config import Config
from redaksi.newsroom.data_names import name_kept_data
from redaksi.newsroom.models import User
from redaksi.newsroom.roles import CHIEF_GROUP, TECHNICIAN_GROUP
from redaksi.website.council import make_council_pages

CHIEFS_ROOMS = ("newsroom", "articles", "pictures", "fronts", "website", "wagtaildocs")
#: Groups that Wagtail brings along; their powers know no desks.
WAGTAILS_GROUPS = ("Editors", "Moderators")
WAGTAILS_REVIEW = "Moderators approval"
TECHNICIANS_MODELS = ("user", "redirect", "site", "locale")


@transaction.atomic
def found(*, config: Config, administrator: str) -> User:
    """Set up an empty, migrated database; return the first administrator, without a password."""
    with override(config.language):
        user = User.objects.create_superuser(administrator, config.contact_email, password=None)
        furnish(config)
        _make_home(config)
    return user


@transaction.atomic
def furnish(config: Config) -> None:
    """Bring roles, languages, review and vocabularies up to date; safe to repeat at upgrades."""
    for code in ("id", "en"):
        Locale.objects.get_or_create(language_code=code)
    _make_roles()
    _make_review()
    stock_vocabularies()
    name_kept_data()


def _make_roles() -> None:
    Group.objects.filter(name__in=WAGTAILS_GROUPS, user__isnull=True).delete()
    chiefs, _created = Group.objects.get_or_create(name=CHIEF_GROUP)
    technicians, _created = Group.objects.get_or_create(name=TECHNICIAN_GROUP)
    admin = Permission.objects.filter(codename="access_admin")
    tools = Permission.objects.filter(content_type__model__in=TECHNICIANS_MODELS)
    groups = Permission.objects.filter(content_type__model="group")
    chiefs.permissions.set(admin | tools | groups | _content_permissions())
    technicians.permissions.set(admin | tools)


def _content_permissions() -> QuerySet[Permission]:
    ours = Q(content_type__app_label__in=CHIEFS_ROOMS)
    workflow = Q(content_type__model__in=("workflow", "task"))
    translation = Q(codename="submit_translation")
    return Permission.objects.filter(ours | workflow | translation)


def _make_review() -> None:
    # Wagtail brings one along for its own pages, in English, for a group that is not here.
    unused = Task.objects.filter(name=WAGTAILS_REVIEW, task_states=None)
    Workflow.objects.filter(name=WAGTAILS_REVIEW, workflow_tasks__task__in=unused).delete()
    unused.delete()
    if DeskReview.objects.exists():
        return
    workflow = Workflow.objects.create(name=_("the desk"))
    review = DeskReview.objects.create(name=_("Desk review"))
    WorkflowTask.objects.create(workflow=workflow, task=review)
    WorkflowContentType.objects.create(
        content_type=ContentType.objects.get_for_model(Article), workflow=workflow
    )


def _make_home(config: Config) -> None:
    Site.objects.all().delete()
    root = Page.get_first_root_node()
    root.get_children().delete()
    root.refresh_from_db()
    locale = Locale.objects.get(language_code=config.language)
    home = root.add_child(instance=HomePage(title=config.name, slug="home", locale=locale))
    hostname, port = _place_of(config)
    Site.objects.create(
        hostname=hostname, port=port, site_name=config.name, root_page=home, is_default_site=True
    )
    _open_pages_to_chiefs(home)
    make_council_pages(home, config)


def follow_base_url(config: Config) -> None:
    """Have Wagtail name pages by the address of the paper; writes only what is otherwise."""
    hostname, port = _place_of(config)
    for site in Site.objects.filter(is_default_site=True).exclude(hostname=hostname, port=port):
        site.hostname, site.port = hostname, port
        site.save()


def _place_of(config: Config) -> tuple[str, int]:
    usual = 443 if config.is_behind_tls else 80
    return config.public_host, urlsplit(config.base_url).port or usual


def _open_pages_to_chiefs(home: Page) -> None:
    chiefs = Group.objects.get(name=CHIEF_GROUP)
    for codename in ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"):
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.get_or_create(group=chiefs, page=home, permission=permission)
