"""Study groups and interventions of a snapshot page."""

from collections.abc import Callable

import pytest

from extractor.records.draft import Draft
from extractor.records.finding import FindingCode

Read = Callable[[str], Draft]
Unread = Callable[[Draft], list[str]]


@pytest.fixture
def groups(read: Read, snapshot_page: str) -> Callable[..., Draft]:
    """A snapshot page with other groups and interventions, each given as its paragraphs."""

    def build(group_pieces: list[str], intervention_pieces: list[str]) -> Draft:
        start, end = snapshot_page.index("Study Groups"), snapshot_page.index("Eligibility Criteria")
        listed = ["Interventions", *intervention_pieces] if intervention_pieces else []
        middle = "\n\n".join(["Study Groups", "Review each arm or cohort here.", *group_pieces, *listed, ""])
        return read(snapshot_page[:start] + middle + snapshot_page[end:])

    return build


Groups = Callable[[list[str], list[str]], Draft]


def links(draft: Draft) -> list[tuple[str, str]]:
    return [(link.arm, link.intervention) for link in draft.record.arm_interventions]


def test_a_group_may_receive_several_interventions(groups: Groups) -> None:
    draft = groups(
        [
            "Both", "Oats and milk", "Group Type EXPERIMENTAL",
            "Oats", "Intervention Type OTHER", "A bowl",
            "Milk", "Intervention Type OTHER", "A glass",
            "Milk alone", "Only milk", "Group Type ACTIVE_COMPARATOR",
            "Milk", "Intervention Type OTHER", "A glass",
        ],
        ["Oats", "A bowl", "Intervention Type OTHER", "Milk", "A glass", "Intervention Type OTHER"],
    )  # fmt: skip
    assert [(arm.label, arm.description) for arm in draft.record.arms] == [
        ("Both", "Oats and milk"),
        ("Milk alone", "Only milk"),
    ]
    assert links(draft) == [("A1", "I1"), ("A1", "I2"), ("A2", "I2")]
    assert draft.findings == []


def test_without_a_list_the_groups_give_the_interventions(groups: Groups) -> None:
    draft = groups(
        [
            "Both", "Oats and milk", "Group Type EXPERIMENTAL",
            "Oats", "Intervention Type OTHER", "A bowl",
            "Milk", "Intervention Type DRUG", "A glass",
            "Milk alone", "Only milk", "Group Type ACTIVE_COMPARATOR",
            "Milk", "Intervention Type DRUG", "A glass",
        ],
        [],
    )  # fmt: skip
    assert [(one.key, one.name, one.type, one.description) for one in draft.record.interventions] == [
        ("I1", "Oats", "OTHER", "A bowl"),
        ("I2", "Milk", "DRUG", "A glass"),
    ]
    assert [arm.label for arm in draft.record.arms] == ["Both", "Milk alone"]
    assert links(draft) == [("A1", "I1"), ("A1", "I2"), ("A2", "I2")]


def test_two_interventions_of_one_name_have_two_keys(groups: Groups) -> None:
    pieces = ["Oats", "A bowl", "Intervention Type OTHER", "Oats", "A plate", "Intervention Type DRUG"]
    draft = groups(["Both", "Group Type OTHER", "Milk", "Intervention Type OTHER"], pieces)
    assert [(one.key, one.name) for one in draft.record.interventions] == [
        ("I1", "Oats"),
        ("I2", "Oats"),
        ("I3", "Milk"),
    ]
    assert links(draft) == [("A1", "I3")]


def test_another_type_in_the_group_is_a_contradiction(groups: Groups) -> None:
    draft = groups(
        ["Both", "Group Type OTHER", "Oats", "Intervention Type DRUG"], ["Oats", "Intervention Type OTHER"]
    )
    (finding,) = draft.findings
    assert (finding.code, finding.pointer) == (FindingCode.CONTRADICTION, "/interventions/0/type")
    assert draft.record.interventions[0].type == "OTHER"


@pytest.mark.parametrize(
    ("group_pieces", "intervention_pieces", "words"),
    [
        (["Group Type OTHER"], [], "OTHER"),
        (["Oats", "Intervention Type DRUG"], [], "Intervention Type DRUG"),
        (["Both", "Group Type OTHER", "Intervention Type DRUG"], [], "Intervention Type DRUG"),
        (["Both", "Group Type OTHER", "A stray line"], [], "A stray line"),
        (["Both", "Group Type OTHER", "A stray line", "Oats", "Intervention Type DRUG"], [], "A stray line"),
        (["Both", "Group Type OTHER"], ["Oats"], "Oats"),
        (["Both", "Group Type OTHER"], ["Oats", "Intervention Type PORRIDGE"], "PORRIDGE"),
    ],
)
def test_what_fits_no_group_is_unread(
    groups: Groups, unread: Unread, group_pieces: list[str], intervention_pieces: list[str], words: str
) -> None:
    assert words in unread(groups(group_pieces, intervention_pieces))
