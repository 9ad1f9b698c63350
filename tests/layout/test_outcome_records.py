"""One outcome written into a draft."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.outcome_records import put_outcome
from extractor.records.missing import MissingReason
from extractor.records.outcomes import OutcomeKind
from extractor.structure.slices import Slice

PAGE = "Primary outcome\nToe Alertness Score (TAS)\nNot specified\nCounted by hand"


def words(text: str) -> Slice:
    at = PAGE.index(text)
    return Slice(PAGE, at, at + len(text))


def test_an_outcome_has_its_abbreviation_its_rank_and_a_reason_for_no_time() -> None:
    builder = DraftBuilder("test", "REGISTRY_PAGE")
    place = put_outcome(
        builder,
        OutcomeKind.PRIMARY,
        words("Toe Alertness Score (TAS)"),
        words("Not specified"),
        words("Counted by hand"),
        words("Primary outcome"),
    )
    draft = builder.draft()
    outcome = draft.record.outcomes[0]
    assert (place, outcome.abbreviation, outcome.description) == ("/outcomes/0", "TAS", "Counted by hand")
    assert outcome.time_frame is None
    assert draft.missing == {"/outcomes/0/time_frame": MissingReason.STATED_NOT_AVAILABLE}
    assert [quote.text for quote in draft.quotes["/outcomes/0/kind"]] == ["Primary outcome"]
