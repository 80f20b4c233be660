"""Tests of the room articles."""
