"""The settings of one newspaper: each option declared once, read from file, variables, flags."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from typing import Any

from redaksi.instance import values
from redaksi.instance.language import gettext as _
from redaksi.instance.language import gettext_noop

FILE_NAME = "redaksi.toml"
PREFIX = "REDAKSI_"
DIRECTORY_VARIABLE = "REDAKSI_DIR"
OTHER_VARIABLES = {DIRECTORY_VARIABLE, "REDAKSI_SAMPLES"}
"""Variables with our prefix that are not options: the newspaper's place, the tests' samples."""


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
            gettext_noop("How many requests are worked on at the same time."),
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
    log_level: str = field(
        default="info",
        metadata=about(
            values.one_of("debug", "info", "warning", "error"),
            gettext_noop("How much is written to the log: debug, info, warning or error."),
        ),
    )


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


def load_config(
    directory: Path, *, environ: Mapping[str, str], flags: Mapping[str, object] | None = None
) -> Config:
    """Return the settings: defaults < ``redaksi.toml`` < ``REDAKSI_*`` < flags (None is unset).

    Raises ConfigError with one sentence that names the option and where it was given.
    """
    given: dict[str, Any] = {}
    given.update(_from_file(directory / FILE_NAME))
    given.update(_from_variables(environ))
    given.update(_from_flags(flags or {}))
    return _with_own_address(given)


def variables_for(flags: Mapping[str, object]) -> dict[str, str]:
    """Return the ``REDAKSI_*`` variables that hand command-line flags on to a child process."""
    known = options()
    return {
        known[name].variable: ",".join(value) if isinstance(value, tuple) else str(value)
        for name, value in _from_flags(flags)
    }


def _from_file(path: Path) -> Iterator[tuple[str, object]]:
    known = options()
    for name, value in _parse(path).items():
        if name not in known:
            raise ConfigError(_unknown(str(path), name, list(known)))
        yield name, known[name].read(value, str(path))


def _parse(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        message = _("{directory} is not a newspaper: it has no {file}; make one with redaksi init.")
        raise ConfigError(message.format(directory=path.parent, file=path.name)) from None
    except UnicodeDecodeError:
        message = _("{file} is not UTF-8 text; save it again as UTF-8.")
    except tomllib.TOMLDecodeError as problem:
        message = _("{file} cannot be understood: {problem}; correct that line.")
        raise ConfigError(message.format(file=path, problem=problem)) from None
    except OSError as problem:
        message = _("{file} cannot be read: {problem}.")
        raise ConfigError(message.format(file=path, problem=problem.strerror)) from None
    raise ConfigError(message.format(file=path))


def _from_variables(environ: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    known = {option.variable: option for option in options().values()}
    for variable, value in environ.items():
        if not variable.startswith(PREFIX) or variable in OTHER_VARIABLES:
            continue
        if option := known.get(variable):
            yield option.name, option.read(value, variable)
        elif (option := known.get(variable.removesuffix("_FILE"))) and option.secret:
            yield option.name, option.read(_secret(variable, value, environ), variable)
        else:
            raise ConfigError(_unknown(_("The environment"), variable, list(known)))


def _secret(variable: str, path: str, environ: Mapping[str, str]) -> str:
    if variable.removesuffix("_FILE") in environ:
        message = _("{variable} and {other} are both set; keep one of them.")
        raise ConfigError(message.format(variable=variable.removesuffix("_FILE"), other=variable))
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as problem:
        message = _("{variable}: the file {file} cannot be read: {problem}.")
        reason = getattr(problem, "strerror", None) or problem
        raise ConfigError(message.format(variable=variable, file=path, problem=reason)) from None


def _from_flags(flags: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    known = options()
    for name, value in flags.items():
        if name not in known:
            raise ConfigError(_unknown(_("The command line"), name, list(known)))
        if value is not None:
            yield name, known[name].read(value, known[name].flag)


def _unknown(source: str, name: str, known: list[str]) -> str:
    if near := get_close_matches(name, known, n=1):
        message = _('{source}: there is no option "{name}"; did you mean "{near}"?')
        return message.format(source=source, name=name, near=near[0])
    message = _('{source}: there is no option "{name}"; remove it.')
    return message.format(source=source, name=name)


def _with_own_address(given: dict[str, Any]) -> Config:
    config = Config(**given)
    if "base_url" in given:
        return config
    return Config(**given, base_url=f"http://{_visible(config.host)}:{config.port}")


def _visible(host: str) -> str:
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:
        return "127.0.0.1" if address.version == 4 else "[::1]"
    return str(address) if address.version == 4 else f"[{address}]"
