"""Parts of a reference, read from its printed citation."""

from extractor.normalise.citations import citation_parts
from extractor.records.references import Reference
from extractor.verification.case import SILENT, Case, Say, silent

_PARSED = frozenset({"journal", "date", "volume", "issue", "pages", "doi", "epub_date"})


def says(case: Case, text: str) -> Say:
    """Whether the citation prints this part in this part's place."""
    name, value = case.leaf.name, case.value
    assert isinstance(case.owner, Reference)  # noqa: S101 - the registry asks for no other
    if name not in _PARSED:
        return SILENT
    parts = citation_parts(text)
    if name not in parts:
        # A citation of another form: words are looked for, dates cannot be told apart.
        return silent("the citation has another form") if "date" in name else SILENT
    return Say(parts[name] == value, f"{name} of the citation is {parts[name]!r}")
