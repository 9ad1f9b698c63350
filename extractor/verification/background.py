"""Sentences about other studies: their facts never become this trial's.

A sentence is background if it cites (a named study, published trials, what has been shown) and does not
speak of this study; what follows in the same paragraph and leans on it ("In addition", "These") is
background too.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from extractor.verification.page import Page, Place

_CITES = re.compile(
    r"\b[A-Z][A-Z0-9-]{3,}\s+(?:study|trial)\b|\bet\s+al\b|\bmeta-?analys[ei]s\b|\bliterature\b|\bsubgroup\s+analysis\b|"
    r"\b(?i:previous|prior|recent|earlier|other|several|many|some|published|numerous|randomi[sz]ed|retrospective|"
    r"prospective|pivotal|large|historical|past|two|three)\s+(?:\w+[ -]){0,4}"
    r"(?:studies|trials|reports|data|series)\b|"
    r"\b(?:a|one|another)\s+(?:previous|prior|recent|earlier|large|pivotal|published|randomi[sz]ed|retrospective)\s+"
    r"(?:\w+[ -]){0,4}(?:study|trial)\b|"
    r"\b(?i:a|one|another|the)\s+(?:previous|prior|recent|earlier|published)\s+"
    r"(?:\w+[ -]){0,4}(?:study|trial)\b|"
    r"\b(?:has|have|had|was|were)\s+(?:also\s+|previously\s+|recently\s+)?(?:been\s+)?"
    r"(?:shown|reported|demonstrated|proven|approved|proved|associated|published|found\s+to)\b|"
    r"\b(?:studies|trials|reports|authors|investigators|researchers)\s+(?:have\s+|has\s+)?(?:also\s+)?"
    r"(?:show|demonstrat|indicat|suggest|report|reveal|found|conclud)\w*|\bin\s+(?:a|an|the)\s+\w+\s+(?:study|trial)\s+of\b|"
    r"\bcan\s+be\s+(?:significantly|greatly|markedly|effectively)\b|"
    r"\bcan\s+(?:detect|improve|prolong|induce|inhibit|increase)\b|"
    r"\bcurrently\s+(?:one|the)\b|\bstandard\s+of\s+care\b|\bknown\s+to\b",
)
_OWN = re.compile(
    r"\b(?:this|the\s+present|our|the\s+current|present)\s+(?:[\w-]+[ ,]+){0,6}"
    r"(?:study|trial|protocol|research)\b|"
    r"\b(?:we|our)\b|\bwill\s+be\b|\bin\s+this\b|\bthe\s+(?:study|trial)\s+(?:is|was|will|has|had|aims|population|enrol)|"
    r"\b(?:aim|purpose|objectives?)\s+(?:of|is|was)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"(?:In\s+addition|Moreover|Furthermore|Additionally|Also|However|These|Those|Other|Another|It|They|Its|Their|"
    r"A\s+subgroup|Subgroup|Similarly|Likewise|Based\s+on\s+the\s+above|Overall|Median|The\s+(?:median|authors|results?|"
    r"response|objective\s+response|overall))\b"
)


def is_background(sentence: str, *, after_background: bool = False) -> bool:
    """Whether a sentence speaks of other studies, given whether the one before it did."""
    if _OWN.search(sentence):
        return False
    return bool(_CITES.search(sentence)) or (after_background and bool(_LEANS.match(sentence)))


def in_background(page: Page, place: Place) -> Place | None:
    """The background sentence that words stand in, or None."""
    found = page.sentences_of(place[0])
    flags = page.background.get(found[0])
    if flags is None:
        flags = page.background[found[0]] = tuple(_flags(page, found))
    at = max(bisect_right(found, (place[0], len(page.text))) - 1, 0)
    # Words that go on into the next sentence are a passage, not a fact of this one.
    return found[at] if flags[at] and place[1] <= found[at][1] else None


def _flags(page: Page, found: tuple[Place, ...]) -> Iterator[bool]:
    background = False
    for start, end in found:
        background = is_background(page.text[start:end], after_background=background)
        yield background
