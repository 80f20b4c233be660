"""Scores the extraction of statements on annotated texts and measures speed and memory.

Usage: python -m bench.extraction GOLD.jsonl [--lang id] [--errors N] [--register]
GOLD has an object an article: {id, text, statements[...]}. Without --errors only the table.
With --register the table comes three times: with an empty register, with one that holds the
article's own people, as after all of them were confirmed, and with one that holds the others'.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import time
from pathlib import Path

from redaksi.extraction import KnownPerson, extract
from redaksi.extraction.statement import SpeakerType
from tests.extraction.scoring import (
    WORD,
    Gold,
    Score,
    compare,
    covered,
    f1,
    read_texts,
    speaker_is_right,
)

ROUNDS = 5
DOUBLINGS = (62_500, 125_000, 250_000, 500_000)


def table(score: Score) -> str:
    """The figures of a set, one a line."""
    fields = "  ".join(
        f"{name} {score.fields[name]}/{asked}" for name, asked in score.fields_asked.items()
    )
    return "\n".join(
        [
            f"articles   {score.articles}, without an error {score.clean}",
            f"statements {score.gold} annotated, {score.found} found, {score.matched} matched",
            f"span       F1 {score.span:.3f}",
            f"speaker    F1 {score.speaker:.3f}",
            f"fields     {fields}",
            f"ticked     precision {score.precision:.3f}, coverage {score.coverage:.3f}",
        ]
    )


def people_of(articles: list[Gold]) -> list[KnownPerson]:
    """The people whom a newsroom knows after it has confirmed the statements of some articles."""
    names: dict[str, dict[str, None]] = {}
    roles: dict[str, dict[str, None]] = {}
    for statement in [one for article in articles for one in article["statements"]]:
        name = statement["speaker"]
        if name and statement.get("speaker_type", "person") == SpeakerType.PERSON:
            names.setdefault(name, {}).update(dict.fromkeys(statement.get("aliases") or ()))
            if statement["role"]:
                roles.setdefault(name, {})[statement["role"]] = None
    return [
        KnownPerson(name, tuple(aliases), tuple(roles.get(name, ())))
        for name, aliases in names.items()
    ]


def scored(articles: list[Gold], language: str, known: dict[str, list[KnownPerson]]) -> Score:
    """Score all articles, each with the people that are known for it."""
    total = Score()
    for article in articles:
        found = extract(article["text"], language, known_people=known.get(article["id"], []))
        compare(article, found, total)
    return total


def errors(article: Gold, language: str) -> list[str]:
    """What is missed, found too much, or given to somebody else, a line each."""
    words = [match.span() for match in WORD.finditer(article["text"])]
    out, used = [], set()
    found = extract(article["text"], language)
    for gold in article["statements"]:
        span = covered(words, gold["start"], gold["end"])
        fits = [s for s in found if _same(span, covered(words, s.start, s.end))]
        used.update(id(s) for s in fits)
        if not fits:
            out.append(f"missed  {gold['quote'][:90]}")
        elif not speaker_is_right(gold, fits[0].speaker):
            out.append(f"speaker {gold['speaker']} | {fits[0].speaker} | {gold['quote'][:60]}")
    out += [f"extra   {s.speaker} | {s.quote[:80]}" for s in found if id(s) not in used]
    return [f"{article['id']}: {line}" for line in out]


def _same(a: frozenset[int], b: frozenset[int]) -> bool:
    return f1(len(a & b), len(a), len(b)) >= 0.5


def speed(articles: list[Gold], language: str) -> float:
    """Articles a CPU second."""
    extract(articles[0]["text"], language)
    started = time.process_time()
    for _ in range(ROUNDS):
        for article in articles:
            extract(article["text"], language)
    return ROUNDS * len(articles) / (time.process_time() - started)


def doubling(articles: list[Gold], language: str) -> list[float]:
    """How much longer twice the text takes, for growing texts: about 2 when time is linear."""
    text = "\n\n".join(article["text"] for article in articles)
    text = (text + "\n\n") * (DOUBLINGS[-1] // len(text) + 1)
    seconds = []
    for size in DOUBLINGS:
        started = time.process_time()
        extract(text[:size], language)
        seconds.append(time.process_time() - started)
    return [after / before for before, after in itertools.pairwise(seconds)]


def main() -> None:
    """Print the table, then speed, growth and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--register", action="store_true")
    given = parser.parse_args()
    articles = read_texts(given.gold)
    print(table(scored(articles, given.lang, {})))
    if given.register:
        own = {article["id"]: people_of([article]) for article in articles}
        others = {
            article["id"]: people_of([other for other in articles if other is not article])
            for article in articles
        }
        print(f"\nThe article's own people known:\n{table(scored(articles, given.lang, own))}")
        print(f"\nOther articles' people known:\n{table(scored(articles, given.lang, others))}\n")
    for line in [line for a in articles for line in errors(a, given.lang)][: given.errors]:
        print("  ", line)
    ratios = ", ".join(f"{ratio:.2f}" for ratio in doubling(articles, given.lang))
    print(f"speed      {speed(articles, given.lang):.0f} articles a CPU second")
    print(f"growth     {ratios} times as long for twice the text")
    print(f"memory     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")


if __name__ == "__main__":
    main()
