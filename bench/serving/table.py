"""Shows the figures as a table, and writes them as Markdown."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.serving.rows import Row

HEADS = ["What", "Ours", "The other", "Ratio", "Limit", "Aim"]


def show(rows: list[Row], facts: list[str]) -> None:
    """Print the table and the notes."""
    console = Console(width=None if Console().is_terminal else 150)
    for fact in facts:
        console.print(fact, highlight=False)
    table = Table(*HEADS)
    for row in rows:
        table.add_row(*row.cells(), style="" if row.is_kept else "bold red")
    console.print(table)
    for note in notes(rows):
        console.print(f"- {note}", highlight=False, markup=False)


def write(path: Path, rows: list[Row], facts: list[str]) -> None:
    """Write everything as Markdown."""
    lines = ["# Figures of serving", "", *(f"- {fact}" for fact in facts), ""]
    lines += [f"| {' | '.join(HEADS)} |", "| --- |" + " ---: |" * (len(HEADS) - 1)]
    lines += [f"| {' | '.join(row.cells())} |" for row in rows]
    lines += ["", *(f"- {note}" for note in notes(rows))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def notes(rows: list[Row]) -> list[str]:
    """Return the notes, each after the figure that it is about."""
    return [f"{row.what}: {row.note}" for row in rows if row.note]
