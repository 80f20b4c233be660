"""Tests of the pictures room; every image is drawn here."""
