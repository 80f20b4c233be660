"""Speaks to the person at the terminal in Indonesian or English, without Django."""

from __future__ import annotations

import gettext as standard
import os
from functools import cache
from pathlib import Path

DOMAIN = "redaksi"
LOCALE_DIRECTORY = Path(__file__).parent / "locale"


def gettext(message: str) -> str:
    """Return the message in the terminal's language, or as written when it has no translation."""
    return _catalogue(terminal_language()).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of the message that fits the number, in the terminal's language."""
    return _catalogue(terminal_language()).ngettext(singular, plural, number)


def gettext_noop(message: str) -> str:
    """Mark a message for the catalogue; it is translated later, where it is shown."""
    return message


def terminal_language() -> str:
    """Return "id" when the locale variables ask for Indonesian, else "en" (POSIX order)."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if wanted := os.environ.get(variable):
            return "id" if wanted.lower().split("_")[0].split(".")[0] in {"id", "in"} else "en"
    return "en"


def translate_argparse() -> None:
    """Let the standard library's own command-line words come from our catalogue too."""
    standard.bindtextdomain(DOMAIN, LOCALE_DIRECTORY)
    standard.textdomain(DOMAIN)


@cache
def _catalogue(language: str) -> standard.NullTranslations:
    return standard.translation(DOMAIN, LOCALE_DIRECTORY, [language], fallback=True)
