"""The edge sends what Django sends to readers, and every kind of address has its headers."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from redaksi.edge.headers import content_type, headers_of, security_headers
from redaksi.edge.kinds import KINDS, kind_of
from redaksi.pagestore.cache_tags import cache_tags
from tests.edge.conftest import Served

SECURITY = {
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "x-frame-options",
    "strict-transport-security",
}


@pytest.mark.parametrize("behind_tls", [False, True])
def test_security_headers_are_those_of_django(db, client: Client, settings, behind_tls):
    if behind_tls:
        settings.SECURE_HSTS_SECONDS = 31536000
        settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    response = client.get("/", secure=behind_tls)
    sent = {name.lower(): value for name, value in response.headers.items()}

    ours = {name.lower(): value for name, value in security_headers(behind_tls=behind_tls)}

    def read(headers: dict[str, str]) -> dict[str, object]:
        kept = {name: value for name, value in headers.items() if name in SECURITY}
        return kept | {"content-security-policy": set(kept["content-security-policy"].split("; "))}

    assert read(ours) == read(sent)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "home"),
        ("/ekonomi/", "front"),
        ("/ekonomi/2026/01/30/harga/", "article"),
        ("/ekonomi/sebelum/20260130T000000000000-1/", "list"),
        ("/orang/ani/", "list"),
        ("/umpan.xml", "feed"),
        ("/ekonomi/umpan.json", "feed"),
        ("/robots.txt", "feed"),
        ("/tokoh/budi-santoso/", "list"),
        ("/tokoh/budi-santoso/umpan.xml", "record"),
        ("/tokoh/budi-santoso/pernyataan.csv", "record"),
        ("/statis/design/paper.css", "static"),
        ("/media/renditions/a.jpg", "media"),
        ("/documents/1/a.pdf", "document"),
    ],
)
def test_each_address_has_its_kind(address: str, name: str) -> None:
    kind = kind_of(address)

    assert kind is not None
    assert kind.name == name


def test_the_files_of_a_speaker_s_record_are_not_for_search_engines() -> None:
    address = "/tokoh/budi-santoso/pernyataan.json"
    kind = kind_of(address)

    assert kind is not None
    assert ("X-Robots-Tag", "noindex") in headers_of(kind, address, 200, behind_tls=False)


def test_the_names_of_kinds_are_told_apart() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)


SEGMENT = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,20}", fullmatch=True)


@given(st.lists(SEGMENT, max_size=6))
def test_cache_tags_are_single_tokens(parts: list[str]) -> None:
    address = "/" + "".join(f"{part}/" for part in parts)

    paper, section, own = cache_tags(address)

    assert paper == "paper"
    assert section == f"s-{parts[0] if parts else 'home'}"
    assert own == f"p-{':'.join(parts) or 'home'}"
    assert not set(' ,/"') & set(section + own)


def test_feeds_have_their_own_types() -> None:
    assert content_type("/umpan.xml")[1] == "application/rss+xml; charset=utf-8"
    assert content_type("/ekonomi/umpan.json")[1] == "application/feed+json; charset=utf-8"
    assert content_type("/sitemap.xml")[1] == "application/xml; charset=utf-8"


@pytest.fixture(scope="module")
def chosen() -> dict[str, object]:
    return {"base_url": "https://kabar.example"}


def test_behind_tls_browsers_are_told_to_stay_there(served: Served) -> None:
    for address in ("/", "/%00", "/media/renditions/beras.jpg"):
        headers = served.get(address).headers

        assert headers["strict-transport-security"] == (
            "max-age=31536000; includeSubDomains; preload"
        )
