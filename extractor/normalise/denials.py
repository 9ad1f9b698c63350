"""Whether the words of a criterion deny it as a whole."""

import re

_DENIAL = re.compile(r"(?:no|not|without|absence\s+of|free\s+of)\b", re.IGNORECASE)


def denies(text: str) -> bool:
    """Whether a criterion begins with words that deny it as a whole."""
    return bool(_DENIAL.match(text))
