"""Writes a new ``redaksi.toml``: every option with its meaning, commented out unless chosen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from textwrap import wrap

from redaksi.instance.language import gettext as _
from redaksi.instance.options import Option, options


def settings_file(chosen: Mapping[str, object]) -> str:
    """Return the text of the file; chosen options (None is not chosen) are set, others shown.

    Raises ConfigError when a chosen value is not usable.
    """
    opening = _(
        "The settings of one newspaper. Take away the # before an option to change it. "
        "A variable REDAKSI_* or a flag of the command line goes before this file."
    )
    parts = [_comment(opening), *(_entry(option, chosen) for option in options().values())]
    return "\n\n".join(parts) + "\n"


def toml_value(value: object) -> str:
    """Return the value as TOML writes it (numbers, one-line text, lists of text)."""
    if isinstance(value, tuple | list):
        return "[" + ", ".join(toml_value(item) for item in value) + "]"
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)


def _entry(option: Option, chosen: Mapping[str, object]) -> str:
    wanted = chosen.get(option.name)
    if wanted is None:
        line = f"# {option.name} = {toml_value(option.default)}"
    else:
        line = f"{option.name} = {toml_value(option.read(wanted, option.flag))}"
    return f"{_comment(_(option.help))}\n{line}"


def _comment(text: str) -> str:
    return "\n".join(f"# {line}" for line in wrap(text, 90))
