"""Disks without room and connections without end harm no reader."""

from __future__ import annotations

from faults.papers import SQLITE
from tests.faults.trying import tried


def test_a_full_and_a_read_only_disk_harm_no_reader_and_heal() -> None:
    assert tried("disks", SQLITE, 2).findings == []


def test_hundreds_of_slow_clients_keep_no_reader_waiting() -> None:
    assert tried("slow_clients", SQLITE, 500).findings == []
