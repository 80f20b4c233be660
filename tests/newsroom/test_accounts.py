"""Nobody grants, or takes over, what they do not have themselves."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Task, Workflow

from redaksi.articles.models import DeskReview
from redaksi.founding import furnish
from redaksi.newsroom.models import User
from redaksi.newsroom.roles import CHIEF_GROUP, TECHNICIAN_GROUP
from redaksi.newsroom.signing_in import one_time_link
from tests.cast import Cast

pytestmark = pytest.mark.django_db
NEW = reverse("wagtailusers_users:add")
# Two of them are Wagtail's own, which every database has.
EVERY_GROUP = [CHIEF_GROUP, TECHNICIAN_GROUP]
PASSWORD = "sangat-rahasia-99"


def group(name: str) -> int:
    return Group.objects.get(name=name).pk


def form(name: str, **more: Any) -> dict[str, Any]:
    return {
        "username": name,
        "email": f"{name}@contoh.example",
        "first_name": "Nama",
        "last_name": "Lain",
        "is_active": "on",
        **more,
    }


def edit(client: Client, account: User, **more: Any) -> Any:
    url = reverse("wagtailusers_users:edit", args=[account.pk])
    return client.post(url, form(account.username, **more))


def in_bulk(client: Client, action: str, account: User, **more: Any) -> Any:
    url = reverse("wagtail_bulk_action", args=["newsroom", "user", action])
    return client.post(f"{url}?id={account.pk}", more)


def roles(account: User) -> tuple[bool, list[str]]:
    account.refresh_from_db()
    return account.is_superuser, sorted(account.groups.values_list("name", flat=True))


def test_the_only_review_is_the_desk_s() -> None:
    furnish(settings.CONFIG)

    assert [task.specific_class for task in Task.objects.all()] == [DeskReview]
    assert Workflow.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "superuser", "groups"),
    [
        ("eko", False, [TECHNICIAN_GROUP]),
        ("dewi", False, EVERY_GROUP),
        ("pendiri", True, EVERY_GROUP),
    ],
)
def test_forms_offer_only_what_one_may_grant(who, superuser, groups, cast: Cast, client):
    client.force_login(User.objects.get(username=who))
    for url in (NEW, reverse("wagtailusers_users:edit", args=[cast.ani.pk])):
        fields = client.get(url).context["form"].fields

        assert ("is_superuser" in fields) == superuser
        assert sorted(one.name for one in fields["groups"].queryset) == groups


@pytest.mark.parametrize("who", ["eko", "dewi"])
def test_nobody_makes_an_administrator(who, cast: Cast, client):
    client.force_login(getattr(cast, who))

    client.post(NEW, form("baru", is_superuser="on"))
    edit(client, cast.ani, is_superuser="on")

    assert roles(User.objects.get(username="baru")) == (False, [])
    assert roles(cast.ani) == (False, [])


def test_a_technician_makes_no_chief(cast: Cast, client):
    client.force_login(cast.eko)
    chief = group(CHIEF_GROUP)

    client.post(NEW, form("baru", groups=[chief]))
    edit(client, cast.ani, groups=[chief])
    edit(client, cast.eko, groups=[group(TECHNICIAN_GROUP), chief])
    in_bulk(client, "assign_role", cast.ani, role=chief)

    assert not User.objects.filter(username="baru").exists()
    assert roles(cast.ani) == (False, [])
    assert roles(cast.eko) == (False, [TECHNICIAN_GROUP])


def test_a_chief_makes_chiefs_and_technicians(cast: Cast, client):
    client.force_login(cast.dewi)

    edit(client, cast.ani, groups=[group(CHIEF_GROUP), group(TECHNICIAN_GROUP)])
    in_bulk(client, "assign_role", cast.budi, role=group(TECHNICIAN_GROUP))

    assert roles(cast.ani) == (False, [CHIEF_GROUP, TECHNICIAN_GROUP])
    assert roles(cast.budi) == (False, [TECHNICIAN_GROUP])


@pytest.mark.parametrize(
    ("who", "whose"), [("eko", "dewi"), ("eko", "pendiri"), ("dewi", "pendiri")]
)
@pytest.mark.parametrize("active", [True, False])
def test_the_accounts_of_the_mightier_are_closed(active, who, whose, cast: Cast, client):
    account = User.objects.get(username=whose)
    account.is_active = active
    account.save()
    before = User.objects.values().get(pk=account.pk)
    client.force_login(getattr(cast, who))

    edit(client, account, email="maling@contoh.example", password1=PASSWORD, password2=PASSWORD)
    client.post(reverse("wagtailusers_users:delete", args=[account.pk]))
    in_bulk(client, "delete", account)
    in_bulk(client, "set_active_state", account, mark_as_active=str(not active))
    in_bulk(client, "assign_role", account, role=group(TECHNICIAN_GROUP))

    assert User.objects.values().get(pk=account.pk) == before
    assert TECHNICIAN_GROUP not in roles(account)[1]
    listing = client.get(reverse("wagtailusers_users:index")).content.decode()
    assert reverse("wagtailusers_users:edit", args=[account.pk]) not in listing


def test_a_technician_looks_after_everybody_else(cast: Cast, client):
    others = Group.objects.create(name="Fotografer")
    cast.ani.groups.add(others)
    client.force_login(cast.eko)

    edit(client, cast.ani, email="baru@contoh.example")
    in_bulk(client, "set_active_state", cast.budi, mark_as_active="False")
    in_bulk(client, "delete", cast.citra)

    assert User.objects.get(pk=cast.ani.pk).email == "baru@contoh.example"
    assert roles(cast.ani) == (False, ["Fotografer"])
    assert not User.objects.get(pk=cast.budi.pk).is_active
    assert not User.objects.filter(pk=cast.citra.pk).exists()


def test_an_upgrade_takes_the_groups_out_of_technicians_hands(cast: Cast, client):
    technicians = Group.objects.get(name=TECHNICIAN_GROUP)
    technicians.permissions.add(*Permission.objects.filter(content_type__model="group"))

    furnish(settings.CONFIG)

    assert not technicians.permissions.filter(content_type__model="group").exists()
    client.force_login(cast.eko)
    answer = client.get(reverse("wagtailusers_groups:edit", args=[group(CHIEF_GROUP)]))
    assert answer.url == reverse("wagtailadmin_home")


def test_an_account_is_made_without_a_password_and_opened_by_a_link(cast: Cast, client):
    client.force_login(cast.eko)

    client.post(NEW, form("maria"))

    maria = User.objects.get(username="maria")
    assert not maria.has_usable_password()
    entered = Client().post(one_time_link(maria))
    assert entered.url == reverse("choose_password")


def test_an_account_is_made_anew_and_never_copied(cast: Cast, client: Client) -> None:
    client.force_login(cast.dewi)

    listing = client.get(reverse("wagtailusers_users:index")).content.decode()

    assert "/users/copy/" not in listing
    assert (
        client.get(f"{reverse('wagtailusers_users:index')}copy/{cast.ani.pk}/").status_code == 404
    )


def test_somebody_without_an_address_can_choose_a_language(client: Client, cast: Cast) -> None:
    User.objects.filter(pk=cast.ani.pk).update(email="", first_name="", last_name="")
    client.force_login(cast.ani)

    answer = client.post(
        reverse("wagtailadmin_account"),
        {
            "name_email-first_name": "",
            "name_email-last_name": "",
            "name_email-email": "",
            "locale-preferred_language": "en",
            "locale-current_time_zone": "Asia/Jakarta",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
        },
    )

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert User.objects.get(pk=cast.ani.pk).wagtail_userprofile.preferred_language == "en"
