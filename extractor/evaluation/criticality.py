"""How much the fields of a record matter: the weights of the weighted average."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field


def lies_below(path: str, above: str) -> bool:
    """Whether a field path is another one or stands below it: `/arms/label` below `/arms`."""
    return path == above or path.startswith(f"{above}/")


@dataclass(frozen=True, slots=True)
class Criticality:
    """Weights by field path. The longest path that a field lies below counts; without one it weighs 1."""

    weights: Mapping[str, float] = field(default_factory=dict)

    def weight(self, path: str) -> float:
        """The weight of a field."""
        above = [name for name in self.weights if lies_below(path, name)]
        return self.weights[max(above, key=len)] if above else 1.0

    @property
    def version(self) -> str:
        """SHA-256 of the weights, hexadecimal: averages under other weights are not compared."""
        text = json.dumps(dict(self.weights), sort_keys=True)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()
