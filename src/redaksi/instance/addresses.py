"""Reads the addresses that settings hold: of the database and of the mail server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from redaksi.instance.language import gettext as _

POSTGRESQL_SCHEMES = {"postgresql", "postgres"}
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


@dataclass(frozen=True)
class DatabaseAddress:
    """Where the database is: ``engine`` is "sqlite" (``name`` is a path) or "postgresql"."""

    engine: str
    name: str
    host: str = ""
    port: int | None = None
    user: str = ""
    password: str = ""

    def path_in(self, directory: Path) -> Path | None:
        """Return the SQLite file, relative names taken from the directory; None for a server."""
        return directory / self.name if self.engine == "sqlite" else None


@dataclass(frozen=True)
class MailAddress:
    """How mail leaves: ``scheme`` is "console", "smtp", "smtp+tls" (STARTTLS) or "smtps"."""

    scheme: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""


def read_database_address(text: str) -> DatabaseAddress:
    """Read ``sqlite:///file`` or ``postgresql://user:password@host:port/name``.

    Raises ValueError with the clause to show, never repeating the password.
    """
    address = _split(text)
    if address.scheme == "sqlite" and not address.netloc and _file_name(address):
        return DatabaseAddress("sqlite", _file_name(address))
    if address.scheme in POSTGRESQL_SCHEMES and address.path.strip("/"):
        return DatabaseAddress("postgresql", unquote(address.path.strip("/")), **_server(address))
    raise ValueError(
        _("must be sqlite:///FILE or postgresql://USER:PASSWORD@HOST:PORT/NAME"),
    )


def read_mail_address(text: str) -> MailAddress:
    """Read ``console:`` or ``smtp://user:password@host:port`` (also ``smtp+tls``, ``smtps``).

    Raises ValueError with the clause to show, never repeating the password.
    """
    if text == "console:":
        return MailAddress("console")
    address = _split(text)
    if address.scheme in MAIL_PORTS and address.hostname:
        server = _server(address) | {"port": address.port or MAIL_PORTS[address.scheme]}
        return MailAddress(address.scheme, **server)
    raise ValueError(
        _("must be console:, or smtp://USER:PASSWORD@HOST:PORT (or smtp+tls://, smtps://)"),
    )


def _split(text: str) -> SplitResult:
    try:
        address = urlsplit(text)
        usable = address.port != 0
    except ValueError:
        usable = False
    return address if usable else SplitResult("", "", "", "", "")


def _file_name(address: SplitResult) -> str:
    name = unquote(address.path[1:])
    return name if PurePosixPath(name).name and "\0" not in name else ""


def _server(address: SplitResult) -> dict[str, Any]:
    return {
        "host": address.hostname or "",
        "port": address.port,
        "user": unquote(address.username or ""),
        "password": unquote(address.password or ""),
    }
