"""The translators' tool: gathers the words people see, compiles them, reports what is missing.

    python -m tools.messages update     merge new messages into the .po files, drop unused ones
    python -m tools.messages compile    write the .mo files that the program reads
    python -m tools.messages check      report everything that is not complete; 1 if anything is

Source strings are English, so there is no English catalogue: gettext answers with the string
itself, and Django never falls back from English to the newspaper's language. Indonesian lies
in each app's ``locale/``; ``src/redaksi/locale/`` goes before all of them and completes what
Wagtail and other packages leave untranslated. Only Python is needed, GNU gettext is not.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.message_books import ROOT, as_mo, as_po, books, disagreements, faults, merged


def update() -> int:
    """Write every .po file anew from the sources and the translations we have."""
    for book in books():
        catalog = merged(book)
        if len(catalog):
            write(book.po, as_po(catalog))
        else:
            book.po.unlink(missing_ok=True)
            book.mo.unlink(missing_ok=True)
    return 0


def compile_all() -> int:
    """Write every .mo file from its .po file."""
    for book in books():
        if book.po.exists():
            write(book.mo, as_mo(book.kept()))
    return 0


def check() -> int:
    """Print all faults; 1 if there are any."""
    found = [f"{book.po.relative_to(ROOT)}: {fault}" for book in books() for fault in faults(book)]
    found += disagreements()
    print(*found, f"{len(found)} faults in the message catalogues.", sep="\n")
    return int(bool(found))


def write(path: Path, content: bytes) -> None:
    """Write the file only if it changes, and say so."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    print(f"written: {path.relative_to(ROOT)}")


def main(arguments: list[str]) -> int:
    """Run the named command; 2 with a sentence if there is no such command."""
    commands = {"update": update, "compile": compile_all, "check": check}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(f"Say one of: {', '.join(commands)}.", file=sys.stderr)
        return 2
    return commands[arguments[0]]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
