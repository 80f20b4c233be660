"""What the log need not tell."""

from __future__ import annotations

import logging

from django.core.exceptions import PermissionDenied


class Brief(logging.Filter):
    """Leaves the traceback out where nothing is broken: somebody was refused."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every line; one about a refusal without the way that led to it."""
        if record.exc_info and isinstance(record.exc_info[1], PermissionDenied):
            record.exc_info = None
        return True
