"""Whether the words of a criterion deny it as a whole."""

import re
from typing import Final

_LIMIT: Final = (
    r"(?!\s+(?:more|less|fewer|greater|higher|lower|longer|later|earlier|older|younger|smaller|larger|"
    r"exceed|limited|over|above|below|only))"
)
_WORD: Final = (
    rf"(?:(?:no|not|never){_LIMIT}|none|without|absence\s+of|lack\s+of|free\s+(?:of|from)|neither)"
    r"(?![A-Za-z])"
)
_SUBJECT: Final = (
    r"(?:(?:the\s+|all\s+)?(?:patients?|subjects?|participants?|volunteers|individuals|women|men)\s+)?"
    r"(?:(?:who|that)\s+)?"
    r"(?:(?:must|should|shall|may|can|do|does|did|have|has|had|are|is|were|was|be|will|with|having)"
    r"\s+){0,3}"
)
_DENIAL: Final = re.compile(rf"\W*{_SUBJECT}{_WORD}", re.IGNORECASE)


def denial(text: str) -> str | None:
    """The words with which a criterion denies itself as a whole, or None: `No …`, `Patients must not …`."""
    match = _DENIAL.match(text)
    return match.group().strip() if match else None


def denies(text: str) -> bool:
    """Whether a criterion begins with words that deny it as a whole."""
    return denial(text) is not None
