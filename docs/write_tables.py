"""Writes the tables of README.md, eval/GUIDELINES.md and docs/ from what the tool measures and declares.

    python docs/write_tables.py [--check]

With --check nothing is written and the exit code is 1 if a table differs from a fresh measurement.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from extractor.evaluation import Agreement, EvaluationReport, Suite, Tally, agreement, evaluate
from extractor.layout.reader import LayoutReader
from extractor.model.faults import POLICY
from extractor.model.replay import replay_reader
from extractor.records.envelope import Extraction
from extractor.records.strict_json import parse

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
GUIDELINES = ROOT / "eval" / "GUIDELINES.md"
FAILURES = ROOT / "docs" / "model-failures.md"
MODEL_READER = ROOT / "docs" / "model-reader.md"
NORMALISATION = ROOT / "docs" / "normalisation.md"
COMPARING = ROOT / "docs" / "comparing-runs.md"
SIMULATION = ROOT / "extractor" / "evaluation" / "statistics" / "coverage.json"
RECORDINGS = ("five", "one")
"""Plans whose recorded answers lie below eval/recordings."""


def scores_table(report: EvaluationReport) -> str:
    """One row for the whole, each tier and each part of the record that has values."""
    rows = {
        "all values": report.overall,
        **{f"tier {name}": tally for name, tally in report.tiers.items()},
        **{name: tally for name, tally in report.groups.items() if tally.n},
    }
    return _table(
        ("", "correct", "wrong", "missing", "spurious", "precision", "recall", "F1", "n"), _scores(rows)
    )


def readers_table(reports: Mapping[str, EvaluationReport]) -> str:
    """Recall, precision and F1 of several readers side by side, for the whole, each tier and each part."""
    columns = [""]
    for name in reports:
        columns += [f"{name}: P", "R", "F1", "n"]
    rows = [_by_name(report) for report in reports.values()]
    names = [name for name in rows[0] if any(row[name].n for row in rows)]
    return _table(tuple(columns), ((name, *_cells(row[name] for row in rows)) for name in names))


def _by_name(report: EvaluationReport) -> dict[str, Tally]:
    tiers = {f"tier {name}": tally for name, tally in report.tiers.items()}
    return {"all values": report.overall, **tiers, **report.groups}


def _cells(tallies: Iterable[Tally]) -> Iterable[str]:
    for tally in tallies:
        yield from (*map(_share, (tally.precision, tally.recall, tally.f1)), str(tally.n))


def _scores(rows: Mapping[str, Tally]) -> Iterable[tuple[str, ...]]:
    for name, tally in rows.items():
        counts = (tally.correct, tally.wrong, tally.missing, tally.spurious)
        shares = (tally.precision, tally.recall, tally.f1)
        yield (name, *map(str, counts), *map(_share, shares), str(tally.n))


def agreement_table(found: Agreement) -> str:
    """One row for the whole, each tier and each part of the record."""
    rows = {
        "all values": found.overall,
        **{f"tier {name}": row for name, row in found.tiers.items()},
        **found.groups,
    }
    columns = (
        "",
        "cells",
        "raw agreement",
        "F1",
        "raw, no alternatives",
        "F1, no alternatives",
        "alpha",
        "AC1",
    )
    return _table(
        columns,
        (
            (
                name,
                str(row.with_alternatives.n + row.with_alternatives.correctly_null),
                _share(row.with_alternatives.agreement),
                _share(row.with_alternatives.f1),
                _share(row.without.agreement),
                _share(row.without.f1),
                _share(row.chance.alpha),
                _share(row.chance.ac1),
            )
            for name, row in rows.items()
        ),
    )


def perturbed_table() -> str:
    """The structure tier of each perturbation, from the benchmark's own figures."""
    found = _json_of("perturbed.py")
    columns = ("", "correct", "wrong", "missing", "spurious", "precision", "recall", "F1", "n")
    rows = (
        (
            row["perturbation"],
            *(str(row[name]) for name in ("correct", "wrong", "missing", "spurious")),
            *(_share(row[name]) for name in ("precision", "recall", "f1")),
            str(row["n"]),
        )
        for row in found["rows"]
        if row["tier"] == "structure"
    )
    return _table(columns, rows)


def grammars_table() -> str:
    """All values of each set of labelled phrases: the half that was tuned on beside the half that was not."""
    found = {
        (row["set"], row["half"]): row for row in _json_of("grammars.py") if row["field"] == "all fields"
    }
    columns = ("", "phrases", "tuned on: P", "R", "F1", "not seen: P", "R", "F1")
    rows = []
    for name in dict.fromkeys(name for name, _ in found):
        halves = [found[name, half] for half in ("tune", "report")]
        shares = [_share(half[key]) for half in halves for key in ("precision", "recall", "f1")]
        rows.append((name.replace("_", " "), str(sum(half["phrases"] for half in halves)), *shares))
    return _table(columns, rows)


