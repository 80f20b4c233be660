"""The terminal is spoken to in the language that its locale variables ask for."""

from __future__ import annotations

import pytest

from redaksi.instance.language import gettext, ngettext, terminal_language


@pytest.fixture(autouse=True)
def _no_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("id_ID.UTF-8", "id"),
        ("id", "id"),
        ("in_ID", "id"),
        ("en_GB.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("it_IT", "en"),
        ("ido", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_read_from_the_locale(
    monkeypatch: pytest.MonkeyPatch, value: str, language: str
) -> None:
    monkeypatch.setenv("LANG", value)

    assert terminal_language() == language


def test_the_stronger_variable_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("LC_MESSAGES", "id_ID.UTF-8")

    assert terminal_language() == "id"

    monkeypatch.setenv("LC_ALL", "C")

    assert terminal_language() == "en"


def test_a_message_without_translation_is_said_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")

    assert gettext("No catalogue has this sentence.") == "No catalogue has this sentence."
    assert [ngettext("one stray", "many strays", number) for number in (1, 2)] == [
        "one stray",
        "many strays",
    ]
