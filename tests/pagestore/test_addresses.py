"""Each address is one file of the tree and no other address's; what could be two is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaksi.pagestore.addresses import (
    BadAddress,
    address_of,
    file_name,
    name_with_status,
    page_name,
)
from redaksi.pagestore.tree import names_of_files

PARTS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,9}", fullmatch=True)
PATHS = st.lists(PARTS, min_size=1, max_size=4).map("/".join)
LIKELY = st.one_of(PATHS.map("/{}/".format), PATHS.map("/{}".format), st.just("/"))
HOSTILE = st.text(st.sampled_from("/.a%\\~\0 -_:é\n?#"), max_size=14)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "index.html"),
        ("/ekonomi/", "ekonomi.html"),
        ("/ekonomi/2026/01/30/harga-beras/", "ekonomi/2026/01/30/harga-beras.html"),
        ("/ekonomi/index/", "ekonomi/index.html"),
        ("/umpan.xml", "umpan.xml"),
        ("/ekonomi/umpan.json", "ekonomi/umpan.json"),
        ("/media/", "media.html"),
        ("/media/renditions/_DSC1.width-800.avif", "media/renditions/_DSC1.width-800.avif"),
        ("/documents/3/data.csv.gz", "documents/3/data.csv.gz"),
        ("/statis/css/koran.css", "statis/css/koran.css"),
    ],
)
def test_the_one_rule(address, name):
    assert file_name(address) == name


@pytest.mark.parametrize(("status", "ending"), [(200, ".html"), (301, ".301"), (410, ".410.html")])
def test_the_status_is_in_the_name(status, ending):
    name = name_with_status("ekonomi/harga.html", status)

    assert name == f"ekonomi/harga{ending}"
    assert address_of(name) == ("/ekonomi/harga/", status)


@pytest.mark.parametrize(
    "address",
    [
        *("", "ekonomi/", "//", "/ekonomi", "/a//b/", "/../a/", "/a/../b/", "/a/./b/", "/.a/"),
        *("/a/%2e%2e/b/", "/a\\b/", "/a\0/", "/a/\n", "/a/ ", "/é/", "/-a/", "/a?b/", "/a#b/"),
        *("/index/", "/404/", "/503/", "/index.html", "/404.html", "/a.html", "/a.html/b/"),
        *("/a.br", "/a.GZ", "/a.zst/", "/a.301", "/a.410/", "/a.410.html", "/a.tmp", "/a.tmp/b/"),
        *("/umpan.xml/", "/a./", "/a.", f"/{'a' * 250}/", f"/{'a/' * 501}", f"/{'a' * 256}/b/"),
        *("/media/../a.jpg", "/media/.a", "/media/a//b", "/media/a/", "/statis/a.css.br"),
    ],
)
def test_anything_else_is_refused(address):
    with pytest.raises(BadAddress):
        file_name(address)


@pytest.mark.parametrize("address", ["/media/a.jpg", "/documents/1/a.pdf", "/statis/a.css"])
def test_no_page_lies_among_the_files(address):
    with pytest.raises(BadAddress):
        page_name(address)


@given(LIKELY, st.sampled_from([200, 301, 410]))
def test_an_address_comes_back_from_its_file(address, status):
    try:
        name = page_name(address)
    except BadAddress:
        return

    assert address_of(name_with_status(name, status)) == (address, status)


@given(st.one_of(HOSTILE, HOSTILE.map("/media/{}".format), LIKELY))
def test_no_address_leads_out_of_the_tree(address):
    try:
        name = file_name(address)
    except BadAddress:
        return

    place = Path("/tree", name)
    assert not place.name.startswith(".")
    assert ".." not in place.parts
    assert str(place) == f"/tree/{name}"


@given(st.lists(LIKELY, min_size=2, max_size=2, unique=True))
def test_two_addresses_share_no_file(addresses):
    try:
        files = [
            {file for status in (200, 301, 410) for file in names_of_files(page_name(a), status)}
            for a in addresses
        ]
    except BadAddress:
        return

    assert files[0].isdisjoint(files[1])


@given(st.lists(PARTS, min_size=1, max_size=3).map("/".join))
def test_a_strange_file_is_no_page_or_the_very_page_it_is_named_after(name):
    found = address_of(name)

    assert found is None or name_with_status(page_name(found[0]), found[1]) == name
