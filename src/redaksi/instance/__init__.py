"""One installation of Redaksi: its directory and its settings, without Django."""
