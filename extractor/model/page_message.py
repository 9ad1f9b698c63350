"""How a page travels: its numbered lines as JSON, so that whatever it holds cannot end its own frame."""

import json
import re
from typing import Final

from extractor.model.client import Message
from extractor.model.pieces import Piece, pieces_of

# Servers may read these as the ends of messages or frames even inside a text.
_TAG_START: Final = re.compile(r"<(?=[|｜/!A-Za-z])")


def page_message(text: str, piece: Piece | None = None) -> Message:
    r"""The user's message about a page or a piece of it: `{"lines": {"1": …, "3": …}}`, no blank lines.

    The page is not run through any template. `<` before a letter, slash, bar or exclamation mark is written
    `\u003c`, which is the same JSON, so that markers such as `<|im_start|>` do not stand in the message.
    """
    shown = piece or pieces_of(text)[0]
    lines = {str(number): text[place.start : place.end] for number, place in shown.lines.items()}
    whole = ({"piece": shown.name} if shown.name else {}) | {"lines": lines}
    return Message("user", _TAG_START.sub(r"\\u003c", json.dumps(whole, ensure_ascii=False)))
