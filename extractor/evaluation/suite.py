"""The Suite: pages with gold, and the floors they are to reach, in one TOML file.

name = "seed"

[floors.overall]              # also floors.structure, floors.computed, floors.prose
f1 = 0.9                      # lowest micro F1
spurious_share = 0.05         # largest share of values that gold does not have

[ceiling]                     # two independent labellings of the same pages, shown beside the reader
labellings = ["labellings/a", "labellings/b"]

[gold]
verdicts = "verdicts.jsonl"   # what a second look at gold found; the file need not exist yet

[curation]                    # what one edit costs a curator; 1 where left out
substitute = 1
insert = 2

[criticality]                 # weights of the weighted average; or criticality = "weights.toml"; else 1
"/identifiers" = 5

[gate]                        # what a run may not do to the blessed one; see docs/comparing-runs.md
measure = "f1"                # f1, precision or recall
critical = ["/identifiers"]   # gated one by one, with what lies below; no new invented value is let pass
must_never_fail = ["page"]    # documents in which no critical value may be lost
documents = 20                # from so many on a test decides; below, no right value may be lost
underpowered = "fail"         # exit code 3 if the test cannot tell, with "pass" 0
seed = 20261130

[gate.margins]                # drops that are tolerated, by critical path or overall; others are 0
overall = 0.01

[forbidden]                   # items that differ in these keys are never paired, however alike
"/outcomes" = ["kind"]

[[case]]
document = "documents/page.txt"    # paths are relative to the suite file
gold = "gold/page.json"
"""

import hashlib
import math
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from extractor.errors import SuiteError
from extractor.evaluation.case import Case
from extractor.evaluation.criticality import Criticality
from extractor.evaluation.edits import EditWeights
from extractor.evaluation.floors import Floor, Floors
from extractor.evaluation.forbidden import Forbidden
from extractor.evaluation.gold_verdict import GoldVerdict, read_verdicts
from extractor.evaluation.rules import GateRules
from extractor.evaluation.suite_rules import criticality, forbidden, gate_rules
from extractor.evaluation.version import scorer_version
from extractor.records.declare import Tier

_KEYS = {"name", "floors", "ceiling", "gold", "curation", "criticality", "gate", "forbidden", "case"}


@dataclass(frozen=True, slots=True)
class Suite:
    """Named cases, their floors, the rules of the gate and the weights of fields."""

    name: str
    cases: tuple[Case, ...]
    floors: Floors = field(default_factory=Floors)
    labellings: tuple[Path, Path] | None = None
    verdict_file: Path | None = None
    curation: EditWeights = field(default_factory=EditWeights)
    gate: GateRules = field(default_factory=GateRules)
    criticality: Criticality = field(default_factory=Criticality)
    forbidden: Forbidden = field(default_factory=Forbidden)

    def gold_hash(self) -> str:
        """SHA-256 over the ids and the gold of its cases, in their order, hexadecimal. Raises SuiteError."""
        lines = "".join(f"{case.id} {case.gold_hash()}\n" for case in self.cases)
        return hashlib.sha256(lines.encode("utf-8")).hexdigest()

    def scorer(self) -> str:
        """The hash of the scorer that pairs list items as this suite says, hexadecimal."""
        return self.forbidden.version(scorer_version())

    def as_written(self) -> "Suite":
        """The same suite without the verdicts on its gold."""
        return replace(self, cases=tuple(case.as_written() for case in self.cases))

    @classmethod
    def load(cls, path: Path) -> "Suite":
        """Read a suite file. Raises SuiteError that names the file and the key at fault."""
        return _Loader(path).suite()


