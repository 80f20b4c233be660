"""Names in the newspaper's language what Django and Wagtail keep in the database in English."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page

ENGLISH_ROOT = "Root"


def name_kept_data() -> None:
    """Name the roots and what groups may do; safe to repeat, keeps what people renamed."""
    _name_roots()
    permissions = list(Permission.objects.select_related("content_type"))
    for permission in permissions:
        permission.name = _name_of(permission)
    Permission.objects.bulk_update(permissions, ["name"], batch_size=200)


def _name_roots() -> None:
    Collection.objects.filter(depth=1, name=ENGLISH_ROOT).update(name=_("All collections"))
    title = _("All pages")
    Page.objects.filter(depth=1, title=ENGLISH_ROOT).update(title=title, draft_title=title)


def _name_of(permission: Permission) -> str:
    kind = permission.content_type.model_class()
    pattern = _patterns().get(permission.codename.rpartition("_")[0])
    if kind is None or pattern is None:
        return permission.name
    return pattern % {"things": kind._meta.verbose_name_plural}


def _patterns() -> dict[str, str]:
    return {
        "add": _("May add %(things)s"),
        "bulk_delete": _("May delete %(things)s with all that is under them"),
        "change": _("May change %(things)s"),
        "choose": _("May choose %(things)s"),
        "delete": _("May delete %(things)s"),
        "lock": _("May lock %(things)s"),
        "publish": _("May publish %(things)s"),
        "unlock": _("May unlock %(things)s that somebody else has locked"),
        "view": _("May see %(things)s"),
        "withdraw": _("May withdraw %(things)s for good"),
    }
