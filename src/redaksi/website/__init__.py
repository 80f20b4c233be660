"""Reader pages that are neither article nor front: people, static pages, errors."""
