"""The readers' search at ``/cari/``: a form, what was found, and what can be narrowed."""
