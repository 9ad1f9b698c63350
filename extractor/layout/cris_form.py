"""The form of CRiS, the Korean registry: its labels in their order, blocks of numbered objects among them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.layout.label_order import in_order, misplaced
from extractor.layout.labelled import Label, first_cell, labelled
from extractor.layout.page import Page
from extractor.structure.lines import Line
from extractor.structure.sections import Section

_PERSON = ("- Name", "- Title", "- Telephone", "- Affiliation", "- Address")
_ORGANIZATION = ("- Organization Name", "- Organization Type", "- Project ID")
_FORM: tuple[tuple[str, tuple[str, ...]], ...] = (
    *(
        (label, (label,))
        for label in ("CRIS Registration Number", "Unique Protocol ID", "Public/Brief Title")
    ),
    *((label, (label,)) for label in ("Scientific Title", "Acronym", "MFDS Regulated Study")),
    *((label, (label,)) for label in ("IND/IDE Protocol", "Registered at Other Registry")),
    ("healthcare", ("Healthcare Benefit", "Approval Status")),
    ("board", ("Institutional Review Board Information",)),
    *((label, (label,)) for label in ("Board Approval Status", "Board Approval Number", "Approval Date")),
    ("board", ("Institutional Review Board", "- Name", "- Address", "- Telephone")),
    ("Data Monitoring Committee", ("Data Monitoring Committee",)),
    ("contacts", ("Contact Details",)),
    ("investigator", ("Contact Person for Principal Investigator / Scientific Queries", *_PERSON)),
    ("public", ("Contact Person for Public Queries", *_PERSON)),
    ("updating", ("Contact Person for Updating Information", *_PERSON)),
    ("status", ("Status",)),
    *(
        (label, (label,))
        for label in ("Study Site", "Overall Recruitment Status", "Date of First Enrollment")
    ),
    ("Target Number of Participant", ("Target Number of Participant",)),
    *((label, (label,)) for label in ("Primary Completion Date", "Study Completion Date")),
    (
        "site",
        (
            "Recruitment Status by Participating Study Site",
            "- Name of Study Site",
            "- Recruitment Status",
            "- Date of First Enrollment",
        ),
    ),
    ("support", ("Source of Monetary / Material Support",)),
    ("support", ("Source of Monetary/Material Support", *_ORGANIZATION)),
    ("sponsor", ("Sponsor Organization", *_ORGANIZATION)),
    ("summary", ("Study Summary",)),
    ("Lay Summary", ("Lay Summary",)),
    ("design", ("Study Design",)),
    *((label, (label,)) for label in ("Study Type", "Study Purpose", "Phase", "Intervention Model")),
    *((label, (label,)) for label in ("Blinding/Masking", "Allocation", "Intervention Type")),
    *((label, (label,)) for label in ("Intervention Description", "Number of Arms")),
    ("arm", ("Arm", "Arm Label", "Target Number of Participant", "Arm Type", "Arm Description")),
    ("eligibility", ("Subject Eligibility Information",)),
    *((label, (label,)) for label in ("Condition(s)/Problem(s)", "Rare Disease", "Inclusion", "Criteria")),
    *((label, (label,)) for label in ("Gender", "Age", "Description", "Exclusion Criteria")),
    *((label, (label,)) for label in ("Healthy Volunteers",)),
    ("outcomes", ("Outcome Measure(s) Information",)),
    ("outcomes", ("Type of Primary Outcome",)),
    ("primary", ("Primary Outcome(s)", "- Outcome", "- Timepoint")),
    ("secondary", ("Secondary Outcome(s)", "- Outcome", "- Timepoint")),
    ("results", ("Study Results and Publication Information",)),
    ("Result Registered", ("Result Registerd", "Result Registered")),
    ("sharing", ("Sharing of Study Data Information",)),
    ("Sharing Statement", ("Sharing Statement",)),
)
"""What each row of the form is called, and its labels; the first of a block begins one of its objects."""
_REPEATED = frozenset(at for at, (_, labels) in enumerate(_FORM) if len(labels) > 1)
_NUMBER = re.compile(r"\s*\d{1,3}$")
_LONGEST = 100
"""No label of the form is longer."""
_INFORMATION = " 정보"
"""`Information`, behind some headings of the English pages."""


def _places() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for at, (_, labels) in enumerate(_FORM):
        for label in labels:
            found.setdefault(label, []).append(at)
    return {label: tuple(places) for label, places in found.items()}


_PLACES = _places()
_TAILS = tuple(
    f" {label}" for label in _PLACES if " " in label.strip("- ") or "/" in label or label[0] == "-"
)
"""How a line ends that a label was joined to."""
_FEW_SHARED = 2
_HEADS = frozenset(labels[0] for _, labels in _FORM if len(labels) > 1)


@dataclass(frozen=True, slots=True)
class Block:
    """The labels of one object: its heading, and its fields by their labels."""

    name: str
    head: Section
    fields: dict[str, Section]


def labels_on(page: Page) -> list[Label]:
    """Every line of a page that reads like a label of the form."""
    return [label for line in page.printed if (label := _label(line))]


def sections_of_form(page: Page) -> tuple[Section, ...]:
    """The page cut at its labels: named `row: label` inside blocks, else by the label."""
    lines = [(line, label) for line in page.printed if (label := _label(line))]
    kept = in_order([_PLACES[label.name] for _, label in lines], _REPEATED)
    names: dict[int, Label] = {}
    for position, place in kept:
        line, label = lines[position]
        row, labels = _FORM[place]
        name = f"{row}: {label.name}" if len(labels) > 1 else row
        names[line.number] = Label(name, label.words, label.rest)
    return labelled(page.lines, lambda line: names.get(line.number))


def disorder_of_form(page: Page) -> str:
    """Whether the labels stand in another order than the form's."""
    tails = (line for line in page.printed if line.content.text.endswith(_TAILS))
    if sum(_label(line) is None for line in tails) >= _FEW_SHARED:
        return "labels share their line"
    return misplaced([_PLACES[label.name] for label in labels_on(page)], _REPEATED)


def blocks_of(sections: Iterable[Section], row: str) -> list[Block]:
    """The objects of one row of the form; each begins with the row's first label."""
    first = next(labels[0] for name, labels in _FORM if name == row and len(labels) > 1)
    found: list[Block] = []
    for section in sections:
        name, _, label = section.name.partition(": ")
        if name != row or not label:
            continue
        if label == first:
            found.append(Block(row, section, {}))
        elif found and label not in found[-1].fields:
            found[-1].fields[label] = section
    return found


def _label(line: Line) -> Label | None:
    words, rest = first_cell(line)
    if len(words) > _LONGEST:
        return None
    text = words.text.removesuffix(_INFORMATION)
    name = text if text in _PLACES else _NUMBER.sub("", text)
    # Only the head of a block has a number behind it: `Phase3` is a value.
    known = name in _HEADS if name != text else name in _PLACES
    return Label(name, words, rest) if known else None
