"""Sponsors, responsible party and officials of a snapshot page."""

from collections.abc import Callable

import pytest

from extractor.records.draft import Draft

Read = Callable[[str], Draft]
Unread = Callable[[Draft], list[str]]
People = Callable[[str, list[str]], Draft]


@pytest.fixture
def people(read: Read, snapshot_page: str) -> People:
    """A snapshot page with one section of other people, given as its paragraphs."""
    order = ["Sponsors\n\n", "Responsible Party\n\n", "Principal Investigators\n\n", "Locations\n\n"]

    def build(heading: str, pieces: list[str]) -> Draft:
        at = order.index(f"{heading}\n\n")
        start, end = snapshot_page.index(order[at]), snapshot_page.index(order[at + 1])
        return read(snapshot_page[:start] + "\n\n".join([heading, *pieces, ""]) + snapshot_page[end:])

    return build


@pytest.mark.parametrize(
    ("pieces", "names", "words"),
    [
        (["Ada", "Role: STUDY_CHAIR", "Kitchen"], ["Ada"], []),
        (["Ada", "Role: STUDY_CHAIR", "Ben", "Role: STUDY_DIRECTOR"], ["Ada", "Ben"], []),
        (["Ada"], [], ["Ada"]),
        (["Cook", "Ada", "Role: STUDY_CHAIR"], ["Ada"], ["Cook"]),
        (["Role: STUDY_CHAIR", "Kitchen"], [], ["Role: STUDY_CHAIR"]),
        (["Ada", "Role: STUDY_CHAIR", "Role: STUDY_DIRECTOR"], ["Ada"], ["Role: STUDY_DIRECTOR"]),
    ],
)
def test_an_official_is_a_name_and_a_role(
    people: People, unread: Unread, pieces: list[str], names: list[str], words: list[str]
) -> None:
    draft = people("Principal Investigators", pieces)
    assert [official.name for official in draft.record.officials] == names
    assert unread(draft) == words


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["Responsibility Role SPONSOR"], ("SPONSOR", None, None, None)),
        (["Ada", "Responsibility Role SPONSOR"], ("SPONSOR", "Ada", None, None)),
        (
            ["Ada", "Cook", "Inn", "Responsibility Role SPONSOR_INVESTIGATOR"],
            ("SPONSOR_INVESTIGATOR", "Ada", "Cook", "Inn"),
        ),
    ],
)
def test_the_responsible_party_has_a_role_and_perhaps_name_title_and_affiliation(
    people: People, pieces: list[str], expected: tuple[str | None, ...]
) -> None:
    party = people("Responsible Party", pieces).record.responsible_party
    assert party
    assert (party.type, party.name, party.title, party.affiliation) == expected


def test_what_fits_no_person_is_unread(people: People, unread: Unread) -> None:
    assert unread(
        people("Responsible Party", ["Ada", "Cook", "Inn", "Cat", "Responsibility Role SPONSOR"])
    ) == ["Cat"]
    assert unread(people("Sponsors", ["Mill", "OTHER"])) == ["Mill", "OTHER"]
    assert unread(people("Sponsors", ["Sponsor Role lead"])) == ["Sponsor Role lead"]
