"""Amounts that are printed and not given, and amounts whose number cannot be told for sure.

`a maximum of 10 mg`, `in steps of 5 mg`, `in 100 mL of saline` say nothing about what is given at one time.
Of `5, 10 and 20 mg` or `1 500 mg` a reader can only guess a number, so none is read.
"""

import re
from typing import Final

_WORDS: Final = (
    r"(?:(?:the|a|an|of|to|is|was|be|dose|doses|dosage|single|daily|total|individual|approximately|about)\s+)"
)
_LIMITED: Final = re.compile(
    r"(?:[<>≤≥≦≧⩽⩾]\s?=?|(?:(?<![A-Za-z])(?:(?:less|more|greater|higher|lower)\s+than(?:\s+or\s+equal(?:\s+to)?)?|at\s+(?:least|most)|"
    r"(?:to\s+)?exceed(?:s|ing|ed)?|below|above|under|capped\s+at|cap\s+of|equivalents?\s+(?:dose\s+)?(?:to|of)|step\s+size|cumulative|increments?|steps|"
    r"(?:max|min)(?:imum|imal|\.)?(?:\s+(?:daily|single|total|cumulative|allowed|permitted|recommended))*"
    rf"(?:\s+(?:dose|dosage|amount))?)\s*[:=,]?))\s*{_WORDS}{{0,4}}$"
    r"|(?<![A-Za-z])(?:increas|decreas|reduc|rais|escalat|titrat|lower)[a-z]*\s+(?:[a-z\d]+\s+){0,4}by\s+$"
    r"|(?<![A-Za-z])(?:may|can|could|might|allowed|permitted)\s[^.;]{0,60}?(?:reduc|decreas|lower|de-?escalat)[a-z]*\s+"
    r"(?:[a-z]+\s+){0,3}to\s+$|\d\s?[^\s,;]{1,12}\s?[,(]?\s?(?:and\s+)?up\s+to\s+$|(?<![A-Za-z])reductions?\s+(?:[a-z]+\s+){0,2}to\s+$",
    re.IGNORECASE,
)
_LIMITED_BEHIND: Final = re.compile(
    r"\s+contain|\s+(?:[A-Za-z-]{1,24}\s+)?(?:maximum|max)(?![A-Za-z])|\s+(?:increments?|steps)(?![A-Za-z])|\s+or\s+(?:less|more|lower|higher)(?![A-Za-z])"
    r"|[^.;,]{0,60}?\s(?:is|are|was|were|will\s+be)\s+(?:not\s+)?(?:permitted|allowed|prohibited|forbidden|excluded)(?![A-Za-z])",
    re.IGNORECASE,
)
_REDUCED: Final = re.compile(r"(?:reduc|decreas|lower)[a-z]*\s+(?:[a-z]+\s+){0,2}to\s+$", re.IGNORECASE)
_TOXIC: Final = re.compile(
    r"[^.;]{0,40}?\s(?:if|in\s+case|when|for|unless)\s[^.;]{0,60}?(?:toxic|toler|adverse|grade|side\s+effect|needed)",
    re.IGNORECASE,
)
_MEASURED: Final = re.compile(
    r"(?<![A-Za-z])(?:(?:(?:blood|urine|saliva|tissue)\s+)?(?:samples?|specimens?)|(?:protein|albumin)uria|(?:birth|body)\s?weights?|"
    r"weight\s+(?:loss|gain)|blood\s+(?:loss|volume)|(?:tidal|urine|prostate|tumou?r|stroke|residual|contrast)\s+volume|urine\s+output|"
    r"drain(?:age)?(?:\s+output)?|(?:reduction|increase|decrease|change)s?|(?:test|challenge|echo|scan|OGTT)\s+(?:meal\s+)?(?:with|using)|"
    r"(?:FEV1|responses?|reversibility|Cmax|pharmacokinetics?)\s+(?:after|to|following)|"
    r"(?:previously\s+treated|(?:prior|previous|earlier)\s+(?:treatment|therapy|use))\s+(?:with|of)(?:\s+[^\s.;,]{1,30}){0,3})\s+"
    r"(?:(?:of|is|was|with|a|an|at)\s+){0,2}$",
    re.IGNORECASE,
)
_MEASURED_BEHIND: Final = re.compile(
    r"\s+(?:of\s+)?(?:(?:venous|peripheral|whole|fasting|capillary|arterial)\s+){0,2}(?:blood|urine|saliva|serum|plasma)(?![A-Za-z])"
    r"(?=[^.;]{0,40}?\b(?:taken|drawn|collected|withdrawn|obtained|sampl))|\s+(?:OGTT|(?:oral\s+)?glucose\s+(?:tolerance|load))",
    re.IGNORECASE,
)
_SOLVENT: Final = re.compile(
    r"(?<![A-Za-z])(?:in|(?:mixed|dissolved|diluted|reconstituted|suspended|dispersed|made\s+up|added)\s+(?:with|in|into|to|up\s+to))\s+"
    r"(?:(?:a|total|final|volume|of|about|approximately)\s+){0,4}$",
    re.IGNORECASE,
)
_PLACEBO_FOR: Final = re.compile(
    r"(?P<name>placebo)s?\s+(?:[a-z]+\s+){0,3}?(?:(?:match|mimic|resembl)[a-z]*|identical|equivalent|for(?=\s[A-Za-z-]+\s+$))\s+"
    r"(?:(?:to|for|with|in)\s+)?(?:[^\s.;,]{1,40}\s+){0,4}$",
    re.IGNORECASE,
)
_VOLUME: Final = re.compile(r"(?:m[lL]|ML|cc|milli(?:liter|litre)s?|L|lit(?:er|re)s?)", re.IGNORECASE)
_NUMBER: Final = r"\d{1,9}(?:\.\d{1,6})?"
_LISTED: Final = re.compile(
    rf"(?<![\w.,:/-]){_NUMBER}(?:\s?[,/]\s?{_NUMBER}){{0,9}}\s?(?:,\s?(?:(?:and/or|and|or)\s)?|(?:and/or|and|&)\s)\s?$",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"(?<![\w.,/-])\d{1,3}[ \u00a0\u2009]$")
