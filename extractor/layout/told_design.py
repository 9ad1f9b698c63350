"""The design as a page's prose tells it: allocation, masking, model, phase, centres, how many took part.

Fields that the page's form filled stay as they are. Only sentences of this trial count: on registry pages
those that speak of it, in abstracts the parts on what was done, and elsewhere sentences that say "we" or
"this study". What two sentences say differently is left out, with a finding.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractor.layout.narrative import own_sentences
from extractor.layout.printed_words import PrintedWords, printed_words
from extractor.normalise.abstract_parts import RESULTS, part_of, tells_methods
from extractor.normalise.design_terms import DesignTerm, design_terms
from extractor.normalise.enrollment import enrolled_in
from extractor.records.design import (
    Allocation,
    Enrollment,
    InterventionModel,
    Masking,
    Phase,
    StudyType,
    TimePerspective,
)
from extractor.records.draft import Draft, Quote
from extractor.records.finding import Finding, FindingCode, Span
from extractor.records.source import PageKind
from extractor.records.times import ActualEstimated
from extractor.structure.sentences import sentences
from extractor.structure.slices import Slice
from extractor.verification.background import is_background, speaks_of_this_study
from extractor.verification.kinds.enums import phrases

_TITLES: Final = ("brief_title", "official_title")
_PROSE: Final = ("brief_summary", "detailed_description")
_ENUMS: Final = {
    "allocation": Allocation,
    "intervention_model": InterventionModel,
    "masking": Masking,
    "time_perspective": TimePerspective,
    "phases": Phase,
    "study_type": StudyType,
}
_LONGEST: Final = 2000
"""A longer text is no sentence."""
_SEVERAL: Final = 2
"""A sentence with fewer terms of the design is not about the design."""
_TWO: Final = "Sentences of the page say different things of it, {}: none is taken"
_SEVERAL_STUDIES: Final = re.compile(
    r"(?:in\s+)?(?:these\s+)?(?:two|three|four|both)\s+(?:(?!previous|prior|earlier)[\w-]+,?\s+){0,6}(?:trials|studies)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence `words.text[start:end]`; whether it tells what was done or found, and of this trial."""

    words: PrintedWords
    start: int
    end: int
    done: bool = False
    own: bool = True

    @property
    def text(self) -> str:
        return self.words.text[self.start : self.end]

    def quotes(self, start: int, end: int) -> list[Quote]:
        return self.words.quotes(self.start + start, self.start + end)


def put_told_design(draft: Draft) -> None:
    """Add what prose says of the design and no field does."""
    abstract = [*_abstract(draft)]
    if several := [one for one in abstract if one.done and _SEVERAL_STUDIES.match(one.text)]:
        message = "The abstract tells of several studies: whose design is whose is not read"
        _find(draft, "/design", message, several[0].quotes(0, len(several[0].text)))
        return
    told = [*_titles(draft), *_prose(draft), *(one for one in abstract if one.own)]
    told = [one for one in told if one.end - one.start <= _LONGEST]
    terms: dict[str, list[tuple[_Told, DesignTerm]]] = {}
    for one in told:
        for term in design_terms(one.text):
            terms.setdefault(term.field, []).append((one, term))
    for field, found in terms.items():
        _put(draft, field, found)
    if draft.record.source.page_kind is PageKind.PUBLICATION_PAGE:
        _put_enrollment(draft, [one for one in told if one.done])
    _put_text(draft, told)


def _titles(draft: Draft) -> Iterator[_Told]:
    for name in _TITLES:
        words = printed_words(draft, f"/{name}", getattr(draft.record, name))
        if words and not is_background(words.text):
            yield _Told(words, 0, len(words.text))


def _prose(draft: Draft) -> Iterator[_Told]:
    for name in _PROSE:
        if words := printed_words(draft, f"/{name}", getattr(draft.record, name)):
            yield from (_Told(words, start, end) for start, end in own_sentences(words.text))


