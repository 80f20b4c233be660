"""Names in our words what Wagtail shows under names that no catalogue can translate."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _


def name_what_wagtail_left_unnamed() -> None:
    """Give the columns of the list of sites and the kind "locale" names that are translated.

    Wagtail heads those columns with the bare names of the fields, and the languages of the paper
    in the form about groups with the name of their class.
    """
    from wagtail.models import Locale
    from wagtail.sites.views import IndexView

    headings = {"port": _("Port"), "site_name": _("Name of the site"), "root_page": _("Root page")}
    for column in IndexView.columns:
        column.label = headings.get(column.name, column.label)
    Locale._meta.verbose_name = _("language")
    Locale._meta.verbose_name_plural = _("languages")
