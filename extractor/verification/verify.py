"""Verification: every value is held against the words offered for it."""

from typing import Final

from extractor._data import vocabulary_hash
from extractor.documents import Document
from extractor.records.arms import ArmIntervention
from extractor.records.declare import Check
from extractor.records.draft import Draft
from extractor.records.envelope import DocumentRef, Evidence, EvidenceStatus, Extraction
from extractor.records.evidence_text import entry_text, shown_text, span_text, with_evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.leaves import leaves
from extractor.records.pointer import resolve
from extractor.verification.absence import absence_verdict
from extractor.verification.case import Verdict, unsupported
from extractor.verification.characters import deceptions
from extractor.verification.contexts import Contexts, Words
from extractor.verification.evidence import EvidenceOf, Judged, evidence_of
from extractor.verification.judge import Judge
from extractor.verification.links import link_verdict
from extractor.verification.page import Page
from extractor.verification.rows import Rows
from extractor.verification.rules import cross_field_findings

_CODES: Final = {
    EvidenceStatus.UNSUPPORTED: FindingCode.UNSUPPORTED,
    EvidenceStatus.AMBIGUOUS: FindingCode.AMBIGUOUS,
}


def verify(document: Document, draft: Draft) -> Extraction:
    """Hold every value of a draft against the page.

    Every leaf that is not null and not structural gets an entry in `evidence`, with the rule that decided;
    words that are not on the page, or that say otherwise, leave no span: the value is UNSUPPORTED and a
    finding says why. Never raises for what a draft says.
    """
    return Verification(document, draft).run()


def verify_to_json(document: Document, draft: Draft) -> str:
    """The Extraction that `verify` makes, without usage, as `to_json` writes it, in less time."""
    return Verification(document, draft).to_json()


class Verification:
    """One verification: the page, the draft, and what was found so far."""

    def __init__(self, document: Document, draft: Draft) -> None:
        self.document = document
        self.draft = draft
        self.page = Page(document.text)
        self.contexts = Contexts(self.page, draft)
        self.rows = Rows(self.page, draft.record, draft.quotes)
        self.judged: dict[str, Judged] = {}
        """The verdict on each value, in the order of the record, and words that could not be found."""
        self.findings = list(draft.findings)

    def run(self) -> Extraction:
        """Verify; the whole Extraction."""
        self._judge()
        return self._extraction({at: evidence_of(self.page, *one) for at, one in self.judged.items()})

    def to_json(self) -> str:
        """The same, without usage, as JSON: evidence is written as it was found, and no object made of it."""
        self._judge()
        text, entries = self.page.text, list[str]()
        for pointer, (verdict, offered) in self.judged.items():
            status, why, places = verdict.status, verdict.why, verdict.places
            if len(places) == 1:
                start, end = places[0]
                entries.append(shown_text(pointer, status, text[start:end], start, end, why))
            else:
                spans = [span_text(text[start:end], start, end) for start, end in places]
                entries.append(entry_text(pointer, status, spans, offered, why))
        bare = self._extraction({}).model_copy(update={"usage": None})
        return with_evidence(bare.to_json(), entries)

    def _judge(self) -> None:
        """Judge every leaf, link and reason, then ask the cross-field rules."""
        judge = Judge(self.contexts, self.rows)
        quotes = self.draft.quotes
        for leaf in leaves(self.draft.record):
            if leaf.field.check is not Check.STRUCTURAL or leaf.pointer in quotes:
                verdict, words = judge.judge(leaf)
                if verdict.status is EvidenceStatus.VERIFIED and verdict.places:  # as most are
                    self.judged[leaf.pointer] = verdict, None
                else:
                    self._keep(leaf.pointer, verdict, words)
        for pointer in quotes:
            if pointer not in self.judged:
                self._other_words(pointer)
        self.findings += deceptions(self.page)
        evidence = EvidenceOf(self.page, self.judged)
        self.findings += cross_field_findings(self.draft.record, self.page, evidence)

    def _keep(self, pointer: str, verdict: Verdict, words: Words | None) -> None:
        """Write a verdict down, and a finding where it speaks against the value."""
        offered = None if verdict.places or words is None else " … ".join(words.offered)
        self.judged[pointer] = verdict, offered
        code = verdict.code or _CODES.get(verdict.status)
        if code is not None:
            spans = evidence_of(self.page, verdict).spans
            self.findings.append(Finding(code=code, pointer=pointer, message=verdict.why, spans=spans))

    def _other_words(self, pointer: str) -> None:
        """Words offered for an object, a link, a list or a null."""
        try:
            value = resolve(self.draft.record, pointer)
        except (LookupError, ValueError):
            message = "words were offered for an address the record does not have"
            self.findings.append(Finding(code=FindingCode.INVALID_POINTER, pointer=pointer, message=message))
            return
        words = self.contexts.find(pointer)
        reason = self.draft.missing.get(pointer)
        if isinstance(value, ArmIntervention):
            verdict = link_verdict(self.page, self.rows, value, words)
        elif reason is not None:
            verdict = absence_verdict(self.page, reason, words)
            if verdict.status is EvidenceStatus.UNSUPPORTED:
                verdict = unsupported(verdict.why, FindingCode.ABSENCE_MISMATCH)
        elif words.lost or not words.places:
            verdict = Verdict(EvidenceStatus.UNSUPPORTED, "its words are not on the page")
        else:
            verdict = Verdict(EvidenceStatus.QUOTED, "words of an object", words.places)
        self._keep(pointer, verdict, words)

    def _extraction(self, evidence: dict[str, Evidence]) -> Extraction:
        draft, document = self.draft, self.document
        return Extraction.model_construct(
            document=DocumentRef(
                id=document.id,
                sha256=document.sha256,
                text_sha256=document.text_sha256,
                media_type=document.media_type,
                layout=draft.record.source.layout,
            ),
            record=draft.record,
            evidence=evidence,
            missing=draft.missing,
            findings=self.findings,
            lineage=draft.lineage.model_copy(
                update={"converter": document.converter, "vocabulary": vocabulary_hash()}
            ),
            usage=draft.usage,
            acceptable=draft.acceptable,
            unlabelled=draft.unlabelled,
        )