def _json_of(benchmark: str) -> Any:
    """What a benchmark writes with --json."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "figures.json"
        subprocess.run(  # noqa: S603 - our own script
            [sys.executable, str(ROOT / "benchmarks" / benchmark), "--json", str(target)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return json.loads(target.read_text(encoding="utf-8"))


def failures_table() -> str:
    """One row for each way in which asking a model can fail, from the table in the code."""
    columns = ("code", "error", "when", "sent again", "after", "asked again", "stops the job", "what to do")
    rows = (
        (
            f"`{policy.code}`",
            f"`{kind.__name__}`",
            _sentence(kind.__doc__),
            {0: "no", 1: "once", 2: "twice"}.get(policy.retries, f"{policy.retries} times"),
            policy.wait or "–",
            "yes" if policy.reasked else "no",
            "yes" if policy.stops else "no",
            policy.advice,
        )
        for kind, policy in POLICY.items()
    )
    return _table(columns, rows, numbers=False)


def coverage_table(simulated: Mapping[str, Any]) -> str:
    """Coverage by setting, kind, documents and true share; a column for each method."""
    methods = list(dict.fromkeys(row["method"] for row in simulated["rows"]))
    settings = {one["name"]: _setting(one) for one in simulated["settings"]}
    found: dict[tuple[str, ...], dict[str, float]] = {}
    for row in simulated["rows"]:
        case = (settings[row["setting"]], *(str(row[name]) for name in ("kind", "documents", "share")))
        found.setdefault(case, {})[row["method"]] = row["coverage"]
    rows = ((*case, *(_share(covered.get(name)) for name in methods)) for case, covered in found.items())
    return _table(("setting", "of", "documents", "true value", *methods), rows)


def _setting(found: Mapping[str, Any]) -> str:
    low, high = min(found["sizes"]), max(found["sizes"])
    values = f"{low}" if low == high else f"{low} to {high}"
    return f"{found['name']}: {values} values, {found['correlation']}"


def gate_table(simulated: Mapping[str, Any]) -> str:
    """False alarms of the gate, and the drop that it says it detects beside the one it does."""
    columns = tuple(simulated["gate"][0])
    return _table(columns, (tuple(str(row[name]) for name in columns) for row in simulated["gate"]))


def _sentence(text: str | None) -> str:
    return (text or "").partition("\n")[0].removesuffix(".")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], *, numbers: bool = True) -> str:
    lines = [columns, ("---", *("---:" if numbers else "---" for _ in columns[1:])), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _labelling(name: str) -> list[Extraction]:
    folder = ROOT / "eval" / "labellings" / name
    return [parse(Extraction, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def filled(text: str, name: str, table: str) -> str:
    """The text with the table between its two marks."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"the marks of {name} are missing")
    return pattern.sub(lambda _: f"{begin}\n{table}\n{end}", text)


def main() -> int:
    """Measure, then write or compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a table differs")
    check = parser.parse_args().check
    suite = Suite.load(ROOT / "eval" / "suite.toml")
    report = evaluate(suite, LayoutReader())
    recorded = {
        plan: evaluate(suite, replay_reader(ROOT / "eval" / "recordings" / plan)) for plan in RECORDINGS
    }
    beside = {"layout": report, **{f"model, plan {plan}": found for plan, found in recorded.items()}}
    grammars = grammars_table()
    simulated = json.loads(SIMULATION.read_text(encoding="utf-8"))
    tables = {
        README: {"scores": scores_table(report), "perturbed": perturbed_table(), "grammars": grammars},
        NORMALISATION: {"grammars": grammars},
        GUIDELINES: {"agreement": agreement_table(agreement(_labelling("a"), _labelling("b")))},
        FAILURES: {"failures": failures_table()},
        MODEL_READER: {"readers": readers_table(beside)},
        COMPARING: {"coverage": coverage_table(simulated), "gate": gate_table(simulated)},
    }
    differs = [path.name for path, named in tables.items() if not _write(path, named, check=check)]
    if differs:
        print(f"{', '.join(differs)}: {'differ; run make tables' if check else 'written'}")
    return 1 if check and differs else 0


def _write(path: Path, named: Mapping[str, str], *, check: bool) -> bool:
    """Fill in a file's tables; True if nothing had to change."""
    old = new = path.read_text(encoding="utf-8")
    for name, table in named.items():
        new = filled(new, name, table)
    if not check:
        path.write_text(new, encoding="utf-8")
    return old == new


if __name__ == "__main__":
    sys.exit(main())
