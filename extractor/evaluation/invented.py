"""Invented records for the scorer's own tests: lists of every sort, trees, links, and readers that err.

Everything follows from the random numbers given, so that a seed names a record.
"""

from random import Random
from typing import Any

from extractor.records.envelope import DocumentRef, Extraction, Lineage
from extractor.records.record import TrialRecord

Json = dict[str, Any]

_WORDS = (
    *("overall", "survival", "adverse", "events", "tumor", "response", "no", "severe", "liver", "function"),
    *("time", "progression", "free", "quality", "of", "life", "recurrence", "36", "months", "stage"),
)
_PARAMETERS = ("ALT", "AST", "platelets", "serum creatinine", "INR")
_AGENTS = ("sorafenib", "thalidomide", "TACE", "placebo", "lenvatinib", "best supportive care")
_UNITS = ("DAY", "WEEK", "MONTH", "YEAR")


class Inventor:
    """Makes records, and readings of them with errors. `size` is about the number of items of a list."""

    def __init__(self, random: Random, size: int = 2) -> None:
        self.random = random
        self._size = size

    def record(self) -> Json:
        """A record as JSON: about 13 values for each unit of size, and 10 besides."""
        arms = self._items(lambda at: {"key": f"A{at + 1}", "label": self._words(), "type": "EXPERIMENTAL"})
        agents = self._items(lambda at: {"key": f"I{at + 1}", "name": self.random.choice(_AGENTS)})
        return {
            "source": {"page_kind": "REGISTRY_PAGE", "layout": "invented"},
            "brief_title": self._words(),
            "acronym": self._maybe(self._words),
            "status": {"start_date": self._maybe(self._date), "completion_date": self._maybe(self._date)},
            "conditions": [self._words() for _ in range(self._size)],
            "design": {
                "phases": [self.random.choice(("PHASE1", "PHASE2"))],
                "enrollment": {"count": self._number()},
            },
            "arms": arms,
            "interventions": agents,
            "arm_interventions": [
                {"arm": arm["key"], "intervention": agent["key"], "basis": "TABLE"}
                for arm in arms
                for agent in agents
                if self.random.random() < 1 / self._size
            ],
            "outcomes": self._items(self._outcome),
            "eligibility": {"inclusion": self._items(self._criterion), "sex": self._maybe(lambda: "ALL")},
            "oversight": self._maybe(lambda: {"has_dmc": self._maybe(lambda: True)}),
        }

    def reading(self, record: Json, *, errors: float = 0.2) -> Json:
        """The record as read by one who errs in this share of items and values, lists in another order."""
        read: Json = self._misread(record, errors)
        keys = {"arms": "A", "interventions": "I"}
        for name in keys:
            read[name] = read.get(name) or []
        arms, agents = ({item["key"] for item in read[name]} for name in keys)
        read["arm_interventions"] = [
            link
            for link in read.get("arm_interventions") or []
            if link["arm"] in arms and link["intervention"] in agents
        ]
        return read

    def _misread(self, value: Any, errors: float, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: self._misread(below, errors, key) for key, below in value.items()}
        if isinstance(value, list):
            kept = [self._misread(item, errors, name) for item in value if self.random.random() > errors / 2]
            self.random.shuffle(kept)
            return kept
        return self._other(value, name) if self.random.random() < errors else value

    def _other(self, value: Any, name: str) -> Any:
        """Another value of the same field, as far as the kind of the field is free."""
        if isinstance(value, str) and name in {"brief_title", "label", "measure", "text", "time_frame"}:
            return self._words()
        if isinstance(value, int) and not isinstance(value, bool):
            return self._number()
        return (not value) if isinstance(value, bool) and name == "negated" else value

    def _outcome(self, _at: int) -> Json:
        return {
            "kind": self.random.choice(("PRIMARY", "SECONDARY")),
            "measure": self._words(),
            "time_frame": self._maybe(self._words),
            "time_points": [self._span() for _ in range(self.random.randrange(3))],
        }

    def _criterion(self, _at: int, depth: int = 0) -> Json:
        criterion: Json = {"text": self._words(), "negated": self.random.random() < 0.3}  # noqa: PLR2004
        if depth == 0 and self.random.random() < 0.3:  # noqa: PLR2004 - any share will do
            below = [self._criterion(at, depth + 1) for at in range(1 + self.random.randrange(2))]
            return {**criterion, "op": self.random.choice(("ALL", "ANY")), "children": below}
        return {**criterion, "constraints": [self._limit() for _ in range(self.random.randrange(3))]}

    def _limit(self) -> Json:
        return {
            "kind": "quantity",
            "parameter": self.random.choice(_PARAMETERS),
            "comparator": self.random.choice(("LT", "GE")),
            "value": self._number(),
            "unit_text": self._maybe(lambda: "x ULN"),
            "reference": self.random.choice(("ULN", "ABSOLUTE")),
        }

    def _items(self, make: Any) -> list[Json]:
        return [make(at) for at in range(self.random.randrange(self._size, self._size + 2))]

    def _words(self) -> str:
        return " ".join(self.random.choice(_WORDS) for _ in range(1 + self.random.randrange(4)))

    def _number(self) -> int:
        return 1 + self.random.randrange(5)

    def _date(self) -> Json:
        return {"date": self.random.choice(("2012", "2012-03", "2012-03-05", "2015-01"))}

    def _span(self) -> Json:
        return {"value": self._number(), "unit": self.random.choice(_UNITS)}

    def _maybe(self, make: Any) -> Any:
        return make() if self.random.random() < 0.7 else None  # noqa: PLR2004 - any share will do


def extraction(record: Json, name: str = "invented") -> Extraction:
    """An Extraction of a record given as JSON; nothing but the record is told."""
    page = DocumentRef(
        id=name, sha256="0" * 64, text_sha256="0" * 64, media_type="text/plain", layout="invented"
    )
    return Extraction(
        document=page, record=TrialRecord.model_validate(record), lineage=Lineage(reader="invented")
    )
