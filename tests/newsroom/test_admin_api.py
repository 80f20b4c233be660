"""The API that Wagtail's screens ask tells of media only those who may choose them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.factories import add_test_document, add_test_picture

pytestmark = pytest.mark.django_db

SECRET = "Rahasia laporan audit"


@pytest.mark.parametrize("endpoint", ["images", "documents", "pages"])
def test_the_api_of_the_screens_tells_technicians_nothing(endpoint, cast: Cast, client):
    add_test_picture(SECRET)
    add_test_document(SECRET)
    listing = reverse(f"wagtailadmin_api:{endpoint}:listing")
    client.force_login(cast.eko)

    answer = client.get(listing, {"fields": "*"} if endpoint != "pages" else {})

    assert SECRET not in answer.content.decode()
    assert answer.status_code == 403 or answer.json()["meta"]["total_count"] == 0


@pytest.mark.parametrize("endpoint", ["images", "documents"])
def test_the_api_of_the_screens_answers_members_of_a_desk(endpoint, cast: Cast, client):
    add_test_picture(SECRET)
    add_test_document(SECRET)
    client.force_login(cast.ani)

    answer = client.get(reverse(f"wagtailadmin_api:{endpoint}:listing"))

    assert [item["title"] for item in answer.json()["items"]] == [SECRET]
