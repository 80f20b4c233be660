"""Where messages come from: our own sources, and the catalogues of the packages we install."""

from __future__ import annotations

import contextlib
import importlib.util
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATES = {".html", ".txt"}
SCRIPTS = {".js", ".mjs"}
PASSED_OVER = {"__pycache__", "migrations", "test", "tests"}


def extracted(source: Path, domain: str) -> Iterator[Message]:
    """The messages in one file, or in all files below a folder, in a fixed order."""
    for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
        if path.is_file() and not PASSED_OVER.intersection(path.relative_to(source).parts):
            yield from extracted_from_file(path, domain)


def extracted_from_file(path: Path, domain: str) -> Iterator[Message]:
    """The messages of one file: "djangojs" reads scripts, other domains Python and templates."""
    if domain == "djangojs":
        if path.suffix in SCRIPTS:
            yield from called(path.read_text(encoding="utf-8"), "javascript")
    elif path.suffix == ".py" and not path.name.startswith("test"):
        yield from called(path.read_text(encoding="utf-8"), "python")
    elif path.suffix in TEMPLATES and "templates" in path.parts:
        calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        # The tokeniser would take the template's indentation for Python's.
        yield from called("\n".join(line.lstrip() for line in calls.splitlines()), "python")


def called(text: str, method: str) -> Iterator[Message]:
    """The messages that a source text passes to gettext and its relatives."""
    found = extract(
        method,
        io.BytesIO(text.encode()),
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        options={"encoding": "utf-8"},
        strip_comment_tags=True,
    )
    for _line, ids, comments, context in found:
        yield Message(ids, auto_comments=comments, context=context)


def shipped(package: str, domain: str, language: str) -> list[Message]:
    """The messages of an installed package, with its translations if it has the language."""
    folder = folder_of(package)
    for name in (language, f"{language}_{language.upper()}"):
        path = folder / "locale" / name / "LC_MESSAGES" / f"{domain}.po"
        if path.is_file():
            return read(path)
    if language == "en" and not (folder / "locale" / "en").is_dir():
        # What others wrote that cannot be translated is not for us to be told of.
        with contextlib.redirect_stderr(io.StringIO()):
            return list(extracted(folder, domain))
    return []


def folder_of(package: str) -> Path:
    """The folder of an installed package; stops with a sentence if it is not installed."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"The package {package} is missing: install the project's packages first.")
    return Path(spec.submodule_search_locations[0])


def read(path: Path) -> list[Message]:
    """The messages of a .po file, without its header."""
    with path.open("rb") as file:
        return [message for message in read_po(file) if message.id]
