"""Where everything of one newspaper lies: the files and folders of its directory."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from redaksi.instance.addresses import DatabaseAddress, read_database_address
from redaksi.instance.config import FILE_NAME, Config, ConfigError, check_variables, load_config
from redaksi.instance.language import gettext as _
from redaksi.instance.sockets import socket_in
from redaksi.instance.template import settings_file

SECRET_FILE = "secret.key"  # noqa: S105 - the name of the file, not the secret
SHORTEST_SECRET = 50
UNFINISHED_FILE = "unfinished"


class NotEmpty(Exception):
    """The directory for a new newspaper holds something already; the text says what to do."""


@dataclass(frozen=True)
class Instance:
    """One newspaper: its directory and its settings."""

    directory: Path
    config: Config

    @classmethod
    def open(
        cls,
        directory: Path,
        *,
        environ: Mapping[str, str],
        flags: Mapping[str, object] | None = None,
    ) -> Instance:
        """Return the newspaper in the directory; raises ConfigError when it has none."""
        directory = directory.absolute()
        return cls(directory, load_config(directory, environ=environ, flags=flags))

    @classmethod
    def create(
        cls, directory: Path, *, environ: Mapping[str, str], chosen: Mapping[str, object]
    ) -> Instance:
        """Make the files and folders of a new newspaper, with the chosen options in its settings.

        The directory stays marked as unfinished until ``finish`` is called. Raises NotEmpty
        when it holds anything, ConfigError when a chosen option is not usable.
        """
        directory = directory.absolute()
        text = settings_file(chosen)
        _refuse_contents(directory)
        # What stands in the environment is found wrong before anything is made.
        check_variables(environ)
        directory.mkdir(mode=0o750, parents=True, exist_ok=True)
        (directory / UNFINISHED_FILE).touch()
        _write_private(directory / FILE_NAME, text)
        _write_private(directory / SECRET_FILE, secrets.token_urlsafe(64) + "\n")
        instance = cls.open(directory, environ=environ)
        for folder in instance.folders:
            folder.mkdir()
        return instance

    def finish(self) -> None:
        """Take away the mark of an unfinished creation."""
        (self.directory / UNFINISHED_FILE).unlink()

    @property
    def is_finished(self) -> bool:
        """Whether the creation of this newspaper came to its end."""
        return not (self.directory / UNFINISHED_FILE).exists()

    @property
    def toml(self) -> Path:
        """The settings file."""
        return self.directory / FILE_NAME

    @property
    def secret_file(self) -> Path:
        """The file, readable by its owner only, that holds the secret key."""
        return self.directory / SECRET_FILE

    @property
    def secret_key(self) -> str:
        """The key that signs sessions and links; raises ConfigError when it cannot be used."""
        try:
            key = self.secret_file.read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            key = ""
        if len(key) < SHORTEST_SECRET:
            message = _("{file} holds no usable key; put it back from a backup.")
            raise ConfigError(message.format(file=self.secret_file))
        return key

    @property
    def database(self) -> DatabaseAddress:
        """Where the database is, taken apart."""
        return read_database_address(self.config.database)

    @property
    def database_path(self) -> Path | None:
        """The SQLite file; None when the database is a server."""
        return self.database.path_in(self.directory)

    @property
    def media(self) -> Path:
        """Uploaded pictures and documents."""
        return self.directory / "media"

    @property
    def pages(self) -> Path:
        """Finished pages."""
        return self.directory / "pages"

    @property
    def templates(self) -> Path:
        """The owner's own templates, looked up before ours."""
        return self.directory / "templates"

    @property
    def static(self) -> Path:
        """The owner's own style sheets and pictures, looked up before ours."""
        return self.directory / "static"

    @property
    def inbox(self) -> Path:
        """The watched folder for incoming wires."""
        return self.directory / "inbox"

    @property
    def backups(self) -> Path:
        """Where backups are written."""
        return self.directory / "backups"

    @property
    def logs(self) -> Path:
        """Where logs are written."""
        return self.directory / "logs"

    @property
    def newsroom_socket(self) -> Path:
        """The Unix socket on which the newsroom answers the edge."""
        return socket_in(self.directory, f"newsroom-{self.config.port}.sock")

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder of the newspaper."""
        return (
            self.media,
            self.pages,
            self.templates,
            self.static,
            self.inbox,
            self.backups,
            self.logs,
        )


def _refuse_contents(directory: Path) -> None:
    if (directory / UNFINISHED_FILE).exists():
        message = _(
            "{directory} holds a newspaper whose creation was interrupted; "
            "remove the directory and run redaksi init again."
        )
    elif (directory / FILE_NAME).exists():
        message = _("{directory} already holds a newspaper; start it with redaksi serve.")
    elif directory.exists() and not directory.is_dir():
        message = _("{directory} is a file; choose the name of a new directory.")
    elif directory.is_dir() and any(directory.iterdir()):
        message = _("{directory} is not empty; choose a new or an empty directory.")
    else:
        return
    raise NotEmpty(message.format(directory=directory))


def _write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
