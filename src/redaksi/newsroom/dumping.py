"""Writes dumps that keep every moment whole, for moving a paper to another database.

Django's own JSON cuts moments off at the millisecond, and with them places in lists: the
addresses of older pages would lead nowhere.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.core.serializers import json
from django.core.serializers.json import Deserializer, DjangoJSONEncoder

__all__ = ["Deserializer", "Serializer"]


class WholeMoments(DjangoJSONEncoder):
    """Writes moments in ISO 8601 with their microseconds."""

    def default(self, o: Any) -> Any:
        """Write what JSON has no form for."""
        return o.isoformat() if isinstance(o, datetime.datetime) else super().default(o)


class Serializer(json.Serializer):
    """Django's JSON with whole moments (the name is Django's)."""

    def _init_options(self) -> None:
        super()._init_options()  # type: ignore[misc]
        self.json_kwargs["cls"] = WholeMoments
