"""Build id.jsonl and en.jsonl from the annotated sources."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .rules import faults
from .source import Article, SourceError, read

HERE = Path(__file__).parent
LANGUAGES = ("id", "en")


def articles(language: str) -> list[Article]:
    """Return the articles of a language in the order of their file names."""
    return [read(path) for path in sorted((HERE / "sources" / language).glob("*.txt"))]


def lines(language: str) -> str:
    """Return the JSON Lines of a language; raise SourceError when an annotation is at fault."""
    records = []
    for article in articles(language):
        found = list(faults(article))
        if found:
            raise SourceError(f"{article.head['id']}: " + "\n  ".join(found))
        records.append(json.dumps(article.as_record(), ensure_ascii=False))
    return "".join(record + "\n" for record in records)


def main() -> int:
    """Write both files and tell how much is in them."""
    for language in LANGUAGES:
        content = lines(language)
        (HERE / f"{language}.jsonl").write_text(content, encoding="utf-8")
        statements = sum(len(article.statements) for article in articles(language))
        sys.stdout.write(
            f"{language}: {content.count(chr(10))} articles, {statements} statements\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
