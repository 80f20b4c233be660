"""Waits in the background until edge and newsroom answer their first requests."""

from __future__ import annotations

import http.client
import threading
import time
from http import HTTPStatus
from urllib.parse import urlsplit

from redaksi.cli.ports import resolve
from redaksi.instance.config import Config

SECONDS_BETWEEN_CALLS = 0.1
SECONDS_FOR_AN_ANSWER = 30.0


class FirstAnswer:
    """Knows whether readers and the newsroom have been answered yet.

    Any answer counts, also an error page, but not the edge's word that the newsroom is not there.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._came = threading.Event()
        threading.Thread(target=self._call_until_it_comes, name="first-answer", daemon=True).start()

    def has_come(self) -> bool:
        """Whether there was an answer."""
        return self._came.is_set()

    def _call_until_it_comes(self) -> None:
        for path in (f"/{self._config.newsroom_path}/", "/"):
            while not self._call(path):
                time.sleep(SECONDS_BETWEEN_CALLS)
        self._came.set()

    def _call(self, path: str) -> bool:
        _family, (address, port) = resolve(self._config.host, self._config.port)
        connection = http.client.HTTPConnection(address, port, timeout=SECONDS_FOR_AN_ANSWER)
        try:
            connection.request(
                "GET", path, headers={"Host": urlsplit(self._config.base_url).netloc}
            )
            response = connection.getresponse()
            response.read()
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        return response.status != HTTPStatus.SERVICE_UNAVAILABLE
