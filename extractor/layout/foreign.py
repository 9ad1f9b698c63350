"""Values that hold words of other fields: what ran into a field where a page lost a heading or lines."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.layout.places import place_of
from extractor.layout.table_headers import is_header
from extractor.normalise.identifiers import scheme_of
from extractor.normalise.terms import lookup
from extractor.records.declare import Check
from extractor.records.leaves import Leaf, leaves
from extractor.records.record import TrialRecord
from extractor.structure.slices import Slice

_POSITION = re.compile(r"/\d+(?=/|$)")
_SHORT = frozenset(
    {
        "/conditions",
        "/keywords",
        "/identifiers/value",
        "/sponsors/name",
        "/interventions/name",
        "/interventions/other_names",
        "/arms/label",
        "/responsible_party/name",
        "/central_contacts/phone",
        "/locations/facility",
        "/locations/city",
        "/publication/authors",
        "/publication/journal",
        "/publication/language",
        "/publication/pages",
    }
)
"""Fields whose value stands on one line."""
_BLOCK = "/eligibility/criteria_text"
"""The words of two fields, with the labels between them."""
_NAMES = frozenset({"/conditions", "/keywords", "/interventions/name", "/arms/label", "/sponsors/name"})
_CELLS = _NAMES | {"/outcomes/measure", "/locations/facility", "/brief_title"}
_JOINED = re.compile(r"[\r\n•]|\S {3,}\S")
_HEADING_LAST = re.compile(
    r"\s(?:(?:Volume|Pages \(from-to\)|Number of pages|DOIs)\S.*|"
    r"Sponsor|Collaborator|Gender|Reference|Keywords|Interventions|Summary)$"
)
_CRITERIA = re.compile(r"[\r\n][ \t]*(?:key )?(?:in|ex)clusion criteria", re.IGNORECASE)
_LABELS = re.compile(
    r"(?:Group|Intervention|Reference|Identifier)\s+Type:?\s+[A-Z]{3}|(?:Sponsor|Responsibility)\s+Role\s+\S|"
    r"\bRole:\s+[A-Z_]{6,}|Identifier\s+Source:|Site\s+Status\b|Arm\s+Label:|Safety\s+Issue\?|"
    r"Time\s+Frame:"
)
"""Labels of registries."""
_LABEL_ENDS = ("Type", "Role", "Source:", "Status", "Label:", "Issue?", "Frame:")
"""A word of each label, looked for first: most values hold none."""
_CODE = re.compile(r"(?<!\S)[A-Z]\.\d(?:\.\d+)*\s+[A-Z][a-z]")
_FLAG = re.compile(r"[\U0001F1E6-\U0001F1FF]{2}")
"""Flags stand above the places of sites."""
_SITE_LINE = re.compile(
    r"[ \t]*(?i:skip to (?:main )?content|share this (?:page|study|trial)|(?:we use )?cookies?\b"
    r".*|(?:sign|log) in|back to top|(?:show|read|see) (?:more|less|all)|print(?: this page)?|advertisement|"
    r"home\s*[>»].*|was this (?:page )?helpful.*|follow us\b.*|contact us\b.*|privacy policy|"
    r"subscribe\b.*|accept all(?: cookies)?|(?:download|save)(?: as)? pdf)[ \t]*(?=[\r\n]|$)"
)
"""Whole lines of web sites."""
_LINE_END = re.compile(r"[\r\n]")
_NOTED_FRAME = re.compile(r"[\[(]\s?Time\s+Frame:[^\[\]()]{1,120}[\])]$")
"""A time frame that the page itself notes in brackets behind a measure."""
_NEVER = {
    "/brief_title": re.compile(r"[A-Z][A-Z /]{3,}:|[•*-]\s|\S*\d\S*$|.*ABSTRACT\.", re.DOTALL),
    "/identifiers/value": re.compile(r"-\s"),
    "/outcomes/measure": re.compile(r".*:$", re.DOTALL),
    "/publication/pages": re.compile(r".*\s"),
}
"""What no value of a field looks like: a title that is an item, or a fact with its label."""
_TYPED = re.compile(
    r"(?:Drug|Device|Biological|Procedure|Behavioral|Dietary Supplement|Radiation|Genetic):\s\S"
)
_ENUMS = ("ArmType", "OverallStatus", "StudyType", "Allocation")
_ANY_NAME = frozenset({None, "OTHER", "UNKNOWN", "NA"})
"""Names of enums that are everyday words."""
_IMPRINT = re.compile(r"\b(?:19|20)\d{2}(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?;\s?\d+|\bdoi:\s", re.IGNORECASE)
_TITLED = _SHORT | {"/brief_title"}
_ON_ONE_LINE = {"medline-print": frozenset[str](), "pure-portal": _TITLED, "structured-abstract": _TITLED}
"""Of layouts whose lines are broken at the width of the page, nothing; of some, the title too."""
_LONGEST_NAME, _MOST_WORDS = 250, 12
_ONE_CITATION = 2


def foreign_values(record: TrialRecord) -> Iterator[str]:
    """Pointers of values that hold words of other fields."""
    layout = record.source.layout
    for leaf in leaves(record):
        if isinstance(leaf.value, str) and _is_foreign(leaf, _path(leaf.pointer), layout):
            yield leaf.pointer


def _is_foreign(leaf: Leaf, path: str, layout: str) -> bool:
    value: str = leaf.value
    if path == "/outcomes/measure":
        value = _NOTED_FRAME.sub("", value)
    if leaf.field.check is Check.VERBATIM and path != _BLOCK and _holds_what_none_does(value):
        return True
    if path in _ON_ONE_LINE.get(layout, _SHORT) and (_JOINED.search(value) or _HEADING_LAST.search(value)):
        return True
    if path in _CELLS and _is_cell_of_another(value):
        return True
    if path in _NAMES and (len(value) > _LONGEST_NAME or _is_sentence(value)):
        return True
    return _is_none(path, value)


@lru_cache(maxsize=4096)
def _path(pointer: str) -> str:
    """A pointer without positions in lists."""
    return _POSITION.sub("", pointer)


def _holds_what_none_does(value: str) -> bool:
    """Whether words stand in a value that stand inside none: labels, codes, flags, lines of web sites."""
    if any(end in value for end in _LABEL_ENDS) and _LABELS.search(value):
        return True
    if _CODE.search(value) or (not value.isascii() and _FLAG.search(value)):
        return True
    return _SITE_LINE.match(value) is not None or any(
        _SITE_LINE.match(value, end.end()) for end in _LINE_END.finditer(value)
    )


def _is_none(path: str, value: str) -> bool:
    """Whether a value cannot be one of its field."""
    if path in _NEVER:
        return _NEVER[path].match(value) is not None
    if path.endswith("/text") and path.startswith("/eligibility/"):
        return _HEADING_LAST.search(value) is not None or _CRITERIA.search(value) is not None
    if path == "/conditions":
        return bool(_TYPED.match(value)) or any(
            lookup("enums", value, kind) not in _ANY_NAME for kind in _ENUMS
        )
    return path == "/references/citation" and len(_IMPRINT.findall(value)) > _ONE_CITATION


def _is_cell_of_another(value: str) -> bool:
    """Whether the value of a cell is a table's header, an identifier, a place a number or a heading."""
    words = Slice(value, 0, len(value))
    return (
        (is_header(words) and " " not in value)
        or lookup("headings", value) is not None
        or scheme_of(value) is not None
        or value.strip().isdigit()
        or "@" in value
        or (place_of(words) is not None and value.count(",") > 1)
    )


def _is_sentence(value: str) -> bool:
    return value.endswith(".") and len(value.split()) > _MOST_WORDS
