"""Chooses the content coding of an answer from ``Accept-Encoding`` (RFC 9110, 12.5.3)."""

from __future__ import annotations

import re

IDENTITY = "identity"
SUFFIXES = {"br": ".br", "zstd": ".zst", "gzip": ".gz"}
"""Each coding that is stored, the one with the fewest bytes first, and its files' ending."""

PREFERRED = (*SUFFIXES, IDENTITY)
KEPT = 1000
LONGEST_KEPT = 200
_QUALITY = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?")


class Codings(dict[bytes, tuple[str, ...]]):
    """Remembers what each value of ``Accept-Encoding`` means; browsers send only a few."""

    def __missing__(self, header: bytes) -> tuple[str, ...]:
        """Read a value that was not met before."""
        wanted = acceptable(header.decode("latin-1"))
        if len(header) <= LONGEST_KEPT:
            if len(self) >= KEPT:
                self.clear()
            self[header] = wanted
        return wanted


def acceptable(header: str) -> tuple[str, ...]:
    """Return the codings that the client takes, the best first; never none.

    A client that refuses everything gets the page as it is: RFC 9110 allows that instead of 406.
    """
    weights = _weights(header)
    others = weights.get("*", 0.0)
    plain = weights.get(IDENTITY, weights.get("*", 0.001))
    values = {coding: weights.get(coding, others) for coding in SUFFIXES} | {IDENTITY: plain}
    # Sorting is stable, so that codings of the same weight keep our order.
    wanted = sorted(
        (name for name in PREFERRED if values[name] > 0), key=lambda name: -values[name]
    )
    return tuple(wanted) or (IDENTITY,)


def _weights(header: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for part in header.lower().split(","):
        name, _semicolon, parameters = part.partition(";")
        coding = name.strip().replace("x-gzip", "gzip")
        if coding:
            weights.setdefault(coding, _quality(parameters))
    return weights


def _quality(parameters: str) -> float:
    for parameter in parameters.split(";"):
        name, _equals, value = parameter.partition("=")
        if name.strip() == "q":
            # A weight that cannot be read is taken for a refusal: identity is always safe.
            return float(value) if _QUALITY.fullmatch(value := value.strip()) else 0.0
    return 1.0
