"""Shows the figures as a table, and writes them as Markdown."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.figures import GROWTH_LIMIT, WRITE_LIMIT_MS, Figures

EXPLANATION = (
    "Milliseconds: the median of {runs} runs after {warm_ups} to warm up (three times as many "
    "where a limit seems broken), in round brackets the fastest, in square brackets the part of "
    "the median spent in the database. The sizes are measured in turns, one run each, so that "
    "whatever else the machine does weighs on both. "
    f"Limits for the medians: growth {GROWTH_LIMIT}, writes {WRITE_LIMIT_MS} ms."
)


def headings(sizes: list[int]) -> list[str]:
    """Return the heads of the columns."""
    counts = [f"{size:,}" for size in sorted(sizes)]
    return ["Database", "Operation", *counts, "Queries", "Growth", "Verdict"]


def show(figures: list[Figures], sizes: list[int], facts: list[str]) -> None:
    """Print the table."""
    console = Console(width=None if Console().is_terminal else 120)
    for fact in facts:
        console.print(fact, highlight=False)
    table = Table(*headings(sizes))
    for one in figures:
        table.add_row(*one.row(), style="" if one.verdict == "ok" else "bold red")
    console.print(table)


def write(path: Path, figures: list[Figures], sizes: list[int], facts: list[str]) -> None:
    """Write everything as Markdown."""
    heads = headings(sizes)
    aligned = ["---", "---", *["---:"] * (len(heads) - 3), "---"]
    rows = [heads, aligned, *(one.row() for one in figures)]
    lines = ["# Figures", "", *(f"- {fact}" for fact in facts), ""]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
