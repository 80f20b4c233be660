"""Lets people have one name, as many Indonesians do."""

from __future__ import annotations

from wagtail.admin.forms.account import NameEmailForm
from wagtail.users.forms import UserForm


def let_people_have_one_name() -> None:
    """Ask for first and last name in Wagtail's forms about people, but insist on neither."""
    for form in (NameEmailForm, UserForm):
        for field in ("first_name", "last_name"):
            form.base_fields[field].required = False
