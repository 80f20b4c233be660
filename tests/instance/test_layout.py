"""A newspaper's directory is made whole, private where it must be, and never over something."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from redaksi.instance.config import ConfigError
from redaksi.instance.layout import Instance, NotEmpty


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def made(directory: Path) -> Instance:
    return Instance.create(directory, environ={}, chosen={"name": "Kabar Baru"})


def test_a_new_newspaper_has_its_files_and_folders(tmp_path: Path) -> None:
    instance = made(tmp_path / "baru" / "kabar")
    instance.finish()

    assert sorted(path.name for path in instance.directory.iterdir()) == [
        "backups",
        "inbox",
        "logs",
        "media",
        "pages",
        "redaksi.toml",
        "secret.key",
        "static",
        "templates",
    ]
    assert instance.config.name == "Kabar Baru"
    assert instance == Instance.open(instance.directory, environ={})


def test_settings_and_secret_are_for_the_owner_only(tmp_path: Path) -> None:
    instance = made(tmp_path / "kabar")

    modes = [stat.S_IMODE(path.stat().st_mode) for path in (instance.toml, instance.secret_file)]
    assert modes == [0o600, 0o600]


def test_a_new_directory_is_closed_to_strangers(tmp_path: Path) -> None:
    assert stat.S_IMODE(made(tmp_path / "kabar").directory.stat().st_mode) & 0o007 == 0


def test_each_newspaper_has_its_own_long_secret(tmp_path: Path) -> None:
    keys = {made(tmp_path / name).secret_key for name in ("satu", "dua")}

    assert len(keys) == 2
    assert all(len(key) >= 50 for key in keys)


def test_an_empty_directory_that_exists_is_used(tmp_path: Path) -> None:
    assert made(tmp_path).directory == tmp_path


def test_a_directory_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".catatan").write_text("penting")

    with pytest.raises(NotEmpty) as caught:
        made(tmp_path)

    assert str(caught.value) == f"{tmp_path} is not empty; choose a new or an empty directory."
    assert [path.name for path in tmp_path.iterdir()] == [".catatan"]


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    (tmp_path / "kabar").touch()

    with pytest.raises(NotEmpty, match="is a file"):
        made(tmp_path / "kabar")


def test_a_newspaper_is_not_made_over_another(tmp_path: Path) -> None:
    made(tmp_path).finish()

    with pytest.raises(NotEmpty, match="already holds a newspaper; start it with redaksi serve"):
        made(tmp_path)


def test_a_creation_that_was_interrupted_is_recognised(tmp_path: Path) -> None:
    unfinished = made(tmp_path)

    with pytest.raises(NotEmpty, match="creation was interrupted; remove the directory"):
        made(tmp_path)

    assert not unfinished.is_finished


def test_nothing_is_made_when_a_chosen_option_is_not_usable(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--language: language must be one of id, en"):
        Instance.create(tmp_path / "kabar", environ={}, chosen={"language": "jv"})

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"pendek", "é".encode() * 60])
def test_a_secret_that_is_short_or_spoilt_is_refused(tmp_path: Path, content: bytes) -> None:
    instance = made(tmp_path)
    instance.secret_file.write_bytes(content)

    with pytest.raises(ConfigError, match="holds no usable key; put it back from a backup"):
        _key = instance.secret_key


def test_a_secret_that_is_gone_is_refused(tmp_path: Path) -> None:
    instance = made(tmp_path)
    instance.secret_file.unlink()

    with pytest.raises(ConfigError, match="no usable key"):
        _key = instance.secret_key
