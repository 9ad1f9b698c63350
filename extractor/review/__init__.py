"""A run or a comparison as one self-contained HTML page: scores, and each page's words beside its values."""

from extractor.review.page import compared_page as compared_page
from extractor.review.page import read_page as read_page
from extractor.review.page import scored_page as scored_page

__all__ = ["compared_page", "read_page", "scored_page"]
