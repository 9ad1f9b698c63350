"""What the abstract of a publication states: its results, what it measures, and the doses that were given.

Only abstracts with labelled parts are read: figures of the part on results, doses of the parts on what was
done. A dose in the background or the conclusions may be of another trial, or of practice.
"""

import re
from collections.abc import Iterator

from extractor.layout.abstract_arms import NamedArm, put_abstract_arms
from extractor.layout.printed_words import PrintedWords, printed_words
from extractor.normalise.abstract_parts import RESULTS, part_of, tells_methods
from extractor.normalise.concepts import concept_of
from extractor.normalise.regimen_records import regimen_record
from extractor.normalise.regimens import regimens
from extractor.normalise.result_records import result_record
from extractor.normalise.result_statements import PrintedResult, prints_numbers, result_statements
from extractor.normalise.result_words import is_no_result
from extractor.normalise.terms import fold
from extractor.records.arms import Intervention
from extractor.records.draft import Draft, Quote
from extractor.records.finding import Finding, FindingCode, Span
from extractor.records.outcomes import Outcome, OutcomeKind
from extractor.records.results import ResultStatement, Statistic
from extractor.structure.sentences import sentences
from extractor.structure.slices import Slice
from extractor.verification.background import is_background

_END_POINT = re.compile(
    r"(?:(?:primary|secondary|main|composite|efficacy|safety)\s+)+(?:end\s?-?points?|outcomes?)(?:\s.*)?",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 2, 6


def put_abstract(draft: Draft) -> None:
    """Add what the abstract states; a draft that has results or interventions keeps them."""
    publication = draft.record.publication
    words = printed_words(draft, "/publication/abstract", publication.abstract if publication else None)
    if words is None or draft.record.results:
        return
    parts = list(_parts(words.text))
    if not any(part == RESULTS for part, *_ in parts):
        return
    told = draft.record.interventions
    done = False
    arms: list[NamedArm] = []
    methods: list[str] = []
    for part, start, end in parts:
        sentence = words.text[start:end]
        labelled = tells_methods(sentence)
        done = done if labelled is None else labelled
        if done and part != RESULTS:
            methods.append(sentence)
        if part == RESULTS:
            arms += _put_results(draft, words, sentence, start)
        elif done and (not told or not all(item.listed for item in told)):
            begin = part_of(sentence)[1]
            _put_doses(draft, words, sentence[begin:], start + begin)
    put_abstract_arms(draft, words, arms, " ".join(methods))


def _parts(text: str) -> Iterator[tuple[str | None, int, int]]:
    """Each sentence with the part it stands in; sentences about other studies are left out."""
    part, background = None, False
    for piece in sentences(Slice(text, 0, len(text))):
        part = part_of(piece.text)[0] or part
        background = is_background(piece.text, after_background=background)
        if not background:
            yield part, piece.start, piece.end


def _put_results(draft: Draft, words: PrintedWords, sentence: str, start: int) -> Iterator[NamedArm]:
    """The results of a sentence and the groups they name; a finding where its figures are not read."""
    told = result_statements(sentence)
    if not told and prints_numbers(sentence) and not is_no_result(sentence):
        _unread(draft, words.quotes(start, start + len(sentence)))
    for found in told:
        if found.arm:
            yield NamedArm(len(draft.record.results), start + found.arm[0], start + found.arm[1])
        _put_result(draft, words, sentence, start, found)


def _put_result(draft: Draft, words: PrintedWords, sentence: str, start: int, found: PrintedResult) -> None:
    """One result, its words with those for what it is about and for its tests."""
    result = result_record(sentence, found)
    place = f"/results/{len(draft.record.results)}"
    first = min(found.start, found.begin)
    last = max((found.end, found.outcome[1], *(end for _, end in found.tests)))
    printed = sentence[first:last]
    if printed.count("(") > printed.count(")") and sentence[last : last + 1] == ")":
        last += 1
    result.text = sentence[first:last]
    draft.record.results.append(result)
    draft.quotes[f"{place}/text"] = words.quotes(start + first, start + last)
    outcome = (start + found.outcome[0], start + found.outcome[1])
    draft.quotes[f"{place}/outcome"] = words.quotes(*outcome)
    if not result.is_baseline and result.statistic is not Statistic.QUALITATIVE:
        _put_outcome(draft, result, words, outcome)


def _unread(draft: Draft, quotes: list[Quote]) -> None:
    spans = [
        Span(quote=one.text, start=one.start, end=one.start + len(one.text))
        for one in quotes
        if one.start is not None
    ]
    message = "The figures of this sentence could not be read"
    draft.findings.append(Finding(code=FindingCode.UNREAD, pointer="/results", message=message, spans=spans))


def _put_outcome(draft: Draft, result: ResultStatement, words: PrintedWords, at: tuple[int, int]) -> None:
    """What a figure was found out about is an outcome, once."""
    measure = result.outcome
    if _END_POINT.fullmatch(measure):
        return  # which one that is, another sentence says
    if any(fold(one.measure) == fold(measure) for one in draft.record.outcomes):
        return
    short = measure.isupper() and _SHORTEST <= len(measure) <= _LONGEST and concept_of(measure) is not None
    place = f"/outcomes/{len(draft.record.outcomes)}"
    draft.record.outcomes.append(
        Outcome(kind=OutcomeKind.UNSPECIFIED, measure=measure, abbreviation=measure if short else None)
    )
    for name in ("kind", "measure", *(["abbreviation"] if short else [])):
        draft.quotes[f"{place}/{name}"] = words.quotes(*at)


def _put_doses(draft: Draft, words: PrintedWords, sentence: str, start: int) -> None:
    """Doses of drugs that the table knows, each with its drug."""
    for found in regimens(sentence):
        if found.agent is None or found.agent_norm is None or found.dose is None:
            continue
        agent = sentence[slice(*found.agent)]
        items = draft.record.interventions
        at = next((at for at, item in enumerate(items) if fold(item.name) == fold(agent)), len(items))
        place = f"/interventions/{at}"
        if at == len(items):
            items.append(Intervention(key=f"I{at + 1}", name=agent, listed=False))
            draft.quotes[f"{place}/name"] = words.quotes(start + found.agent[0], start + found.agent[1])
        items[at].regimens.append(regimen_record(sentence, found))
        text = words.quotes(start + found.start, start + found.end)
        draft.quotes[f"{place}/regimens/{len(items[at].regimens) - 1}/text"] = text
