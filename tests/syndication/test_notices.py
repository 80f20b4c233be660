"""What robots and browsers ask of every site."""

from __future__ import annotations

import datetime
from dataclasses import replace
from urllib.robotparser import RobotFileParser

import pytest

from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def configure(settings):
    """Set options of the newspaper for one test."""

    def change(**options):
        settings.CONFIG = replace(settings.CONFIG, **options)

    return change


def robots(client) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").content.decode().splitlines())
    return parser


def test_robots_stay_out_of_the_newsroom_and_find_the_sitemaps(client, settings):
    rules = robots(client)

    base = settings.WAGTAILADMIN_BASE_URL
    assert not rules.can_fetch("Googlebot", "/redaksi/")
    assert rules.can_fetch("Googlebot", "/ekonomi/")
    assert rules.site_maps() == [f"{base}/sitemap.xml", f"{base}/sitemap/berita-terbaru.xml"]


@pytest.mark.parametrize(("choice", "may"), [("allow", True), ("disallow", False)])
def test_crawlers_for_artificial_intelligence_follow_the_option(choice, may, client, configure):
    configure(ai_crawlers=choice)

    rules = robots(client)

    for name in ("GPTBot", "ClaudeBot", "CCBot", "Google-Extended", "PerplexityBot"):
        assert rules.can_fetch(name, "/ekonomi/") is may
    assert rules.can_fetch("Googlebot", "/ekonomi/")


def test_ads_txt_has_the_lines_of_the_option_or_is_not_there(client, configure):
    assert client.get("/ads.txt").status_code == 404

    configure(ads_txt=("example.com, 1234, DIRECT", "CONTACT=iklan@contoh.example"))

    assert client.get("/ads.txt").content == (
        b"example.com, 1234, DIRECT\nCONTACT=iklan@contoh.example\n"
    )


def test_security_txt_names_a_contact_that_expires_within_a_year(client, configure):
    configure(security_contact="", contact_email="redaksi@contoh.example")

    answer = client.get("/.well-known/security.txt")

    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    expires = datetime.datetime.fromisoformat(lines["Expires"])
    left = expires - datetime.datetime.now(datetime.UTC)
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert lines["Contact"] == "mailto:redaksi@contoh.example"
    assert datetime.timedelta(days=30) < left < datetime.timedelta(days=365)
    again = client.get("/.well-known/security.txt", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


def test_without_a_contact_there_is_no_security_txt(client, configure):
    configure(security_contact="", contact_email="")

    assert client.get("/.well-known/security.txt").status_code == 404


def test_the_home_page_leads_to_a_manifest_that_names_the_paper(cast: Cast, client):
    manifest = client.get("/site.webmanifest")

    assert 'rel="manifest" href="/site.webmanifest"' in client.get("/").content.decode()
    assert manifest["Content-Type"] == "application/manifest+json"
    assert (manifest.json()["name"], manifest.json()["start_url"]) == ("Harian Uji", "/")


def test_the_old_address_of_the_sign_leads_to_it(client):
    assert client.get("/favicon.ico")["Location"] == "/statis/design/favicon.png"
