"""The docs: made pages are current, links lead somewhere, options and commands are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redaksi.cli.main import COMMANDS
from redaksi.instance.options import options
from tools.reference import REFERENCE, pages

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/README.md")]


@pytest.mark.parametrize("name", ["options.md", "commands.md", "article.md"])
def test_pages_made_from_the_code_are_current(name):
    assert (REFERENCE / name).read_text(encoding="utf-8") == pages()[name], "run: make docs"


def test_every_option_and_command_has_its_heading():
    text = "".join((REFERENCE / name).read_text() for name in ("options.md", "commands.md"))
    wanted = [f"## `{name}`" for name in options()] + [f"## `redaksi {name}`" for name in COMMANDS]

    assert [heading for heading in wanted if heading not in text] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document):
    targets = LINK.findall(document.read_text(encoding="utf-8"))

    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_decisions_are_short():
    long = [
        path.name
        for path in (ROOT / "docs/decisions").glob("0*.md")
        if len(path.read_text().splitlines()) > 60
    ]

    assert long == []
