"""British and American spelling, and punctuation, folded away: what a careless copy changes.

Nothing that carries meaning is folded: digits, signs before numbers, operators, brackets, negations.
"""

import re
from functools import lru_cache

from extractor.evaluation.fold import fold_words

_STEMS = {
    "aemi": "emi",
    "anaem": "anem",
    "anaesth": "anesth",
    "behaviour": "behavior",
    "caec": "cec",
    "centre": "center",
    "coeliac": "celiac",
    "colour": "color",
    "diarrhoe": "diarrhe",
    "favour": "favor",
    "fibre": "fiber",
    "foet": "fet",
    "gynaec": "gynec",
    "haem": "hem",
    "humour": "humor",
    "ischaem": "ischem",
    "labour": "labor",
    "litre": "liter",
    "metre": "meter",
    "oedem": "edem",
    "oesoph": "esoph",
    "oestr": "estr",
    "orthopaed": "orthoped",
    "paed": "ped",
    "programme": "program",
    "sulph": "sulf",
    "tumour": "tumor",
}
_STEM = re.compile("|".join(sorted(_STEMS, key=len, reverse=True)))
_ENDINGS = (
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|ers?|ing|ations?|ational)\b)"), "iz"),
    (re.compile(r"(?<=\w{2})ys(?=(?:e|ed|es|ing)\b)"), "yz"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|ment)\b)"), "l"),
    (re.compile(r"\benrol+(?=\b|s\b|ment|ed|ing)"), "enrol"),
    (re.compile(r"\bsceptic"), "skeptic"),
)
# A dash or a stop between digits, or before one, is part of a number.
_PUNCTUATION = re.compile(r"[,;:!?'\"](?!\d)|(?<!\d)[.](?!\d)|(?<=[a-z])[-/](?=[a-z])|\.(?=\s|$)")


@lru_cache(maxsize=65536)
def unspelt(text: str) -> str:
    """A text for comparison of words alone: spelling and punctuation folded, blanks kept between words."""
    return without_spelling(fold_words(text))


def without_spelling(words: str) -> str:
    """The same of words that are folded already, without keeping them."""
    words = _PUNCTUATION.sub(" ", words)
    words = _STEM.sub(lambda match: _STEMS[match.group()], words)
    for ending, plain in _ENDINGS:
        words = ending.sub(plain, words)
    return " ".join(words.split())
