"""Words of result sentences: subjects, directions, facts at entry, and sentences that tell no result."""

import re
from typing import Final

from extractor.normalise.result_subjects import is_a_subject, subject_in

_BASELINE: Final = re.compile(
    r"\bat\s+(?:baseline|entry|enrol+ment|randomi[sz]ation|inclusion)\b(?!\s+to\b)|"
    r"(?<!from\s)(?<!with\s)(?<!to\s)(?<!versus\s)(?<!vs\s)\bbaseline\b(?!\s+to\b)|\b(?:mean|median)\s+age\b|\bage\b|^(?:women|men|(?:fe)?male)\b|"
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
_NO_DIFFERENCE: Final = re.compile(
    r"(?:there\s+(?:was|were)\s+)?(?P<direction>no\s+(?:statistically\s+)?(?:significant\s+)?differences?)\s+"
    r"(?:(?:was|were)\s+(?:seen|observed|found|noted)\s+)?(?:between\s+.{3,60}?\s+)?in\s+(?!combination\b|patients\b)(?:the\s+)?(?:incidence\s+of\s+|rate\s+of\s+)?(?P<what>.+?)"
    r"(?:\s+(?:between|among|across)\s.*|\s*\(.*|\.?$)",
    re.IGNORECASE | re.DOTALL,
)
_NONE: Final = re.compile(
    r"^(?P<direction>no)\s+(?!.{0,60}\b(?:differences?|changes?|correlations?|associations?|evidence|(?<!side\s)(?<!adverse\s)effects?|improvements?|benefits?)\b)"
    r"(?P<what>.+?)\s+(?:was|were)\s+(?:seen|observed|reported|noted|found|recorded|detected)\b",
    re.IGNORECASE,
)
_THERE_WERE_NONE: Final = re.compile(
    r"^there\s+(?:was|were)\s+(?P<direction>no)\s+(?!differences?|significant|evidence|effects?|statistical)"
    r"(?P<what>[^.,;()]{4,60}?)(?:\s+in\s+(?:either|both|any|the)\b[^.;]*)?\.?$",
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
    rf"non-?inferior|unchanged|tolerable|safe|(?:more|less)\s+(?:frequent|common))\b)|(?P<direction2>(?:{_ADVERB}\s+)?(?:improved|worsened|increased|decreased|declined)|did\s+not\s+"
    r"(?:differ|change|improve)(?:\s+significantly)?|not\s+reached)\b)",
    re.IGNORECASE,
)
_CORRELATED: Final = re.compile(
    r"(?:correlated|associated)\s+with\s+(?:(?:a|an|the|poor|poorer|better|worse|longer|shorter|higher|lower|greater|increased|reduced|decreased|improved|significantly|"
    r"markedly|substantially)\s+)*(?P<what>[^.;,(]{3,60})",
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


def direction_in(sentence: str) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """What a finding without a figure is about, and the words for its direction."""
    for form in (_NO_DIFFERENCE, _NONE, _THERE_WERE_NONE):
        if match := form.search(sentence):
            what = _named(sentence, *match.span("what"))
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
    subject = _named(sentence, *match.span("what"))
    return (subject, match.span(direction)) if subject else None


def _named(sentence: str, start: int, stop: int) -> tuple[int, int] | None:
    return subject_in(sentence, start, stop) if is_a_subject(sentence[start:stop]) else None
