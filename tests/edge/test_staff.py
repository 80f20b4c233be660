"""Who is signed in sees the newsroom's own view of a page, and nobody else ever gets it."""

from __future__ import annotations

import pytest

from tests.edge.conftest import ARTICLE, PAGES, WITHDRAWN, Served

BODIES = {page.address: page.body for page in PAGES}
SIGNED_IN = {"Cookie": "theme=dark; sessionid=abc"}


@pytest.mark.parametrize("address", ["/", ARTICLE, WITHDRAWN])
def test_the_newsrooms_view_is_private(served: Served, address: str) -> None:
    got = served.get(address, **SIGNED_IN)

    assert got.told["PATH_INFO"] == address
    assert got.headers["cache-control"] == "private, no-cache"
    assert served.get(address).body == BODIES[address]


def test_what_the_newsroom_says_nothing_about_is_kept_by_nobody(served: Served) -> None:
    own = served.get("/besar/", **SIGNED_IN)
    anybodys = served.get("/besar/")

    assert own.headers["cache-control"] == "private, no-cache"
    assert anybodys.headers["cache-control"] == "no-cache"
    assert served.get("/gema/", **SIGNED_IN).headers["cache-control"] == "max-age=7"


@pytest.mark.parametrize(
    "address", ["/umpan.xml", "/statis/design/paper.css", "/media/renditions/beras.jpg"]
)
def test_what_looks_alike_to_everybody_is_not_asked_for(served: Served, address: str) -> None:
    assert served.get(address, **SIGNED_IN).body == served.get(address).body


@pytest.mark.parametrize("cookie", ["xsessionid=1", "sessionidx=1", "a=sessionid"])
def test_other_cookies_are_no_session(served: Served, cookie: str) -> None:
    assert served.get(ARTICLE, Cookie=cookie).body == BODIES[ARTICLE]


def test_without_the_newsroom_the_pressed_page_is_shown(served: Served) -> None:
    served.newsroom.clear_away()

    got = served.get(ARTICLE, **SIGNED_IN)

    assert (got.status, got.body) == (200, BODIES[ARTICLE])
    assert got.headers["cache-control"].startswith("public")
