"""Tests of the room fronts."""
