"""Checks the newspaper's files: write access, free space, the secret key."""

from __future__ import annotations

import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from redaksi.cli.checks.result import Check, failed, good, warning
from redaksi.instance.config import ConfigError
from redaksi.instance.language import gettext as _
from redaksi.instance.layout import Instance
from redaksi.instance.reasons import why

MEGABYTE = 1024 * 1024
TOO_LITTLE_SPACE_MB = 200
LITTLE_SPACE_MB = 2000


def check_files(instance: Instance) -> Iterator[Check]:
    """Check every folder, the disk and the secret."""
    yield check_creation(instance)
    for folder in (instance.directory, *instance.folders):
        yield check_writable(folder)
    yield check_space(instance.directory)
    yield check_secret(instance)


def check_creation(instance: Instance) -> Check:
    """Whether ``redaksi init`` came to its end."""
    if instance.is_finished:
        return good("creation", _("complete"))
    return failed(
        "creation",
        _("was interrupted"),
        _("Remove the directory and run redaksi init again."),
    )


def check_writable(folder: Path) -> Check:
    """Whether a file can be written into the folder."""
    name = f"write access: {folder.name}"
    try:
        with tempfile.TemporaryFile(dir=folder):
            return good(name, _("can be written"))
    except FileNotFoundError:
        advice = _("Make it with mkdir {folder}.").format(folder=folder)
        return failed(name, _("does not exist"), advice)
    except OSError as problem:
        advice = _("Give the user who serves the newspaper write access to {folder}.")
        return failed(name, why(problem), advice.format(folder=folder))


def check_space(directory: Path) -> Check:
    """Whether the disk has room."""
    free = shutil.disk_usage(directory).free // MEGABYTE
    found = _("{megabytes} MB free").format(megabytes=free)
    advice = _("Make room on the disk; the database and pictures need it.")
    if free < TOO_LITTLE_SPACE_MB:
        return failed("disk", found, advice)
    return warning("disk", found, advice) if free < LITTLE_SPACE_MB else good("disk", found)


def check_secret(instance: Instance) -> Check:
    """Whether the secret key is there, long enough and private."""
    try:
        _length = len(instance.secret_key)
    except ConfigError as problem:
        advice = _("Put secret.key back from a backup; without it everybody must sign in anew.")
        return failed("secret", str(problem), advice)
    mode = stat.S_IMODE(instance.secret_file.stat().st_mode)
    if mode & 0o077:
        found = _("others may read it (mode {mode})").format(mode=f"{mode:o}")
        advice = _("Run chmod 600 {file}.").format(file=instance.secret_file)
        return failed("secret", found, advice)
    return good("secret", _("present and private"))
