"""Words that say what participants were allotted: `were randomly assigned to talc (5 g/d) or placebo`."""

import re
from typing import Final

from extractor.verification.locate import locate
from extractor.verification.page import Page, Place

_ALLOTTED: Final = re.compile(
    r"\b(?:assigned|allocated|randomi[sz]ed|allotted)\s+(?:[\w:]+\s+){0,4}?(?:to\s+(?:receive\s+)?|(?<=\s)either\s+)"
    r"(?:either\s+|one\s+of\s+|a\s+)?",
    re.IGNORECASE,
)
_BEYOND: Final = re.compile(
    r"\b(?:for|of|with|in|against|after|before|from|until|who|which|due|at|on|by|during|whose|because)\b|[.;:]",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"[\s,]*(?:\([^()]{1,60}\)[\s,]*)?(?:[.;]|$|or\b|and\b|versus\b|vs\b|for\b|from\b|groups?\b|arms?\b|,)",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"\([^()]*\)")


def allots(page: Page, label: str, around: Place) -> bool:
    """Whether words say, of this arm as of others, what participants were assigned to."""
    found = (place for place in locate(page, label)[0] if around[0] <= place[0] < around[1])
    return any(is_allotted(page, place) for place in found)


def is_allotted(page: Page, place: Place) -> bool:
    """Whether a name stands in the list of what participants were assigned to, and nowhere behind it."""
    start, end = page.sentence_at(place[0])
    leads = list(_ALLOTTED.finditer(page.text, start, place[0]))
    if not leads or _BEHIND.match(page.text[place[1] : end]) is None:
        return False
    return _BEYOND.search(_BRACKETS.sub("", page.text[leads[-1].end() : place[0]])) is None
