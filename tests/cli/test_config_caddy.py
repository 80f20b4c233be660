"""The real Caddy, configured by ``redaksi config caddy``, sends readers what the edge does."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pytest

from redaksi.cli.configuring import configuration
from tests.cli.other_servers import Through, behind, compared, need, running
from tests.edge import conftest
from tests.edge.conftest import ARTICLE, MOVED, WITHDRAWN, Served
from tests.ports import unused_port

served = conftest.served

PUBLIC_PORT = unused_port()
PICTURE_AT = "/media/renditions/beras.jpg"
STYLE_AT = "/statis/design/paper.css"

OF_CADDY = frozenset({"etag", "last-modified", "accept-ranges", "content-length"})
"""Caddy makes its own entity tags, says on 410 when the file was made, and offers parts of it."""


@pytest.fixture(scope="module")
def chosen() -> dict[str, object]:
    return behind(PUBLIC_PORT)


@pytest.fixture(scope="module")
def caddy(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The same paper, asked through Caddy."""
    command = need("caddy")
    folder = tmp_path_factory.mktemp("caddy")
    file = folder / "Caddyfile"
    own = "{\n    admin off\n"
    file.write_text(configuration("caddy", served.instance).replace("{\n", own, 1))
    home = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    arguments = ["--config", str(file), "--adapter", "caddyfile"]
    said = subprocess.run(
        [command, "validate", *arguments], capture_output=True, text=True, env=home, timeout=60
    )
    assert said.returncode == 0, said.stderr
    with running([command, "run", *arguments], PUBLIC_PORT, folder, home):
        yield Through.of(served, PUBLIC_PORT)


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip", "gzip, deflate, br, zstd", "identity"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "address",
    ["/", "/ekonomi/", ARTICLE, "/orang/ani/", "/umpan.xml", WITHDRAWN, MOVED, STYLE_AT,
     PICTURE_AT, f"{ARTICLE}?utm_source=x", "/gema/?a=1"],
)  # fmt: skip
def test_readers_get_the_same(
    served: Served, caddy: Served, address: str, method: str, coding: str
) -> None:
    by_edge = served.ask(method, address, Accept_Encoding=coding)
    by_caddy = caddy.ask(method, address, Accept_Encoding=coding)

    if address.startswith("/gema/"):
        assert by_caddy.status == by_edge.status == 200
    else:
        assert compared(by_caddy, but=OF_CADDY) == compared(by_edge, but=OF_CADDY)


@pytest.mark.parametrize("address", [ARTICLE, STYLE_AT, PICTURE_AT])
def test_what_the_client_has_is_not_sent_again(caddy: Served, address: str) -> None:
    first = caddy.get(address, Accept_Encoding="br")

    again = caddy.get(address, Accept_Encoding="br", If_None_Match=first.headers["etag"])

    assert (again.status, again.body) == (304, b"")


def test_a_part_of_a_picture_is_sent_and_none_of_a_page(caddy: Served) -> None:
    picture = caddy.get(PICTURE_AT, Range="bytes=10-19")
    page = caddy.get(ARTICLE, Range="bytes=10-19", Accept_Encoding="br")

    assert (picture.status, len(picture.body), page.status) == (206, 10, 200)


@pytest.mark.parametrize(
    "address", ["/index/", "/404/", "/ekonomi/2026/01/30/ditarik.410/", "/ekonomi.html.br"]
)
def test_what_is_not_in_the_tree_is_forwarded(caddy: Served, address: str) -> None:
    assert caddy.get(address, Accept_Encoding="br").told["PATH_INFO"] == address


def test_somebody_signed_in_gets_the_newsrooms_view(caddy: Served) -> None:
    got = caddy.get(ARTICLE, Cookie="a=1; sessionid=abc", Accept_Encoding="br")

    assert got.told["PATH_INFO"] == ARTICLE


def test_without_the_edge_pages_are_served_and_the_rest_says_so(
    served: Served, caddy: Served
) -> None:
    served.edge.ask_to_stop()
    served.edge.clear_away()

    answers = [
        caddy.get(address, Accept_Encoding="br") for address in (ARTICLE, WITHDRAWN, "/gema/")
    ]

    assert [got.status for got in answers] == [200, 410, 503]
    assert answers[2].headers["content-encoding"] == "br"
