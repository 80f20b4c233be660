"""The script that keeps pages for reading offline, and the one that clears up where it is off."""

from __future__ import annotations

import dataclasses

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_pages_name_the_script_that_keeps_them_unless_it_is_off(client: Client, settings) -> None:
    assert 'data-keeper="/sw.js"' in client.get("/tidak-ada/").content.decode()

    settings.CONFIG = dataclasses.replace(settings.CONFIG, offline_reading="off")

    assert "data-keeper" not in client.get("/tidak-ada/").content.decode()


def test_where_it_is_off_the_script_clears_up(client: Client, settings) -> None:
    keeps = client.get("/sw.js")
    settings.CONFIG = dataclasses.replace(settings.CONFIG, offline_reading="off")
    clears = client.get("/sw.js")

    assert keeps["Content-Type"] == clears["Content-Type"] == "text/javascript; charset=utf-8"
    assert b"caches.open" in keeps.content
    assert b"unregister" in clears.content
    assert b"caches.open" not in clears.content


def test_the_page_without_network_has_a_place_for_what_was_kept(client: Client) -> None:
    answer = client.get("/luring/")

    assert answer.status_code == 200
    assert b"<!--kept-->" in answer.content
    assert b'content="noindex"' in answer.content
