"""Words of result sentences: subjects, directions, facts at entry, and sentences that tell no result."""

import re
from typing import Final

_COPULA: Final = re.compile(
    r"\b(?:was|were|is|are|had|reached|averaged|remained|decreased|increased|declined|rose|fell|improved|occurred|favou?red|"
    r"developed|did\s+not|experienced|achieved)\b|:|=",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(
    r"(?:(?:overall|in\s+(?:addition|total)|results?|however|moreover|conversely|similarly),\s+|(?:the|an?|both|and)\s+|(?:estimated|observed|overall(?!\s+(?:"
    r"survival|response))|cumulative|median|mean(?!\s+differences?\b(?!\s+in))|average|baseline|crude|actuarial)\s+|\((?:IQR|SD|range|SE)\)\s+|"
    r"(?:(?:\d+|one|two|three|five|ten)-?,?\s?(?:and\s+|,\s*)?)+-?(?:year|month|week|day)s?\s+|"
    r"(?:(?:one|two|three|five)-,\s*)+(?:and\s+)?(?:\w+-)?(?:year|month)\s+|"
    r"(?:incidence|rate|rates|proportion|frequency|number|percentage|prevalence)\s+of\s+(?:patients\s+with\s+)?(?:the\s+)?)",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"(?:\s+(?:rates?|time)(?=$))?(?:\s*[,(].*|\s(?:per|by|at|in|after|within|for|between|with|from|of\s+patients|among|(?<!time\s)(?<!needed\s)to|across|over|during)\s+.*|\s+rates?)?$",
    re.IGNORECASE | re.DOTALL,
)
_RATE: Final = re.compile(r"\s+rate(?!s)", re.IGNORECASE)
_KEEPS_IN: Final = re.compile(
    r"(?:difference|change|reduction|improvement)\s+(?:\(\w+\)\s+)?in\s+(?P<what>.+)$", re.IGNORECASE
)
_BASELINE: Final = re.compile(
    r"\bat\s+(?:baseline|entry|enrol+ment|randomi[sz]ation|inclusion)\b|\bbaseline\b|\b(?:mean|median)\s+age\b|\bage\b|^(?:women|men|(?:fe)?male)\b|"
    r"\bwere\s+(?:women|men|(?:fe)?male)|\bperformance\s+status\s+(?:was|of)\b|\bscore\s+of\s+\d|\bhad\s+(?:chronic|prior|previous|cirrhosis|"
    r"stage|diabetes|hypertension|underlying)\b|\bchronic\s+hepatitis|\d%\s+women|\bprevious(?:ly)?\s+(?:treated|received)",
    re.IGNORECASE,
)
_NO_RESULT: Final = re.compile(
    r"\bsample\s+size\b|\bpower\b|\bconsidered\s+(?:statistically\s+)?significant|\bwere\s+(?:followed|enrolled|randomi[sz]ed|recruited|"
    r"included|assigned|screened|registered|treated|performed|delivered|calculated|collected|given)\b(?!.*%)|"
    r"\bwas\s+(?:performed|calculated|conducted|delivered|used|assessed|evaluated|measured)\b|\bwill\s+be\b|\bprimary\s+(?:end\s?point|outcome)\s+was\s+(?!met|reached|\d)|"
    r"\breceived\b(?!.*%)|\bwere\s+randomly\b|\binvestigated\s+\d|\b(?:may|can|could|should)\b|\b(?:stopped|terminated)\s+(?:after|because|"
    r"early)|\bcomprised\b|\bloading\s+dose|"
    r"^(?:to|we\s+(?:aimed|investigated|sought|enrolled|randomi[sz]ed|conducted))\b|\bwe\s+initiated\b|\btreatment\s+included\b",
    re.IGNORECASE,
)
_OF_OTHERS: Final = re.compile(
    r"\b(?i:data|evidence|literature|registr\w+|surveys?)\s+(?:suggest|indicate|show)|\bin\s+[A-Z][A-Z-]{4,}\b(?!\s+(?:group|arm))|"
    r"\bet\s+al\b|\b(?i:previous|prior|earlier|historical|published)\s+(?:[a-z-]+\s+){0,3}(?i:studies|trials|reports|analys[ei]s|series)"
)
_NO_SUBJECT: Final = re.compile(
    r"^\W|^(?:[\w-]+\s)?(?:groups?|arms?)$|^(?:it|this|these|those|they|we|there|which|that|of|in|and|or|who|from|patients|participants|subjects|correlation|differences?|decrease|increase|reduction|change|results?|small|no)\b(?!.*\b(?:with|in)\b)|\b(?:suggest\w*|that|which|whether|who)\b|[%=<>]",
    re.IGNORECASE,
)
_LONGEST: Final = 90
_NO_DIFFERENCE: Final = re.compile(
    r"(?:there\s+(?:was|were)\s+)?(?P<direction>no\s+(?:statistically\s+)?(?:significant\s+)?differences?)\s+"
    r"(?:(?:was|were)\s+(?:seen|observed|found|noted)\s+)?(?:between\s+.{3,60}?\s+)?in\s+(?:the\s+)?(?:incidence\s+of\s+|rate\s+of\s+)?(?P<what>.+?)"
    r"(?:\s+(?:between|among|across)\s.*|\s*\(.*|\.?$)",
    re.IGNORECASE | re.DOTALL,
)
_NONE: Final = re.compile(
    r"^(?P<direction>no)\s+(?P<what>.+?)\s+(?:was|were)\s+(?:seen|observed|reported|noted|found|recorded|detected)\b",
    re.IGNORECASE,
)
_ADVERB: Final = (
    r"(?:significantly|markedly|slightly|substantially|generally|well|adversely|positively|inversely|negatively|"
    r"independently)"
)
_TOLD: Final = re.compile(
    rf"^(?:the\s+)?(?P<what>[A-Za-z][^.;:]{{2,90}}?)\s+(?:(?:was|were|is|are|remained)\s+(?:also\s+)?(?P<direction>not\s+reached|"
    rf"(?:{_ADVERB}\s+)?(?:longer|shorter|higher|lower|better|worse|greater|similar|comparable|stable|improved|reduced|increased|"
    r"decreased|prolonged|correlated|associated|well\s+tolerated|mild(?:\s+and\s+\w+)?|manageable|acceptable|superior|inferior|"
    rf"non-?inferior|unchanged|tolerable|safe)\b)|(?P<direction2>(?:{_ADVERB}\s+)?(?:improved|worsened|increased|decreased|declined)|did\s+not\s+"
    r"(?:differ|change|improve)(?:\s+significantly)?|not\s+reached)\b)",
    re.IGNORECASE,
)
_CORRELATED: Final = re.compile(
    r"(?:correlated|associated)\s+with\s+(?:(?:a|an|the|poor|poorer|better|worse|longer|shorter)\s+)*(?P<what>[^.;,(]{3,60})",
    re.IGNORECASE,
)


_TREATMENT: Final = re.compile(
    r"(?:the\s+)?(?:(?:study\s+)?(?:treatment|therapy|drug|medication)|combination|regimen|vaccine|it)\b",
    re.IGNORECASE,
)
_TOLERATED: Final = re.compile(r"(?:well[\s-]tolerated|tolerable|safe|feasible)\b", re.IGNORECASE)


def is_no_result(sentence: str) -> bool:
    """Whether a sentence tells of plans, methods or who took part, and of no finding."""
    return _NO_RESULT.search(sentence) is not None or _OF_OTHERS.search(sentence) is not None


def is_baseline(words: str) -> bool:
    """Whether words tell of participants at entry."""
    return _BASELINE.search(words) is not None


def subject_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What a clause is about: the words before its verb, without what qualifies them."""
    verb = _COPULA.search(text, start, end)
    stop = verb.start() if verb else end
    return _cleaned(text, start, stop)


def _cleaned(text: str, start: int, stop: int) -> tuple[int, int] | None:
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
    cut = cut.rstrip(" ,;:(")
    if not 1 < len(cut) <= _LONGEST or _NO_SUBJECT.search(cut) or not any(map(str.isalpha, cut)):
        return None
    return start, start + len(cut)


def direction_in(sentence: str) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """What a finding without a figure is about, and the words for its direction."""
    for form in (_NO_DIFFERENCE, _NONE):
        if match := form.search(sentence):
            what = _cleaned(sentence, *match.span("what"))
            single = what is not None and "," not in match.group("what")
            return (match.span("what"), match.span("direction")) if single else None
    match = _TOLD.match(sentence)
    if match is None:
        return None
    direction = "direction" if match.group("direction") else "direction2"
    if safe := _TOLERATED.search(sentence, match.start(direction)):
        # Of a treatment that is safe, that is what was found out; of anything else nothing is told.
        return (safe.span(), None) if _TREATMENT.fullmatch(match.group("what")) else None
    if related := _CORRELATED.match(sentence, match.end(direction) - len("correlated")):
        return related.span("what"), match.span(direction)
    subject = _cleaned(sentence, *match.span("what"))
    return (subject, match.span(direction)) if subject else None
