import pytest

from extractor.normalise.gradings import gradings


def read(text: str) -> list[dict[str, object]]:
    return [
        one.constraint.model_dump(mode="json", exclude={"kind"}, exclude_defaults=True)
        for one in gradings(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Child-Pugh class A or B", {"scale": "CHILD_PUGH", "values": ["A", "B"]}),
        ("ASA physical status I-III", {"scale": "ASA", "values": ["I", "II", "III"]}),
        ("failure > NYHA class 2", {"scale": "NYHA", "comparator": "GT", "threshold": "2"}),
        ("NYHA class III or greater", {"scale": "NYHA", "comparator": "GE", "threshold": "III"}),
        ("class III or IV heart failure (NYHA)", {"scale": "NYHA", "values": ["III", "IV"]}),
        (
            "infection (> grade 2 NCI-CTC version 3.0)",
            {"scale": "NCI_CTC", "comparator": "GT", "threshold": "2", "version": "3.0"},
        ),
        (
            "recovered to grade 1 or less (CTCAE v5.0)",
            {"scale": "NCI_CTC", "comparator": "LE", "threshold": "1", "version": "5.0"},
        ),
        (
            "stage II or IIIa disease according to modified Utopian Union TNM criteria",
            {"scale": "TNM", "values": ["II", "IIIa"], "version": "modified Utopian Union"},
        ),
        ("cT3-4 tumour", {"scale": "TNM", "values": ["T3", "T4"]}),
        ("T1-2N0M0", {"scale": "TNM", "values": ["T1", "T2", "N0", "M0"]}),
        ("stage IIIB/IV carcinoma", {"scale": "STAGE", "values": ["IIIB", "IV"]}),
        ("neuropathy > grade 1", {"scale": "GRADE", "comparator": "GT", "threshold": "1"}),
    ],
)
def test_a_class_is_read_with_its_scale(text: str, expected: dict[str, object]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Child-Pugh score 7",
        "Gleason score ≥ 7",
        "graded by CTCAE v4.0",
        "T2 weighted image",
        "type 2 diabetes",
        "RECIST 1.1",
        "a child of a patient",
        "at this stage a scan",
    ],
)
def test_scores_versions_and_names_are_no_classes(text: str) -> None:
    assert read(text) == []


def test_points_are_no_grade() -> None:
    assert [one["scale"] for one in read("Child-Pugh grade A (grade ≤ 7 points)")] == ["CHILD_PUGH"]
