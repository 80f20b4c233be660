"""Reads the settings of one newspaper from its file, the environment and the command line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from redaksi.instance.language import gettext as _
from redaksi.instance.options import PREFIX, Config, ConfigError, options
from redaksi.instance.reasons import why

__all__ = ["FILE_NAME", "Config", "ConfigError", "is_named_by_port", "load_config", "variables_for"]

FILE_NAME = "redaksi.toml"
DIRECTORY_VARIABLE = "REDAKSI_DIR"
OTHER_VARIABLES = {DIRECTORY_VARIABLE, "REDAKSI_SAMPLES"}
"""Variables with our prefix that are not options: the newspaper's place, the tests' samples."""


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


def check_variables(environ: Mapping[str, str]) -> None:
    """Look at the ``REDAKSI_*`` variables alone; raises ConfigError for one that is wrong."""
    for _option in _from_variables(environ):
        pass


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
        raise ConfigError(message.format(file=path, problem=why(problem))) from None
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
            raise ConfigError(_unknown(_("The environment"), variable, list(known), prefix=PREFIX))


def _secret(variable: str, path: str, environ: Mapping[str, str]) -> str:
    if variable.removesuffix("_FILE") in environ:
        message = _("{variable} and {other} are both set; keep one of them.")
        raise ConfigError(message.format(variable=variable.removesuffix("_FILE"), other=variable))
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as problem:
        message = _("{variable}: the file {file} cannot be read: {problem}.")
        raise ConfigError(
            message.format(variable=variable, file=path, problem=why(problem))
        ) from None


def _from_flags(flags: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    known = options()
    for name, value in flags.items():
        if name not in known:
            raise ConfigError(_unknown(_("The command line"), name, list(known)))
        if value is not None:
            yield name, known[name].read(value, known[name].flag)


def _unknown(source: str, name: str, known: list[str], *, prefix: str = "") -> str:
    # The common prefix would make every variable look like every other.
    bare = [other.removeprefix(prefix) for other in known]
    if near := get_close_matches(name.removeprefix(prefix), bare, n=1):
        message = _('{source}: there is no option "{name}"; did you mean "{near}"?')
        return message.format(source=source, name=name, near=prefix + near[0])
    message = _('{source}: there is no option "{name}"; remove it.')
    return message.format(source=source, name=name)


def _with_own_address(given: dict[str, Any]) -> Config:
    config = Config(**given)
    if "base_url" in given:
        return config
    return Config(**given, base_url=_by_port(config))


def is_named_by_port(config: Config) -> bool:
    """Whether the base URL is just that of the host and the port."""
    return config.base_url == _by_port(config)


def _by_port(config: Config) -> str:
    return f"http://{_visible(config.host)}:{config.port}"


def _visible(host: str) -> str:
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:
        return "127.0.0.1" if address.version == 4 else "[::1]"
    return str(address) if address.version == 4 else f"[{address}]"
