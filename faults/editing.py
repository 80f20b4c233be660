"""Editors who save through the real newsroom, as a browser does, and keep what they were told."""

from __future__ import annotations

import http.client
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse

from faults.reading import marked
from redaksi.articles.models import Article
from redaksi.newsroom.models import User
from redaksi.newsroom.signing_in import FALLBACK_BACKEND
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft

TOKEN = "a" * 32
"""A cookie and a field with the same value are what proves that a form is ours."""

#: How long an editor waits before the same text is sent again.
PAUSE = 1.0
SECONDS_TO_WAIT = 120


@dataclass
class Editor:
    """One editor at one story, in a thread; every save has a number that the headline shows."""

    port: int
    cookies: str
    story: int
    address: str
    form: dict[str, str]
    saved: list[int] = field(default_factory=list)
    retries: int = 0
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0
    over: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to save again and again."""
        self.thread = threading.Thread(target=self._save_for_ever, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """End after the save in hand has succeeded."""
        self.over.set()

    def join(self) -> None:
        """Wait for the end."""
        assert self.thread is not None
        self.thread.join()

    def _save_for_ever(self) -> None:
        number, is_saved = 1, False
        while not (self.over.is_set() and is_saved) and len(self.wrong) < 3:
            is_saved = self._save(number)
            if is_saved:
                self.saved.append(number)
                number += 1
            time.sleep(PAUSE / 4 if is_saved else PAUSE)

    def _save(self, number: int) -> bool:
        started = time.monotonic()
        status, headers, body = self._send({**self.form, "headline": marked(number)})
        self.slowest = max(self.slowest, time.monotonic() - started)
        if status == 302:
            return True
        if status == 503 and "Retry-After" in headers and _is_kept(body, number):
            self.retries += 1
        else:
            self.wrong.append(f"{status} {body[:300]!r}")
        return False

    def _send(self, form: dict[str, str]) -> tuple[int, http.client.HTTPMessage, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS_TO_WAIT)
        try:
            headers = {
                "Cookie": self.cookies,
                "Content-Type": "application/x-www-form-urlencoded",
                "Accept": "text/html",
            }
            connection.request("POST", self.address, urlencode(form), headers)
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()


def _is_kept(body: bytes, number: int) -> bool:
    """Whether the page holds the text, or is the edge's, after which the form is still open."""
    return marked(number).encode() in body or b"<form" not in body


def hire(number: int, port: int) -> list[Editor]:
    """Return so many editors, each signed in and with a draft."""
    budi, section = Cast.called().budi, Cast.called().nasional
    return [_editor(budi, write_draft(section=section, owner=budi), port) for _n in range(number)]


def _editor(user: User, story: Article, port: int) -> Editor:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = FALLBACK_BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    cookies = f"sessionid={session.session_key}; csrftoken={TOKEN}"
    address = reverse("wagtailsnippets_articles_article:edit", args=[story.pk])
    form = {name: str(value) for name, value in form_of(story, slug=f"cerita-{story.pk}").items()}
    return Editor(port, cookies, story.pk, address, {**form, "csrfmiddlewaretoken": TOKEN})


def lost(editors: list[Editor]) -> list[str]:
    """Return every save that an editor was told of and that the newspaper does not have."""
    missing = []
    for editor in editors:
        story = Article.objects.get(pk=editor.story)
        kept = {revision.content["headline"] for revision in story.revisions.all()}
        gone = [number for number in editor.saved if marked(number) not in kept]
        missing += [f"story {editor.story}: save {number} is lost" for number in gone]
        newest = story.get_latest_revision_as_object().headline
        if editor.saved and newest != marked(editor.saved[-1]):
            missing.append(f"story {editor.story}: {newest!r}, not save {editor.saved[-1]}")
    return missing
