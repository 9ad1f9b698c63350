"""Verification: every value is held against the words offered for it."""

from extractor.documents import Document
from extractor.records.declare import Check
from extractor.records.draft import Draft
from extractor.records.envelope import DocumentRef, Evidence, EvidenceStatus, Extraction
from extractor.records.finding import Finding, FindingCode, Span
from extractor.records.leaves import Leaf, leaves
from extractor.records.pointer import resolve
from extractor.verification.locate import locate
from extractor.verification.words import Words, inherited_words, own_words


def verify(document: Document, draft: Draft) -> Extraction:
    """Hold every value of a draft against the page.

    Every leaf that is not null and not structural gets an entry in `evidence`; words that are not on
    the page leave no span, the value is UNSUPPORTED and a finding says so. Never raises for what a
    draft says.
    """
    return _Verification(document, draft).run()


class _Verification:
    """The state of one verification."""

    def __init__(self, document: Document, draft: Draft) -> None:
        self.document = document
        self.draft = draft
        self.evidence: dict[str, Evidence] = {}
        self.findings = list(draft.findings)

    def run(self) -> Extraction:
        for leaf in leaves(self.draft.record):
            if not leaf.structural or leaf.pointer in self.draft.quotes:
                self.evidence[leaf.pointer] = self._weigh(leaf)
        self._quotes_of_nulls_and_objects()
        draft = self.draft
        return Extraction(
            document=self._reference(),
            record=draft.record,
            evidence=self.evidence,
            missing=draft.missing,
            findings=self.findings,
            lineage=draft.lineage.model_copy(update={"converter": self.document.converter}),
            usage=draft.usage,
            acceptable=draft.acceptable,
            unlabelled=draft.unlabelled,
        )

    def _weigh(self, leaf: Leaf) -> Evidence:
        inherited = inherited_words(self.draft, leaf)
        around = self._find(inherited) if inherited else ()
        own = own_words(self.draft, leaf)
        words = own or inherited
        spans = self._find(own, around) if own else around
        if not words or not spans:
            return self._unsupported(leaf.pointer, words, "its words are not on the page")
        if leaf.field.check is Check.VERBATIM and not any(_says(span, leaf.value) for span in spans):
            return self._unsupported(leaf.pointer, words, "its words say something else")
        verbatim = leaf.field.check in {Check.VERBATIM, Check.IDENTIFIER}
        return Evidence(
            status=EvidenceStatus.VERIFIED if verbatim else EvidenceStatus.QUOTED,
            spans=list(spans),
            rule="verbatim" if verbatim else f"words of {words.pointer}" if words is not own else "quoted",
        )

    def _find(self, words: Words, within: tuple[Span, ...] = ()) -> tuple[Span, ...]:
        found = {
            (span.start, span.end): span
            for quote in words.quotes
            for span in locate(self.document.text, quote, within=within)
        }
        return tuple(found[key] for key in sorted(found))

    def _unsupported(self, pointer: str, words: Words | None, why: str) -> Evidence:
        offered = " … ".join(quote.text for quote in words.quotes) if words else None
        self.findings.append(
            Finding(code=FindingCode.UNSUPPORTED, pointer=pointer, message=f"Unsupported: {why}")
        )
        return Evidence(status=EvidenceStatus.UNSUPPORTED, offered=offered, rule="not found")

    def _quotes_of_nulls_and_objects(self) -> None:
        for pointer, quotes in self.draft.quotes.items():
            if pointer in self.evidence:
                continue
            try:
                resolve(self.draft.record, pointer)
            except LookupError:
                self.findings.append(_no_such_place(pointer, "words were offered for"))
                continue
            words = Words(tuple(quotes), pointer)
            spans = self._find(words)
            self.evidence[pointer] = (
                Evidence(status=EvidenceStatus.QUOTED, spans=list(spans), rule="quoted")
                if spans
                else self._unsupported(pointer, words, "its words are not on the page")
            )

    def _reference(self) -> DocumentRef:
        return DocumentRef(
            id=self.document.id,
            sha256=self.document.sha256,
            text_sha256=self.document.text_sha256,
            media_type=self.document.media_type,
            layout=self.draft.record.source.layout,
        )


def _says(span: Span, value: str) -> bool:
    """Whether words are the value, white space aside."""
    return "".join(span.quote.split()) == "".join(value.split())


def _no_such_place(pointer: str, what: str) -> Finding:
    return Finding(
        code=FindingCode.INVALID_POINTER,
        pointer=pointer,
        message=f"{what} an address the record does not have",
    )
