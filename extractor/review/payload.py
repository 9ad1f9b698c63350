"""The data of a page as text that fits into a script element: compressed, so that no word of it is markup."""

import base64
import json
import zlib
from typing import Any


def packed(data: Any) -> str:
    """JSON, deflated and in base64. The browser unpacks it with DecompressionStream."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")


def unpacked(text: str) -> Any:
    """What `packed` was given."""
    return json.loads(zlib.decompress(base64.b64decode(text)))
