"""Each kind of value is read from text and from TOML, or refused with a clause to show."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaksi.instance import values


@given(st.integers(1, 65535))
def test_a_number_in_range_is_read_from_text_and_from_toml(number: int) -> None:
    read = values.whole_number(1, 65535)

    assert (read(number), read(f" {number} ")) == (number, number)


@given(
    st.integers().filter(lambda number: not 1 <= number <= 65535) | st.floats() | st.text("aé½٣")
)
def test_any_other_number_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="1"):
        values.whole_number(1, 65535)(value)


@given(st.sampled_from(sorted(available_timezones())))
def test_every_zone_of_the_zone_database_is_known(name: str) -> None:
    assert values.time_zone(name) == name


@pytest.mark.parametrize(
    ("short", "name"),
    [("WIB", "Asia/Jakarta"), ("wita", "Asia/Makassar"), ("WIT", "Asia/Jayapura")],
)
def test_indonesian_zones_have_their_short_names(short: str, name: str) -> None:
    assert values.time_zone(short) == name


@pytest.mark.parametrize("name", ["", "Asia", "/etc/passwd", "../zoneinfo", "Bulan", "a" * 5000])
def test_what_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each reason has its own words
        values.time_zone(name)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000",
        "https://kabar.example",
        "http://[::1]:81",
        "https://kabar.example:444",
    ],
)
def test_a_site_address_is_kept(address: str) -> None:
    assert (values.site_address(address), values.site_address(address + "/")) == (address, address)


@pytest.mark.parametrize(
    "address",
    [
        "kabar.example",
        "ftp://kabar.example",
        "https://",
        "https://kabar.example/berita",
        "https://kabar.example?",
        "https://kabar.example/#a",
        "https://ani:rahasia@kabar.example",
        "https://kabar.example:99999",
        "https://kabar.example:0",
        "https://kabar example",
        "http://[::1",
        "https://kabar.example\n",
        7,
    ],
)
def test_what_is_no_site_address_is_refused(address: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each reason has its own words
        values.site_address(address)


@given(st.ip_addresses())
def test_any_ip_address_is_a_host_and_a_network(address: object) -> None:
    assert values.host(str(address)) == str(address)
    assert values.networks([str(address)]) == (str(address),)


def test_networks_come_as_a_list_or_as_text_with_commas() -> None:
    wanted = ("10.0.0.1", "10.1.0.0/16")

    assert values.networks(["10.0.0.1", "10.1.2.3/16"]) == wanted
    assert values.networks("10.0.0.1, 10.1.2.3/16,") == wanted
    assert values.networks("") == ()


@pytest.mark.parametrize("value", [["proxy"], [7], 7, "10.0.0.0/33"])
def test_what_is_no_network_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"10\.0\.0"):
        values.networks(value)


@pytest.mark.parametrize("value", ["", "dua kata", "Redaksi", "a/b", "orang", "media", "-a", "ü"])
def test_a_path_that_readers_use_or_that_is_no_word_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="one word"):
        values.path_word(value)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1, max_size=100))
def test_a_line_of_text_is_kept(line: str) -> None:
    assert values.text(longest=100, required=True)(f" {line} ") == line


@pytest.mark.parametrize("value", ["", "  ", "a\nb", "\0", "a" * 101, 7, None])
def test_a_line_that_is_empty_broken_or_long_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="must"):
        values.text(longest=100, required=True)(value)


@pytest.mark.parametrize("value", ["ani", "ani@", "a b@c", "ani@kabar.example, budi@kabar.example"])
def test_what_is_no_mailbox_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="e-mail"):
        values.mailbox(value)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("", ""),
        ("aman@contoh.example", "mailto:aman@contoh.example"),
        ("mailto:aman@contoh.example", "mailto:aman@contoh.example"),
        ("https://contoh.example/aman/", "https://contoh.example/aman/"),
    ],
)
def test_a_contact_is_a_mailbox_or_a_page(given: str, read: str) -> None:
    assert values.contact(given) == read


@pytest.mark.parametrize("given", ["http://contoh.example", "aman", "https://a b", 7])
def test_any_other_contact_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        values.contact(given)


def test_sellers_are_read_from_toml_and_from_text() -> None:
    lines = ("example.com, 1234, DIRECT, f08c47", "CONTACT=iklan@contoh.example")

    assert values.sellers(list(lines)) == lines
    assert values.sellers(" ; ".join(lines)) == lines
    assert values.sellers("") == ()


@pytest.mark.parametrize("given", [["example.com"], ["a.com, 1, MAYBE"], "x\ny, 1, DIRECT", 7])
def test_lines_that_name_no_seller_are_refused(given: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        values.sellers(given)
