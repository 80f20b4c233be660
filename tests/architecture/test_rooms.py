"""The rooms of the house: relations point down, files stay small, nothing is left unfinished."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "redaksi"
FLOORS = [
    "search",
    "pictures",
    "newsroom",
    "articles",
    "readers",
    "statements",
    "fronts",
    "website",
]


def test_relations_point_down():
    """import-linter cannot see ``ForeignKey("articles.Article")``; accounts are everybody's."""
    upward = []
    for model in apps.get_models():
        if model._meta.app_label not in FLOORS:
            continue
        for field in model._meta.get_fields():
            other = getattr(field, "related_model", None)
            if not field.concrete or other is None or other._meta.app_label not in FLOORS:
                continue
            down = FLOORS.index(other._meta.app_label) <= FLOORS.index(model._meta.app_label)
            if not down and other._meta.label != settings.AUTH_USER_MODEL:
                upward.append(f"{model._meta.label}.{field.name} -> {other._meta.label}")

    assert upward == []


def test_models_and_migrations_agree(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize(
    "template",
    sorted(
        str(path.relative_to(folder))
        for folder in SOURCE.glob("*/templates")
        for path in folder.rglob("*.html")
    ),
)
def test_every_template_compiles(template):
    get_template(template)


def modules() -> list[Path]:
    return [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]


def test_no_module_is_longer_than_400_lines():
    long = {str(path): n for path in modules() if (n := len(path.read_text().splitlines())) > 400}

    assert long == {}


def test_every_module_says_what_it_is_for():
    silent = [str(path) for path in modules() if not path.read_text().startswith('"""')]

    assert silent == []


def test_nothing_is_left_for_later():
    later = re.compile(r"\b(TODO|FIXME|XXX)\b")
    left = [str(path) for path in modules() if later.search(path.read_text())]

    assert left == []


def test_the_plain_tools_start_without_django():
    """``redaksi --help`` has to answer in an instant, so nothing heavy is imported for it."""
    script = (
        "import sys; from redaksi.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'django', 'wagtail', 'trafilatura', 'PIL', 'granian'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert done.stderr == ""
    assert done.returncode == 0


def test_no_template_holds_inline_style_or_script():
    inline = re.compile(
        r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\b(src|type=\"application/ld))"
    )
    found = [
        str(path)
        for path in SOURCE.glob("*/templates/**/*.html")
        if inline.search(path.read_text())
    ]

    assert found == []
