"""Sentences about other studies: their facts never become this trial's.

A sentence is background if it cites (a named study, published trials, what has been shown) and does not
speak of this study; what follows in the same paragraph and leans on it ("In addition", "These") is
background too.
"""

import re
from bisect import bisect_right
from typing import Final

from extractor.verification.page import Page, Place

_OTHER: Final = (
    r"(?:previous|prior|recent|earlier|other|several|many|some|published|numerous|randomi[sz]ed|retrospective|"
    r"prospective|pivotal|large|historical|past|two|three|cohort)"
)
_ONE_OTHER: Final = r"(?:previous|prior|recent|earlier|large|pivotal|published|retrospective|historical|past)"
_WORDS: Final = r"(?:[\w/-]+,?[ -]){0,4}"
# How sentences cite, each with what it cannot be without in ASCII, in small letters: most have none of it.
_CITES: Final = tuple(
    (signs, re.compile("|".join(forms)))
    for signs, forms in (
        # named, counted and dated works
        (("et ",), (r"\bet\s+al\b",)),
        (("[",), (r"\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]",)),
        (
            ("19", "20"),
            (
                r"\([A-Z][\w-]+(?:\s+(?:and|&)\s+[A-Z][\w-]+)?,?\s+(?:19|20)\d\d\)",
                r"\b[A-Z][\w-]+\s+(?:and|&)\s+[A-Z][\w-]+\s+\((?:19|20)\d\d\)",
                r"^In\s+(?:19|20)\d\d\b",
            ),
        ),
        (
            ("analys", "literature", "review"),
            (
                r"\b(?i:meta-?analys[ei]s|literature|subgroup\s+analysis|(?:systematic|cochrane)\s+reviews?)\b",
            ),
        ),
        (
            ("registr",),
            (
                (
                    r"\b(?i:from|in|of|the)\s+(?:[\w-]+\s+){0,4}(?i:registr(?:y|ies))\b"
                    r"(?!\s+(?:number|identifier|id|list|entry))"
                ),
            ),
        ),
        (("historical",), (r"\b(?i:historical)\s+(?i:controls?)\b",)),
        (("elsewhere", "previously"), (r"\b(?i:elsewhere|previously)\b",)),
        # studies that are not this one
        (
            ("studies", "trials", "reports", "data", "series"),
            (rf"\b(?i:{_OTHER})\s+{_WORDS}(?i:studies|trials|reports|data|series)\b",),
        ),
        (
            ("study", "trial"),
            (
                r"\b[A-Z][A-Z0-9-]{3,}\s+(?:study|trial)\b",
                rf"\b(?i:an?|one|another|the|our)\s+(?i:{_ONE_OTHER})\s+{_WORDS}(?i:study|trial)\b",
                (
                    rf"\b(?i:an?|one|another)\s+(?i:randomi[sz]ed)\s+{_WORDS}(?i:study|trial)\b(?!\s+was)"
                    r"(?=.{0,300}?\b(?:found|showed|\w{2,20}ed)\b)"
                ),
                (
                    r"\b(?i:an?|one|another)\s+(?:[\w/-]+,?\s+){0,6}(?:study|trial)\b(?:,?\s+[\w,-]+){0,8}?\s+"
                    r"(?:enrolled|included|recruited|found|showed|reported|demonstrated)\b"
                ),
                r"\bin\s+(?:a|an|the)\s+\w+\s+(?:study|trial)\b(?:\s+of\b|\.?$)",
            ),
        ),
        # what is known
        (
            ("shown", "report", "demonstrat", "prove", "associated", "published", "found"),
            (
                (
                    r"\b(?:has|have|had|was|were)\s+(?:also\s+|previously\s+|recently\s+)?(?:been\s+)?"
                    r"(?:shown|reported|demonstrated|proven|approved|proved|associated|published|found\s+to)\b"
                ),
            ),
        ),
        (
            ("studies", "trials", "reports", "authors", "investigators", "researchers"),
            (
                (
                    r"\b(?:studies|trials|reports|authors|investigators|researchers)\s+(?:have\s+|has\s+)?"
                    r"(?:also\s+)?(?:show|demonstrat|indicat|suggest|report|reveal|found|conclud)\w*"
                ),
            ),
        ),
        (
            ("can ",),
            (
                r"\bcan\s+be\s+(?:significantly|greatly|markedly|effectively)\b",
                r"\bcan\s+(?:detect|improve|prolong|induce|inhibit|increase)\b",
            ),
        ),
        (
            ("currently", "standard", "known"),
            (r"\bcurrently\s+(?:one|the)\b|\bstandard\s+of\s+care\b|\bknown\s+to\b",),
        ),
    )
)
_BY_SIGN: Final = {
    sign: tuple(forms for others, forms in _CITES if sign in others) for signs, _ in _CITES for sign in signs
}
_OWN: Final = re.compile(
    r"\b(?:this|the\s+present|our|the\s+current|present)\s+(?:(?!previous|prior|earlier)[\w-]+[ ,]+){0,6}"
    r"(?:study|trial|protocol|research)\b|"
    r"\bwe\b|\bour\b(?!\s+(?:previous|prior|earlier|group\s+previously))|\bwill\s+(?:be|enrol)\b|\bin\s+this\b|"
    r"\bthe\s+(?:[\w-]+\s+)?(?:study|trial)\s+(?:is|will|aims)\b|"
    r"\bthe\s+(?:study|trial)\s+(?:was|has|had|population|enrol)|"
    r"\b(?:aim|purpose|objectives?)\s+(?:of|is|was)\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|gave|saw|found|showed|began|ran|took|led)\b|"
    # The word is looked for before what must not stand before it: few places hold one.
    r"\b(?=(?:enrolled|recruited|included|randomi[sz]ed|treated|allocated|assigned|stopped|relapsed|tested|comprised|"
    r"followed|compared|received|published|reported|covered|covering|pointed)\b(?!\s+(?:trial|study|design|phase)))"
    r"(?<!\bare\s)(?<!\bis\s)(?<!\bbe\s)(?<!\bbeen\s)(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!,\s)(?<!\band\s)(?<!\brandomly\s)(?<!-)(?<!^)",
    re.IGNORECASE,
)
# One of these stands in every sentence that tells of what was done, in ASCII and small letters.
_PAST_SIGNS: Final = (
    *("ed", "was", "were", "had", "did", "gave", "saw", "found", "began", "ran", "took", "covering"),
)
_LEANS: Final = re.compile(
    r"(?:In\s+addition|Moreover|Furthermore|Additionally|Also|However|These|Those|Other|Another|It|They|Its|Their|"
    r"A\s+subgroup|Subgroup|Similarly|Likewise|Based\s+on\s+the\s+above|Overall|Median|The\s+(?:median|authors|results?|"
    r"response|objective\s+response|overall))\b"
)


