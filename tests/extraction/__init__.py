"""Tests of the extraction room: who said what."""
