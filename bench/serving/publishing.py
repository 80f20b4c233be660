"""Measures how soon readers see what is published, in a small archive and in a large one."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from bench.serving.archive import Served
from bench.serving.desks import Desk, desk
from bench.serving.newsroom import whole_paper
from bench.serving.quantiles import quantile
from bench.serving.rows import Better, Row, ratio_of
from bench.serving.settings import Run
from bench.serving.watching import Reader, Sign, first_seen, shows
from redaksi.syndication.addresses import NEWS_SITEMAP, SITEMAP_INDEX

WARM_UPS = 3
SECONDS_FOR_THE_REST = 60
FEED = "/umpan.xml"
EVERYTHING = "article, home, section, feed, sitemaps"


@dataclass
class Newspaper:
    """A paper that runs, its newsroom, its reader, and what was measured: milliseconds."""

    size: int
    newsroom: Desk
    reader: Reader
    article: list[float] = field(default_factory=list)
    everything: list[float] = field(default_factory=list)
    returned: list[float] = field(default_factory=list)

    def publish(self, number: int) -> None:
        """Publish a draft and watch all that shows it; then let the rest be done."""
        story = self.newsroom.ask("draft", number=number)
        self._wait_for_the_rest()
        changed = self._differs_from_now(SITEMAP_INDEX)
        self.newsroom.begin("publish", pk=story["pk"])
        pages = [story["address"], "/", story["front"], FEED, story["sitemap"], NEWS_SITEMAP]
        signs = {page: shows(story["word"]) for page in pages}
        seen = first_seen(self.reader, {**signs, SITEMAP_INDEX: changed})
        told = self.newsroom.answer()
        self.article.append(1000 * (seen[story["address"]] - told["begun"]))
        self.everything.append(1000 * (max(seen.values()) - told["begun"]))
        self.returned.append(1000 * (told["ended"] - told["begun"]))
        # The other archive lies on the same cores, and its turn is next.
        self._wait_for_the_rest()

    def _differs_from_now(self, address: str) -> Sign:
        # The edge ends connections on which nothing has been asked for a while.
        self.reader.close()
        now = self.reader.body(address)
        return lambda body: body != now

    def forget(self) -> None:
        """Forget what was measured to warm up."""
        for taken in (self.article, self.everything, self.returned):
            taken.clear()

    def _wait_for_the_rest(self) -> None:
        deadline = time.monotonic() + SECONDS_FOR_THE_REST
        while self.newsroom.ask("waiting") and time.monotonic() < deadline:
            time.sleep(0.1)


def until_visible(run: Run) -> list[Row]:
    """Measure publish -> visible in turns in both archives, everything else of them running."""
    with ExitStack() as stack:
        papers = [stack.enter_context(_newspaper(run, size)) for size in sorted(run.sizes)]
        for number in range(WARM_UPS):
            _turn(papers, number)
        for paper in papers:
            paper.forget()
        for number in range(WARM_UPS, WARM_UPS + run.publishes):
            _turn(papers, number)
    return _rows(papers)


def _turn(papers: list[Newspaper], number: int) -> None:
    for paper in papers:
        paper.publish(number)


@contextmanager
def _newspaper(run: Run, size: int) -> Iterator[Newspaper]:
    served = Served.at(run.place / "publishing", size)
    with desk(served.environment) as newsroom:
        pages = newsroom.ask("get ready", whole=run.whole)["pages"]
        print(f"{size:,} articles, {pages:,} pages: ready", file=sys.stderr, flush=True)
        with whole_paper(served):
            reader = Reader(served.port, served.tree)
            yield Newspaper(size, newsroom, reader)
            reader.close()


def _rows(papers: list[Newspaper]) -> list[Row]:
    small, large = papers[0], papers[-1]
    words = f"publish → {{what}} visible, p99 at {large.size:,} articles"
    return [
        _milliseconds(words.format(what="article"), large.article, 300, 150),
        _milliseconds(words.format(what=EVERYTHING), large.everything, 1000, 500),
        *(_growth(small, large, share) for share in (0.5, 0.99)),
    ]


def _milliseconds(what: str, taken: list[float], limit: float, aim: float) -> Row:
    p99 = quantile(taken, 0.99)
    note = f"{len(taken)} publishes, p50 {quantile(taken, 0.5):.0f} ms, longest {max(taken):.0f} ms"
    cells = (f"{p99:.0f} ms",)
    return Row(what, p99, Better.LESS, limit, aim, *cells, unit="ms", note=note)


def _growth(small: Newspaper, large: Newspaper, share: float) -> Row:
    ours, other = (quantile(paper.everything, share) for paper in (large, small))
    what = f"publish → all visible, p{share * 100:.0f}: {large.size:,} / {small.size:,}"
    inside = [f"{quantile(paper.returned, share):.0f} ms" for paper in (large, small)]
    note = f"publish() itself took {' / '.join(inside)}"
    cells = f"{ours:.0f} ms", f"{other:.0f} ms"
    return Row(what, ratio_of(ours, other), Better.LESS, 1.3, 1.1, *cells, note=note)
