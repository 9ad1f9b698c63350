"""When something is given: its start, its stop, how long it lasts, and for whom."""

import re
from dataclasses import dataclass
from typing import Final

from extractor.normalise.numbers import WORDS
from extractor.normalise.spans_of_time import NUMBER, SPAN, UNIT, TimeSpan, time_span

_TIME: Final = (
    rf"(?:(?:the\s+)?(?:(?:\d{{1,3}}\s?(?:-|–|to)\s?)?{SPAN}|(?:day|week|month|cycle|visit)\s+-?\d{{1,3}}|"
    r"the\s+\d{1,2}(?:st|nd|rd|th)?\s+day))"
)
_EVENT: Final = r"[^.;,()\[\]\n]{2,90}?"
_END: Final = (
    r"(?=\s*(?:[.;,()\[\]\n]|$)|\s+(?:and|until|till|up\s+to|through|then|at\s+(?:a\s+)?(?:the\s+)?do[sz]es?|"
    rf"for\s+(?:up\s+to\s+)?{SPAN}|with\s+a|once|twice|every|daily|orally|by\s+mouth|intravenous(?:ly)?|"
    r"followed)(?![A-Za-z]))"
)
_BEGIN: Final = (
    r"(?:start(?:s|ed|ing)?|begin(?:s|ning)?|begun|initiat(?:ed?|ing|ion)|commenc(?:ed?|ing)|first\s+dose)"
)
_RELATION: Final = r"(?:after|before|prior\s+to|following|post|preceding|from|since)"
_OPENS: Final = r"(?:within|on|at|from|in|after|before|immediately|approximately|the|day|week|\d+)"
_LATER: Final = r"(?:within|on\s+day|at\s+least|immediately)"
_SOON: Final = r"(?:immediately|shortly|right|directly|soon)\s+(?:after|before|following|prior\s+to)"
_NAMED: Final = r"(?:(?:within|beginning|at|on|from)\s+(?:the\s+)?)?(?:(?:first|the)\s+)?"
_AT_THE_DAY: Final = r"(?:(?:at|on)\s+)?the\s+(?:time|day|morning|evening|night)"
_MOMENT: Final = r"(?:baseline|randomi[sz]ation|induction|enrol+ment|birth|delivery|admission|surgery)"
_NO_EVENT: Final = (
    r"(?:(?:each|every|a|an|one|two|three)\b|\d|meals?|food|breakfast|lunch|dinner|which|that|this)"
)
_BOUND: Final = r"(?!\d[\d.,]*\s?(?:mg|mcg|g|µg|μg|mL|ml|IU|units?|Gy)\b)(?:[^.;,()\[\]\n]|\.(?=\d)){2,60}?"
_FROM_TO: Final = re.compile(
    rf"(?<![A-Za-z])(?P<start>from\s+(?!hour){_BOUND})\s+(?P<stop>(?:to|until|till|through)\s+(?:the\s+)?{_BOUND})"
    r"(?=\s*(?:\.(?!\d)|[;,()\[\]\n]|$))",
    re.IGNORECASE,
)
_STARTS: Final = tuple(
    re.compile(form + _END, re.IGNORECASE)
    for form in (
        rf"\b{_BEGIN}\s+(?P<start>{_OPENS}\b{_EVENT})",
        rf"\b{_BEGIN}\s+(?:[\w/+-]+\s+){{1,4}}?(?P<start>{_LATER}\b{_EVENT})",
        rf"(?<![A-Za-z])(?P<start>{_NAMED}{_TIME}\s+{_RELATION}\s+{_EVENT})",
        rf"(?<![A-Za-z])(?P<start>within\s+(?:the\s+)?(?:first\s+)?{SPAN}\s+of\s+{_EVENT})",
        rf"(?<![A-Za-z])(?P<start>{_SOON}\s+{_EVENT})",
        r"(?<![A-Za-z])(?P<start>(?:from|at)\s+(?:day|week|month)\s+-?\d{1,3})",
        rf"(?<![A-Za-z])(?P<start>{_AT_THE_DAY}\s+(?:of|before|after)\s+{_EVENT})",
        rf"(?<![A-Za-z])(?P<start>at\s+(?:the\s+)?{_MOMENT})",
        rf"(?<![A-Za-z])(?P<start>(?:before|prior\s+to|after|following)\s+(?!{_NO_EVENT}){_EVENT})",
    )
)
_NOT_EVENT: Final = r"(?!\d|one\b|two\b|a\b|three\b|four\b|six\b|twelve\b)"
_STOP: Final = re.compile(
    rf"(?<![A-Za-z])(?P<stop>(?:until|till|untill)\s(?:[^.;\n()\[\]]|\.(?=\d)){{3,240}}?|"
    rf"up\s+to\s+{_NOT_EVENT}[^.;\n()\[\]]{{3,200}}?|"
    r"through\s+(?:day|week|month|cycle|the\s+end)\b[^.;,\n()\[\]]{0,80}?)(?=\s*(?:\.(?!\d)|[;\n()\[\]]|$))",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    rf"(?<![A-Za-z\d])(?P<stop>(?:(?:for|up\s+to)\s+(?:up\s+to\s+)?(?:a\s+)?(?:(?:maximum|total)\s+of\s+)?)?(?:\d{{1,2}}|{WORDS})\s+"
    r"(?:(?:weekly|daily|monthly|additional|consecutive|treatment)\s+)?(?:cycles|courses|sessions|administrations|infusions|"
    r"injections|applications)|(?:for|up\s+to|total\s+of)\s+\d{1,2}\s+doses|[x×]\s?\d{1,2}(?!\s?[\w^*\\/]))(?![A-Za-z])",
    re.IGNORECASE,
)
_STOP_ENDS: Final = re.compile(
    r",?\s+(?:at\s+(?:a\s+|the\s+)?do[sz]es?|with\s+a|then\b|followed\s+by|in\s+combination|starting|beginning|"
    r"(?:or\s+)?for\s+a\s+(?:maximum|total)|"
    rf"(?:or|for)\s+(?:up\s+to|a\s+maximum\s+of)\s+{SPAN}|or\s+for\s+{SPAN}|once|twice)(?![A-Za-z])",
    re.IGNORECASE,
)
_LEADS: Final = (
    r"(?:for|during|lasting|over|x|×|continuously|continued|total\s+of|course\s+of|duration\s+of|duration\s*:|"
    r"period\s+of|treatment\s+for|maximum\s+of)"
)
_PADDING: Final = (
    r"(?:(?:up\s+to|a|an|the|about|approximately|another|at\s+least|(?:a\s+)?(?:total|maximum|period|duration|"
    r"course|minimum)\s+of|first|total|consecutive|additional|up\s+to\s+a\s+maximum\s+of)\s+){0,3}"
)
_DURATION: Final = re.compile(
    rf"(?<![A-Za-z])(?:{_LEADS}\s+{_PADDING}(?P<span>{SPAN}|{NUMBER}\s+(?:consecutive|more|additional|full)\s+{UNIT}\b)|up\s+to\s+(?P<span3>{SPAN})|"
    rf"(?P<span2>{SPAN})[\s-]+(?:treatment\s+)?(?:course|period|duration|treatment|regimen)(?![A-Za-z]))",
    re.IGNORECASE,
)
_INFUSION: Final = re.compile(r"minutes?|mins?\b|hours?|hrs?\b", re.IGNORECASE)
_NOT_DURATION: Final = re.compile(
    r"\s*(?:before|prior|of\s+age|of\s+(?:each|every|a\s)|cycles?|apart|old|interval)\b", re.IGNORECASE
)
_LASTING: Final = re.compile(
    r"\b(?:for|over|during|lasting)\s+(?:(?:up\s+to|at\s+least|a|the|first|total\s+of)\s+){0,3}$",
    re.IGNORECASE,
)
_PACE: Final = re.compile(
    r"(?:titrat|taper|escalat|increas|reduc|decreas|infus|inject|dissolv)[a-z]*\s+(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
"""What `over 6 weeks` behind it tells the pace of: no treatment lasts so long."""
_AMOUNT: Final = re.compile(r"\d\s?(?:m?g|mcg|[µμu]g|mL|ml|IU|units?|Gy)(?![A-Za-z])")
"""`starting at 25 mg` tells the first dose, not when it is given."""
_ADJECTIVE: Final = re.compile(r"\s(?:consecutive|more|additional|full)\s", re.IGNORECASE)
_WHO: Final = r"(?:patients|participants|subjects|those|adults|children|women|men|infants|people)"
_MEALS: Final = r"(?:food|meals?|breakfast|lunch|dinner|water|milk)"
_MEANWHILE: Final = (
    r"\s+(?:during|throughout|over)\s+(?:the\s+)?(?:whole\s+|entire\s+|course\s+of\s+the\s+)?"
    r"(?:study|trial|treatment|intervention|follow-up)(?:\s+period)?"
)
"""When all is done that a trial does: no part of a condition."""
_CONDITION: Final = re.compile(
    r"(?<![A-Za-z])(?P<condition>(?:if|when|unless|while|in\s+case\s+of|concurrent(?:ly)?\s+with|during\s+(?=[a-z]{4})|"
    rf"(?:in|for|to)\s+{_WHO}\s+(?:with|without|who|aged|whose|older|younger|under|over|less|more|of|on|≥|≤|>|<)|"
    r"(?:in|for)\s+(?:adults|children|infants)|only\s+(?:in|for|if)|depending\s+on|according\s+to)"
    rf"\b[^.;,()\[\]\n]{{0,120}}?|as\s+(?:needed|required|tolerated|directed|(?:clinically\s+)?indicated)(?:\s+for\s+[a-z]+)?|p\.?r\.?n\.?|(?:with|after|without)\s+{_MEALS}|"
    rf"before\s+(?:meals|breakfast|dinner)|on\s+an\s+empty\s+stomach|in\s+the\s+fasting\s+state)(?=(?:{_MEANWHILE})?\s*(?:[.;,()\[\]\n]|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Course:
    """Offsets of the words for start, stop and condition, and the duration; None where nothing is said."""

    start: tuple[int, int] | None
    stop: tuple[int, int] | None
    duration: TimeSpan | None
    condition: tuple[int, int] | None
    ends: int
    """Where the last of start, stop and duration ends, 0 where there is none."""


def course_of(text: str) -> Course:
    """What a dose statement says about when. Two different durations are none."""
    both = _FROM_TO.search(text)
    stop = both.span("stop") if both else _stop(text)
    start = both.span("start") if both else _start(text, stop)
    spans, last = _durations(text, [place for place in (start, stop) if place])
    condition = next((match.span("condition") for match in _CONDITION.finditer(text)), None)
    ends = max(place[1] for place in (start, stop, (0, last)) if place)
    return Course(start, stop, spans.pop() if len(spans) == 1 else None, condition, ends)


def begins_in(text: str) -> bool:
    """Whether the words say that something is begun, and when: `started on day 1`."""
    return _STARTS[0].search(text) is not None


def _start(text: str, stop: tuple[int, int] | None) -> tuple[int, int] | None:
    for form in _STARTS:
        for match in form.finditer(text):
            place = match.span("start")
            if _LASTING.search(text, max(0, place[0] - 24), place[0]) or _AMOUNT.search(text, *place):
                continue
            if stop is None or place[1] <= stop[0] or place[0] >= stop[1]:
                return place
    return None


def _stop(text: str) -> tuple[int, int] | None:
    match = _STOP.search(text)
    if match is None:
        counted = _COUNTED.search(text)
        return counted.span("stop") if counted else None
    start, end = match.span("stop")
    cut = _STOP_ENDS.search(text, start + 5, end)
    return (start, cut.start() if cut else end)


def _durations(text: str, taken: list[tuple[int, int]]) -> tuple[set[TimeSpan], int]:
    found: set[TimeSpan] = set()
    last = 0
    for match in _DURATION.finditer(text):
        words = match.group("span") or match.group("span2") or match.group("span3")
        paced = match.group().casefold().startswith("over") and _PACE.search(
            text, max(0, match.start() - 40), match.start()
        )
        inside = paced or any(start <= match.start() < end for start, end in taken)
        if inside or _INFUSION.search(words) or _NOT_DURATION.match(text, match.end()):
            continue
        if span := time_span(_ADJECTIVE.sub(" ", words)):
            found.add(span)
            last = max(last, match.end())
    return found, last
