"""Every door of the newsroom says of a document by name why it is not taken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection

from tests.cast import Cast

Door = Callable[[Client, str, bytes], str]
"""Uploads a file by a name and returns what the person sees."""

Document = get_document_model()


@pytest.fixture
def desk(client: Client, cast: Cast, settings: Any, tmp_path: Path) -> Client:
    settings.MEDIA_ROOT, settings.LANGUAGE_CODE = tmp_path, "en"
    client.force_login(cast.budi)
    return client


def upload_several(client: Client, name: str, data: bytes) -> str:
    answer = client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "Laporan", "files[]": SimpleUploadedFile(name, data)},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    return str(json.loads(answer.content).get("error_message", ""))


def upload_while_choosing(client: Client, name: str, data: bytes) -> str:
    answer = client.post(
        reverse("wagtaildocs_chooser:create"),
        {
            "document-chooser-upload-title": "Laporan",
            "document-chooser-upload-file": SimpleUploadedFile(name, data),
            "document-chooser-upload-collection": Collection.get_first_root_node().pk,
        },
    )
    return str(json.loads(answer.content))


def upload_one(client: Client, name: str, data: bytes) -> str:
    collection = Collection.get_first_root_node().pk
    upload = SimpleUploadedFile(name, data)
    answer = client.post(
        reverse("wagtaildocs:add"), {"title": "Laporan", "file": upload, "collection": collection}
    )
    return answer.content.decode()


DOORS = [upload_several, upload_while_choosing, upload_one]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("laporan.pdf", b"", "“laporan.pdf” is empty"),
        ("laporan", b"", "“laporan” is empty"),
        ("laporan", b"isi", "“laporan” does not end in the name of its kind: add one of csv, docx"),
        ("laporan.exe", b"isi", "“laporan.exe” is of a kind that is not taken: save it as one of"),
    ],
)
def test_a_refusal_names_the_file(
    door: Door, desk: Client, name: str, data: bytes, sentence: str
) -> None:
    told = door(desk, name, data)

    assert sentence in told
    assert "extension" not in told
    assert Document.objects.count() == 0


@pytest.mark.parametrize("door", DOORS)
def test_a_document_is_taken_whatever_the_case_of_its_ending(door: Door, desk: Client) -> None:
    door(desk, "laporan.PDF", b"isi")

    assert Document.objects.get().file.read() == b"isi"
