"""Writes the pages of ``docs/reference`` that come from the code; ``--check`` only compares."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
MADE = "<!-- Made from the code by `make docs`; do not edit. -->"


def main() -> int:
    """Write the pages, or with ``--check`` say which are out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    checking = parser.parse_args().check
    stale = [name for name, text in pages().items() if not _is_current(name, text)]
    if checking:
        for name in stale:
            print(f"docs/reference/{name} is out of date: run  make docs")
        return int(bool(stale))
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
    return 0


def pages() -> dict[str, str]:
    """Return the text of every page by its file name."""
    os.environ.update({"LC_ALL": "C.UTF-8", "COLUMNS": "90"})
    return {
        "options.md": "\n".join(_options()) + "\n",
        "commands.md": "\n".join(_commands()) + "\n",
        "article.md": "\n".join(_article()) + "\n",
    }


def _is_current(name: str, text: str) -> bool:
    path = REFERENCE / name
    return path.exists() and path.read_text(encoding="utf-8") == text


def _options() -> Iterator[str]:
    from redaksi.instance.options import options
    from redaksi.instance.template import toml_value

    yield from ("# Options", "", MADE, "")
    yield (
        "Every option stands in `redaksi.toml`. A variable goes before the file and a flag "
        "before both; an option or a `REDAKSI_*` variable that does not exist stops the start."
    )
    for name, option in options().items():
        variable = f"REDAKSI_{name.upper()}"
        yield from ("", f"## `{name}`", "", option.help, "")
        yield f"Default: `{toml_value(option.default)}` · variable `{variable}`" + (
            f" (or `{variable}_FILE`, the name of a file that holds it)" if option.secret else ""
        )


def _commands() -> Iterator[str]:
    from redaksi.cli.exits import Exit
    from redaksi.cli.main import COMMANDS, build_parser

    parser = build_parser()
    groups = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    yield from ("# Commands", "", MADE)
    for name in COMMANDS:
        help_text = groups.choices[name].format_help().rstrip()
        yield from ("", f"## `redaksi {name}`", "", "```text", help_text, "```")
    yield from ("", "## Exit codes", "", "| code | name |", "| --- | --- |")
    for code in Exit:
        yield f"| {int(code)} | {code.name.lower().replace('_', ' ')} |"


def _article() -> Iterator[str]:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "redaksi.settings")
    django.setup()
    from django.utils.translation import override

    with override("en"):
        yield from _article_in_english()


def _article_in_english() -> Iterator[str]:
    from redaksi.articles.blocks import BodyBlock
    from redaksi.articles.desk.panels import DETAILS, STORY
    from redaksi.articles.models import Article

    yield from ("# The article", "", MADE, "", "## Fields", "")
    yield from ("| field | shown as | meaning |", "| --- | --- | --- |")
    for name in _field_names([*STORY, *DETAILS]):
        if name in {field.name for field in Article._meta.get_fields()}:
            field = Article._meta.get_field(name)
            label = getattr(field, "verbose_name", name)
            yield f"| `{name}` | {label} | {getattr(field, 'help_text', '')} |"
    yield from ("", "## Blocks of the text", "", "| block | shown as |", "| --- | --- |")
    for name, block in BodyBlock().child_blocks.items():
        yield f"| `{name}` | {block.label} |"


def _field_names(panels: list[object]) -> Iterator[str]:
    for panel in panels:
        children = getattr(panel, "children", None)
        if children is not None:
            yield from _field_names(children)
        elif getattr(panel, "field_name", None):
            yield str(panel.field_name)  # type: ignore[attr-defined]
        elif getattr(panel, "relation_name", None):
            yield str(panel.relation_name)  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
