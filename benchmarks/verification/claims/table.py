"""The report of a run, as Markdown and as a list for the engineer."""

from collections.abc import Iterable, Mapping, Sequence

from claims.judge import Judged, JudgedLeaf
from claims.peer_tally import PeerRow
from claims.tally import AMBIGUOUS, QUOTED, VERIFIED, Row, Tally, group_of

_OURS = ("claims", "VERIFIED", "QUOTED", "AMBIGUOUS", "UNSUPPORTED")
_PEERS = ("peer claims", "LX aligned", "LX exact", "CM kept", "CM rewritten", "CM dropped")


def report(tally: Tally, peers: Mapping[str, PeerRow]) -> str:
    """Tables of false, untellable and true claims; with the peers' figures where there are any."""
    verified, quoted = tally.false_verified, tally.false_quoted
    counts = f"VERIFIED: {verified} ({_percent(verified, tally.false_total)}); "
    counts += f"QUOTED: {quoted} ({_percent(quoted, tally.false_total)})"
    parts = [
        f"False claims: {tally.false_total}; {counts}.",
        "### False claims, by kind",
        _table(tally.held.values(), peers, total=True),
        "### False claims that the page alone cannot settle",
        _table(tally.untellable.values(), {}, total=False),
        "### False claims no rule promises to find (shown, not held)",
        _table(tally.beyond.values(), peers, total=False),
        "### True leaves of gold",
        _table(tally.gold.values(), peers, total=False),
        "### True leaves of gold on pages of another form",
        _table(tally.forms.values(), {}, total=False),
        "### True claims in drafts that differ from gold",
        _table(tally.tolerance.values(), peers, total=False),
    ]
    return "\n\n".join(parts) + "\n"


def wrongly_judged(claims: Sequence[Judged], gold: Sequence[JudgedLeaf]) -> str:
    """False claims that were VERIFIED, then true leaves that were not, one a line."""
    false = [i for i in claims if group_of(i) in {"held", "untellable"} and i.status == VERIFIED]
    lost = [i for i in claims if group_of(i) == "tolerance" and i.status != VERIFIED]
    true = [leaf for leaf in gold if not leaf.wordless and leaf.status != VERIFIED]
    lines = [f"FALSE BUT VERIFIED ({len(false)})", *(str(item.claim) for item in false)]
    lines += ["", f"TRUE LEAVES NOT VERIFIED ({len(true)})", *map(_leaf_line, true)]
    lines += ["", f"TRUE IN DRAFTS THAT DIFFER FROM GOLD, NOT VERIFIED ({len(lost)})"]
    lines += [f"{item.status}: {item.claim}" for item in lost]
    return "\n".join(lines) + "\n"


def _leaf_line(leaf: JudgedLeaf) -> str:
    form = "places" if leaf.places else "no places"
    value = str(leaf.case.value(leaf.pointer))[:50]
    words = leaf.case.words_of(leaf.pointer)[0].text[:60]
    return f"{leaf.case.document.id[:3]} [{form}] {leaf.status} {leaf.pointer} = {value!r} by {words!r}"


def _table(rows: Iterable[Row], peers: Mapping[str, PeerRow], *, total: bool) -> str:
    rows = list(rows)
    if not rows:
        return "None."
    cells = [[row.name, *_ours(row), *_theirs(peers, [row.name])] for row in rows]
    if total:
        summed = Row("all")
        for row in rows:
            for status, count in row.verdicts.items():
                summed.verdicts[status] = summed[status] + count
        cells.append(["all", *_ours(summed), *_theirs(peers, [row.name for row in rows])])
    return _markdown(["kind", *_OURS, *(_PEERS if peers else ())], cells)


def _ours(row: Row) -> list[str]:
    counts = (row[VERIFIED], row[QUOTED], row[AMBIGUOUS], row.refused)
    return [str(row.total), *(f"{count} ({_percent(count, row.total)})" for count in counts)]


def _theirs(peers: Mapping[str, PeerRow], names: list[str]) -> list[str]:
    if not peers:
        return []
    row = sum((peers[name] for name in names if name in peers), PeerRow())
    counts = (row.aligned, row.exact, row.kept, row.rewritten, row.dropped)
    return [str(row.total), *(f"{count} ({_percent(count, row.total)})" for count in counts)]


def _percent(count: int, total: int) -> str:
    return f"{100 * count / total:.1f} %" if total else "–"


def _markdown(head: list[str], rows: list[list[str]]) -> str:
    width = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]
    lines = [_line(head, width), "|" + "|".join("-" * (w + 2) for w in width) + "|"]
    return "\n".join([*lines, *(_line(row, width) for row in rows)])


def _line(cells: list[str], width: list[int]) -> str:
    return "| " + " | ".join(cell.ljust(w) for cell, w in zip(cells, width, strict=True)) + " |"
