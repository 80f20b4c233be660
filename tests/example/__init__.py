"""Tests of the example newspaper's data."""
