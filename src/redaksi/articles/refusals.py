"""Puts what a refusal has to say into words for the person who was refused."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError


def sentences_of(refusal: ValidationError | PermissionDenied) -> list[str]:
    """Return what a refusal has to say, one sentence or more."""
    return refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
