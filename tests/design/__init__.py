"""Tests of the paper's look."""
