"""The ``redaksi`` command; Django is imported inside commands only, so that help is instant."""
