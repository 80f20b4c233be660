"""Scores the body text of `read_page` against trafilatura alone on the shared HTML pages.

Usage: python bench/page_extraction.py [SAMPLES] [--set NAME]
SAMPLES is the folder `html-pages` (or its parent); without it, REDAKSI_SAMPLES/html-pages is used.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import trafilatura

from redaksi.formats.page import PageError, read_page

FEWEST_LETTERS = 40

Extractor = Callable[[bytes], str]


@dataclass(frozen=True)
class Case:
    """One page with its wanted text, or with chunks that must and must not be in the text.

    Where the truth gives only the beginning of the text, only as much of the text is compared.
    """

    name: str
    page: bytes
    truth: str = ""
    is_beginning: bool = False
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


@dataclass
class Score:
    """Figures of one extractor on one set; seconds are wall clock."""

    f1: list[float] = field(default_factory=list)
    empty: int = 0
    seconds: list[float] = field(default_factory=list)
    chunks: Counter[str] = field(default_factory=Counter)


def token_f1(truth: str, text: str) -> float:
    """F1 of the two multisets of lower-case words, 0 to 1."""
    wanted, found = (Counter(re.findall(r"\w+", t.lower())) for t in (truth, text))
    hit = sum((wanted & found).values())
    if not hit:
        return float(not wanted and not found)
    precision, recall = hit / sum(found.values()), hit / sum(wanted.values())
    return 2 * precision * recall / (precision + recall)


def by_trafilatura(page: bytes) -> str:
    """The body as trafilatura gives it with favor_precision."""
    return trafilatura.extract(page, favor_precision=True, include_comments=False) or ""


def by_redaksi(page: bytes) -> str:
    """The body as this project reads it; a refused page gives no text."""
    try:
        return "\n".join(read_page(page, content_type="text/html").paragraphs)
    except PageError:
        return ""


def _zipped(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def _scrapinghub(root: Path) -> Iterator[Case]:
    truth = json.loads((root / "ground-truth.json").read_text())
    for name, item in sorted(truth.items()):
        page = root / f"{name}.html.gz"
        if page.exists():
            yield Case(name, _zipped(page), item["articleBody"])


def _indonesia(root: Path) -> Iterator[Case]:
    for item in json.loads((root / "truth.json").read_text()):
        yield Case(item["id"], _zipped(root / f"{item['id']}.gz"), item["truth"])


def _fundus(root: Path) -> Iterator[Case]:
    for item in json.loads(_zipped(root / "truth.json.gz")):
        page = root / f"{item['cc']}-{item['id']}"
        if page.exists():
            yield Case(item["id"], _zipped(page), item["truth"])


def _readability(root: Path) -> Iterator[Case]:
    for page in sorted(root.glob("*.source.html.gz")):
        name = page.name.removesuffix(".source.html.gz")
        wanted = lxml.html.fromstring(_zipped(root / f"{name}.expected.html.gz").decode())
        yield Case(name, _zipped(page), "\n".join(wanted.itertext()))


def _newspaper4k(root: Path) -> Iterator[Case]:
    for truth in sorted(root.glob("*.txt")):
        page = root / f"{truth.stem}.html.gz"
        if page.exists():
            yield Case(truth.stem, _zipped(page), truth.read_text())


def _goose3(root: Path) -> Iterator[Case]:
    for truth in sorted(root.glob("content-*.json")):
        page, text = root / f"{truth.stem}.html.gz", _goose3_text(truth)
        if page.exists() and text:
            yield Case(truth.stem, _zipped(page), text, is_beginning=True)


def _goose3_text(truth: Path) -> str:
    return str(json.loads(truth.read_text()).get("expected", {}).get("cleaned_text") or "")


def _chunks(root: Path, folder: str) -> Iterator[Case]:
    for item in json.loads((root / "trafilatura/evaldata.json").read_text()).values():
        page = root / folder / item["file"]
        if page.exists():
            yield Case(
                item["file"], _zipped(page), wanted=(*item["with"],), unwanted=(*item["without"],)
            )


SETS: dict[str, Callable[[Path], Iterator[Case]]] = {
    "scrapinghub": lambda root: _scrapinghub(root / "scrapinghub"),
    "fundus": lambda root: _fundus(root / "fundus"),
    "indonesia": lambda root: _indonesia(root / "indonesia"),
    "readability": lambda root: _readability(root / "readability"),
    "newspaper4k": lambda root: _newspaper4k(root / "newspaper4k"),
    "goose3": lambda root: _goose3(root / "goose3"),
    "trafilatura": lambda root: _chunks(root, "trafilatura"),
    "joomla": lambda root: _chunks(root, "joomla"),
}


def run(extract: Extractor, cases: list[Case]) -> Score:
    """The figures of one extractor on these cases."""
    score = Score()
    for case in cases:
        start = time.perf_counter()
        text = extract(case.page)
        score.seconds.append(time.perf_counter() - start)
        score.empty += not text
        if case.truth:
            text = text[: len(case.truth)] if case.is_beginning else text
            score.f1.append(token_f1(case.truth, text))
        _count_chunks(case, text, score.chunks)
    return score


def _count_chunks(case: Case, text: str, counts: Counter[str]) -> None:
    counts["hit"] += sum(chunk in text for chunk in case.wanted)
    counts["missed"] += sum(chunk not in text for chunk in case.wanted)
    counts["extra"] += sum(chunk in text for chunk in case.unwanted)


def figure(score: Score) -> float:
    """Mean token F1, or the micro F1 over the chunks where a set has only those."""
    if score.f1:
        return sum(score.f1) / len(score.f1)
    hit, missed, extra = (score.chunks[k] for k in ("hit", "missed", "extra"))
    return 2 * hit / max(1, 2 * hit + missed + extra)


def _samples(given: str | None) -> Path:
    root = Path(given or os.environ.get("REDAKSI_SAMPLES", "samples"))
    root = next(
        (r for r in (root / "samples" / "html-pages", root / "html-pages") if r.is_dir()), root
    )
    if not (root / "scrapinghub").is_dir():
        raise SystemExit(f"No html-pages under {root}: give the folder or set REDAKSI_SAMPLES.")
    return root


def _holds_an_article(case: Case) -> bool:
    """Leaves out pages made to test a parser ("abc", "Test"): they are rightly refused."""
    return bool(case.wanted) or len("".join(case.truth.split())) >= FEWEST_LETTERS


def _show_worst(cases: list[Case], ours: Score, theirs: Score) -> None:
    losses = sorted(zip(ours.f1, theirs.f1, cases, strict=False), key=lambda r: r[0] - r[1])
    for mine, other, case in [*losses[:8], *losses[-4:]]:
        print(f"    {mine:.3f} {other:.3f} {case.name}")


def main() -> None:
    """Prints one line a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("samples", nargs="?")
    parser.add_argument("--set", dest="only", choices=SETS)
    parser.add_argument("--worst", action="store_true", help="also list the pages that differ most")
    given = parser.parse_args()
    root = _samples(given.samples)
    print("set           pages  trafilatura  redaksi  empty  ms/page  slowest s")
    for name in [given.only] if given.only else SETS:
        cases = [case for case in SETS[name](root) if _holds_an_article(case)]
        theirs, ours = run(by_trafilatura, cases), run(by_redaksi, cases)
        print(
            f"{name:12} {len(cases):6} {figure(theirs):12.4f} {figure(ours):8.4f}"
            f" {theirs.empty:>3}/{ours.empty}"
            f" {1000 * sum(ours.seconds) / len(cases):8.0f} {max(ours.seconds):10.2f}"
        )
        if given.worst:
            _show_worst(cases, ours, theirs)


if __name__ == "__main__":
    main()
