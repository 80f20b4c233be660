"""Reads invented texts and tells which break a promise: ``python -m tests.extraction.fuzzing``.

A third are random characters, a third words and marks that mean something to the engine in any
order, a third this project's own articles with random damage. Each follows from the seed and its
number alone, so that what is told can be made again.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from redaksi.extraction import LANGUAGES, extract
from tests.extraction.scoring import read_texts

TEXTS = Path(__file__).with_name("texts")
PIECES = (
    "kata", "ujarnya", "Budi", "Ketua", "menurut", "mengatakan", "bahwa", "yang", "itu", "dan",
    "ia", "Hal itu disampaikan", "dikutip dari", "kepada", "(12/3/2024)", "Senin", "said",
    "he", "told", "according to", "Mr", "Smith", "Tanya:", "Jawab:", "Dr.", "M.T.", "KPK",
    '"', "“", "”", "'", "‘", "’", "«", "»", "(", ")", ",", ".", "?!", "...", " - ", "—", "\n",
    "\n\n", "\r\n", "\t", "\u200b", "\x00", "😀", "İ", "\u0301", "\ud800", "www.a.id",
)  # fmt: skip
MOST_PIECES = 120
MOST_CHARACTERS = 600
MOST_DAMAGE = 12
LONGEST_ARTICLE = 1500
#: No text of this length may take longer, in seconds of the processor.
PATIENCE = 2.0
CHUNK = 200


@cache
def _articles(language: str) -> list[str]:
    return [article["text"] for article in read_texts(TEXTS / f"{language}.jsonl")]


def _characters(chance: random.Random, _language: str) -> str:
    highest = chance.choice((0x80, 0x250, 0x3000, 0x110000))
    return "".join(chr(chance.randrange(highest)) for _ in range(chance.randrange(MOST_CHARACTERS)))


def _pieces(chance: random.Random, _language: str) -> str:
    between = chance.choice(("", " ", " ", "\n"))
    return between.join(chance.choices(PIECES, k=chance.randrange(MOST_PIECES)))


def _damaged(chance: random.Random, language: str) -> str:
    whole = chance.choice(_articles(language))
    start = chance.randrange(len(whole))
    text = whole[start : start + chance.randrange(LONGEST_ARTICLE)]
    for _damage in range(chance.randrange(MOST_DAMAGE)):
        place = chance.randrange(len(text) + 1)
        length = chance.choice((0, 1, 1, 5, 40))
        new = chance.choice(("", chance.choice(PIECES), text[place : place + 60][::-1]))
        text = text[:place] + new + text[place + length :]
    return text


MAKERS: tuple[Callable[[random.Random, str], str], ...] = (_characters, _pieces, _damaged)


def text_of(seed: int, number: int) -> tuple[str, str]:
    """Return one text and the language in which it is read."""
    chance = random.Random(f"{seed}:{number}")
    language = LANGUAGES[number // len(MAKERS) % len(LANGUAGES)]
    return MAKERS[number % len(MAKERS)](chance, language), language


def broken_promise(text: str, language: str) -> str:
    """Read the text; return in a few words what must not be, or nothing."""
    started, reached = time.process_time(), 0
    try:
        found = extract(text, language)
    except Exception as problem:
        return f"raised {problem!r}"
    if time.process_time() - started > PATIENCE:
        return f"took longer than {PATIENCE} s"
    for statement in found:
        if text[statement.start : statement.end] != statement.quote or not statement.quote:
            return f"words that are not the text's: {statement.quote!r}"
        if statement.start < reached:
            return f"out of order: {statement.quote!r}"
        reached = statement.end
        sure = statement.confidence
        if not 0 <= sure.overall <= min(sure.span, sure.speaker) + 0.001 <= 1.001:
            return f"confidence {sure}"
    return ""


def _read(numbers: tuple[int, range]) -> list[tuple[int, str]]:
    seed, span = numbers
    told = ((number, broken_promise(*text_of(seed, number))) for number in span)
    return [(number, problem) for number, problem in told if problem]


def fuzz(inputs: int, seed: int, processes: int | None = None) -> Iterator[tuple[int, str]]:
    """Read so many texts with all cores; give the number of each that breaks a promise, and how."""
    spans = (range(start, min(start + CHUNK, inputs)) for start in range(0, inputs, CHUNK))
    with multiprocessing.Pool(processes) as pool:
        found = pool.imap_unordered(_read, zip(itertools.repeat(seed), spans, strict=False))
        yield from itertools.chain.from_iterable(found)


def main() -> int:
    """Read and tell; 1 when anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.extraction.fuzzing", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000, metavar="N")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    given = parser.parse_args()
    started, problems = time.monotonic(), 0
    for number, problem in fuzz(given.inputs, given.seed):
        problems += 1
        print(number, problem, json.dumps(text_of(given.seed, number)[0]), flush=True)
    taken = time.monotonic() - started
    print(f"{given.inputs} texts, seed {given.seed}, {problems} problems, {taken:.0f} s")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
