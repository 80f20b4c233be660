"""``redaksi config`` prints whole configurations, whatever the newspaper's settings are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redaksi.cli.config import SERVERS
from redaksi.cli.configuring import answers
from redaksi.pagestore.addresses import BadAddress, page_name
from tests.cli.conftest import Run


@pytest.mark.parametrize("server", SERVERS)
def test_nothing_is_left_to_fill_in_by_the_program(redaksi: Run, paper: Path, server: str) -> None:
    done = redaksi("config", server, paper)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\n")
    assert "<<" not in done.stdout.replace("# ", "")


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_behind_tls_browsers_are_told_to_stay_there(redaksi: Run, paper: Path, server: str) -> None:
    plain = redaksi("config", server, paper).stdout
    tls = redaksi("config", server, paper, REDAKSI_BASE_URL="https://kabar.example").stdout

    assert ("Strict-Transport-Security" in plain, "Strict-Transport-Security" in tls) == (
        False,
        True,
    )
    assert "kabar.example" in tls


@pytest.mark.parametrize(
    "address",
    ["/ekonomi/", "/ekonomi/2026/01/30/harga-beras/", "/a_b~c/", "/x.y/z/", "/umpan.xml",
     "/ekonomi/umpan.json", "//x/", "/.x/", "/x./", "/x.410/", "/x y/", "/x.html", "/-x/",
     "/x.xml/", "/x/../y/", "/x", "/"],
)  # fmt: skip
def test_other_servers_take_no_address_that_the_store_refuses(address: str) -> None:
    taken = re.fullmatch(f"{answers.PAGE}/|{answers.FEED}", address) is not None

    try:
        page_name(address)
    except BadAddress:
        assert not taken
    else:
        assert taken or address == "/"
