"""Where the JSON stands in an answer in Markdown: after the thinking, in the last fence, past the prose."""

import re

_THOUGHT = "</think>"
_FENCE = re.compile(r"```[a-zA-Z]*[ \t]*\r?\n\s*(?=\{)")


def fenced(text: str) -> str | None:
    """What stands in the last fence that opens on an object, whether or not it is closed."""
    openings = list(_FENCE.finditer(text))
    if not openings:
        return None
    inside = text[openings[-1].end() :]
    closing = inside.rfind("```")
    return (inside if closing < 0 else inside[:closing]).strip()


def said(text: str) -> str:
    """The text without what the model thought before it answered."""
    return text[text.rfind(_THOUGHT) + len(_THOUGHT) :] if _THOUGHT in text else text


def braced(text: str) -> str:
    """The text from its first brace to its last; as it is where it has none."""
    begin, end = text.find("{"), text.rfind("}")
    return text[begin : end + 1] if 0 <= begin < end else text
