"""What is said of an answer besides its text."""

from __future__ import annotations

from django.http import HttpResponse


def for_one_question(answer: HttpResponse) -> HttpResponse:
    """Let nobody keep the answer and no search engine list it: another question has another."""
    answer["Cache-Control"] = "no-cache"
    answer["X-Robots-Tag"] = "noindex"
    return answer
