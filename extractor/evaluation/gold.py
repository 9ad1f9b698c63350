"""Gold is checked too: against the schema, against its page, and against itself."""

from collections import Counter
from collections.abc import Iterable, Iterator

from extractor.documents import Document
from extractor.errors import ExtractorError, RecordError
from extractor.evaluation.case import Case
from extractor.evaluation.problem import GoldProblem
from extractor.evaluation.slots import slot_at
from extractor.evaluation.suite import Suite
from extractor.records.envelope import EvidenceStatus, Extraction
from extractor.records.finding import Span
from extractor.records.leaves import leaves
from extractor.records.pointer import resolve

Remark = tuple[str, str]
"""A pointer and what is wrong there."""


def check_gold(suite: Suite) -> list[GoldProblem]:
    """Every fault of a suite's gold files, in the order of the cases; empty where there is none."""
    return [
        GoldProblem(case.gold.name, pointer, reason)
        for case in suite.cases
        for pointer, reason in _of_case(case)
    ]


def _of_case(case: Case) -> Iterator[Remark]:
    try:
        document, gold = case.page(), case.gold_extraction()
    except RecordError as error:
        yield error.pointer, error.message
        return
    except ExtractorError as error:
        yield "", error.message
        return
    yield from _page(document, gold)
    yield from _spans(document, gold)
    yield from _links(gold)
    yield from _pointers(gold)
    yield from _evidence(gold)
    yield from _alternatives(gold)


def _page(document: Document, gold: Extraction) -> Iterator[Remark]:
    for name in ("id", "sha256", "text_sha256", "media_type"):
        said, found = getattr(gold.document, name), getattr(document, name)
        if said != found:
            yield "", f"document.{name} is {said}, the page's is {found}"


def _spans(document: Document, gold: Extraction) -> Iterator[Remark]:
    for pointer, evidence in gold.evidence.items():
        yield from ((pointer, reason) for span in evidence.spans for reason in _span(document, span))
    for finding in gold.findings:
        yield from ((finding.pointer, reason) for span in finding.spans for reason in _span(document, span))


def _span(document: Document, span: Span) -> Iterator[str]:
    if document.text[span.start : span.end] != span.quote:
        yield f"the page does not say {span.quote!r} at {span.start}–{span.end}"


def _links(gold: Extraction) -> Iterator[Remark]:
    record = gold.record
    arms = Counter(arm.key for arm in record.arms)
    interventions = Counter(item.key for item in record.interventions)
    for name, keys in (("arms", arms), ("interventions", interventions)):
        yield from ((f"/{name}", f"the key {key} stands twice") for key, n in keys.items() if n > 1)
    for at, link in enumerate(record.arm_interventions):
        yield from _link(f"/arm_interventions/{at}/arm", link.arm, arms)
        yield from _link(f"/arm_interventions/{at}/intervention", link.intervention, interventions)
    for at, result in enumerate(record.results):
        yield from _link(f"/results/{at}/arm", result.arm, arms)
        for place, key in enumerate(result.comparison):
            yield from _link(f"/results/{at}/comparison/{place}", key, arms)


def _link(pointer: str, key: str | None, keys: Counter[str]) -> Iterator[Remark]:
    if key is not None and key not in keys:
        yield pointer, f"no item has the key {key}"


def _pointers(gold: Extraction) -> Iterator[Remark]:
    addresses: dict[str, Iterable[str]] = {
        "evidence": gold.evidence,
        "missing": gold.missing,
        "acceptable": gold.acceptable,
        "unlabelled": gold.unlabelled,
    }
    for name, pointers in addresses.items():
        for pointer in pointers:
            try:
                value = resolve(gold.record, pointer)
            except (LookupError, ValueError):
                yield pointer, f"{name}: the record has no such address"
                continue
            if name == "missing" and value is not None and value != []:
                yield pointer, "missing: a value stands here"


def _evidence(gold: Extraction) -> Iterator[Remark]:
    for pointer, evidence in gold.evidence.items():
        if evidence.status is EvidenceStatus.UNSUPPORTED:
            yield pointer, "evidence: UNSUPPORTED"
        elif not evidence.spans:
            yield pointer, "evidence: no words"
    for leaf in leaves(gold.record):
        if not leaf.structural and leaf.pointer not in gold.evidence:
            yield leaf.pointer, "evidence: none for this value"


def _alternatives(gold: Extraction) -> Iterator[Remark]:
    for pointer, values in gold.acceptable.items():
        try:
            slot = slot_at(gold.record, pointer)
        except (LookupError, ValueError):
            continue  # `_pointers` has said so
        if not values:
            yield pointer, "acceptable: no alternative is given"
        for value in values:
            try:
                slot.parse(value, pointer=pointer)
            except RecordError as error:
                yield error.pointer, f"acceptable: {error.message}"
