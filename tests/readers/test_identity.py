"""What is kept of readers: nothing by which they could be found again."""

from __future__ import annotations

import datetime

import pytest
from django.test import RequestFactory
from django.utils import timezone

from redaksi.readers.identity import forget_old_salts, network_of, network_prefix, voter_of
from redaksi.readers.models import NetworkSalt


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1::/48"),
    ],
)
def test_an_address_stands_for_its_network(address, network):
    assert network_prefix(address) == network


def test_neighbours_are_one_network(db):
    asked = [RequestFactory().get("/", REMOTE_ADDR=f"203.0.{n}.9") for n in (113, 113, 114)]

    first, second, other = (network_of(request) for request in asked)

    assert first == second != other


def test_with_another_salt_a_network_is_another(db):
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.9")
    before = network_of(request)
    NetworkSalt.objects.all().delete()

    assert network_of(request) != before


def test_salts_are_thrown_away_after_the_next_day(db):
    today = timezone.localdate()
    for days in range(4):
        NetworkSalt.objects.create(day=today - datetime.timedelta(days=days), secret="s")

    forgotten = forget_old_salts()

    assert forgotten == 2
    assert NetworkSalt.objects.count() == 2


def test_a_reader_is_somebody_else_on_every_story():
    assert voter_of("kata", 1) == voter_of("kata", 1) != voter_of("kata", 2)
