"""The people at work, each with a browser that is signed in."""

from __future__ import annotations

from functools import cache

from django.test import Client

from redaksi.newsroom.models import User


@cache
def browser_of(username: str) -> Client:
    """Return the browser of somebody of the newsroom."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(
        User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


@cache
def reader() -> Client:
    """Return the browser of a reader."""
    return Client(SERVER_NAME="localhost")
