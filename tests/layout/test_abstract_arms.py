from extractor.layout.abstracts import put_abstract
from extractor.records.draft import Draft, Quote
from extractor.records.record import TrialRecord

METHODS = "Methods: Adults were randomly assigned to tea or to milk. "


def _draft(results: str, methods: str = METHODS) -> Draft:
    abstract = f"{methods}Results: {results}"
    record = {
        "source": {"page_kind": "PUBLICATION_PAGE", "layout": "test"},
        "publication": {"abstract": abstract},
    }
    quotes = {"/publication/abstract": [Quote(text=abstract, start=0)]}
    draft = Draft(record=TrialRecord.model_validate(record), quotes=quotes)
    put_abstract(draft)
    return draft


def _told(draft: Draft) -> list[tuple[float, str | None]]:
    labels = {arm.key: arm.label for arm in draft.record.arms}
    return [(float(one.percent or 0), labels[one.arm] if one.arm else None) for one in draft.record.results]


def test_groups_that_results_name_are_arms_that_no_list_names() -> None:
    draft = _draft("Waking was seen in 9% in the tea group and in 12% in the milk group.")
    assert [(arm.label, arm.listed) for arm in draft.record.arms] == [
        ("tea group", False),
        ("milk group", False),
    ]
    assert _told(draft) == [(9, "tea group"), (12, "milk group")]
    for at, arm in enumerate(draft.record.arms):
        assert [quote.text for quote in draft.quotes[f"/arms/{at}/label"]] == [arm.label]


def test_one_arm_has_one_name() -> None:
    draft = _draft(
        "Waking was seen in 9% in the tea group and in 12% in the milk group. "
        "Cure was seen in 40% in the tea arm."
    )
    assert _told(draft)[-1] == (40, "tea group")


def test_a_figure_beside_which_no_group_stands_has_no_arm() -> None:
    draft = _draft(
        "Waking was lower in the tea group than in the milk group (9% vs 12%). Cure was seen in 40%."
    )
    assert _told(draft) == [(9, "tea group"), (12, "milk group"), (40, None)]


def test_groups_that_the_methods_do_not_tell_of_are_none() -> None:
    draft = _draft("Waking was seen in 9% in the obese group and in 12% in the lean group.")
    assert draft.record.arms == []
    assert _told(draft) == [(9, None), (12, None)]


def test_one_group_alone_is_no_arm() -> None:
    assert _draft("Waking was seen in 9% in the tea group.").record.arms == []
