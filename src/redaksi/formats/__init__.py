"""News formats, one folder each: what comes in is read into plain facts, without Django."""
