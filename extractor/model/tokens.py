"""How many tokens a request may have: an estimate, made without a tokenizer."""

import json
from math import ceil

from extractor.model.client import Prefix, Request

BYTES_PER_TOKEN = 4
"""A token is about four characters of English. Bytes are counted, so that other scripts count for more."""


def estimated_tokens(request: Request) -> int:
    """The input tokens of a request: its messages and the schema of its answer. An estimate."""
    return _of_prefix(request.prefix) + sum(of_text(turn.content) for turn in request.turns)


def of_text(text: str) -> int:
    """The tokens of a text. An estimate."""
    return ceil(len(text.encode("utf-8", "surrogatepass")) / BYTES_PER_TOKEN)


def _of_prefix(prefix: Prefix) -> int:
    schema = json.dumps(prefix.schema, separators=(",", ":"), ensure_ascii=False)
    return of_text(prefix.system) + of_text(schema)
