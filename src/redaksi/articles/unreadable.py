"""Names what goes wrong over values that neither our forms nor our screens have written."""

from django.core.exceptions import ObjectDoesNotExist
from django.db import DataError

#: What Django and Wagtail raise over values that they did not put there themselves.
UNREADABLE = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    OverflowError,
    DataError,
    ObjectDoesNotExist,
    RecursionError,
)
