"""A run as one self-contained HTML page: scores, and each page's words beside its values."""

from extractor.review.page import read_page as read_page
from extractor.review.page import scored_page as scored_page

__all__ = ["read_page", "scored_page"]
