"""Every door of the newsroom says of a document by name why it is not taken."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.documents import get_document_model
from wagtail.models import Collection

from redaksi.articles.desk import document_kinds
from redaksi.articles.desk.document_kinds import is_of_kind
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
        ("laporan.pdf", b"MZ\x90\x00", "“laporan.pdf” is no pdf file, whatever its name says"),
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
    door(desk, "laporan.PDF", b"%PDF-1.7 isi")

    assert Document.objects.get().file.read() == b"%PDF-1.7 isi"


def archive(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return packed.getvalue()


WORD = archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
TABLE = archive(**{"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"})
OPEN_TEXT = archive(mimetype=b"application/vnd.oasis.opendocument.text")
OPEN_TABLE = archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")
SOUND = {
    "pdf": b"\xef\xbb\xbf%PDF-1.4 isi",
    "docx": WORD,
    "xlsx": TABLE,
    "odt": OPEN_TEXT,
    "ods": OPEN_TABLE,
    "zip": archive(laporan=b"isi"),
    "txt": "Kalimat pertama.\r\n\tKedua: “é”.".encode(),
    "csv": "nama;jumlah\nlaut;3\n".encode("utf-16"),
}
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00" * 20


@pytest.mark.parametrize("kind", SOUND)
def test_a_document_is_what_its_name_says(kind: str) -> None:
    assert is_of_kind(io.BytesIO(SOUND[kind]), kind)


@pytest.mark.parametrize("kind", SOUND)
@pytest.mark.parametrize("data", [PROGRAM, b"PK\x03\x04 broken \x00", b"\xff\xfe" + PROGRAM])
def test_a_program_is_no_document_whatever_its_name_says(kind: str, data: bytes) -> None:
    assert not is_of_kind(io.BytesIO(data), kind)


@pytest.mark.parametrize(("kind", "other"), [("docx", "xlsx"), ("odt", "ods"), ("odt", "zip")])
def test_an_archive_of_one_kind_is_none_of_another(kind: str, other: str) -> None:
    assert not is_of_kind(io.BytesIO(SOUND[other]), kind)


@given(st.binary(max_size=300), st.sampled_from(sorted(SOUND)))
def test_no_bytes_break_the_look_into_a_document(data: bytes, kind: str) -> None:
    file = io.BytesIO(data)
    is_of_kind(file, kind)
    assert file.tell() == 0


@given(
    st.sampled_from(["docx", "odt", "zip"]),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_no_damaged_archive_breaks_the_look_into_it(kind: str, damage: list[tuple[float, int]]):
    data = bytearray(SOUND[kind])
    for place, byte in damage:
        data[int(place * len(data))] = byte
    is_of_kind(io.BytesIO(data), kind)


@pytest.mark.parametrize("kind", ["docx", "odt", "zip"])
def test_an_archive_of_a_version_to_come_is_refused_and_breaks_nothing(kind: str) -> None:
    data = bytearray(SOUND[kind])
    data[data.index(b"PK\x01\x02") + 6] = 255

    assert not is_of_kind(io.BytesIO(data), kind)


def test_a_text_may_be_cut_within_a_character(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_kinds, "LOOKED_AT", 8)

    assert is_of_kind(io.BytesIO("ab😀".encode("utf-16")), "txt")
