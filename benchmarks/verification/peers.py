"""Ask langextract's aligner and instructor's CitationMixin about the claims of the suite.

    python benchmarks/verification/peers.py --venv DIR [--per-kind N]

Each peer lives in a virtual environment of its own below DIR, made when it is missing: their requirements
exclude each other. Nothing of them is a requirement of this project. Afterwards DIR/verdicts.json holds
what both said, for `run.py --peers DIR`.

What a peer is handed for a claim: the page, and
- the claimed value itself where it is words, a number, a date, an identifier or a printed class;
- the words offered for it where it is a name no page prints (an enumeration, a flag, a name from a table);
- the changed words where it is the quote that was changed, or a number's quote changed along with it.
A claim about a quote's place alone is handed to neither: they take no places. A value with no words at
all is handed to neither.

What counts: langextract accepts where the alignment has any status, and exactly where it is
MATCH_EXACT; the words it keeps are always the claimed ones. CitationMixin accepts where it returns the
very words; that it returns other words of the page in their place, or none, is counted apart.
"""

import argparse
import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.case import load_cases
from claims.invented import invented_cases
from claims.peer_tally import questions
from claims.suite import claims
from run import EVAL, PER_KIND

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer: its name and version for pip, and the script that asks it."""

    name: str
    version: str
    script: str


PEERS = (
    Peer("langextract", "1.7.1", "peer_langextract.py"),
    Peer("instructor", "1.17.0", "peer_instructor.py"),
)
Row = dict[str, Any]


def main() -> int:
    """Make the environments, ask what was not asked before, and write the verdicts."""
    options = _options()
    folder: Path = options.venv
    folder.mkdir(parents=True, exist_ok=True)
    cases = (*load_cases(options.suite), *invented_cases())
    pages = {case.document.id: case.page for case in cases}
    basis = {
        "versions": {peer.name: peer.version for peer in PEERS},
        "pages": {case.document.id: case.document.text_sha256 for case in cases},
    }
    known = _known(folder, basis)
    asked = questions(cases, claims(cases, per_kind=options.per_kind or None))
    new = [{"page": page, "words": words} for page, words in asked if (page, words) not in known]
    (folder / "questions.json").write_text(json.dumps({"pages": pages, "rows": new}), encoding="utf-8")
    answers = [_ask(peer, folder) for peer in PEERS] if new else [[], []]
    for row, first, second in zip(new, *answers, strict=True):
        known[row["page"], row["words"]] = row | first | second
    found = basis | {"rows": list(known.values())}
    (folder / "verdicts.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    print(f"{len(asked)} questions, {len(new)} of them new, answered by {basis['versions']}")
    return 0


def _known(folder: Path, basis: dict[str, Any]) -> dict[tuple[str, str], Row]:
    """Answers of an earlier run by the same versions about the same pages."""
    path = folder / "verdicts.json"
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if any(found.get(name) != value for name, value in basis.items()):
        return {}
    return {(row["page"], row["words"]): row for row in found["rows"]}


def _ask(peer: Peer, folder: Path) -> list[Row]:
    """The answers to `questions.json`, in its order."""
    home = folder / peer.name
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    _run([str(python), "-m", "pip", "install", "--quiet", f"{peer.name}=={peer.version}"])
    answers = folder / f"{peer.name}.json"
    _run([str(python), str(HERE / peer.script), str(folder / "questions.json"), str(answers)])
    found: dict[str, Any] = json.loads(answers.read_text(encoding="utf-8"))
    if found["version"] != peer.version:
        raise RuntimeError(f"{peer.name} {found['version']} answered, not {peer.version}")
    rows: list[Row] = found["rows"]
    return rows


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Ask the two peers about the claims.")
    parser.add_argument("--venv", type=Path, required=True, help="folder for environments and answers")
    parser.add_argument("--suite", type=Path, default=EVAL, help="folder with documents/ and gold/")
    parser.add_argument("--per-kind", type=int, default=PER_KIND, help="as of run.py")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
