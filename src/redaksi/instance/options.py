"""The settings of one newspaper: each option declared once, with its meaning and its check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from redaksi.instance import values
from redaksi.instance.cdn import cdn
from redaksi.instance.language import gettext as _
from redaksi.instance.language import gettext_noop

PREFIX = "REDAKSI_"


class ConfigError(Exception):
    """A setting cannot be used; the text is one sentence naming the option and its place."""


def about(reader: values.Reader, text: str, *, secret: bool = False) -> Mapping[str, Any]:
    """Describe an option: how to read its value, what it is for, whether it may hold a secret."""
    return MappingProxyType({"reader": reader, "help": text, "secret": secret})


@dataclass(frozen=True)
class Config:
    """Every option of ``redaksi.toml``: its name, type, default, meaning and check."""

    name: str = field(
        default="Harian Contoh",
        metadata=about(
            values.text(longest=100, required=True),
            gettext_noop("The newspaper's name, as readers see it."),
        ),
    )
    tagline: str = field(
        default="",
        metadata=about(
            values.text(longest=200),
            gettext_noop("A short line under the name; empty for none."),
        ),
    )
    language: str = field(
        default="id",
        metadata=about(
            values.one_of("id", "en"),
            gettext_noop("The language the newspaper mainly speaks: id or en."),
        ),
    )
    timezone: str = field(
        default="Asia/Jakarta",
        metadata=about(
            values.time_zone,
            gettext_noop("The zone of every time shown: WIB, WITA, WIT or an IANA name."),
        ),
    )
    contact_email: str = field(
        default="",
        metadata=about(
            values.mailbox,
            gettext_noop("The newsroom's public e-mail address; also the sender of its mail."),
        ),
    )
    base_url: str = field(
        default="http://127.0.0.1:8000",
        metadata=about(
            values.site_address,
            gettext_noop(
                "The address readers type. Behind TLS it starts with https://. "
                "Left out, it follows host and port."
            ),
        ),
    )
    host: str = field(
        default="127.0.0.1",
        metadata=about(
            values.host,
            gettext_noop(
                "The network interface to listen on: 127.0.0.1 for this machine only, "
                "0.0.0.0 for every interface."
            ),
        ),
    )
    port: int = field(
        default=8000,
        metadata=about(values.whole_number(1, 65535), gettext_noop("The port to listen on.")),
    )
    trusted_proxies: tuple[str, ...] = field(
        default=(),
        metadata=about(
            values.networks,
            gettext_noop(
                "Addresses of the proxies in front of this server, whose word on a visitor's "
                "address and on TLS is believed."
            ),
        ),
    )
    newsroom_path: str = field(
        default="redaksi",
        metadata=about(
            values.path_word,
            gettext_noop("Where the newsroom is: the first part of its address."),
        ),
    )
    newsroom_threads: int = field(
        default=4,
        metadata=about(
            values.whole_number(1, 64),
            gettext_noop("How many requests the newsroom works on at the same time."),
        ),
    )
    edge_processes: int = field(
        default=0,
        metadata=about(
            values.whole_number(0, 256),
            gettext_noop("How many processes answer readers; 0 for one on each processor core."),
        ),
    )
    edge_memory_mb: int = field(
        default=200,
        metadata=about(
            values.whole_number(1, 1_000_000),
            gettext_noop(
                "How many megabytes of pages that are often asked for are kept in memory, by all "
                "processes that answer readers together."
            ),
        ),
    )
    cdn: str = field(
        default="",
        metadata=about(
            cdn,
            gettext_noop(
                "The cache in front of the newspaper, which is told of changed pages: "
                "varnish://HOST:PORT, cloudflare://TOKEN@ZONE or "
                "cloudfront://KEY:SECRET@DISTRIBUTION; empty for none."
            ),
            secret=True,
        ),
    )
    database: str = field(
        default="sqlite:///db.sqlite3",
        metadata=about(
            values.database,
            gettext_noop(
                "The database: sqlite:///FILE (taken from this directory), or "
                "postgresql://USER:PASSWORD@HOST:PORT/NAME."
            ),
            secret=True,
        ),
    )
    email_url: str = field(
        default="console:",
        metadata=about(
            values.mail,
            gettext_noop(
                "How mail leaves: console: prints it; smtp://USER:PASSWORD@HOST:PORT sends it "
                "(smtp+tls:// with STARTTLS, smtps:// with TLS)."
            ),
            secret=True,
        ),
    )
    upload_limit_mb: int = field(
        default=20,
        metadata=about(
            values.whole_number(1, 2000),
            gettext_noop("The largest file that may be uploaded, in megabytes."),
        ),
    )
    image_max_megapixels: int = field(
        default=50,
        metadata=about(
            values.whole_number(1, 1000),
            gettext_noop("The largest picture that is accepted, in million pixels."),
        ),
    )
    offline_reading: str = field(
        default="on",
        metadata=about(
            values.one_of("on", "off"),
            gettext_noop(
                "Whether a reader's browser keeps the stories read last and the home page, for "
                "reading without a network: on or off. Off also clears what browsers kept before."
            ),
        ),
    )
    page_budget_kb: int = field(
        default=500,
        metadata=about(
            values.whole_number(0, 1_000_000),
            gettext_noop(
                "How many kilobytes a phone may fetch to show a story, pictures included, before "
                "whoever publishes it is warned; 0 for no warning."
            ),
        ),
    )
    ai_crawlers: str = field(
        default="allow",
        metadata=about(
            values.one_of("allow", "disallow"),
            gettext_noop(
                "Whether robots.txt lets crawlers in that gather texts for artificial "
                "intelligence: allow or disallow. It is a request, not a lock."
            ),
        ),
    )
    automatic_statements: str = field(
        default="hide",
        metadata=about(
            values.one_of("hide", "show"),
            gettext_noop(
                "Whether readers see who said what in a story, marked as automatic, before an "
                "editor has confirmed it: hide or show. Only what the program is sure of is shown."
            ),
        ),
    )
    security_contact: str = field(
        default="",
        metadata=about(
            values.contact,
            gettext_noop(
                "Where faults in security are reported, for /.well-known/security.txt: an e-mail "
                "address or https://...; empty for contact_email."
            ),
        ),
    )
    ads_txt: tuple[str, ...] = field(
        default=(),
        metadata=about(
            values.sellers,
            gettext_noop(
                "The lines of /ads.txt, which name who may sell the newspaper's advertising; "
                "empty for none."
            ),
        ),
    )
    log_level: str = field(
        default="info",
        metadata=about(
            values.one_of("debug", "info", "warning", "error"),
            gettext_noop("How much is written to the log: debug, info, warning or error."),
        ),
    )

    @property
    def is_behind_tls(self) -> bool:
        """Whether readers come by https."""
        return self.base_url.startswith("https://")

    @property
    def public_host(self) -> str:
        """The host name that readers type."""
        return urlsplit(self.base_url).hostname or "localhost"


@dataclass(frozen=True)
class Option:
    """One option as help texts, templates and messages need it."""

    name: str
    default: Any
    reader: values.Reader
    help: str
    secret: bool

    @property
    def variable(self) -> str:
        """The environment variable that sets the option."""
        return PREFIX + self.name.upper()

    @property
    def flag(self) -> str:
        """The command-line flag that sets the option, where a command offers it."""
        return "--" + self.name.replace("_", "-")

    def read(self, value: object, source: str) -> object:
        """Return the checked value, or raise ConfigError naming the source and the option."""
        try:
            return self.reader(value)
        except ValueError as problem:
            message = _("{source}: {option} {problem}.")
            raise ConfigError(
                message.format(source=source, option=self.name, problem=problem).replace("?.", "?")
            ) from None


def options() -> dict[str, Option]:
    """Return every option by name, in the order of the file."""
    return {item.name: Option(item.name, item.default, **item.metadata) for item in fields(Config)}
