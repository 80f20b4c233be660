"""Names: the same, similar, and different ones."""

from __future__ import annotations

import pytest

from redaksi.statements.names import are_similar, name_key


def test_spellings_of_one_name_have_one_key() -> None:
    assert name_key("  SERGÉY  Lavrov ") == name_key("Sergey Lavrov") == "sergey lavrov"


@pytest.mark.parametrize(
    ("one", "other", "similar"),
    [
        ("Sergey Lavrov", "Sergei Lavrov", True),
        ("Sergey Lavrov", "Lavrov", True),
        ("S. Lavrov", "Sergey Lavrov", True),
        ("Joko Widodo", "Ir. Joko Widodo", True),
        ("Mulyadi Hartono", "Mulyadi Hartanto", True),
        ("Joko Widodo", "Joko Susilo", False),
        ("Anies Baswedan", "Ganjar Pranowo", False),
        ("Al", "Al Gore", False),
        ("", "Al Gore", False),
    ],
)
def test_similar_names(one: str, other: str, similar: bool) -> None:
    assert are_similar(name_key(one), name_key(other)) is similar
    assert are_similar(name_key(other), name_key(one)) is similar
