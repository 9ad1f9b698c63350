"""The path to a verdict, in words: value, kind, words offered, where they were found, every rule asked."""

from extractor.documents import Document
from extractor.errors import RecordError
from extractor.records.draft import Draft
from extractor.records.leaves import Leaf, leaves
from extractor.verification.case import Verdict
from extractor.verification.judge import Judge
from extractor.verification.page import Page
from extractor.verification.verify import Verification


def explain(document: Document, draft: Draft, pointer: str) -> list[str]:
    """Lines that tell how the value at a pointer was judged.

    Raises RecordError for an address without a value.
    """
    verification = Verification(document, draft)
    leaf = _leaf(draft, pointer)
    lines = [f"value    {leaf.value!r}", f"kind     {leaf.field.check}: {leaf.field.description}"]
    if leaf.structural and pointer not in draft.quotes:
        return [*lines, "status   none: a key or a link carries no words of its own"]
    trace: list[str] = []
    verdict, _ = Judge(verification.contexts, verification.rows, trace).judge(leaf)
    lines += [f"step     {step}" for step in trace]
    lines += [f"status   {verdict.status}", f"rule     {verdict.why}"]
    lines += _places(verification.page, verdict)
    found = [finding for finding in verification.run().findings if finding.pointer == pointer]
    return lines + [f"finding  {finding.code}: {finding.message}" for finding in found]


def _places(page: Page, verdict: Verdict) -> list[str]:
    return [
        f"words    {start}-{end}, {page.part_at(start).name or 'head of the page'}: {page.text[start:end]!r}"
        for start, end in verdict.places
    ]


def _leaf(draft: Draft, pointer: str) -> Leaf:
    for leaf in leaves(draft.record, nulls=True):
        if leaf.pointer == pointer:
            if leaf.value is None or leaf.value == []:
                reason = draft.missing.get(pointer, "ABSENT")
                raise RecordError(
                    f"the value is null, its reason {reason}",
                    pointer=pointer,
                    hint="Name a value that is stated",
                )
            return leaf
    raise RecordError(
        "the record has no value here",
        pointer=pointer,
        hint="Pointers name single values, such as /arms/0/label; `extractor extract` lists them",
    )
