"""Offers options of ``redaksi.toml`` as command-line flags, from their one declaration."""

from __future__ import annotations

import argparse
from pathlib import Path

from redaksi.instance.language import gettext as _
from redaksi.instance.options import options

#: What says where readers reach the paper; the same as for ``redaksi serve``.
ADDRESS = ("host", "port", "base_url")


def add_directory(parser: argparse.ArgumentParser) -> None:
    """Add the newspaper's directory, the first argument of nearly every command."""
    parser.add_argument(
        "directory", type=Path, metavar=_("DIR"), help=_("the newspaper's directory")
    )


def add_option_flags(parser: argparse.ArgumentParser, names: tuple[str, ...]) -> None:
    """Add one flag for each of the named options."""
    known = options()
    for name in names:
        option = known[name]
        parser.add_argument(option.flag, dest=name, metavar=_("VALUE"), help=_(option.help))


def given_options(given: argparse.Namespace, names: tuple[str, ...]) -> dict[str, object]:
    """Return the values of the named flags; None where a flag was not given."""
    return {name: getattr(given, name) for name in names}