def is_background(sentence: str, *, after_background: bool = False) -> bool:
    """Whether a sentence speaks of other studies, given whether the one before it did."""
    leans = after_background and _LEANS.match(sentence) is not None
    return (leans or _cites(sentence)) and not _OWN.search(sentence)


def _cites(sentence: str) -> bool:
    """Whether a sentence cites."""
    if not sentence.isascii() or not sentence.isprintable():
        return any(forms.search(sentence) for _, forms in _CITES)
    words = sentence.lower()
    # Asked by `filter` for all signs at once: most sentences have none or one.
    found = filter(words.__contains__, _BY_SIGN)
    return any(forms.search(sentence) for sign in found for forms in _BY_SIGN[sign])


def speaks_of_this_study(sentence: str) -> bool:
    """Whether a sentence says that it tells of this study: `we`, `this trial`, `the aim was`."""
    return _OWN.search(sentence) is not None


def names_no_study(sentence: str) -> bool:
    """Whether a sentence tells what was done and does not say in which study: this one, or another."""
    if sentence.isascii():
        words = sentence.lower()
        if not any(sign in words for sign in _PAST_SIGNS):
            return False
    return bool(_PAST.search(sentence)) and not _OWN.search(sentence)


def in_background(page: Page, place: Place) -> Place | None:
    """The background sentence that words stand in, or None."""
    flags = page.background.get(place[0])
    if flags is None:
        flags = page.background[place[0]] = _flags_of_line(page, page.line_at(place[0]))
    if not flags:
        return None
    found = page.sentences_of(place[0])
    at = max(bisect_right(found, (place[0], len(page.text))) - 1, 0)
    # Words that go on into the next sentence are a passage, not a fact of this one.
    return found[at] if flags[at] and place[1] <= found[at][1] else None


def _flags_of_line(page: Page, line: Place) -> list[bool]:
    flags = page.background.get(line[0])
    if flags is None:
        flags = page.background[line[0]] = _flags(page, page.sentences_of(line[0]))
    return flags


def _flags(page: Page, found: tuple[Place, ...]) -> list[bool]:
    """Which sentences of a line are background; empty where none is."""
    flags: list[bool] = []
    background = False
    for start, end in found:
        background = is_background(page.text[start:end], after_background=background)
        flags.append(background)
    return flags if True in flags else []
