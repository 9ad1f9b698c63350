"""What every layout's draft gets at the end: values that follow from words it already holds."""

from extractor.layout.abstracts import put_abstract
from extractor.layout.outcome_norms import put_outcome_norms
from extractor.layout.regimens import put_regimens
from extractor.layout.told_design import put_told_design
from extractor.layout.told_groups import put_told_groups
from extractor.normalise.intervention_names import intervention_norm
from extractor.records.draft import Draft


def finish(draft: Draft) -> Draft:
    """Add doses, results, told facts of the design, time points and normal names; what is written stays."""
    put_abstract(draft)
    put_regimens(draft)
    put_told_groups(draft)
    put_told_design(draft)
    for at, item in enumerate(draft.record.interventions):
        if item.name_norm is None and (norm := intervention_norm(item.name)):
            item.name_norm = norm
            if quotes := draft.quotes.get(f"/interventions/{at}/name"):
                draft.quotes[f"/interventions/{at}/name_norm"] = quotes
    put_outcome_norms(draft)
    return draft
