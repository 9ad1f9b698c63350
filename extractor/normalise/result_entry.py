"""Facts at entry in brackets behind who took part: `40 adults took part (mean age, 61 years; 55% women)`."""

import re
from typing import Final

from extractor.normalise.result_frames import END, TEST
from extractor.normalise.result_parts import Clause, Parts, ReadFigure
from extractor.normalise.result_tokens import FIGURE

_F: Final = f"(?P<figure>{FIGURE}+)"
_WORDS: Final = r"[^\s,;:()\[\]\ue000-\ue004]+"
_TAKEN: Final = re.compile(
    rf"(?:A\s+total\s+of\s+|Among\s+(?:the\s+)?|All\s+)?{_F}(?:\s+(?!were\b|was\b|who\b){_WORDS}){{0,6}}\s+(?:who\s+)?"
    r"(?:were|was|underwent)\s+(?:enrolled|included|recruited|randomi[sz]ed|randomi[sz]ation|randomly\s+assigned)"
    rf"(?:\s+{_WORDS}){{0,8}}?\s*[(\[](?=[^()]*{FIGURE})",
    re.IGNORECASE,
)
_FACT: Final = re.compile(
    rf"(?:(?:mean|median|average)\s+(?:[(\[](?:SD|IQR|range|±\s?SD)[)\]],?\s+)?(?P<what>age|BMI|body[\s-]mass\s+index)(?:\s+was)?,?:?\s+"
    rf"{_F}{TEST}*|(?P<share>{FIGURE}+)\s+(?:were\s+)?(?P<who>women|men|females?|males?|boys|girls))(?:\s+years?)?",
    re.IGNORECASE,
)
_NEXT_FACT: Final = re.compile(r"\s*[,;]\s*(?:and\s+)?")
_CLOSE: Final = re.compile(r"\s*[)\]]")


def facts_at_entry(parts: Parts, begin: int) -> Clause | None:
    """The facts, and where the sentence goes on; how many took part is no result and is stepped over.

    Words that are such facts and nothing else are read too.
    """
    match = _TAKEN.match(parts.shape, begin)
    found, at = _facts(parts, match.end() if match else begin)
    close = (_CLOSE if match else END).match(parts.shape, at)
    if not found or close is None or (match is None and begin):
        return None
    parts.skipped += match is not None
    return found, close.end()


def _facts(parts: Parts, at: int) -> tuple[list[ReadFigure], int]:
    found: list[ReadFigure] = []
    while fact := _FACT.match(parts.shape, at):
        figure = parts.at_start[fact.start("figure" if fact.group("what") else "share")].figure
        if figure is None:
            break
        found.append(ReadFigure(figure, fact.span("what" if fact.group("what") else "who"), at))
        joint = _NEXT_FACT.match(parts.shape, fact.end())
        at = joint.end() if joint else fact.end()
    return found, at
