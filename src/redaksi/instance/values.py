"""Reads and checks one setting's value; every reader raises ValueError with a clause to show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from difflib import get_close_matches
from importlib.util import find_spec
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from redaksi.instance.addresses import read_database_address, read_mail_address
from redaksi.instance.language import gettext as _

Reader = Callable[[object], object]

INDONESIAN_ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
READER_PATHS = {
    "cari", "documents", "indeks", "media", "orang", "sebelum", "sitemap", "statis", "topik"
}  # fmt: skip
_HOST_NAME = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.?")
_MAILBOX = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+")
_SELLER = re.compile(r"[^\s,=#;]+\s*,[^,=#;]+,\s*(?i:DIRECT|RESELLER)\s*(?:,[^,=#;]+)?")
_VARIABLE = re.compile(
    r"(?i:CONTACT|SUBDOMAIN|INVENTORYPARTNERDOMAIN|OWNERDOMAIN|MANAGERDOMAIN)=\S+"
)
_PATH_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def text(*, longest: int, required: bool = False) -> Reader:
    """Return a reader of one line of text of at most ``longest`` characters."""

    def read(value: object) -> str:
        line = _one_line(value).strip()
        if required and not line:
            raise ValueError(_("must not be empty"))
        if len(line) > longest:
            raise ValueError(_("must be at most {limit} characters").format(limit=longest))
        return line

    return read


def whole_number(lowest: int, highest: int) -> Reader:
    """Return a reader of a whole number in a range, both ends included."""

    def read(value: object) -> int:
        digits = str(value).strip()
        usable = isinstance(value, int | str) and not isinstance(value, bool)
        if usable and re.fullmatch(r"-?[0-9]{1,9}", digits) and lowest <= int(digits) <= highest:
            return int(digits)
        raise ValueError(
            _("must be a whole number from {lowest} to {highest}, not {value}").format(
                lowest=lowest, highest=highest, value=shown(value)
            )
        )

    return read


def one_of(*choices: str) -> Reader:
    """Return a reader of one word out of a few."""

    def read(value: object) -> str:
        word = _one_line(value).strip().lower()
        if word in choices:
            return word
        raise ValueError(
            _("must be one of {choices}, not {value}").format(
                choices=", ".join(choices), value=shown(value)
            )
        )

    return read


def time_zone(value: object) -> str:
    """Read an IANA zone name; WIB, WITA and WIT are taken as Indonesia's three zones."""
    name = _one_line(value).strip()
    name = INDONESIAN_ZONES.get(name.upper(), name)
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        raise ValueError(_unknown_zone(name)) from None
    return name


def site_address(value: object) -> str:
    """Read the newspaper's public address: http or https, a host, perhaps a port, no path."""
    line = _one_line(value).strip().rstrip("/")
    try:
        parts = urlsplit(line)
        usable = parts.scheme in {"http", "https"} and _is_host(parts.hostname or "")
        usable = usable and (parts.port is None or parts.port > 0) and "@" not in parts.netloc
        usable = usable and not (parts.path or parts.query or parts.fragment)
    except ValueError:
        usable = False
    if usable and "?" not in line and "#" not in line:
        return line
    raise ValueError(
        _("must be an address such as https://www.example.com, not {value}").format(
            value=shown(value)
        )
    )


def host(value: object) -> str:
    """Read the name or IP address of a network interface to listen on."""
    name = _one_line(value).strip()
    if _is_host(name):
        return name
    raise ValueError(
        _("must be an IP address or a host name such as 127.0.0.1, not {value}").format(
            value=shown(value)
        )
    )


def networks(value: object) -> tuple[str, ...]:
    """Read a list (or text with commas) of IP addresses and networks such as 10.0.0.0/8."""
    return tuple(_network(item) for item in _items(value))


def path_word(value: object) -> str:
    """Read the first part of an address: lower-case letters, digits and single hyphens."""
    word = _one_line(value).strip().strip("/")
    if _PATH_WORD.fullmatch(word) and word not in READER_PATHS:
        return word
    raise ValueError(
        _(
            "must be one word of lower-case letters, digits and hyphens "
            "that readers' addresses do not use, not {value}"
        ).format(value=shown(value))
    )


def mailbox(value: object) -> str:
    """Read an e-mail address; empty means that there is none."""
    line = _one_line(value).strip()
    if not line or _MAILBOX.fullmatch(line):
        return line
    raise ValueError(_("must be an e-mail address, not {value}").format(value=shown(value)))


def contact(value: object) -> str:
    """Read an e-mail address or a page's address as a URI; empty means that there is none."""
    line = _one_line(value).strip()
    if not line or (line.startswith(("https://", "mailto:")) and not re.search(r"\s", line)):
        return line
    if _MAILBOX.fullmatch(line):
        return f"mailto:{line}"
    raise ValueError(
        _("must be an e-mail address or start with https://, not {value}").format(
            value=shown(value)
        )
    )


def sellers(value: object) -> tuple[str, ...]:
    """Read the lines of an ads.txt (IAB): a list, or text with semicolons between them."""
    items = value.split(";") if isinstance(value, str) else value
    if not isinstance(items, list | tuple):
        example = '["example.com, 1234, DIRECT"]'
        raise ValueError(_("must be a list such as {example}").format(example=example))
    lines = [_one_line(item).strip() for item in items]
    for line in filter(None, lines):
        if not (_SELLER.fullmatch(line) or _VARIABLE.fullmatch(line)):
            raise ValueError(
                _("must hold lines such as example.com, 1234, DIRECT, not {value}").format(
                    value=shown(line)
                )
            )
    return tuple(filter(None, lines))


def database(value: object) -> str:
    """Read the database's address and leave it as written."""
    line = _one_line(value).strip()
    if read_database_address(line).engine == "postgresql" and find_spec("psycopg") is None:
        raise ValueError(
            _('needs one package more for PostgreSQL; run pip install "psycopg[binary]"')
        )
    return line


def mail(value: object) -> str:
    """Read the mail server's address and leave it as written."""
    line = _one_line(value).strip()
    read_mail_address(line)
    return line


def shown(value: object) -> str:
    """Return the value as a message may show it: as in TOML, and short."""
    if isinstance(value, bool | int | float):
        return str(value).lower()
    line = str(value)
    return f'"{line[:57]}..."' if len(line) > 60 else f'"{line}"'


def _one_line(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(_("must be text in quotation marks, not {value}").format(value=value))
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in value):
        raise ValueError(_("must be one line of text without control characters"))
    return value


def _is_host(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return bool(_HOST_NAME.fullmatch(name)) and len(name) <= 253
    return True


def _items(value: object) -> list[object]:
    if isinstance(value, str):
        return [item.strip() for item in value.split(",") if item.strip()]
    if isinstance(value, list | tuple):
        return list(value)
    raise ValueError(_("must be a list such as {example}").format(example='["10.0.0.1"]'))


def _network(item: object) -> str:
    try:
        network = ip_network(_one_line(item).strip(), strict=False)
    except ValueError:
        raise ValueError(
            _("must hold IP addresses or networks such as 10.0.0.0/8, not {value}").format(
                value=shown(item)
            )
        ) from None
    return str(network[0]) if network.num_addresses == 1 else str(network)


def _unknown_zone(name: str) -> str:
    near = get_close_matches(name, available_timezones(), n=1)
    if near:
        return _("names no time zone: {value}; did you mean {near}?").format(
            value=shown(name), near=shown(near[0])
        )
    return _("names no time zone: {value}; use WIB, WITA, WIT or a name like Asia/Jakarta").format(
        value=shown(name)
    )
