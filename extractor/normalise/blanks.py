"""Long runs of white space, which no wording needs and every pattern would have to walk through."""

import re
from typing import Final

_RUN: Final = re.compile(r"(\s{8})(\s{24,})(\s{8})")
MARK: Final = "\u25a1"
"""Stands for characters that no grammar reads over."""


def short_blanks(text: str) -> str:
    """The text with the middle of long runs of white space marked; offsets stay."""
    return _RUN.sub(lambda run: run.group(1) + MARK * len(run.group(2)) + run.group(3), text)