class _Loader:
    """The reading of one suite file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def suite(self) -> Suite:
        found = self._toml()
        self._only(found, _KEYS, "")
        cases = found.get("case", [])
        if not isinstance(cases, list) or not cases:
            raise self._error("case", "no case", hint="Add [[case]] with a document and its gold")
        verdict_file = self._verdict_file(found.get("gold", {}))
        verdicts = read_verdicts(verdict_file) if verdict_file else ()
        read = self._cases(cases, verdicts)
        return Suite(
            name=self._text(found, "name", ""),
            cases=read,
            floors=self._floors(found.get("floors", {})),
            labellings=self._labellings(found["ceiling"]) if "ceiling" in found else None,
            verdict_file=verdict_file,
            curation=self._weights(found.get("curation", {})),
            gate=gate_rules(found.get("gate", {}), [case.id for case in read], self._error),
            criticality=criticality(found.get("criticality", {}), self.path.parent, self._error),
            forbidden=forbidden(found.get("forbidden", {}), self._error),
        )

    def _toml(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.path.read_bytes().decode("utf-8"))
        except OSError as error:
            raise SuiteError(
                f"there is no suite at {self.path}", hint="Name the suite file: extractor eval PATH"
            ) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SuiteError(f"{self.path}: not TOML: {error}", hint="Correct the file") from error

    def _cases(self, cases: list[Any], verdicts: tuple[GoldVerdict, ...]) -> tuple[Case, ...]:
        found: dict[str, Case] = {}
        for position, given in enumerate(cases):
            where = f"case[{position}]"
            table = self._table(given, {"document", "gold"}, where)
            case = Case(self._file(table, "document", where), self._file(table, "gold", where))
            if case.id in found:
                raise self._error(where, f"{case.id} stands in the suite twice", hint="Remove one case")
            found[case.id] = replace(case, verdicts=tuple(one for one in verdicts if one.document == case.id))
        if strangers := sorted({one.document for one in verdicts} - found.keys()):
            raise self._error(
                "gold.verdicts", f"{strangers[0]} is no case of the suite", hint="Correct the verdict"
            )
        return tuple(found.values())

    def _floors(self, given: Any) -> Floors:
        table = self._table(given, {"overall", *Tier}, "floors")
        floors = {name: self._floor(value, f"floors.{name}") for name, value in table.items()}
        return Floors(
            overall=floors.get("overall", Floor()),
            tiers={tier: floors[tier] for tier in Tier if tier in floors},
        )

    def _labellings(self, given: Any) -> tuple[Path, Path]:
        names = self._table(given, {"labellings"}, "ceiling").get("labellings")
        if not isinstance(names, list) or len(names) != 2 or not all(isinstance(name, str) for name in names):  # noqa: PLR2004
            raise self._error("ceiling.labellings", "two folders are expected", hint='Write ["a", "b"]')
        first, second = (self.path.parent / name for name in names)
        for folder in (first, second):
            if not folder.is_dir():
                raise self._error(
                    "ceiling.labellings", f"there is no folder {folder}", hint="Correct the path"
                )
        return first, second

    def _verdict_file(self, given: Any) -> Path | None:
        table = self._table(given, {"verdicts"}, "gold")
        if not table:
            return None
        file = self.path.parent / self._text(table, "verdicts", "gold.")
        if file.is_dir():
            raise self._error(
                "gold.verdicts", f"{file} is a folder", hint="Name a file, such as verdicts.jsonl"
            )
        return file

    def _weights(self, given: Any) -> EditWeights:
        table = self._table(given, {"substitute", "insert", "delete", "move"}, "curation")
        for key, value in table.items():
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
                raise self._error(f"curation.{key}", f"{value!r} is no weight", hint="Use a number from 0 on")
        return EditWeights(**table)

    def _floor(self, given: Any, where: str) -> Floor:
        table = self._table(given, {"f1", "spurious_share"}, where)
        for key, value in table.items():
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
                raise self._error(f"{where}.{key}", f"{value!r} is no share", hint="Use a number from 0 to 1")
        return Floor(**table)

    def _table(self, given: Any, known: set[str], where: str) -> dict[str, Any]:
        if not isinstance(given, dict):
            raise self._error(where, "a table is expected", hint=f"Its keys are: {', '.join(sorted(known))}")
        self._only(given, known, f"{where}.")
        return given

    def _only(self, table: dict[str, Any], known: set[str], where: str) -> None:
        for key in table:
            if key not in known:
                raise self._error(where + key, "unknown key", hint=f"Known: {', '.join(sorted(known))}")

    def _text(self, table: dict[str, Any], key: str, where: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value:
            raise self._error(f"{where}{key}", "text is expected", hint=f'Write {key} = "…"')
        return value

    def _file(self, table: dict[str, Any], key: str, where: str) -> Path:
        file = self.path.parent / self._text(table, key, f"{where}.")
        if not file.is_file():
            raise self._error(f"{where}.{key}", f"there is no file {file}", hint="Correct the path")
        return file

    def _error(self, key: str, what: str, *, hint: str) -> SuiteError:
        return SuiteError(f"{self.path}: {key}: {what}", hint=hint)
