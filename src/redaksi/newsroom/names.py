"""Lets people have one name, as many Indonesians do, and no address."""

from __future__ import annotations

from wagtail.admin.forms.account import NameEmailForm
from wagtail.users.forms import UserForm


def let_people_have_one_name() -> None:
    """Ask for first name, last name and address in Wagtail's forms, but insist on none.

    The first administrator has no address, and could else not even choose another language.
    """
    for form in (NameEmailForm, UserForm):
        for field in ("first_name", "last_name", "email"):
            form.base_fields[field].required = False