def _abstract(draft: Draft) -> Iterator[_Told]:
    """Sentences of an abstract, from where their label ends."""
    publication = draft.record.publication
    words = printed_words(draft, "/publication/abstract", publication.abstract if publication else None)
    part: str | None = None
    background = methods = False
    for piece in sentences(Slice(words.text, 0, len(words.text))) if words else ():
        assert words is not None  # noqa: S101 - no words, no sentences
        begin = 0
        while (named := part_of(piece.text[begin:]))[1] and named[0]:
            part, labelled = named[0], tells_methods(piece.text[begin:])
            methods, begin = bool(labelled), begin + named[1]
        background = is_background(piece.text, after_background=background)
        done = methods or part == RESULTS
        own = not background and (done or speaks_of_this_study(piece.text))
        yield _Told(words, piece.start + begin, piece.end, done, own)


def _put(draft: Draft, field: str, found: list[tuple[_Told, DesignTerm]]) -> None:
    """Write one field that no form filled, where all sentences agree and the words are known to say it."""
    design = draft.record.design
    if getattr(design, field) not in (None, []):
        return
    values = {term.value for _, term in found}
    pointer = f"/design/{field}"
    quotes = [quote for one, term in found for quote in one.quotes(term.start, term.end)]
    if len(values) > 1:
        _find(draft, pointer, _TWO.format(" and ".join(sorted(values))), quotes)
        return
    (value,) = values
    if field in _ENUMS:
        _put_name(draft, field, value, quotes)
    else:
        setattr(design, field, value == "true")
        draft.quotes[pointer] = quotes


def _put_name(draft: Draft, field: str, value: str, quotes: list[Quote]) -> None:
    """Write a name of a closed list."""
    design, pointer = draft.record.design, f"/design/{field}"
    name = _ENUMS[field](value)
    if field == "study_type" and design.allocation is Allocation.RANDOMIZED:
        return
    if field == "phases":
        design.phases = [Phase(value)]
        draft.quotes[f"{pointer}/0"] = quotes
        return
    setattr(design, field, name)
    draft.quotes[pointer] = quotes
    if field == "masking" and design.masking_text is None:
        design.masking_text = quotes[0].text
        draft.quotes["/design/masking_text"] = quotes[:1]


def _put_enrollment(draft: Draft, told: list[_Told]) -> None:
    """How many took part, where all that is said of it is one number."""
    if draft.record.design.enrollment.count is not None:
        return
    found = [(one, number) for one in told for number in enrolled_in(one.text)]
    counts = {number.count for _, number in found}
    pointer = "/design/enrollment/count"
    quotes = [quote for one, number in found for quote in one.quotes(number.start, number.end)]
    if len(counts) > 1:
        _find(draft, pointer, _TWO.format(" and ".join(map(str, sorted(counts)))), quotes)
    if len(counts) != 1:
        return
    draft.record.design.enrollment = Enrollment(count=counts.pop())
    draft.quotes[pointer] = quotes
    for one, number in found:
        if number.how and phrases("ActualEstimated", one.text[slice(*number.how)]) == {"ACTUAL"}:
            draft.record.design.enrollment.type = ActualEstimated.ACTUAL
            draft.quotes["/design/enrollment/type"] = one.quotes(*number.how)
            return


def _put_text(draft: Draft, told: list[_Told]) -> None:
    """The sentence that says most of the design."""
    design = draft.record.design
    counted = [
        (len({term.field for term in design_terms(one.text) if term.of_study}), one)
        for one in told
        if one.end - one.start < len(one.words.text)
    ]
    best = max(counted, key=lambda pair: pair[0], default=None)
    if design.design_text is None and best and best[0] >= _SEVERAL:
        design.design_text = best[1].text
        draft.quotes["/design/design_text"] = best[1].quotes(0, len(best[1].text))


def _find(draft: Draft, pointer: str, message: str, quotes: list[Quote]) -> None:
    spans = [
        Span(quote=one.text, start=one.start, end=one.start + len(one.text))
        for one in quotes
        if one.start is not None
    ]
    draft.findings.append(Finding(code=FindingCode.AMBIGUOUS, pointer=pointer, message=message, spans=spans))
