"""What a result is about: subjects of clauses, and what those who are counted had or did."""

import re
from typing import Final

from extractor.normalise.concepts import concept_of
from extractor.normalise.result_figures import PEOPLE

_WORDS: Final = re.compile(r"[A-Za-z]{2,}")
_NOT_NAMED: Final = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|did|showed|that|which|who|than|but|whereas|while|when|because|there|it|this|they|we|"
    r"these|those|respectively|no|not|whose|where|if|its|their)\b|[%=<>]|^\s*(?:of|in|for|with|by|to|from|and|or|at|after|during|within|over|among)\b",
    re.IGNORECASE,
)
_NAMES_WITH_DIGITS: Final = re.compile(
    r"\d+(?:st|nd|rd|th)\b|\)-\d+|(?:\d+-,?\s?(?:and\s+|to\s+|,\s*)?)+\d*-?[A-Za-z]+|[A-Za-z(][\w./+-]*\d[\w./+-]*|"
    r"\b(?:grades?|weeks?|months?|days?|years?|stages?|phase|level|types?|score(?:\s+of)?|minutes?|hours?|visit|at|after|through|within|class|dose)\s+"
    r"[≥>]?\s?\d+(?:\.\d+)?(?:[-–]\d+|\s(?:and|or|to)\s\d+)?|\d+\s+(?:years?|months?|weeks?|days?|hours?|min|h|wk)\b|\b(?:RECIST|CTCAE|version|v)\s?\d+(?:\.\d+)?|[≥≤]\s?\d+(?:\.\d+)?\s?\S*",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 18
_LONGEST: Final = 110
_NUMBER: Final = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety)"
_TIMES: Final = (
    rf"(?:{_NUMBER}(?:-(?:year|month|week|day|h|hour)s?)?-?,?\s?(?:and\s+|,\s*|or\s+))+"
    rf"{_NUMBER}-(?:year|month|week|day|h|hour)s?\s+"
)
_HEAD: Final = re.compile(
    r"(?:(?:(?:primary|secondary|main|composite)\s+)+(?:end\s?-?points?|outcomes?)(?:,\s+|\s+of\s+)(?:the\s+)?|"
    r"(?:overall|in\s+(?:addition|total)|results?|however|moreover|conversely|similarly),\s+|(?:the|an?|both|and)\s+|"
    r"(?:estimated|observed|overall(?!\s+(?:survival|response))|cumulative|median|average|baseline|"
    r"mean(?!\s+(?:differences?|change)\b(?!\s+(?:from\s+baseline\s+)?in))|"
    rf"crude|actuarial|adjusted|least[\s-]squares?)\s+|\((?:IQR|SD|SE|range|±\s?SD|±\s?SEM?)\)\s+|\[(?:SD|IQR)\]\s+|{_TIMES}|"
    r"(?:incidence|rate|rates|proportion|frequency|percentage|prevalence)\s+of\s+"
    r"(?:(?:patients|participants|subjects)\s+with\s+)?(?:the\s+)?|"
    r"number\s+of\s+(?:patients|participants|subjects)\s+with\s+)",
    re.IGNORECASE,
)
_GROUP_BEHIND: Final = (
    r"\s(?:of|in|for|with|among)\s+(?:the\s+)?(?:(?!(?:of|in|and|with)\b)[\w/+-]+\s+){1,5}"
    r"(?:groups?|arms?|cohorts?)\b.*"
)
_TIME_BEHIND: Final = (
    r"(?:the\s+)?(?:baseline|entry|enrol+ment|randomi[sz]ation|week|month|day|year|hour|\d|one|two|three|six|twelve|end\b|follow-up|"
    r"first|start|treatment\b|therapy\b|study|trial|last)"
)
_TAIL: Final = re.compile(
    rf"(?:\s+rates?(?=$)|(?<=survival)\s+time(?=$))?(?:{_GROUP_BEHIND}|\s*[,(\[].*|\s(?:per|by|at|in|within|between|of\s+patients|"
    r"among|across|over|up\s+to)\s+.*|"
    # Death from any cause and pain after surgery are what they are; a change from baseline is a change.
    rf"(?<!time)(?<!loss)(?<!lost)\s(?:from|to|after|during|through)\s+{_TIME_BEHIND}.*|"
    r"(?<!compliance)(?<!adherence)(?<!satisfaction)(?<!need)(?<!risk)(?<!score)(?<!scores)\s(?:with|for)\s+.*|\s+rates?)?$",
    re.IGNORECASE | re.DOTALL,
)
_RATE: Final = re.compile(r"\s+rate(?!s)", re.IGNORECASE)
_KEEPS_IN: Final = re.compile(
    r"(?:difference|change|reduction|improvement)\s+(?:\(\w+\)\s+)?(?:from\s+baseline\s+)?in\s+(?:the\s+)?(?P<what>.+)$",
    re.IGNORECASE,
)
_NO_SUBJECT: Final = re.compile(
    r"^\W|^(?:[\w-]+\s)?(?:groups?|arms?)$|^(?:patients|participants|subjects|correlation|differences?|decrease|increase|reduction|change|"
    r"results?|small|more|less|analysis|most)\b(?!.*\b(?:with|in)\b)|^(?:most|least)\s+common|^(?:groups?|arms?|cohorts?)\b|"
    r"^(?:rates?|values?|figures?|ratios?|incidences?|proportions?|percentages?|numbers?|means?|medians?|averages?|placebo|controls?|"
    rf"{PEOPLE})$",
    re.IGNORECASE,
)
_KIND: Final = re.compile(
    r"\b(?:mean|median|average|rates?|incidence|time|duration|survival|mortality|scores?|levels?)\b",
    re.IGNORECASE,
)
_AND: Final = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_OF_TESTS: Final = re.compile(
    r"sensitivity|specificity|accuracy|(?:positive|negative)\s+predictive\s+values?|PPV|NPV", re.IGNORECASE
)
_LISTED: Final = re.compile(r"\s(?:and|or)\s|,\s")
_LIGHT: Final = frozenset(
    {
        "had",
        "have",
        "developed",
        "experienced",
        "achieved",
        "attained",
        "reached",
        "showed",
        "were",
        "was",
        "are",
        "suffered",
        "met",
    }
)
_ARTICLE: Final = re.compile(r"\s*(?:a|an|the)\s+|\s*")
_BEHIND: Final = re.compile(
    r"\s+(?:at|after|within|by|during|through)\s+(?:the\s+)?(?:baseline|entry|enrol+ment|week|month|day|\d+[\s-]\w+|one\s+year).*$|"
    r"\s+in\s+the\s+(?:[\w/+-]+\s+){1,4}(?:group|arm)\b.*$",
    re.IGNORECASE,
)


