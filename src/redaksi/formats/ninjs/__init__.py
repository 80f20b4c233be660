"""ninjs, news in JSON (IPTC), versions 2.1 and 3.0."""
