"""The glued table of arms and interventions on a page."""

from collections.abc import Callable

import pytest

from extractor.records.draft import Draft
from extractor.records.finding import FindingCode

Read = Callable[[str], Draft]
Unread = Callable[[Draft], list[str]]


def page(rows: list[str], listed: str = "") -> str:
    """A page with a table of arms and perhaps a list of interventions."""
    table = "\n".join(["GroupInterventionDescription", *rows])
    return f"MedPath\n\nTea\n\nInterventions\n{listed}\nArms\n{table}\n\n© 2025 MedPath"


def links(draft: Draft) -> list[tuple[str, str]]:
    labels = {arm.key: arm.label for arm in draft.record.arms}
    names = {one.key: one.name for one in draft.record.interventions}
    return [(labels[link.arm], names[link.intervention]) for link in draft.record.arm_interventions]


def test_three_arms_of_two_interventions(read: Read) -> None:
    rows = [
        "Both drinksBlack teaTea first and then cold milk",
        "Tea aloneBlack teaTea without anything in it",
        "Milk aloneCold milkMilk without anything in it",
        "Both drinksCold milkTea first and then cold milk",
    ]
    for listed in ("", "Other: Black tea\nOther: Cold milk"):
        draft = read(page(rows, listed))
        assert [arm.label for arm in draft.record.arms] == ["Both drinks", "Tea alone", "Milk alone"]
        assert links(draft) == [
            ("Both drinks", "Black tea"),
            ("Tea alone", "Black tea"),
            ("Milk alone", "Cold milk"),
            ("Both drinks", "Cold milk"),
        ]


def test_keys_are_given_in_page_order(read: Read) -> None:
    draft = read(page(["Cold armCold milkIn a glass", "Hot armBlack teaIn a cup"], "Black tea\nCold milk"))
    assert [(one.key, one.name) for one in draft.record.interventions] == [
        ("I1", "Black tea"),
        ("I2", "Cold milk"),
    ]
    assert [(arm.key, arm.label) for arm in draft.record.arms] == [("A1", "Cold arm"), ("A2", "Hot arm")]


@pytest.mark.parametrize(
    ("printed", "kind", "name"),
    [
        ("Procedure: Nap (20 minutes)", "PROCEDURE", "Nap (20 minutes)"),
        ("Dietary Supplement: Oats", "DIETARY_SUPPLEMENT", "Oats"),
        ("Recipe: Oats", None, "Recipe: Oats"),
        ("Oats", None, "Oats"),
        ("  • Drug: Oats", "DRUG", "Oats"),
    ],
)
def test_a_listed_intervention_has_its_printed_type_or_none(
    read: Read, printed: str, kind: str | None, name: str
) -> None:
    (one,) = read(page([], printed)).record.interventions
    assert (one.type, one.name) == (kind, name)


def test_words_of_repeated_cells_are_all_evidence(read: Read) -> None:
    text = page(["Hot armBlack teaIn a cup", "Hot armCold milkIn a cup"], "Black tea\nCold milk")
    draft = read(text)
    assert [quote.start for quote in draft.quotes["/arms/0/label"]] == [
        text.index("Hot arm"),
        text.rindex("Hot arm"),
    ]
    assert len(draft.quotes["/arms/0/description"]) == 2
    assert len(draft.quotes["/interventions/1/name"]) == 2


def test_rows_that_cannot_be_split_stay_raw_in_a_finding(read: Read, unread: Unread) -> None:
    draft = read(page(["tea", "milk"]))
    assert draft.record.arms == []
    assert unread(draft) == ["tea", "milk"]


def test_a_table_with_another_good_split_is_ambiguous(read: Read) -> None:
    codes = [finding.code for finding in read(page(["TeaMilkWaterJuice"])).findings]
    assert codes == [FindingCode.AMBIGUOUS]


def test_a_row_with_nothing_in_a_cell_leaves_the_table_raw_and_is_not_guessed(
    read: Read, unread: Unread
) -> None:
    rows = ["Both drinksBlack teaTea first and then cold milk", "Tea aloneBlack tea"]
    draft = read(page(rows, "Black tea"))
    assert draft.record.arms == []
    assert unread(draft) == rows


def test_only_cells_on_which_all_good_splits_agree_are_written(read: Read) -> None:
    draft = read(
        page(["Tea armGinger teaWarmMilk", "Milk armCold milkA glass of milk"], "Ginger tea\nCold milk")
    )
    assert ("Milk arm", "Cold milk") in links(draft)
    doubtful = [finding for finding in draft.findings if finding.code is FindingCode.AMBIGUOUS]
    assert doubtful == []
    draft = read(page(["TeaWaterMilkJuice"]))
    assert draft.record.arm_interventions == []
    (finding,) = [finding for finding in draft.findings if finding.code is FindingCode.AMBIGUOUS]
    assert [span.quote for span in finding.spans] == ["TeaWaterMilkJuice"]
