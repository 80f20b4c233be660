"""Tests of the room newsroom."""
