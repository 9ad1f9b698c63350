"""Gold for a perturbed page: record, words, reasons and alternatives follow the page."""

from dataclasses import dataclass

from extractor.documents import Document
from extractor.records.envelope import Evidence, Extraction
from extractor.records.finding import Finding
from extractor.records.missing import MissingReason
from extractor.records.pointer import resolve
from extractor.records.record import TrialRecord
from perturb.addresses import Addresses
from perturb.alternatives import Alternatives
from perturb.doubts import settle
from perturb.links import new_keys, relink
from perturb.moves import Fate, Moves
from perturb.pruning import Pruning
from perturb.traces import Traces


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value of the new page that gold leaves unlabelled, and why."""

    pointer: str
    reason: str


def follow(gold: Extraction, moves: Moves, document: Document) -> tuple[Extraction, tuple[Doubt, ...]]:
    """Gold for `document`, the page that `moves` leads to, and what could not be settled."""
    return _Following(gold, moves).run(document)


class _Following:
    """The state of one following."""

    def __init__(self, gold: Extraction, moves: Moves) -> None:
        self._gold = gold
        self._traces = Traces(gold, moves)
        self._pruning = Pruning(self._traces)
        fields = self._pruning.prune(gold.record)
        keys = new_keys(gold.record, self._pruning)
        relink(fields, gold.record, self._pruning, keys)
        settle(fields, self._pruning, self._traces)
        self._record = TrialRecord.model_validate(fields)
        self._addresses = Addresses(self._pruning, self._record)
        self._alternatives = Alternatives(moves, keys)

    def run(self, document: Document) -> tuple[Extraction, tuple[Doubt, ...]]:
        doubts = self._doubts()
        old = self._gold
        reference = old.document.model_copy(
            update={"id": document.id, "sha256": document.sha256, "text_sha256": document.text_sha256}
        )
        before = [new for pointer in old.unlabelled if (new := self._addresses.new(pointer)) is not None]
        unlabelled = [*before, *(doubt.pointer for doubt in doubts if doubt.pointer not in before)]
        gold = old.model_copy(
            update={
                "document": reference,
                "record": self._record,
                "evidence": self._evidence(),
                "missing": self._missing({doubt.pointer for doubt in doubts}),
                "findings": list(self._findings()),
                "acceptable": self._acceptable(),
                "unlabelled": unlabelled,
            }
        )
        return gold, doubts

    def _doubts(self) -> tuple[Doubt, ...]:
        found = {self._addresses.new(old): reason for old, reason in self._pruning.doubtful.items()}
        return tuple(Doubt(pointer, found[pointer]) for pointer in sorted(filter(None, found)))

    def _evidence(self) -> dict[str, Evidence]:
        found: dict[str, Evidence] = {}
        for old, evidence in self._gold.evidence.items():
            trace, new = self._traces.get(old), self._addresses.new(old)
            if new is None or (trace and trace.fate is not Fate.KEPT):
                continue
            found[new] = evidence.model_copy(update={"spans": trace.spans}) if trace else evidence
        return found

    def _missing(self, doubtful: set[str]) -> dict[str, MissingReason]:
        """Reasons whose words are gone become ABSENT, like values that are gone."""
        found: dict[str, MissingReason] = {}
        for old, reason in self._gold.missing.items():
            trace, new = self._traces.get(old), self._addresses.new(old)
            if new is not None:
                lost = trace is not None and trace.fate is not Fate.KEPT
                found[new] = MissingReason.ABSENT if lost else reason
        for old in sorted(self._pruning.emptied):
            new = self._addresses.new(old)
            if new is not None and new not in doubtful and resolve(self._record, new) in (None, []):
                found[new] = MissingReason.ABSENT
        return found

    def _findings(self) -> list[Finding]:
        """Findings about places that are left; their spans follow, and one without any left goes."""
        found = []
        for finding in self._gold.findings:
            pointer = self._addresses.new(finding.pointer)
            spans = [new for span in finding.spans if (new := self._traces.follow(span)[1])]
            if pointer is not None and (spans or not finding.spans):
                found.append(finding.model_copy(update={"pointer": pointer, "spans": spans}))
        return found

    def _acceptable(self) -> dict[str, list[object]]:
        """Alternatives for what is left; a value that is gone has none."""
        found: dict[str, list[object]] = {}
        for old, values in self._gold.acceptable.items():
            new = self._addresses.new(old)
            if new is None or old in self._pruning.emptied:
                continue
            if followed := self._alternatives.follow(values):
                found[new] = followed
        return found
