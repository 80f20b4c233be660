"""A new ``redaksi.toml`` shows every option and reads back as what was chosen."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaksi.instance.config import Config, ConfigError, load_config
from redaksi.instance.options import options
from redaksi.instance.template import settings_file, toml_value


def test_every_option_is_shown_with_its_default_and_set_by_none() -> None:
    text = settings_file({})
    shown = "\n".join(line.removeprefix("# ") for line in text.splitlines() if " = " in line)

    assert tomllib.loads(text) == {}
    assert list(tomllib.loads(shown)) == list(options())


def test_the_shown_defaults_are_the_real_ones(tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") for line in settings_file({}).splitlines() if " = " in line]
    (tmp_path / "redaksi.toml").write_text("\n".join(lines))

    assert load_config(tmp_path, environ={}) == Config()


def test_chosen_options_are_set(tmp_path: Path) -> None:
    chosen = {"name": 'Kabar "Timur" \\ Laut', "timezone": "WIT", "port": "81", "host": None}
    (tmp_path / "redaksi.toml").write_text(settings_file(chosen), encoding="utf-8")

    assert tomllib.loads((tmp_path / "redaksi.toml").read_text(encoding="utf-8")) == {
        "name": 'Kabar "Timur" \\ Laut',
        "timezone": "Asia/Jayapura",
        "port": 81,
    }


def test_a_chosen_value_that_is_not_usable_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"^--port: port .*70000"):
        settings_file({"port": "70000"})


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_any_line_of_text_survives_toml(line: str) -> None:
    assert tomllib.loads(f"a = {toml_value(line)}") == {"a": line}


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]))))
def test_any_list_survives_toml(lines: list[str]) -> None:
    assert tomllib.loads(f"a = {toml_value(lines)}") == {"a": lines}
