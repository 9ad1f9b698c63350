"""The layout reader on pages whose form was changed: how much it knows beyond the pages as they are.

    python benchmarks/perturbed.py [--seeds N] [--json FILE] [--markdown FILE] [--errors]

Every page of the suite is changed by each perturbation alone and by all together, with N seeds; gold is
changed alike. The row `none` is the pages as they are. Shares are micro averages over cells.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

from perturb import PERTURBATIONS, Product, perturb  # noqa: E402  it is importable only now

from extractor.errors import ExtractorError  # noqa: E402
from extractor.evaluation.outcome import ERRORS, Cell  # noqa: E402
from extractor.evaluation.score import DocumentScore, score, score_failure  # noqa: E402
from extractor.evaluation.suite import Suite  # noqa: E402
from extractor.evaluation.tally import Tally  # noqa: E402
from extractor.extraction import Extractor  # noqa: E402
from extractor.records.declare import Tier  # noqa: E402
from extractor.records.finding import FindingCode  # noqa: E402

COUNTS = ("correct", "wrong", "missing", "spurious")
SHARES = ("precision", "recall", "f1")
TIERS = ("structure", "overall")


@dataclass(frozen=True, slots=True)
class Trial:
    """One perturbed page, read and scored. `unknown`: the reader knew no layout for it."""

    perturbation: str
    document: str
    seed: int
    score: DocumentScore
    unknown: bool


def trials(suite: Suite, seeds: int) -> Iterator[Trial]:
    """Every page of the suite, as it is and under every perturbation."""
    extractor = Extractor()
    chosen: dict[str, Sequence[str]] = {name: (name,) for name in PERTURBATIONS}
    chosen["all"] = tuple(PERTURBATIONS)
    for case in suite.cases:
        page, gold = case.page(), case.gold_extraction()
        yield _trial(extractor, perturb(page, gold, (), seed=0), "none", 0)
        for name, names in chosen.items():
            for seed in range(seeds):
                yield _trial(extractor, perturb(page, gold, names, seed=seed), name, seed)


def _trial(extractor: Extractor, product: Product, name: str, seed: int) -> Trial:
    page, gold = product.document, product.gold
    try:
        extraction = extractor.extract(page)
    except ExtractorError as error:
        return Trial(name, page.id, seed, score_failure(gold, str(error)), unknown=True)
    unknown = any(finding.code is FindingCode.UNKNOWN_LAYOUT for finding in extraction.findings)
    return Trial(name, page.id, seed, score(gold, extraction), unknown=unknown)


def rows(found: Sequence[Trial]) -> list[dict[str, Any]]:
    """One row per perturbation and tier, computed from the trials."""
    names = ["none", *PERTURBATIONS, "all"]
    return [
        _row(name, tier, [t for t in found if t.perturbation == name]) for tier in TIERS for name in names
    ]


def _row(name: str, tier: str, found: Sequence[Trial]) -> dict[str, Any]:
    tally = Tally.of(_cells(found, tier))
    return {
        "tier": tier,
        "perturbation": name,
        "pages": len(found),
        "unknown_layout": sum(trial.unknown for trial in found),
        "n": tally.n,
        **{count: getattr(tally, count) for count in COUNTS},
        "invalid": tally.invalid,
        "unlabelled": tally.unlabelled,
        **{share: getattr(tally, share) for share in SHARES},
    }


def _cells(found: Iterable[Trial], tier: str) -> Iterator[Cell]:
    for trial in found:
        for cell in trial.score.cells:
            if tier == "overall" or cell.tier is Tier(tier):
                yield cell


def per_page(found: Sequence[Trial]) -> list[dict[str, Any]]:
    """The same rows for every page by itself."""
    documents = dict.fromkeys(trial.document for trial in found)
    return [
        {"document": document, **row}
        for document in documents
        for row in rows([trial for trial in found if trial.document == document])
    ]


def markdown(table: Sequence[dict[str, Any]]) -> str:
    """Rows as a Markdown table; a share with nothing below its line is a dash."""
    columns = list(table[0])
    lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    lines += ["| " + " | ".join(_shown(row[column]) for column in columns) + " |" for row in table]
    return "\n".join(lines) + "\n"


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def errors(found: Iterable[Trial]) -> Iterator[dict[str, Any]]:
    """Every value that is not right, with the page and the perturbation."""
    for trial in found:
        for cell in trial.score.cells:
            if cell.outcome in ERRORS:
                kept = {
                    name: value for name, value in asdict(cell).items() if name not in {"document", "group"}
                }
                yield {
                    "perturbation": trial.perturbation,
                    "document": trial.document,
                    "seed": trial.seed,
                    **kept,
                }


def main() -> None:
    """Run, print the table, write the files asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--suite", type=Path, default=ROOT / "eval" / "suite.toml")
    parser.add_argument("--seeds", type=int, default=5, help="variants of each page and perturbation")
    parser.add_argument("--json", type=Path, help="write the rows, also per page, as JSON")
    parser.add_argument("--markdown", type=Path, help="write the table as Markdown")
    parser.add_argument(
        "--errors", action="store_true", help="print every value that is not right, as JSON lines"
    )
    options = parser.parse_args()
    if options.seeds < 1:
        parser.error("--seeds must be at least 1")
    try:
        found = list(trials(Suite.load(options.suite), options.seeds))
    except ExtractorError as error:
        parser.error(str(error))
    table = rows(found)
    print(markdown(table), end="")
    if options.errors:
        for error in errors(found):
            print(json.dumps(error, ensure_ascii=False))
    if options.markdown:
        options.markdown.write_text(markdown(table), encoding="utf-8")
    if options.json:
        content = {"seeds": options.seeds, "rows": table, "per_page": per_page(found)}
        options.json.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
