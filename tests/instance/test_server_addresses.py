"""The addresses of the database and of the mail server are taken apart."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaksi.instance.addresses import (
    DatabaseAddress,
    MailAddress,
    read_database_address,
    read_mail_address,
)


def test_a_sqlite_file_is_taken_from_the_directory() -> None:
    relative = read_database_address("sqlite:///db.sqlite3")
    absolute = read_database_address("sqlite:////srv/db.sqlite3")

    assert relative.path_in(Path("/kabar")) == Path("/kabar/db.sqlite3")
    assert absolute.path_in(Path("/kabar")) == Path("/srv/db.sqlite3")


def test_a_server_is_taken_apart() -> None:
    address = read_database_address("postgresql://ani:rahasia@db.example:5433/kabar")

    assert address == DatabaseAddress(
        "postgresql", "kabar", host="db.example", port=5433, user="ani", password="rahasia"
    )
    assert address.path_in(Path("/kabar")) is None


def test_a_server_on_this_machine_needs_only_a_name() -> None:
    assert read_database_address("postgres:///kabar") == DatabaseAddress("postgresql", "kabar")


@given(st.text(min_size=1))
def test_any_password_survives_percent_encoding(password: str) -> None:
    try:
        written = quote(password, safe="")
    except UnicodeEncodeError:
        return

    assert read_database_address(f"postgresql://ani:{written}@db/kabar").password == password


@pytest.mark.parametrize(
    "text",
    [
        "",
        "db.sqlite3",
        "sqlite://db.sqlite3",
        "sqlite:///",
        "sqlite:///a%00b",
        "postgresql://db",
        "postgresql://db:port/kabar",
        "mysql://db/kabar",
        "http://[",
    ],
)
def test_what_is_no_database_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="sqlite:///FILE"):
        read_database_address(text)


def test_mail_goes_to_the_console_or_to_a_server() -> None:
    assert read_mail_address("console:") == MailAddress("console")
    assert read_mail_address("smtp://mail.example") == MailAddress("smtp", "mail.example", 25)
    assert read_mail_address("smtp+tls://ani:kata%40sandi@mail.example") == MailAddress(
        "smtp+tls", "mail.example", 587, "ani", "kata@sandi"
    )
    assert read_mail_address("smtps://mail.example:466").port == 466


@pytest.mark.parametrize("text", ["", "console", "smtp://", "imap://mail.example", "smtp://a:0"])
def test_what_is_no_mail_server_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="console:"):
        read_mail_address(text)
