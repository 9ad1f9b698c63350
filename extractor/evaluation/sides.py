"""The two Extractions behind a comparison, asked for what stands beside their records."""

from collections.abc import Sequence
from typing import Any

from extractor.evaluation.absence import match_reasons, reason_at
from extractor.evaluation.aspects import AbsenceMatch, EvidenceMatch, Origin
from extractor.evaluation.evidence import match_words, spans_of
from extractor.evaluation.origin import Source
from extractor.evaluation.slots import Slot
from extractor.records.envelope import Extraction


class Sides:
    """Gold, the prediction and the page; what is not known of them is not told of cells."""

    def __init__(
        self, gold: Extraction | None = None, predicted: Extraction | None = None, text: str | None = None
    ) -> None:
        self._gold = gold
        self._predicted = predicted
        self._source = None if text is None else Source(text)
        # Asked for every value: what both sides leave empty need not be looked up.
        self._told = gold is not None and predicted is not None
        self._reasons = bool((gold and gold.missing) or (predicted and predicted.missing))

    def origin(self, predicted: Any, slot: Slot) -> Origin | None:
        """Where a predicted value that is not gold's came from; None where no page was given."""
        return self._source.origin(predicted, slot) if self._source else None

    def evidence(self, gold: str | None, predicted: str | None, parts: Sequence[str]) -> EvidenceMatch | None:
        """How the words of a right value stand beside gold's; `parts` are the fields of an object."""
        if self._gold is None or self._predicted is None or gold is None or predicted is None:
            return None
        ours = spans_of(self._gold.evidence, gold, parts)
        return match_words(ours, spans_of(self._predicted.evidence, predicted, parts)) if ours else None

    def absence(self, gold: str | None, predicted: str | None) -> AbsenceMatch | None:
        """How the reason of a right null stands beside gold's."""
        if self._gold is None or self._predicted is None:
            return None
        if not self._reasons:
            return AbsenceMatch.ABSENT
        ours = reason_at(self._gold.missing, gold)
        return match_reasons(ours, reason_at(self._predicted.missing, predicted))
