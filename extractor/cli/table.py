"""An Extraction as a table that a person can read: value, words, where."""

from rich.console import Group
from rich.table import Table
from rich.text import Text

from extractor.cli.terminal import plain
from extractor.records.envelope import Evidence, EvidenceStatus, Extraction
from extractor.records.leaves import Leaf, leaves

_SHORT = 70
_STYLE = {
    EvidenceStatus.VERIFIED: "green",
    EvidenceStatus.QUOTED: "cyan",
    EvidenceStatus.AMBIGUOUS: "yellow",
    EvidenceStatus.UNSUPPORTED: "bold red",
}


def record_table(extraction: Extraction, *, everything: bool) -> Group:
    """The record's values with their words and offsets, what is missing with its reason, and the findings."""
    return Group(
        Text(plain(f"{extraction.document.id}  (layout {extraction.document.layout})"), style="bold"),
        _values(extraction, everything=everything),
        *_missing(extraction),
        *_findings(extraction),
        Text(""),
    )


def _values(extraction: Extraction, *, everything: bool) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("value of", overflow="fold", ratio=3)
    table.add_column("value", overflow="fold", ratio=5)
    table.add_column("words", overflow="fold", ratio=5)
    table.add_column("where", no_wrap=True)
    table.add_column("status", no_wrap=True)
    for leaf in leaves(extraction.record):
        if leaf.structural or _is_default(leaf):
            continue
        evidence = extraction.evidence.get(leaf.pointer)
        table.add_row(
            Text(leaf.pointer),
            Text(_cell(str(leaf.value), everything=everything)),
            Text(_words(leaf, evidence, everything=everything)),
            Text(_where(evidence)),
            Text(evidence.status if evidence else "-", style=_STYLE[evidence.status] if evidence else ""),
        )
    return table


def _is_default(leaf: Leaf) -> bool:
    """A plain `false` that every criterion has says nothing to a reader."""
    return leaf.value is False and type(leaf.owner).model_fields[leaf.name].default is False


def _cell(text: str, *, everything: bool) -> str:
    if everything:
        return plain(text, newlines=True)
    one_line = plain(" ".join(text.split()))
    return one_line if len(one_line) <= _SHORT else one_line[: _SHORT - 1] + "…"


def _words(leaf: Leaf, evidence: Evidence | None, *, everything: bool) -> str:
    if evidence is None:
        return ""
    if not evidence.spans:
        return f"not on the page: {_cell(evidence.offered or '', everything=everything)}"
    quote = evidence.spans[0].quote
    return "〃" if quote == leaf.value else _cell(quote, everything=everything)


def _where(evidence: Evidence | None) -> str:
    if evidence is None or not evidence.spans:
        return ""
    first, more = evidence.spans[0], len(evidence.spans) - 1
    return f"{first.start}-{first.end}" + (f" +{more}" if more else "")


def _missing(extraction: Extraction) -> list[Text]:
    lines = [f"  {pointer}: {reason}" for pointer, reason in extraction.missing.items()]
    return (
        [
            Text("not stated, and the page says why", style="bold"),
            Text(plain("\n".join(lines), newlines=True)),
        ]
        if lines
        else []
    )


def _findings(extraction: Extraction) -> list[Text]:
    lines = [
        plain(
            f"  {finding.code} {finding.pointer} {finding.message}"
            + "".join(f" «{_cell(span.quote, everything=False)}»" for span in finding.spans[:2])
        )
        for finding in extraction.findings
    ]
    return [Text("findings", style="bold"), Text("\n".join(lines))] if lines else []
