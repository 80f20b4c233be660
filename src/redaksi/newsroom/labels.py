"""Names in our words what Wagtail shows under names that no catalogue can translate."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from redaksi.newsroom.roles import CHIEF_GROUP, TECHNICIAN_GROUP


def name_what_wagtail_left_unnamed() -> None:
    """Give columns, kinds and fields names that are translated.

    Wagtail heads the columns of the list of sites with the bare names of the fields, and some
    kinds and fields in the forms about groups and workflows with the name of their class.
    """
    from wagtail.admin.forms.workflows import WorkflowContentTypeForm, WorkflowPageForm
    from wagtail.contrib.simple_translation.models import SimpleTranslation
    from wagtail.models import Locale
    from wagtail.sites.views import IndexView
    from wagtail.users.forms import PagePermissionsForm

    headings = {"port": _("Port"), "site_name": _("Name of the site"), "root_page": _("Root page")}
    for column in IndexView.columns:
        column.label = headings.get(column.name, column.label)
    Locale._meta.verbose_name = _("language")
    Locale._meta.verbose_name_plural = _("languages")
    SimpleTranslation._meta.verbose_name = _("translation")
    SimpleTranslation._meta.verbose_name_plural = _("translations")
    for form in (PagePermissionsForm, WorkflowPageForm):
        form.base_fields["page"].label = _("Page")
    WorkflowContentTypeForm.base_fields["content_types"].label = _("Kinds of content")
    _name_our_groups()


def _name_our_groups() -> None:
    """Show our own groups, which the program knows by English names, under translated ones."""
    from django.contrib.auth.models import Group
    from wagtail.users.views.groups import IndexView

    names = {CHIEF_GROUP: _("Chief"), TECHNICIAN_GROUP: _("Technician")}

    def shown(group: Group) -> str:
        return str(names.get(group.name, group.name))

    Group.__str__ = shown  # type: ignore[assignment,method-assign]
    for column in IndexView.columns:
        if column.name == "name":
            column.accessor = shown
