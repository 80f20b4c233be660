"""Which HTML elements begin a line of their own."""

_NAMES = """
    address article aside blockquote body br caption center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol
    option p pre section select summary table tbody td tfoot th thead title tr ul button label
"""
BLOCKS = frozenset(_NAMES.split())
