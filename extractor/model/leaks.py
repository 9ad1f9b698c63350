"""Whether an answer gives the prompt away: its mark, or a long run of its rules."""

import json
import re
from typing import Final

WINDOW: Final = 40
"""A run of the rules of about twice as many characters is always noticed."""

_PIECES: Final = re.compile(f".{{{WINDOW}}}", re.DOTALL)
_BLANKS: Final = re.compile(r"\s+")


class LeakWatch:
    """Knows the rules of one prompt. Make it once: it holds every piece of them of one length."""

    def __init__(self, mark: str, rules: str) -> None:
        self.mark = mark
        # As it is written, with line ends escaped as in JSON, and with lines joined.
        forms = (json.dumps(rules, ensure_ascii=False)[1:-1], _BLANKS.sub(" ", rules))
        self._pieces = frozenset(
            form[at : at + WINDOW] for form in forms for at in range(len(form) - WINDOW + 1)
        )

    def leaked(self, answer: str, page: str) -> str | None:
        """What an answer gives away, in words for a finding, or None. What the page says is no leak."""
        if self.mark in answer:
            return "the answer holds the mark of the instructions"
        said = self._pieces.intersection(_PIECES.findall(answer))
        if any(piece not in page for piece in said):
            return "the answer repeats a part of the instructions"
        return None
