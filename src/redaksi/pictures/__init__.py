"""Pictures with caption, credit line, rights and alternative text."""