_LABEL: Final = re.compile(
    r"(?:days?|weeks?|months?|hours?|cycles?|visits?|years?|AUC|phase|part|groups?|arms?|cohorts?|levels?|stage|grade|type|class|"
    r"step|period|regimen|d|w|q|every|x|×|and|to|[-–,&]|\d+,?)$",
    re.IGNORECASE,
)
"""Words before a number that say what it counts: `days 1, 8 and 15`, `group 2`."""
_OR: Final = re.compile(r"(?<![A-Za-z])or(?![A-Za-z])", re.IGNORECASE)
"""`300 or 600 mg` is one of two, and no range; those of a day (`300 or 600 mg/day`) are kept as words."""
_DAYWISE: Final = re.compile(r"day$|/\s?d$|h(?:ours?|rs?)?$", re.IGNORECASE)
_HUNDREDS: Final = re.compile(r"[1-9]\d\d(?![.,\d])")
_ROUND: Final = re.compile(r"[1-9]\d{0,2}\.\d\d0(?!\d)")
_COUNTED: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}(?!\d)\s?(?:IU|U|units?)(?![A-Za-z])", re.IGNORECASE)
_COMMA: Final = re.compile(r"[1-9]\d{0,2},\d(?![\d,])")
_POINT: Final = re.compile(r"\d\.\d{1,3}\s?(?:mg|g|[µμu]g|mcg|mL|ml)(?![A-Za-z])")
_ODD_UNIT: Final = re.compile(
    r"[\s.·]{0,2}(?:kg|m|h|hr|min)\s?[-−–⁻]\s?[12¹²]|\s?(?:/|per)\s?(?:cm|cycle|course)|\s?/\s?[A-Za-z]{1,3}(?![A-Za-z])"
)
_NEAR: Final = 80
_AROUND: Final = 400


def placebo_for(text: str, start: int) -> tuple[int, int] | None:
    """The word placebo, where it looks like the drug before an amount: `placebo to match heatol 5 mg`."""
    floor = max(0, start - _NEAR)
    match = _PLACEBO_FOR.search(text[floor:start])
    return (floor + match.start("name"), floor + match.end("name")) if match else None


def is_limit(text: str, start: int, end: int, unit: str) -> bool:
    """Whether the amount `text[start:end]` bounds, changes or dissolves a dose, or is only measured.

    What a placebo looks like is not given either.
    """
    before = text[max(0, start - _NEAR) : start]
    if _LIMITED.search(before) or _LIMITED_BEHIND.match(text, end):
        return True
    if _REDUCED.search(before) and _TOXIC.match(text, end):
        return True
    if placebo_for(text, start) or _MEASURED.search(before) or _MEASURED_BEHIND.match(text, end):
        return True
    return _VOLUME.fullmatch(unit) is not None and _SOLVENT.search(before) is not None


def is_doubtful(text: str, start: int, end: int, *, counted: bool) -> bool:
    """Whether the number or the unit of an amount could be another than it seems.

    `counted` says that a piece of medicine follows: the number before it is how many, `1 500 mg tablet`.
    """
    forms = (_LISTED, _PARTED) if _HUNDREDS.match(text, start) and not counted else (_LISTED,)
    if any(_follows(form, text[max(0, start - _NEAR) : start]) for form in forms):
        return True
    either = _OR.search(text, start, end)
    if either and not _DAYWISE.search(text, either.end(), end):
        return True
    if _ROUND.match(text, start) or _COUNTED.match(text, start) or _ODD_UNIT.match(text, end):
        return True
    pointed = _POINT.search(text, max(0, start - _AROUND), end + _AROUND)
    return _COMMA.match(text, start) is not None and pointed is not None


def _follows(form: re.Pattern[str], before: str) -> bool:
    """Whether numbers stand right before that are no days, groups or visits."""
    match = form.search(before)
    return match is not None and _LABEL.search(before[: match.start()].rstrip()) is None
