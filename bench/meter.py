"""Counts the queries of a measured operation and the time that they take."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any


class Meter:
    """A wrapper around Django's query execution."""

    def __init__(self) -> None:
        self.queries = 0
        self.seconds = 0.0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        """Execute the query and take it down."""
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.seconds += time.perf_counter() - started
            self.queries += 1
