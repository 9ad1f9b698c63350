"""How unlike a label, a name or a description the words of a cell look: 0 is like one."""

import re
from functools import lru_cache

_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")
_SPEAKS = re.compile(
    r"\b(?:will|receives?|received|given|administered|patients|participants|subjects|once|daily|twice|every)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:(?:arm|group|cohort|part|stage|phase|treatment|panel)\s?[-#]?\s?(?:[A-Z0-9]{1,3}|[IVX]{1,4}|\d[a-z]?)|"
    r"(?:experimental|control|placebo|intervention|treatment|standard|study|active|comparator|observation|"
    r"usual care|low dose|high dose)(?:\s(?:group|arm|comparator|care))?)",
    re.IGNORECASE,
)
_LONGEST_HEAD = 90
_BRACKETS = (("(", ")"), ("[", "]"))
_FEW_LETTERS = 2
_OPENING = re.compile(
    r"(?:patients?|participants?|subjects?|women|men|children|adults|the|an?|no|all|each|standard|usual|this|those|"
    r"\d+(?:\.\d+)?\s?(?:mg|g|mcg|mL|IU|Gy|tablets?|capsules?|sessions?|weeks?|%))\b",
    re.IGNORECASE,
)
_AMOUNT_FIRST = re.compile(
    r"\d[\d.,]*\s?(?:mg|g|mcg|mL|IU|Gy|tablets?|capsules?|sessions?|weeks?|days?|%)?(?![A-Za-z-])"
)


def _unbalanced(text: str) -> bool:
    return any(text.count(opening) != text.count(closing) for opening, closing in _BRACKETS)


@lru_cache(maxsize=4096)
def label_price(text: str) -> float:
    """A label is short, has whole brackets and tells nothing."""
    price = -1.5 if _PLAIN.fullmatch(text) else 0.0
    price += 8.0 if _unbalanced(text) else 0.0
    price += 6.0 if _SENTENCE.search(text) or text.endswith(".") else 0.0
    price += 4.0 if len(text) > _LONGEST_HEAD else 0.0
    return price + (3.0 if _SPEAKS.search(text) else 0.0)


@lru_cache(maxsize=4096)
def name_price(text: str) -> float:
    """A name is short, has letters and whole brackets, and does not begin with an amount."""
    price = 8.0 if _unbalanced(text) else 0.0
    price += 8.0 if sum(map(str.isalpha, text)) < _FEW_LETTERS else 0.0
    price += 6.0 if _SENTENCE.search(text) or text.endswith(".") else 0.0
    price += 4.0 if len(text) > _LONGEST_HEAD else 0.0
    price += 4.0 if _SPEAKS.search(text) else 0.0
    price += 2.0 if _OPENING.match(text) else 0.0
    return price + (5.0 if _AMOUNT_FIRST.match(text) else 0.0)


@lru_cache(maxsize=4096)
def description_price(text: str) -> float:
    """A description has whole brackets and is a dash or begins like one: a subject, an amount, a capital."""
    price = 4.0 if _unbalanced(text) else 0.0
    if text in {"-", "–", "—"}:
        return price
    if _OPENING.match(text):
        return price - 3.0
    return price + (1.0 if text[0].isupper() else 2.0)