def is_a_subject(words: str) -> bool:
    """Whether words are a name of what was measured: no verb, no figure, no bracket that has no partner."""
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or _NOT_NAMED.search(words):
        return False
    if words.count("(") != words.count(")") or words.count("[") != words.count("]"):
        return False
    return not has_digits(words)


def has_digits(words: str) -> bool:
    """Whether words hold numbers that are no part of a name or a time."""
    return any(map(str.isdigit, _NAMES_WITH_DIGITS.sub("", words)))


def lists_several(words: str) -> bool:
    """Whether a subject names several outcomes; the times of one do not count."""
    return _LISTED.search(re.sub(_TIMES, "", words, flags=re.IGNORECASE)) is not None


def known_names(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The outcomes that a subject names in turn, where the table or a short list knows each; else nothing."""
    found = []
    joints = [match.span() for match in _AND.finditer(text, start, stop)]
    begins, ends = [start, *(end for _, end in joints)], [*(begin for begin, _ in joints), stop]
    for place in zip(begins, ends, strict=True):
        name = subject_in(text, *place)
        words = text[slice(*name)] if name else ""
        if name is None or not (_OF_TESTS.fullmatch(words) or concept_of(words)):
            return []
        found.append(name)
    return found


def names_a_measure(words: str) -> bool:
    """Whether words in front of a colon are no group: they say which kind of figure, or are of the table."""
    return _KIND.search(words) is not None or concept_of(words.strip()) is not None


def subject_in(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """What was found out about, without article, kind of figure, group and time, or None."""
    while start < stop and text[start] in " (,;":
        start += 1
    while head := _HEAD.match(text, start, stop):
        start = head.end()
    words = text[start:stop].rstrip(" ,;:=([")
    if match := _KEEPS_IN.match(words):
        start += match.start("what")
        words = match.group("what")
    tail = _TAIL.search(words, 1)
    cut = words[: tail.start()] if tail else words
    if _RATE.match(words, len(cut)):
        cut = words[: len(cut) + len(" rate")]
    cut = cut.removesuffix(" rates").rstrip(" ,;:([")
    if len(cut) < 2 or _NO_SUBJECT.search(cut) or not _WORDS.search(cut):  # noqa: PLR2004 - no name is a letter
        return None
    return start, start + len(cut)


def counted_outcome(text: str, verb: tuple[int, int], rest: tuple[int, int]) -> tuple[int, int] | None:
    """What those who are counted had, or did: `had cold feet` is cold feet, `left early` is left early."""
    light = text[slice(*verb)].lower() in _LIGHT
    start = rest[0] if light else verb[0]
    if light and (article := _ARTICLE.match(text, start)):
        start = article.end()
    words = _BEHIND.sub("", text[start : rest[1]]).rstrip(" .,;")
    if not _WORDS.search(words) or "%" in words or _NOT_COUNTED.match(words) or has_digits(words):
        return None
    return start, start + len(words)


_NOT_COUNTED: Final = re.compile(
    r"(?:enrolled|included|randomi[sz]ed|recruited|assigned|allocated|screened|registered|eligible|in|of|to|from|by|than|not|no|more)\b",
    re.IGNORECASE,
)
