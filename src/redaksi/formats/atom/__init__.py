"""Atom (RFC 4287)."""
