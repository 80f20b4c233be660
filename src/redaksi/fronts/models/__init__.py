"""The tables of the fronts room."""

from redaksi.fronts.models.breaking import BreakingNews
from redaksi.fronts.models.front import Front
from redaksi.fronts.models.home import HomePage

__all__ = ["BreakingNews", "Front", "HomePage"]
