"""Settings come from the file, the variables and the flags, in that order; mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from redaksi.instance import values
from redaksi.instance.config import Config, ConfigError, load_config, variables_for
from redaksi.instance.options import options


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    (tmp_path / "redaksi.toml").touch()
    return tmp_path


def refusal(directory: Path, environ: dict[str, str] | None = None, **flags: object) -> str:
    with pytest.raises(ConfigError) as caught:
        load_config(directory, environ=environ or {}, flags=flags)
    return str(caught.value)


def test_an_empty_file_gives_the_defaults(paper: Path) -> None:
    assert load_config(paper, environ={}) == Config()


def test_the_later_source_wins(paper: Path) -> None:
    (paper / "redaksi.toml").write_text('port = 1001\nname = "Berkas"\ntagline = "Berkas"\n')
    environ = {"REDAKSI_PORT": "1002", "REDAKSI_NAME": "Variabel", "PORT": "7"}

    config = load_config(paper, environ=environ, flags={"port": "1003", "host": None})

    assert (config.port, config.name, config.tagline) == (1003, "Variabel", "Berkas")


def test_the_address_follows_host_and_port_unless_it_is_given(paper: Path) -> None:
    follows = load_config(paper, environ={}, flags={"host": "0.0.0.0", "port": 9000})
    sixth = load_config(paper, environ={}, flags={"host": "::1"})
    named = load_config(paper, environ={}, flags={"host": "localhost"})
    given = load_config(paper, environ={}, flags={"base_url": "https://kabar.example/", "port": 1})

    assert follows.base_url == "http://127.0.0.1:9000"
    assert sixth.base_url == "http://[::1]:8000"
    assert named.base_url == "http://localhost:8000"
    assert given.base_url == "https://kabar.example"


def test_a_secret_is_read_from_the_file_its_variable_names(paper: Path, tmp_path: Path) -> None:
    secret = tmp_path / "database"
    secret.write_text("postgresql://ani:rahasia@db/kabar\n")

    config = load_config(paper, environ={"REDAKSI_DATABASE_FILE": str(secret)})

    assert config.database == "postgresql://ani:rahasia@db/kabar"


def test_a_secret_given_twice_is_refused(paper: Path) -> None:
    environ = {"REDAKSI_DATABASE": "sqlite:///a", "REDAKSI_DATABASE_FILE": "/nowhere"}

    message = "REDAKSI_DATABASE and REDAKSI_DATABASE_FILE are both set; keep one of them."
    assert refusal(paper, environ) == message


def test_a_secret_file_that_is_missing_is_named(paper: Path) -> None:
    message = refusal(paper, {"REDAKSI_EMAIL_URL_FILE": "/nowhere/mail"})

    assert message == (
        "REDAKSI_EMAIL_URL_FILE: the file /nowhere/mail cannot be read: "
        "there is no such file or directory."
    )


def test_only_secrets_may_come_from_a_file(paper: Path) -> None:
    message = refusal(paper, {"REDAKSI_PORT_FILE": "/nowhere"})

    assert message == (
        'The environment: there is no option "REDAKSI_PORT_FILE"; did you mean "REDAKSI_PORT"?'
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("prot = 80", 'there is no option "prot"; did you mean "port"?'),
        ("[xyzzy]\na = 1", 'there is no option "xyzzy"; remove it.'),
        ('port = "http"', 'port must be a whole number from 1 to 65535, not "http".'),
        ("port = true", "port must be a whole number from 1 to 65535, not true."),
        ("name = 7", "name must be text in quotation marks, not 7."),
        (
            'timezone = "Asia/Jakrata"',
            'timezone names no time zone: "Asia/Jakrata"; did you mean "Asia/Jakarta"?',
        ),
    ],
)
def test_a_mistake_in_the_file_is_one_sentence_with_file_and_option(
    paper: Path, line: str, said: str
) -> None:
    (paper / "redaksi.toml").write_text(line + "\n")

    assert refusal(paper) == f"{paper}/redaksi.toml: {said}"


def test_a_mistake_in_a_variable_or_a_flag_names_it(paper: Path) -> None:
    wanted = 'port must be a whole number from 1 to 65535, not "0".'

    assert refusal(paper, {"REDAKSI_PORT": "0"}) == f"REDAKSI_PORT: {wanted}"
    assert refusal(paper, port="0") == f"--port: {wanted}"
    assert refusal(paper, {"REDAKSI_XYZZY": "0"}) == (
        'The environment: there is no option "REDAKSI_XYZZY"; remove it.'
    )


def test_a_file_that_is_no_toml_is_refused_with_the_line(paper: Path) -> None:
    (paper / "redaksi.toml").write_text('name = "Kabar"\nport = = 8\n')

    assert refusal(paper) == (
        f"{paper}/redaksi.toml cannot be understood: Invalid value (at line 2, column 8); "
        "correct that line."
    )


def test_a_file_in_another_encoding_is_refused(paper: Path) -> None:
    (paper / "redaksi.toml").write_bytes('name = "Kabar"'.encode("utf-16"))

    assert refusal(paper) == f"{paper}/redaksi.toml is not UTF-8 text; save it again as UTF-8."


def test_a_byte_order_mark_does_no_harm(paper: Path) -> None:
    (paper / "redaksi.toml").write_bytes("\ufeffport = 81\n".encode())

    assert load_config(paper, environ={}).port == 81


def test_a_directory_without_the_file_is_no_newspaper(tmp_path: Path) -> None:
    assert refusal(tmp_path) == (
        f"{tmp_path} is not a newspaper: it has no redaksi.toml; make one with redaksi init."
    )


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "redaksi.toml").mkdir()

    assert refusal(tmp_path) == f"{tmp_path}/redaksi.toml cannot be read: it is a directory."


def test_a_wrong_password_is_never_repeated(paper: Path) -> None:
    message = refusal(paper, {"REDAKSI_DATABASE": "mysql://ani:rahasia@db/kabar"})

    assert message == (
        "REDAKSI_DATABASE: database must be sqlite:///FILE or "
        "postgresql://USER:PASSWORD@HOST:PORT/NAME."
    )


def test_postgresql_without_its_package_is_refused_with_what_to_do(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(values, "find_spec", lambda name: None)

    message = refusal(paper, {"REDAKSI_DATABASE": "postgresql:///kabar"})

    assert message == (
        "REDAKSI_DATABASE: database needs one package more for PostgreSQL; "
        'run pip install "psycopg[binary]".'
    )


def test_flags_reach_a_child_process_as_variables(paper: Path) -> None:
    flags = {"port": "81", "trusted_proxies": "10.0.0.1, 10.1.0.0/16", "name": None}

    variables = variables_for(flags)

    assert variables == {"REDAKSI_PORT": "81", "REDAKSI_TRUSTED_PROXIES": "10.0.0.1,10.1.0.0/16"}
    assert load_config(paper, environ=variables) == load_config(paper, environ={}, flags=flags)


def test_every_option_has_a_meaning_and_a_default_that_passes_its_own_check() -> None:
    for option in options().values():
        assert option.help.endswith(".")
        assert option.read(option.default, "default") == option.default
