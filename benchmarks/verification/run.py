"""Verify every claim of the mutated-claim suite and print how often a false one was believed.

    python benchmarks/verification/run.py [--per-kind N] [--peers DIR] [--results FILE] [--list FILE]

`--per-kind` takes at most N changes of one kind from one page (0: all). `--peers` names the folder in which
`peers.py` left the peers' answers. `--results` writes the Markdown report, `--list` the false claims that
were VERIFIED and the true ones that were not. The exit code is 1 where a false claim was VERIFIED.
"""

import argparse
import sys
from pathlib import Path

from claims import peer_tally
from claims.case import load_cases
from claims.forms import SEEDS, rows_of_forms
from claims.invented import invented_cases
from claims.judge import judged, judged_gold
from claims.suite import claims
from claims.table import report, wrongly_judged
from claims.tally import tally

from extractor.records.envelope import VERSION

EVAL = Path(__file__).parent.parent.parent / "eval"
PER_KIND = 40

_HOW = """# Mutated claims: verification beside two peers

Written by `benchmarks/verification/run.py`; no figure is typed by hand.

A claim is a gold draft that differs from gold in one leaf, or one pair, and the verdict asked of that place.
Most claims stand twice: their quotes with `start`, and without. {taken}
A pair counts with its weaker verdict. UNSUPPORTED includes values without any verdict. True leaves are
gold's own; claims that differ from gold in white space or capitals only, and objects that stand alone in
their list, are true and counted apart. Pages without a number are invented (`pages/`): they have the rows and
the forms that the labelled pages lack. Of some kinds all changes are taken from them.
Pages of another form are the labelled ones changed by `tests/support/perturb`, each {seeds} times; "unknown
headings" prints half of all headings and labels by names that stand in no table.

Versions: {versions}. Pages: {pages}.
"""
_SOME = "At most {} changes of one kind are taken from one page, evenly spread."
_ALL = "All changes are taken."
_PEERS = """
The peers get the words of each claim and its page: the value where it is words or a number, the quote where
the value is a name no page prints (an enumeration, a flag, a table name) or where the quote is what was
changed. They take no places, so claims about places alone are not theirs.

- **LX** is langextract's `Resolver.align` with its defaults: *aligned* is any status, *exact* only
  `MATCH_EXACT`.
- **CM** is instructor's `CitationMixin`: *kept* returns the very words, *rewritten* returns other words of
  the page instead, *dropped* returns none.

Neither checks a value against its quote: where the quote is right and the value wrong, a peer that is
handed the quote can only say yes.
"""


def main() -> int:
    """Run the suite; 1 where a false claim was VERIFIED."""
    options = _options()
    labelled = load_cases(options.suite)
    cases = (*labelled, *invented_cases())
    results = list(judged(claims(cases, per_kind=options.per_kind or None)))
    gold = list(judged_gold(labelled))
    peers = peer_tally.read(options.peers) if options.peers else None
    counted = tally(results, gold)
    counted.forms = {row.name: row for row in rows_of_forms(labelled)}
    text = report(counted, peer_tally.by_kind(peers, results, gold) if peers else {})
    print(text)
    if options.list:
        options.list.write_text(wrongly_judged(results, gold), encoding="utf-8")
    if options.results:
        versions = {"trial-extractor": VERSION} | (peers.versions if peers else {})
        head = _HOW.format(
            seeds=SEEDS,
            taken=_ALL if options.per_kind == 0 else _SOME.format(options.per_kind),
            versions=", ".join(f"{name} {number}" for name, number in versions.items()),
            pages=", ".join(case.document.id for case in cases),
        )
        options.results.write_text(head + (_PEERS if peers else "") + "\n" + text, encoding="utf-8")
    return 1 if counted.false_verified else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Run the mutated-claim suite.")
    parser.add_argument("--suite", type=Path, default=EVAL, help="folder with documents/ and gold/")
    parser.add_argument("--per-kind", type=int, default=PER_KIND, help="changes of one kind and page; 0: all")
    parser.add_argument("--peers", type=Path, help="folder of peers.py")
    parser.add_argument("--results", type=Path, help="Markdown file to write")
    parser.add_argument("--list", type=Path, help="file for the claims judged wrongly")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
